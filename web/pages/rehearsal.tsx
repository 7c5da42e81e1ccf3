// A rehearsal: what moving a campaign to another version of its form would leave without a question, and the button that moves
// it, good for exactly what is shown.

import type { FormChange } from '../../shared/form/changes.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { path } from '../../shared/paths.ts'
import type { Problem } from '../../shared/problems.ts'
import type { ReportPart } from '../../shared/report/reads.ts'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { langOf } from '../parts/texts.ts'
import type { PageContext } from './context.ts'
import { Layout } from './layout.tsx'

/** A version as it is called: its number and its author's name for it. */
type VersionName = { readonly version: number; readonly name: string }

export type ChangeLine = {
  readonly change: FormChange
  /** What the question is called in the version that the campaign asks now. */
  readonly label: string
  /** Labels of the choices that go. */
  readonly choices: readonly string[]
  /** Stored responses with answers that would be orphaned; undefined where none can be. */
  readonly answers: number | undefined
}

export type RehearsalPageProps = {
  readonly context: PageContext
  readonly deskStyle: string
  readonly campaignTitle: LocalText
  readonly from: VersionName
  readonly to: VersionName
  /** Where the version that it would move to is. */
  readonly versionHref: string
  readonly changes: readonly ChangeLine[]
  readonly indicators: readonly {
    readonly name: LocalText
    readonly questions: readonly string[]
    readonly reports: readonly { readonly title: LocalText; readonly parts: readonly ReportPart[] }[]
  }[]
  readonly responses: number
  /** Whether every stored response was looked at. */
  readonly isWhole: boolean
  readonly digest: string
  readonly problem?: Problem
}

export function RehearsalPage(props: RehearsalPageProps) {
  const { context, campaignTitle, to, from, changes, problem } = props
  const m = deskMessages[context.language]
  const { language } = context
  const title = localize(campaignTitle, language)
  const lost = changes.filter(({ answers }) => answers !== undefined)
  const others = changes.filter(({ answers }) => answers === undefined)
  return (
    <Layout
      context={context}
      title={`${m.rehearsal}: ${title}`}
      faulty={problem !== undefined}
      moreStyle={path.asset(props.deskStyle)}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      <section class="slip">
        <p class="over" lang={langOf(campaignTitle, language)}>
          {title}
        </p>
        <h1>{m.rehearsal}</h1>
        <p class="unit">{m.fromTo(m.thisVersion(from.version, from.name), m.thisVersion(to.version, to.name))}</p>
        <ul class="facts">
          <li>{m.looked(props.responses)}</li>
          {!props.isWhole && <li>{m.notWhole}</li>}
          <li>{m.drafts}</li>
          <li>{m.stillAccepted(m.thisVersion(from.version, from.name))}</li>
        </ul>
      </section>
      <section class="slip">
        <h2>{m.orphanedAnswers}</h2>
        {lost.length === 0 ? <p>{m.noneOrphaned}</p> : <Lost {...props} lines={lost} />}
      </section>
      <section class="slip">
        <h2>{m.orphanedIndicators}</h2>
        {props.indicators.length === 0 ? <p>{m.noIndicator}</p> : <Indicators {...props} />}
      </section>
      {others.length > 0 && (
        <section class="slip">
          <h2>{m.otherChanges}</h2>
          <ul class="changes">
            {others.map((line) => (
              <li key={`${line.change.kind} ${line.change.key}`}>
                <Question line={line} /> <ChangeText context={context} line={line} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Move {...props} />
    </Layout>
  )
}

const Question = ({ line }: { readonly line: ChangeLine }) => (
  <>
    {line.label !== line.change.key && <b>{line.label} </b>}
    <code>{line.change.key}</code>
  </>
)

function Lost({ context, lines, isWhole }: RehearsalPageProps & { readonly lines: readonly ChangeLine[] }) {
  const m = deskMessages[context.language]
  return (
    <table>
      <caption class="meta">{m.orphanedHint}</caption>
      <thead>
        <tr>
          <th scope="col">{m.question}</th>
          <th scope="col">{m.responsesWithAnswers}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.change.kind} ${line.change.key}`}>
            <th scope="row">
              <Question line={line} />
              <p class="meta">
                <ChangeText context={context} line={line} />
              </p>
            </th>
            <td class={line.answers === 0 ? undefined : 'short'}>
              {isWhole ? m.count(line.answers ?? 0) : m.atLeast(line.answers ?? 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeText({ context, line }: { readonly context: PageContext; readonly line: ChangeLine }) {
  const { change, choices } = line
  const m = deskMessages[context.language].changes
  const section = (names: readonly string[]) => (names.length === 0 ? m.top : names.join(' › '))
  switch (change.kind) {
    case 'renamed':
      return <>{m.renamed(change.to)}</>
    case 'retyped':
      return <>{(change.isKept ? m.retypedKept : m.retyped)(change.from, change.to)}</>
    case 'choices-removed':
      return <>{m.choicesRemoved(choices.join('; '))}</>
    case 'moved':
      return <>{(change.isKept ? m.movedKept : m.moved)(section(change.from), section(change.to))}</>
    default:
      return <>{m.plain[change.kind]}</>
  }
}

function Indicators({ context, indicators }: RehearsalPageProps) {
  const m = deskMessages[context.language]
  const { language } = context
  return (
    <>
      <p class="meta">{m.indicatorsHint}</p>
      {indicators.map(({ name, questions, reports }) => (
        <article key={name.vi} class="part">
          <h3 lang={langOf(name, language)}>{localize(name, language)}</h3>
          <p>
            {m.misses} <code>{questions.join(', ')}</code>
          </p>
          {reports.map(({ title, parts }) => (
            <div key={title.vi}>
              <p>
                {m.inReport} <span lang={langOf(title, language)}>{localize(title, language)}</span>:
              </p>
              <ul>
                {parts.map((part) => (
                  <li key={part}>{m.reportParts[part]}</li>
                ))}
              </ul>
            </div>
          ))}
        </article>
      ))}
    </>
  )
}

function Move({ context, from, to, versionHref, digest }: RehearsalPageProps) {
  const m = deskMessages[context.language]
  const isThere = from.version === to.version
  return (
    <section class="slip">
      <h2>{m.move}</h2>
      <p>{isThere ? m.asksThis : m.moveHint}</p>
      <div class="send">
        {!isThere && (
          <form method="post" action={context.here}>
            <input type="hidden" name="digest" value={digest} />
            <button type="submit" class="main">
              {m.moveNow(to.version)}
            </button>
          </form>
        )}
        <a href={versionHref}>{m.leaveIt}</a>
      </div>
    </section>
  )
}
