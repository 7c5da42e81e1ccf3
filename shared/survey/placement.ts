// Where anonymous answers are kept: under the smallest unit of their branch in which enough people are invited, so that the
// place of an answer says little about who gave it.

import type { UnitId } from '../ids.ts'
import type { UnitTree } from '../organisation/unit.ts'

/** Fewer invited people than this don't keep their answers at their own unit. */
const leastInvited = 10

/** A unit that answers are kept under, and how many people answer there. */
export type Place = { readonly unitId: UnitId; readonly invited: number }

export type Placement = {
  readonly places: readonly Place[]
  /** The place of each unit in which somebody is invited. */
  readonly of: ReadonlyMap<UnitId, UnitId>
}

/**
 * Works out the places from the number of people invited in each unit. A unit with too few of them, together with what
 * climbed up to it from below, hands them to the unit above; the survey's top keeps what reaches it.
 */
export function placementOf(tree: UnitTree, top: UnitId, invited: ReadonlyMap<UnitId, number>): Placement {
  const of = new Map<UnitId, UnitId>()
  const places: Place[] = []
  const climb = (unit: UnitId): UnitId[] => {
    const from = [...(invited.has(unit) ? [unit] : []), ...(tree.children.get(unit) ?? []).flatMap(climb)]
    const count = from.reduce((sum, one) => sum + (invited.get(one) ?? 0), 0)
    if (count === 0 || (count < leastInvited && unit !== top)) return from
    for (const one of from) of.set(one, unit)
    places.push({ unitId: unit, invited: count })
    return []
  }
  climb(top)
  return { places, of }
}
