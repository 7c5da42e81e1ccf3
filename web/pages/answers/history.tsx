// The history of a record: what was done when by whom, and what differs between two revisions.

import { answersMessages } from '../../../shared/messages/answers.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import type { Run } from '../../../shared/response/diff.ts'
import type { PageContext } from '../context.ts'

export type HistoryLine = {
  readonly revision: number
  readonly what: string
  /** Undefined where nobody is named. */
  readonly by: string | undefined
  /** ISO 8601, UTC. */
  readonly at: string
  readonly words: string | undefined
  readonly isLate: boolean
  readonly isQuarantined: boolean
  readonly compareWith: number | undefined
}
export type ChangeLine = {
  readonly label: string
  /** Undefined where it wasn't answered. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** Word by word, for texts that were changed. */
  readonly runs: readonly Run[] | undefined
}
export type ComparisonProps = {
  readonly context: PageContext
  /** Of what lies in a revision before it: the address of the page with two revisions to compare. */
  readonly compareHref: (from: number, to: number) => string
  readonly revisions: readonly number[]
  /** Carried on by the form that compares. */
  readonly carried: readonly (readonly [string, string])[]
  readonly action: string
  readonly comparison:
    | { readonly from: number; readonly to: number; readonly changes: readonly ChangeLine[]; readonly more: number }
    | undefined
}

type HistoryProps = Pick<ComparisonProps, 'context' | 'compareHref'> & { readonly history: readonly HistoryLine[] }

export function HistoryList({ context, history, compareHref }: HistoryProps) {
  const { language, timeZone } = context
  const m = answersMessages[language].history
  return (
    <section class="part">
      <h2 id="history">{m.title}</h2>
      <ol class="history" reversed>
        {history.map(({ revision, what, by, at, words, isLate, isQuarantined, compareWith }) => (
          <li key={revision} value={revision}>
            <b>{what}</b>
            {(isLate || isQuarantined) && ` (${isQuarantined ? m.inQuarantine : m.late})`}
            <small>{m.by(by ?? m.system, formatMoment(at, language, timeZone))}</small>
            {words && <blockquote>{words}</blockquote>}
            {compareWith !== undefined && <a href={compareHref(compareWith, revision)}>{m.compareWith(compareWith)}</a>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Comparison(props: ComparisonProps) {
  const { context, comparison } = props
  // Where nothing was ever answered otherwise, there is nothing to compare.
  if (!comparison) return null
  const m = answersMessages[context.language].history
  return (
    <section class="part">
      <h2 id="compare">{m.compare}</h2>
      <p class="unit">{m.differences(comparison.from, comparison.to)}</p>
      {comparison.changes.length === 0 && <p>{m.same}</p>}
      <dl class="changed">
        {comparison.changes.map((change) => (
          <Change key={change.label} context={context} change={change} />
        ))}
      </dl>
      {comparison.more > 0 && <p class="meta">{m.moreChanges(comparison.more)}</p>}
      <Choose {...props} comparison={comparison} />
    </section>
  )
}

type Chosen = { readonly comparison: NonNullable<ComparisonProps['comparison']> }

function Choose({ context, action, carried, revisions, comparison }: ComparisonProps & Chosen) {
  const m = answersMessages[context.language].history
  const select = (name: 'from' | 'to', label: string, chosen: number) => (
    <div class="q">
      <label for={`c-${name}`}>{label}</label>
      <select id={`c-${name}`} name={name}>
        {revisions.map((revision) => (
          <option key={revision} value={String(revision)} selected={revision === chosen}>
            {m.revision(revision)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form class="compare" method="get" action={`${action}#compare`}>
      {carried.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {select('from', m.compareFrom, comparison.from)}
      {select('to', m.compareTo, comparison.to)}
      <p class="make">
        <button type="submit">{m.doCompare}</button>
      </p>
    </form>
  )
}

function Change({ context, change }: { readonly context: PageContext; readonly change: ChangeLine }) {
  const m = answersMessages[context.language].history
  const { label, before, after, runs } = change
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {runs ? (
          runs.map((run) => <Piece key={`${run.kind} ${run.text}`} context={context} {...run} />)
        ) : (
          <>
            {before === undefined ? (
              <span class="none">{m.nothingBefore}</span>
            ) : (
              <Piece context={context} kind="removed" text={before} />
            )}{' '}
            {after === undefined ? (
              <span class="none">{m.nothingAfter}</span>
            ) : (
              <Piece context={context} kind="added" text={after} />
            )}
          </>
        )}
      </dd>
    </div>
  )
}

/** Said and not only drawn: many screen readers pass over del and ins. */
function Piece({ context, kind, text }: Run & { readonly context: PageContext }) {
  const m = answersMessages[context.language].history
  if (kind === 'same') return <>{text}</>
  if (kind === 'removed')
    return (
      <del>
        <span class="unseen">{` ${m.removed} `}</span>
        {text}
      </del>
    )
  return (
    <ins>
      <span class="unseen">{` ${m.added} `}</span>
      {text}
    </ins>
  )
}
