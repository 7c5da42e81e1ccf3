// Which actions are late, and how far they have climbed: with every further week the next unit above sees them as its own
// concern. All of it follows from today's date and today's tree, so nothing has to run for it.

import type { UnitId } from '../ids.ts'
import type { Day } from '../organisation/day.ts'
import { lineOf, type UnitTree } from '../organisation/unit.ts'
import type { UnitAction } from './action.ts'
import { daysBetween } from './day.ts'

/** Days after which a late action climbs, and climbs again. */
const climbEveryDays = 7

type Due = Pick<UnitAction, 'state' | 'dueOn'>

/** Days since it should have been put right; 0 while it isn't late. What is reported as done waits for others. */
export function daysLate({ state, dueOn }: Due, today: Day): number {
  if (state !== 'open' || dueOn === null || today <= dueOn) return 0
  return daysBetween(dueOn, today)
}

/** The unit whose concern it is today: its own, or one of those above it. The top has nobody above. */
export function concernOf(
  tree: UnitTree,
  action: Due & Pick<UnitAction, 'unitId'>,
  today: Day,
  everyDays = climbEveryDays,
): UnitId {
  const line = lineOf(tree, action.unitId)
  const steps = Math.floor(daysLate(action, today) / everyDays)
  return line[Math.min(steps, line.length - 1)] ?? action.unitId
}
