// The forms a person has to fill in, campaign by campaign: what is left first, then what is done.

import type { Campaign, PeriodState } from '../../shared/campaign/campaign.ts'
import type { PeriodId, ResponseId, UnitId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatDay } from '../../shared/messages/day.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import type { Day } from '../../shared/organisation/day.ts'
import type { DraftNotice } from '../../shared/paths.ts'
import { Bar } from '../parts/bar.tsx'
import { type ScoringLink, ScoringLinks } from '../parts/scoring-links.tsx'
import { langOf, shortNumber, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

/** Where a unit stands in a period. `at`: when that came about; ISO 8601, UTC. */
export type VisitState =
  | { readonly kind: 'to-do' }
  | { readonly kind: 'draft'; readonly at: string }
  | { readonly kind: 'returned'; readonly at: string; readonly reason: string; readonly hasDraft: boolean }
  | { readonly kind: 'not-possible'; readonly at: string; readonly reason: string }
  | {
      readonly kind: 'done'
      readonly at: string
      readonly responseId: ResponseId
      /** The name of the unit whose level accepted it last. */
      readonly accepted: { readonly by: string } | undefined
    }

export type VisitItem = {
  readonly unitId: UnitId
  readonly name: string
  readonly code: string
  readonly parentName: string | undefined
  readonly state: VisitState
  /** It is assigned to this person, by name or by a team, for a day or for none. */
  readonly visit?: { readonly on: Day | null } | undefined
  /** What the unit still has to put right; left out where it is nothing. */
  readonly actions?: number
  /** The form, or the receipt of what is done; undefined where the person may open neither. */
  readonly href: string | undefined
  /** Where one says that the visit was not possible. */
  readonly notPossible: string | undefined
}
export type VisitPeriod = {
  readonly id: PeriodId
  readonly state: PeriodState
  /** ISO 8601, UTC; null while nobody has set it. */
  readonly dueAt: string | null
  readonly items: readonly VisitItem[]
}
export type VisitsPageProps = {
  readonly context: PageContext
  /** In the organisation's time zone: a day before it is overdue. */
  readonly today: Day
  /** What was just done to a draft. */
  readonly notice: DraftNotice | undefined
  /** Where members wait to be scored. */
  readonly scoring: readonly ScoringLink[]
  readonly campaigns: readonly {
    readonly title: LocalText
    readonly kind: Campaign['kind']
    readonly periods: readonly VisitPeriod[]
    /** Nothing new is taken for now. */
    readonly isPaused?: boolean
    /** Units of this person beyond those in `periods`. */
    readonly hidden: number
  }[]
}

export const isLeft = ({ state }: VisitItem): boolean => state.kind !== 'done'

export function VisitsPage({ context, today, notice, scoring, campaigns }: VisitsPageProps) {
  const m = messagesOf(context)
  const { language } = context
  const { title } = m.visits
  return (
    <Layout context={context} title={title}>
      <h1>{title}</h1>
      {notice && (
        <p class="slip" role="status">
          {m.visits.notices[notice]}
        </p>
      )}
      <ScoringLinks context={context} links={scoring} />
      {campaigns.length === 0 && scoring.length === 0 && (
        <div class="slip">
          <p class="lead">{m.visits.none}</p>
          <p>{m.visits.noneNext}</p>
        </div>
      )}
      {campaigns.map(({ title, kind, periods, isPaused = false, hidden }) => (
        <section key={title.vi} class="slip">
          <p class="over">{m.kinds[kind]}</p>
          <h2 lang={langOf(title, language)}>{localize(title, language)}</h2>
          {isPaused && <p class="state">{m.visits.paused}</p>}
          {hidden > 0 && <p class="state">{m.visits.hidden(hidden)}</p>}
          {periods.map((period) => (
            <Period key={period.id} context={context} today={today} period={period} isWhole={hidden === 0} />
          ))}
        </section>
      ))}
    </Layout>
  )
}

type PeriodProps = {
  readonly context: PageContext
  readonly today: Day
  readonly period: VisitPeriod
  /** Whether every unit of this person is among the items. */
  readonly isWhole: boolean
}

/** What asks for something first comes first. */
const order: Record<VisitState['kind'], number> = { returned: 0, draft: 1, 'to-do': 2, 'not-possible': 3, done: 4 }

function Period({ context, today, period: { id, state, dueAt, items }, isWhole }: PeriodProps) {
  const m = messagesOf(context)
  const sorted = items.toSorted((a, b) => order[a.state.kind] - order[b.state.kind] || (dayOf(a) < dayOf(b) ? -1 : 1))
  const left = sorted.filter(isLeft)
  const done = sorted.filter((item) => !isLeft(item))
  const isAllDone = isWhole && items.length > 0 && left.length === 0
  return (
    <div class="part">
      <h3>{m.period(periodName(id, context.language))}</h3>
      {dueAt && <p class="meta">{m.visits.due(formatMoment(dueAt, context.language, context.timeZone))}</p>}
      {state !== 'open' && !isAllDone && <p class="state">{state === 'early' ? m.visits.early : m.states[state]}</p>}
      {items.length === 0 ? (
        <p>{m.visits.noUnits}</p>
      ) : (
        <p class="tally">
          {m.visits.left(left.length, items.length)}
          <Bar value={done.length} of={items.length} />
        </p>
      )}
      <Left context={context} today={today} items={left} />
      {isAllDone && <p>{m.visits.allDone}</p>}
      {done.length > 0 && (
        <details open={left.length === 0}>
          <summary>{m.visits.done(done.length)}</summary>
          <Rows context={context} today={today} items={done} />
        </details>
      )}
    </div>
  )
}

/** What sorts before what: by the day of the visit, those without one at the end. */
const dayOf = ({ visit }: VisitItem): string => visit?.on ?? '~'

type ItemsProps = { readonly context: PageContext; readonly today: Day; readonly items: readonly VisitItem[] }

/** What is assigned to the person stands before what else is theirs to do. */
function Left({ context, today, items }: ItemsProps) {
  const m = messagesOf(context).visits
  const assigned = items.filter(({ visit }) => visit)
  const others = items.filter(({ visit }) => !visit)
  if (items.length === 0) return null
  if (assigned.length === 0) return <Rows context={context} today={today} items={items} />
  return (
    <>
      <h4>{m.assigned}</h4>
      <Rows context={context} today={today} items={assigned} />
      {others.length > 0 && (
        <>
          <h4>{m.others}</h4>
          <Rows context={context} today={today} items={others} />
        </>
      )}
    </>
  )
}

const Rows = ({ context, today, items }: ItemsProps) => (
  <ul class="rows">
    {items.map((item) => (
      <li key={item.unitId}>
        {item.href === undefined ? (
          <div>
            <Row context={context} today={today} item={item} />
          </div>
        ) : (
          <a href={item.href}>
            <Row context={context} today={today} item={item} />
          </a>
        )}
        {item.notPossible && item.state.kind !== 'not-possible' && (
          <a href={item.notPossible} aria-label={messagesOf(context).visits.missedAt(item.name)}>
            {messagesOf(context).visits.missed}
          </a>
        )}
      </li>
    ))}
  </ul>
)

function Row({ context, today, item }: Omit<ItemsProps, 'items'> & { readonly item: VisitItem }) {
  const m = messagesOf(context)
  const { name, code, parentName, state, actions = 0, visit } = item
  return (
    <>
      <b>{unitName(name)}</b>
      <small>{[m.code(code), parentName && unitName(parentName)].filter(Boolean).join(' · ')}</small>
      {visit?.on && isLeft(item) && <VisitDay context={context} on={visit.on} isOver={visit.on < today} />}
      <StateLine context={context} state={state} />
      {actions > 0 && <small>{m.visits.actions(actions)}</small>}
    </>
  )
}

function VisitDay({
  context,
  on,
  isOver,
}: {
  readonly context: PageContext
  readonly on: Day
  readonly isOver: boolean
}) {
  const m = messagesOf(context).visits
  const day = formatDay(on, context.language)
  return isOver ? <small class="short">{m.overdue(day)}</small> : <small>{m.visitOn(day)}</small>
}

function StateLine({ context, state }: { context: PageContext; state: VisitState }) {
  const m = messagesOf(context).visits
  const moment = (iso: string) => formatMoment(iso, context.language, context.timeZone)
  switch (state.kind) {
    case 'to-do':
      return null
    case 'draft':
      return <small>{m.draft(moment(state.at))}</small>
    case 'returned':
      return (
        <>
          <small class="short">{m.returned(state.reason)}</small>
          {state.hasDraft && <small>{m.hasDraft}</small>}
        </>
      )
    case 'not-possible':
      return <small>{m.notPossible(moment(state.at), state.reason)}</small>
    case 'done':
      return (
        <>
          <small>
            {m.received(moment(state.at))} · {m.receipt(shortNumber(state.responseId))}
          </small>
          {state.accepted && <small class="met">{m.accepted(unitName(state.accepted.by))}</small>}
        </>
      )
  }
}
