// A form as people will see it, at the width of a phone or of a desk, to be filled in for a try.

import type { Answers } from '../../shared/form/answers.ts'
import { toDecimal } from '../../shared/form/decimal.ts'
import type { Finding } from '../../shared/form/rules.ts'
import { formTitle } from '../../shared/form/texts.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { formatDecimal } from '../../shared/messages/number.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { FaultLinks } from '../form/fault-links.tsx'
import { answersForm, FormBody } from '../form/form-body.tsx'
import { FormLanguage } from '../form/form-language.tsx'
import { type FormFiles, FormScript } from '../form/form-script.tsx'
import { FormNotices } from '../form/notices.tsx'
import type { FormScreen } from '../form/screen.ts'
import type { PageContext } from '../pages/context.ts'
import { AnswerList } from './answers.tsx'
import { FindingList } from './findings.tsx'
import { ProblemPanel } from './problem-panel.tsx'

export const devices = ['phone', 'desktop'] as const
type Device = (typeof devices)[number]

export type Tryout = {
  readonly screen: FormScreen
  readonly device: Device
  /** What would be stored of the answers that were sent for a try; left out until then. */
  readonly outcome?: {
    readonly answers: Answers
    readonly findings: readonly Finding[]
    readonly score: string | undefined
    readonly name: string | undefined
  }
}

type Props = { readonly context: PageContext; readonly tryout: Tryout }

export function TryoutPart({ context, tryout, book, fileName }: Props & { book: string; fileName: string }) {
  const { screen, device, outcome } = tryout
  const m = deskMessages[context.language]
  return (
    <section class="tryout">
      {outcome && <Outcome context={context} screen={screen} outcome={outcome} />}
      {!screen.page && screen.faults.size > 0 && <Faults context={context} screen={screen} />}
      <FormNotices context={context} screen={screen} />
      <div class="slip">
        <h2>{m.tryIt}</h2>
        <p class="meta">{m.tryHint}</p>
        <fieldset class="devices">
          <legend>{m.size}</legend>
          {devices.map((one) => (
            <label key={one} class="choice">
              <input type="radio" name="device" value={one} form={answersForm} checked={one === device} />
              <span>{m.devices[one]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div class="device slip">
        <p class="form-title">{formTitle(screen.version.form, screen.language)}</p>
        <FormLanguage screen={screen} />
        <FormBody screen={screen} action={path.formPreview()} multipart>
          <input type="hidden" name="book" value={book} />
          <input type="hidden" name="fileName" value={fileName} />
        </FormBody>
      </div>
    </section>
  )
}

function Faults({ context, screen }: { readonly context: PageContext; readonly screen: FormScreen }) {
  const faults = [...screen.faults.values()]
  return (
    <ProblemPanel context={context} problem={problem.answersInvalid(faults)}>
      <FaultLinks screen={screen} faults={faults} />
    </ProblemPanel>
  )
}

type OutcomeProps = {
  readonly context: PageContext
  readonly screen: FormScreen
  readonly outcome: NonNullable<Tryout['outcome']>
}

function Outcome({ context, screen, outcome }: OutcomeProps) {
  const m = deskMessages[context.language]
  const { findings, score, name } = outcome
  return (
    <div class="panel calm" role="alert" tabindex={-1} autofocus>
      <h2>{m.accepted}</h2>
      <p>{m.acceptedHint}</p>
      {name !== undefined && <p>{m.recordName(name)}</p>}
      {score !== undefined && <p>{m.score(formatDecimal(toDecimal(score), context.language))}</p>}
      {findings.length > 0 && (
        <>
          <p>{m.findings(findings.length)}</p>
          <FindingList version={screen.version} findings={findings} language={context.language} />
        </>
      )}
      <details>
        <summary>{m.wouldBeStored}</summary>
        <AnswerList version={screen.version} answers={outcome.answers} language={context.language} />
      </details>
    </div>
  )
}

export const TryoutScript = ({ context, tryout, files }: Props & { readonly files: FormFiles }) => (
  <FormScript screen={tryout.screen} files={files} timeZone={context.timeZone} />
)
