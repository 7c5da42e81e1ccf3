// A form version as a page to fill in. It works without script: it posts to its own address, and comes back with what was
// typed and what is wrong with it.

import type { Child } from 'hono/jsx'
import { formTitle } from '../../shared/form/texts.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { periodName } from '../../shared/messages/period.ts'
import type { Problem } from '../../shared/problems.ts'
import { FaultLinks } from '../form/fault-links.tsx'
import { answersForm, FormBody } from '../form/form-body.tsx'
import { FormLanguage } from '../form/form-language.tsx'
import { type FormFiles, FormScript, moreStyle } from '../form/form-script.tsx'
import { FormNotices } from '../form/notices.tsx'
import type { FormScreen } from '../form/screen.ts'
import { AnswerList } from '../parts/answers.tsx'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { langOf, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type FormPageProps = {
  readonly context: PageContext
  readonly screen: FormScreen
  readonly campaignTitle: LocalText
  /** What the campaign is for and who sees what. */
  readonly description?: LocalText | undefined
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly periodId: PeriodId
  /** Where the parts of evidence go. */
  readonly evidenceBase: string
  readonly files: FormFiles
  readonly problem: Problem | undefined
  /** More on the problem, in its panel. */
  readonly told?: Child
  /** What is to be known before it is filled in: what was returned, which draft goes on. */
  readonly above?: Child
  /** Fields of the page's own, before the questions. */
  readonly own?: Child
  /** The ways on beside the button that sends. */
  readonly ways: Child
}

export function FormPage(props: FormPageProps) {
  const { context, screen, problem } = props
  const title = formTitle(screen.version.form, screen.language)
  return (
    <Layout
      context={context}
      title={`${title}: ${props.unit.name}`}
      faulty={problem !== undefined || screen.faults.size > 0}
      typedIn={answersForm}
      moreStyle={moreStyle(screen, props.files)}
    >
      {problem && <FormProblem {...props} problem={problem} />}
      {!problem && <FormNotices context={context} screen={screen} />}
      {props.above}
      <div class="slip">
        <FormHead {...props} />
        <FormBody screen={screen} action={context.here} evidenceBase={props.evidenceBase} beside={props.ways}>
          {props.own}
        </FormBody>
      </div>
      <FormScript screen={screen} files={props.files} timeZone={context.timeZone} />
    </Layout>
  )
}

function FormHead({ context, screen, campaignTitle, description, unit, periodId }: FormPageProps) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <div class="head">
      <p class="over" lang={langOf(campaignTitle, language)}>
        {localize(campaignTitle, language)}
      </p>
      <h1>{formTitle(screen.version.form, screen.language)}</h1>
      <p class="unit">{unitName(unit.name)}</p>
      <p class="meta">
        {[m.code(unit.code), unit.parentName && unitName(unit.parentName), m.period(periodName(periodId, language))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {description && (
        <p class="note" lang={langOf(description, language)}>
          {localize(description, language)}
        </p>
      )}
      <p class="meta">{m.form.allRequired}</p>
      <FormLanguage screen={screen} />
    </div>
  )
}

function FormProblem({ context, screen, problem, told }: FormPageProps & { problem: Problem }) {
  const m = messagesOf(context)
  const { language } = context
  const stored = problem.code === 'response.conflict' ? problem.stored : undefined
  const faults = problem.code === 'answers.invalid' ? problem.faults : []
  return (
    <ProblemPanel context={context} problem={problem}>
      {faults.length > 0 && <FaultLinks screen={screen} faults={faults} />}
      {stored && (
        <details>
          <summary>{m.form.stored}</summary>
          <AnswerList version={screen.version} answers={new Map(Object.entries(stored.answers))} language={language} />
        </details>
      )}
      {told ?? <p>{m.form.kept}</p>}
    </ProblemPanel>
  )
}
