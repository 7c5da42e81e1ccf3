// Periods and the tree: where a period's units are placed, and for which periods somebody answers for a unit.

import type { PeriodId, UnitId } from '../ids.ts'
import { type Action, holdsAt, mayAt, type Person } from '../organisation/access.ts'
import { type Day, readDay } from '../organisation/day.ts'
import { isExpected, type UnitTree } from '../organisation/unit.ts'
import { daysOf, type ReportPeriod } from '../report/period.ts'
import type { CampaignPeriod, CampaignUnit } from './campaign.ts'

const endOf = (id: ReportPeriod): Day => {
  const day = readDay(daysOf(id).end)
  if (!day) throw new Error(`Period ${id} has no last day`)
  return day
}

/** The day whose tree places the units of a period: its last one, or today while it lasts. */
export function placementDay(id: ReportPeriod, today: Day): Day {
  const end = endOf(id)
  return end < today ? end : today
}

/** A period of a campaign, or a longer one of a report. */
export type Round = { readonly id: ReportPeriod } & Pick<CampaignPeriod, 'isPast'>

/**
 * Whether answers were expected of a campaign's unit in a period, as one knew it on the day of the tree: nobody was asked in a
 * period that was added for figures of then, and a unit that came later owes nothing for what was over.
 */
export const isExpectedIn = (
  tree: UnitTree,
  { unitId, since }: Pick<CampaignUnit, 'unitId' | 'since'>,
  { id, isPast }: Round,
): boolean => !isPast && (since === undefined || since <= endOf(id)) && isExpected(tree, unitId)

/** Whether a unit stood when a period ended, by today's tree; while the period lasts: whether it stands today. */
export function stoodIn(tree: UnitTree, unitId: UnitId, period: PeriodId): boolean {
  const end = endOf(period)
  const closed = tree.closed.get(unitId)
  if (closed) return closed.closedFrom > end
  return tree.units.has(unitId) && (tree.since.get(unitId) ?? end) <= end
}

/**
 * Whether the person may answer for a unit in a period. Nobody answers for a closed unit, except in periods that ended while it
 * stood: what is still owed for those is sent by those with a role there, or above where it rolls up to.
 */
export const mayAnswer = (
  person: Person,
  tree: UnitTree,
  action: Action,
  { unitId, period }: { readonly unitId: UnitId; readonly period: PeriodId },
): boolean =>
  mayAt(person, tree, action, unitId) ||
  (tree.closed.has(unitId) && stoodIn(tree, unitId, period) && holdsAt(person, tree, action, unitId))
