// A form to fill in by pen: in which language, with how many empty rounds, and the PDF.

import type { PublishedVersion } from '../../../shared/form/family.ts'
import type { FormId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { deskMessages } from '../../../shared/messages/desk.ts'
import { papersMessages } from '../../../shared/messages/papers.ts'
import { path } from '../../../shared/paths.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { PaperProgress, type PaperState } from './paper-page.tsx'

export type BlankPageProps = {
  readonly context: PageContext
  readonly formId: FormId
  readonly title: LocalText
  readonly version: PublishedVersion
  /** As the form calls them; empty where it names none. */
  readonly languages: readonly string[]
  readonly chosen: { readonly formLanguage: string; readonly rounds: number }
  readonly mostRounds: number
  /** Undefined as long as nothing was asked for. */
  readonly state: PaperState | undefined
  readonly pdfHref: string
  readonly downloadHref: string
  readonly lookHref: string
}

export function BlankPage(props: BlankPageProps) {
  const { context, title, version, state } = props
  const m = papersMessages[context.language]
  const { language } = context
  return (
    <Layout context={context} title={`${m.blank}: ${localize(title, language)}`}>
      <div class="slip">
        <p class="over">{m.blank}</p>
        <h1 lang={langOf(title, language)}>{localize(title, language)}</h1>
        <p class="unit">{deskMessages[context.language].version(version.version, version.name)}</p>
        <p class="lead">{m.blankLead}</p>
        {state && (
          <PaperProgress context={context} state={state} downloadHref={props.downloadHref} lookHref={props.lookHref} />
        )}
        {/* A page that loads itself again would lose what is being chosen. */}
        {state === undefined || state === 'ready' ? (
          <Choice {...props} />
        ) : (
          <p class="send">
            <a href={path.blankForm(props.formId, version.version)}>{m.chooseAgain}</a>
          </p>
        )}
      </div>
    </Layout>
  )
}

function Choice({ context, languages, chosen, mostRounds, pdfHref }: BlankPageProps) {
  const m = papersMessages[context.language]
  return (
    <form method="get" action={pdfHref}>
      {languages.length > 1 && (
        <div class="q">
          <label for="language">{m.formLanguage}</label>
          <select id="language" name="language">
            {languages.map((one) => (
              <option key={one} value={one} selected={one === chosen.formLanguage}>
                {one}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="q">
        <label for="rounds">{m.rounds}</label>
        <p class="hint" id="rounds-hint">
          {m.roundsHint(mostRounds)}
        </p>
        <input
          class="number"
          type="number"
          id="rounds"
          name="rounds"
          min={1}
          max={mostRounds}
          value={chosen.rounds}
          aria-describedby="rounds-hint"
        />
      </div>
      <p class="send">
        <button type="submit" class="main">
          {m.make}
        </button>
      </p>
    </form>
  )
}
