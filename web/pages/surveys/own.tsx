// A member's own page in a named survey: where the answers of each period stand, and one of them, read-only.

import type { Answers } from '../../../shared/form/answers.ts'
import { type FormVersion, formItems } from '../../../shared/form/form.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { describeProblem } from '../../../shared/messages/problem.ts'
import { type OwnState, surveyOwnMessages } from '../../../shared/messages/survey-own.ts'
import type { Problem } from '../../../shared/problems.ts'
import { AnswerList } from '../../parts/answers.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { Personal } from './survey.tsx'

/** One period's answer. */
export type OwnLine = {
  readonly periodId: PeriodId
  readonly state: OwnState
  /** When it was sent last; ISO 8601, UTC. */
  readonly sentAt: string
  /** What a reviewer wrote with the step that stands. */
  readonly words: string | undefined
  readonly href: string
  /** Where it is changed; undefined where it can't be now. */
  readonly changeHref: string | undefined
}

/** How answers and badges look; pages of anonymous surveys are spared these bytes. */
export const ownStyle = ({ assetUrl }: PageContext): string => assetUrl('answers.css')

/** Whose page it is: the member's name and unit, and the survey. */
type About = {
  readonly context: PageContext
  readonly organisation: LocalText
  readonly title: LocalText
  readonly name: string
}

export type OwnPageProps = About & {
  readonly lines: readonly OwnLine[]
  /** Something was sent just now. */
  readonly isSent: boolean
  /** Why the form of this period isn't here, where it wasn't answered. */
  readonly problem: Problem | undefined
}

export function OwnPage(props: OwnPageProps) {
  const { context, lines, isSent, problem } = props
  const { language } = context
  const m = surveyOwnMessages[language]
  const said = problem && describeProblem(problem, language, context.timeZone)
  return (
    <Layout
      context={context}
      title={m.title}
      moreStyle={ownStyle(context)}
      scripts={isSent ? [context.assetUrl('survey.js')] : []}
    >
      <div class="slip" data-sent={isSent ? 'yes' : undefined}>
        <Head {...props} title={props.title} heading={m.title} />
        {isSent && (
          <p class="state" role="status">
            <b>{m.sentNow}</b>
          </p>
        )}
        {said && (
          <p class="state">
            <b>{said.title}.</b> {said.detail} {said.next}
          </p>
        )}
        {lines.length > 0 && (
          <section class="part">
            <OwnLines context={context} lines={lines} />
          </section>
        )}
      </div>
    </Layout>
  )
}

function Head({ context, organisation, title, name, heading }: About & { readonly heading: string }) {
  const { language } = context
  return (
    <div class="head">
      <p class="over" lang={langOf(organisation, language)}>
        {localize(organisation, language)}
      </p>
      <h1>{heading}</h1>
      <p class="lead" lang={langOf(title, language)}>
        {localize(title, language)}
      </p>
      <Personal language={language} name={name} />
    </div>
  )
}

type LinesProps = { readonly context: PageContext; readonly lines: readonly OwnLine[] }

/** What was answered, the newest period first. */
export function OwnLines({ context, lines }: LinesProps) {
  const m = surveyOwnMessages[context.language]
  if (lines.length === 0) return null
  return (
    <>
      <h2>{m.history}</h2>
      <ul class="own-lines">
        {lines.map((line) => (
          <li key={line.periodId}>
            <h3>{periodName(line.periodId, context.language)}</h3>
            <OwnStanding context={context} line={line} />
            <p class="send">
              <a href={line.href}>{m.read(periodName(line.periodId, context.language))}</a>
              <ChangeLink context={context} line={line} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

type LineProps = { readonly context: PageContext; readonly line: OwnLine }

function ChangeLink({ context: { language }, line }: LineProps) {
  const m = surveyOwnMessages[language]
  if (line.changeHref === undefined) return null
  const text = (line.state === 'returned' ? m.resend : m.change)(periodName(line.periodId, language))
  return <a href={line.changeHref}>{text}</a>
}

type KeptProps = { readonly context: PageContext; readonly keptAt: string }

/** That a draft goes on, and the way to be rid of it; in two steps, because nothing brings it back. */
export function KeptNotice({ context, keptAt }: KeptProps) {
  const { language, timeZone, here } = context
  const m = surveyOwnMessages[language]
  return (
    <div class="slip">
      <p>{m.resumed(formatMoment(keptAt, language, timeZone))}</p>
      <details>
        <summary>{m.discard.summary}</summary>
        <p>{m.discard.lead}</p>
        <form method="post" action={here}>
          <p class="make">
            <button type="submit" name="action" value="discard">
              {m.discard.button}
            </button>
          </p>
        </form>
      </details>
    </div>
  )
}

/** Where one stands, and what was written to it. */
export function OwnStanding({ context, line }: LineProps) {
  const { language, timeZone } = context
  const m = surveyOwnMessages[language]
  const badge = line.state === 'confirmed' ? 'badge good' : line.state === 'returned' ? 'badge due' : 'badge'
  return (
    <>
      <p>
        <span class={badge}>{m.states[line.state]}</span>
      </p>
      {line.words && (
        <p class="note">
          <b>{m.words}:</b> {line.words}
        </p>
      )}
      <p class="meta">{m.sentAt(formatMoment(line.sentAt, language, timeZone))}</p>
    </>
  )
}

export type OwnAnswerProps = About & {
  readonly line: OwnLine
  readonly version: FormVersion
  readonly answers: Answers
  /** The group that the cell fills in, while its scores are not confirmed. */
  readonly hidden: string | undefined
  readonly backHref: string
}

export function OwnAnswerPage(props: OwnAnswerProps) {
  const { context, line, version, answers, hidden, backHref } = props
  const { language } = context
  const m = surveyOwnMessages[language]
  const without = formItems(version.form).find(({ name, parent }) => name === hidden && parent === undefined)?.index
  const heading = m.answer(periodName(line.periodId, language))
  return (
    <Layout context={context} title={heading} moreStyle={ownStyle(context)}>
      <div class="slip">
        <Head {...props} heading={heading} />
        <OwnStanding context={context} line={line} />
        <section class="part" aria-label={heading}>
          <AnswerList version={version} answers={answers} language={language} without={without} />
          {without !== undefined && <p class="state">{m.scores}</p>}
        </section>
        <p class="send">
          <a href={backHref}>{m.back}</a>
          <ChangeLink context={context} line={line} />
        </p>
      </div>
    </Layout>
  )
}
