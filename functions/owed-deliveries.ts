// What is still to be delivered of a report, and when: by its plan, and by what was begun or asked for again.

import type { DeliveredTo, Delivery, Occasion } from '../shared/report/delivery.ts'
import { isSettled } from '../shared/report/delivery.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import { listDeliveries, type StoredDelivery } from './store/deliveries.ts'
import type { Report } from './store/reports.ts'
import type { Table } from './store/table.ts'

export type Owed = {
  readonly occasion: Occasion
  readonly to: DeliveredTo
  readonly stored: StoredDelivery | undefined
  /** ISO 8601, UTC. */
  readonly dueAt: string
}

/** A try that hasn't been heard of for so long has died. */
const diedAfterMinutes = 5

const after = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString()

/** What a report is by now, to those who are waiting for it; undefined while it is neither ready nor issued, or was withdrawn. */
export function occasionOf({ state, issue }: Report): Occasion | undefined {
  if (issue) return issue.files && !issue.withdrawn ? 'issued' : undefined
  return state === 'ready' ? 'ready' : undefined
}

const receivers = ({ mail, webhook }: Delivery): DeliveredTo[] => [
  ...(mail?.to ?? []),
  ...(webhook ? (['webhook'] as const) : []),
]

function dueAt({ delivered: { state, at, nextAt } }: StoredDelivery): string {
  return state === 'sending' ? after(at, diedAfterMinutes) : (nextAt ?? at)
}

/** Everything that is owed, whether its time has come or not; nothing once all of it is settled. */
export async function owedOf(table: Table, report: Report, plan: ReportPlan, now: string): Promise<Owed[]> {
  const is = occasionOf(report)
  if (is === undefined) return []
  const stored = await listDeliveries(table, report, report.id)
  const begun = stored
    .filter(({ delivered }) => !isSettled(delivered))
    .map((one) => ({ occasion: one.delivered.occasion, to: one.delivered.to, stored: one, dueAt: dueAt(one) }))
  const { delivery } = plan
  // An issued report is ready too: whoever waits for either is told once.
  if (!delivery || (delivery.when === 'issued' && is !== 'issued')) return begun
  const known = new Set(
    stored.filter(({ delivered }) => delivered.occasion === delivery.when).map((one) => one.delivered.to),
  )
  const fresh = receivers(delivery)
    .filter((to) => !known.has(to))
    .map((to) => ({ occasion: delivery.when, to, stored: undefined, dueAt: now }))
  return [...begun, ...fresh]
}
