// A form version as a page to fill in. It works without script: it posts to its own address, and comes back with what
// was typed and what is wrong with it.

import type { AnswerFault } from '../../shared/form/answers.ts'
import { answeredQuestions, type FormVersion, type Question } from '../../shared/form/form.ts'
import type { PeriodId, ResponseId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { periodName } from '../../shared/messages/period.ts'
import { describeFault } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import type { Problem } from '../../shared/problems.ts'
import { AnswerList } from '../parts/answers.tsx'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { fieldId, QuestionField } from '../parts/question.tsx'
import { langOf, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type FormPageProps = {
  readonly context: PageContext
  readonly form: FormVersion
  readonly campaignTitle: LocalText
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  readonly periodId: PeriodId
  /** Made by the server when the page is first shown and sent back with it, so that a second click is no second form. */
  readonly responseId: ResponseId
  /** What was typed before, by question name, as it was typed. */
  readonly values: ReadonlyMap<string, string>
  readonly problem: Problem | undefined
}

const answersForm = 'answers'

export function FormPage(props: FormPageProps) {
  const { context, form, problem } = props
  const m = messagesOf(context)
  const title = localize(form.title, context.language)
  return (
    <Layout
      context={context}
      title={`${title}: ${props.unit.name}`}
      faulty={problem !== undefined}
      typedIn={answersForm}
    >
      {problem && <FormProblem {...props} problem={problem} />}
      <div class="slip">
        <FormHead {...props} />
        <form id={answersForm} method="post" action={context.here} autocomplete="off" novalidate>
          <input type="hidden" name="id" value={props.responseId} />
          <input type="hidden" name="formVersion" value={String(form.version)} />
          <Questions {...props} questions={form.questions} depth={2} />
          <div class="send">
            <button type="submit" class="main">
              {m.form.submit}
            </button>
            <a href={path.visits()}>{m.form.back}</a>
          </div>
        </form>
      </div>
    </Layout>
  )
}

function FormHead({ context, form, campaignTitle, unit, periodId }: FormPageProps) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <div class="head">
      <p class="over" lang={langOf(campaignTitle, language)}>
        {localize(campaignTitle, language)}
      </p>
      <h1 lang={langOf(form.title, language)}>{localize(form.title, language)}</h1>
      <p class="unit">{unitName(unit.name)}</p>
      <p class="meta">
        {[m.code(unit.code), unit.parentName && unitName(unit.parentName), m.period(periodName(periodId, language))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="meta">{m.form.allRequired}</p>
    </div>
  )
}

const faultsOf = (problem: Problem | undefined): readonly AnswerFault[] =>
  problem?.code === 'answers.invalid' ? problem.faults : []

function FormProblem({ context, form, problem }: FormPageProps & { problem: Problem }) {
  const m = messagesOf(context)
  const { language } = context
  const labels = new Map(answeredQuestions(form).map(({ name, label }) => [name, localize(label, language)]))
  const stored = problem.code === 'response.conflict' ? problem.stored : undefined
  return (
    <ProblemPanel context={context} problem={problem}>
      {faultsOf(problem).length > 0 && (
        <ul>
          {faultsOf(problem).map((fault) => (
            <li key={`${fault.question} ${fault.code}`}>
              {labels.has(fault.question) ? (
                <a href={`#${fieldId(fault.question)}`}>{describeFault(fault, language, labels.get(fault.question))}</a>
              ) : (
                describeFault(fault, language)
              )}
            </li>
          ))}
        </ul>
      )}
      {stored && (
        <details>
          <summary>{m.form.stored}</summary>
          <AnswerList form={form} answers={new Map(Object.entries(stored.answers))} language={language} />
        </details>
      )}
      <p>{m.form.kept}</p>
    </ProblemPanel>
  )
}

type QuestionsProps = FormPageProps & { readonly questions: readonly Question[]; readonly depth: number }

function Questions({ questions, depth, ...props }: QuestionsProps) {
  const { context, values, problem } = props
  return (
    <>
      {questions.map((question) => {
        if (question.type === 'group') return <Group key={question.name} {...props} group={question} depth={depth} />
        if (question.type === 'note') return <Note key={question.name} note={question} context={context} />
        return (
          <QuestionField
            key={question.name}
            question={question}
            language={context.language}
            value={values.get(question.name) ?? ''}
            fault={faultsOf(problem).find((fault) => fault.question === question.name)}
          />
        )
      })}
    </>
  )
}

/** Groups within groups get the next smaller heading. */
function Group({
  group,
  depth,
  ...props
}: FormPageProps & { group: Extract<Question, { type: 'group' }>; depth: number }) {
  const { language } = props.context
  const Heading = headings[Math.min(depth, 6) as keyof typeof headings]
  return (
    <section class={depth === 2 ? 'part' : undefined} aria-labelledby={`g-${group.name}`}>
      <Heading id={`g-${group.name}`} lang={langOf(group.label, language)}>
        {localize(group.label, language)}
      </Heading>
      {group.hint && (
        <p class="hint" lang={langOf(group.hint, language)}>
          {localize(group.hint, language)}
        </p>
      )}
      <Questions {...props} questions={group.questions} depth={depth + 1} />
    </section>
  )
}

const headings = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

function Note({ note, context: { language } }: { note: Extract<Question, { type: 'note' }>; context: PageContext }) {
  return (
    <div class="note">
      <p lang={langOf(note.label, language)}>{localize(note.label, language)}</p>
      {note.hint && (
        <p class="hint" lang={langOf(note.hint, language)}>
          {localize(note.hint, language)}
        </p>
      )}
    </div>
  )
}
