// Which units a plan has a report for.

import type { UnitId } from '../ids.ts'
import { lineOf, standingFor, type UnitTree } from '../organisation/unit.ts'
import type { ReportPlan } from './plan.ts'

/**
 * The plan's unit itself; or the units right below it, in the order of the tree, under which units of the campaigns stand or count.
 * `asked`: the units of all the plan's campaigns.
 */
export function reportUnits(
  tree: UnitTree,
  { unitId, scope }: Pick<ReportPlan, 'unitId' | 'scope'>,
  asked: Iterable<UnitId>,
): UnitId[] {
  if (scope === 'whole') return [unitId]
  const top = standingFor(tree, unitId)
  if (!top) return []
  const having = new Set<UnitId>()
  for (const id of asked) {
    const standing = standingFor(tree, id)
    const line = standing ? lineOf(tree, standing.id) : []
    const child = line[line.indexOf(top.id) - 1]
    if (child) having.add(child)
  }
  return (tree.children.get(top.id) ?? []).filter((id) => having.has(id))
}
