// Who has reported and who hasn't: the figures of the leader's page and of a report's coverage.

import type { UnitId } from '../ids.ts'
import { ancestorAt, isUnder, type Unit, type UnitTree } from '../organisation/unit.ts'
import type { Summary } from '../summary/summary.ts'
import type { CampaignUnit } from './campaign.ts'

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

/**
 * Counts the campaign's units under `top`, grouped by their ancestor of `level` (a unit without one stands for itself),
 * groups in the order of the tree. A unit the tree no longer holds is left out of the groups and of the total.
 */
export function progressOf(
  tree: UnitTree,
  units: readonly CampaignUnit[],
  summaries: ReadonlyMap<UnitId, Summary>,
  scope: { readonly top: UnitId; readonly level: string },
): Progress {
  const groups = new Map<UnitId, { unit: Unit; expected: number; reported: number; missing: Unit[] }>()
  const order = new Map([...tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = (id: UnitId) => order.get(id) ?? order.size
  const inScope = units
    .filter(({ unitId }) => isUnder(tree, unitId, scope.top))
    .sort((a, b) => placeOf(a.unitId) - placeOf(b.unitId))
  for (const { unitId } of inScope) {
    const unit = tree.units.get(unitId)
    if (!unit) continue
    const group = ancestorAt(tree, unitId, scope.level) ?? unit
    const line = groups.get(group.id) ?? { unit: group, expected: 0, reported: 0, missing: [] }
    groups.set(group.id, line)
    line.expected += 1
    if ((summaries.get(unitId)?.responses ?? 0) > 0) line.reported += 1
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
