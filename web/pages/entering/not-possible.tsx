// Notes that a visit was not possible, and why.

import type { PeriodId } from '../../../shared/ids.ts'
import type { LocalText } from '../../../shared/language.ts'
import { enteringMessages, type NotPossibleKind } from '../../../shared/messages/entering.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { path } from '../../../shared/paths.ts'
import type { EntryField, Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { described, Missing, MissingLinks, OwnField } from './own-fields.tsx'
import { RoundHead, type UnitHeading } from './round-head.tsx'

export type NotPossiblePageProps = {
  readonly context: PageContext
  readonly campaignTitle: LocalText
  readonly unit: UnitHeading
  readonly periodId: PeriodId
  /** Travel along, so that a retry is known. */
  readonly hidden: Readonly<Record<'id' | 'revision' | 'formVersion', string>>
  /** As they were chosen and typed. */
  readonly kind: string
  readonly words: string
  /** The note that is there already. */
  readonly before: { readonly at: string; readonly reason: string } | undefined
  readonly problem: Problem | undefined
}

export function NotPossiblePage(props: NotPossiblePageProps) {
  const { context, problem, before } = props
  const m = enteringMessages[context.language].notPossible
  const missing = problem?.code === 'entry.incomplete' ? problem.fields : []
  return (
    <Layout context={context} title={`${m.title}: ${unitName(props.unit.name)}`} faulty={problem !== undefined}>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {missing.length > 0 && <MissingLinks context={context} fields={missing} />}
        </ProblemPanel>
      )}
      <div class="slip">
        <RoundHead {...props} title={m.title} />
        <p class="lead">{m.lead}</p>
        {before && (
          <p class="state">{m.again(formatMoment(before.at, context.language, context.timeZone), before.reason)}</p>
        )}
        <form method="post" action={context.here} autocomplete="off" novalidate>
          {Object.entries(props.hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Reasons {...props} missing={missing} />
          <Words {...props} missing={missing} />
          <div class="send">
            <button type="submit" class="main">
              {m.send}
            </button>
            <a href={path.visits()}>{messagesOf(context).form.back}</a>
          </div>
        </form>
      </div>
    </Layout>
  )
}

type Fields = NotPossiblePageProps & { readonly missing: readonly EntryField[] }

function Reasons({ context, kind, missing }: Fields) {
  const m = enteringMessages[context.language].notPossible
  const isMissing = missing.includes('reason-kind')
  const kinds = Object.entries(m.reasons) as [NotPossibleKind, string][]
  return (
    <div class={isMissing ? 'q bad' : 'q'}>
      <fieldset aria-describedby={isMissing ? 'reason-kind-fault' : undefined}>
        <legend>{m.reason}</legend>
        {isMissing && <Missing context={context} name="reason-kind" />}
        {kinds.map(([name, label], index) => (
          <label key={name} class="choice">
            <input
              type="radio"
              id={index === 0 ? 'reason-kind' : undefined}
              name="reason-kind"
              value={name}
              checked={name === kind}
              required
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}

function Words({ context, words, missing }: Fields) {
  const m = enteringMessages[context.language].notPossible
  const isMissing = missing.includes('words')
  return (
    <OwnField context={context} name="words" label={m.words} hint={m.wordsHint} isOptional isMissing={isMissing}>
      <textarea {...described('words', isMissing)} rows={3} maxlength={1_800}>
        {words}
      </textarea>
    </OwnField>
  )
}
