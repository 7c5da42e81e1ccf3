// The forms a person has to fill in, campaign by campaign: what is left first, then what is done.

import type { Campaign, PeriodState } from '../../shared/campaign/campaign.ts'
import type { PeriodId, ResponseId, UnitId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import { Bar } from '../parts/bar.tsx'
import { langOf, shortNumber, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type VisitItem = {
  readonly unitId: UnitId
  readonly name: string
  readonly code: string
  readonly parentName: string | undefined
  readonly done: { readonly receivedAt: string; readonly responseId: ResponseId } | undefined
  /** The form, or the receipt of what is done; undefined where the person may open neither. */
  readonly href: string | undefined
}
type VisitPeriod = {
  readonly id: PeriodId
  readonly state: PeriodState
  readonly items: readonly VisitItem[]
}
export type VisitsPageProps = {
  readonly context: PageContext
  readonly campaigns: readonly {
    readonly title: LocalText
    readonly kind: Campaign['kind']
    readonly periods: readonly VisitPeriod[]
    /** Units of this person beyond those in `periods`. */
    readonly hidden: number
  }[]
}

export function VisitsPage({ context, campaigns }: VisitsPageProps) {
  const m = messagesOf(context)
  const { language } = context
  return (
    <Layout context={context} title={m.visits.title}>
      <h1>{m.visits.title}</h1>
      {campaigns.length === 0 && (
        <div class="slip">
          <p class="lead">{m.visits.none}</p>
          <p>{m.visits.noneNext}</p>
        </div>
      )}
      {campaigns.map(({ title, kind, periods, hidden }) => (
        <section key={title.vi} class="slip">
          <p class="over">{m.kinds[kind]}</p>
          <h2 lang={langOf(title, language)}>{localize(title, language)}</h2>
          {hidden > 0 && <p class="state">{m.visits.hidden(hidden)}</p>}
          {periods.map((period) => (
            <Period key={period.id} context={context} period={period} isWhole={hidden === 0} />
          ))}
        </section>
      ))}
    </Layout>
  )
}

type PeriodProps = {
  readonly context: PageContext
  readonly period: VisitPeriod
  /** Whether every unit of this person is among the items. */
  readonly isWhole: boolean
}

function Period({ context, period: { id, state, items }, isWhole }: PeriodProps) {
  const m = messagesOf(context)
  const left = items.filter((item) => !item.done)
  const done = items.filter((item) => item.done)
  const isAllDone = isWhole && items.length > 0 && left.length === 0
  return (
    <div class="part">
      <h3>{m.period(periodName(id, context.language))}</h3>
      {state !== 'open' && !isAllDone && <p class="state">{state === 'early' ? m.visits.early : m.states[state]}</p>}
      {items.length === 0 ? (
        <p>{m.visits.noUnits}</p>
      ) : (
        <p class="tally">
          {m.visits.left(left.length, items.length)}
          <Bar value={done.length} of={items.length} />
        </p>
      )}
      {left.length > 0 && <Rows context={context} items={left} />}
      {isAllDone && <p>{m.visits.allDone}</p>}
      {done.length > 0 && (
        <details open={left.length === 0}>
          <summary>{m.visits.done(done.length)}</summary>
          <Rows context={context} items={done} />
        </details>
      )}
    </div>
  )
}

const Rows = ({ context, items }: { context: PageContext; items: readonly VisitItem[] }) => (
  <ul class="rows">
    {items.map((item) => (
      <li key={item.unitId}>
        {item.href === undefined ? (
          <div>
            <Row context={context} item={item} />
          </div>
        ) : (
          <a href={item.href}>
            <Row context={context} item={item} />
          </a>
        )}
      </li>
    ))}
  </ul>
)

function Row({ context, item: { name, code, parentName, done } }: { context: PageContext; item: VisitItem }) {
  const m = messagesOf(context)
  return (
    <>
      <b>{unitName(name)}</b>
      <small>{[m.code(code), parentName && unitName(parentName)].filter(Boolean).join(' · ')}</small>
      {done && (
        <small>
          {m.visits.received(formatMoment(done.receivedAt, context.language, context.timeZone))} ·{' '}
          {m.visits.receipt(shortNumber(done.responseId))}
        </small>
      )}
    </>
  )
}
