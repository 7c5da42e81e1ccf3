// Who has reported and who hasn't: the figures of the leader's page and of a report's coverage.

import type { UnitId } from '../ids.ts'
import { ancestorAt, isUnder, standingFor, type Unit, type UnitTree, unitIn } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { CampaignUnit } from './campaign.ts'
import { isExpectedIn, type Round } from './placement.ts'

export type Progress = {
  /** Units of the campaign in the scope, and those of them with at least one response that counts. */
  readonly expected: number
  readonly reported: number
  readonly missing: readonly Unit[]
  readonly groups: readonly GroupProgress[]
}
export type GroupProgress = {
  readonly unit: Unit
  readonly expected: number
  readonly reported: number
  readonly missing: readonly Unit[]
}

/** A unit of a campaign on the day on which its period's units are placed. */
export type PlacedUnit = {
  readonly unit: Unit
  /** The standing unit under which it counts: itself, or what a closed one rolls up to. */
  readonly standing: Unit
  /** Whether answers were expected of it, as one knew on that day. */
  readonly isExpected: boolean
}

/**
 * The campaign's units that count in a period at or below `top` (all of them without one), in the order of the tree; closed ones
 * behind. `tree`: of the day that places the period's units.
 */
export function placedUnits(tree: UnitTree, units: readonly CampaignUnit[], period: Round, top?: UnitId): PlacedUnit[] {
  const order = new Map([...tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = ({ unit, standing }: PlacedUnit) => order.get(unit.id) ?? (order.get(standing.id) ?? order.size) + 0.5
  return units
    .flatMap((one): PlacedUnit[] => {
      const { unitId } = one
      const unit = unitIn(tree, unitId)
      const standing = standingFor(tree, unitId)
      if (!unit || !standing || (top !== undefined && !isUnder(tree, unitId, top))) return []
      return [{ unit, standing, isExpected: isExpectedIn(tree, one, period) }]
    })
    .sort((a, b) => placeOf(a) - placeOf(b))
}

/**
 * Counts the campaign's units at or below `top`, grouped by their ancestor of `level` (a unit without one stands for itself),
 * groups in the order of the tree. Merged units count under who carries on for them. A unit of which nothing was expected on
 * the day of the tree has a place among the groups where something has come of it, and is in no number.
 */
export function progressOf(
  tree: UnitTree,
  units: readonly CampaignUnit[],
  summaries: ReadonlyMap<UnitId, Summary>,
  scope: { readonly period: Round; readonly top?: UnitId; readonly level: string },
): Progress {
  const groups = new Map<UnitId, { unit: Unit; expected: number; reported: number; missing: Unit[] }>()
  for (const { unit, standing, isExpected: counts } of placedUnits(tree, units, scope.period, scope.top)) {
    const hasReported = (summaries.get(unit.id)?.responses ?? 0) > 0
    if (!counts && !hasReported) continue
    const group = ancestorAt(tree, unit.id, scope.level) ?? standing
    const line = groups.get(group.id) ?? { unit: group, expected: 0, reported: 0, missing: [] }
    groups.set(group.id, line)
    if (!counts) continue
    line.expected += 1
    if (hasReported) line.reported += 1
    else line.missing.push(unit)
  }
  const lines = [...groups.values()]
  return {
    expected: lines.reduce((sum, line) => sum + line.expected, 0),
    reported: lines.reduce((sum, line) => sum + line.reported, 0),
    missing: lines.flatMap((line) => line.missing),
    groups: lines,
  }
}
