// Which units a campaign asks, worked out from its rule over today's tree, and what has to be written for it.

import type { UnitId } from '../ids.ts'
import { isUnder, type UnitTree } from '../organisation/unit.ts'
import type { Campaign, CampaignUnit, Scope } from './campaign.ts'
import { enterUnit } from './campaign.ts'

/** Units that a campaign may hold. */
export const mostCampaignUnits = 12_000

type Given = {
  readonly tree: UnitTree
  readonly scope: Scope
  readonly countingRule: Campaign['countingRule']
  /** The units of the other campaign, where the rule follows one. */
  readonly followed: readonly CampaignUnit[]
}

/**
 * The units of a scope in the order of the tree, each as it would enter. An exception takes everything below it with it; units
 * named besides come on top, and what the tree doesn't hold is left out.
 */
export function unitsAsked({ tree, scope, countingRule, followed }: Given): CampaignUnit[] {
  const expectedOf = (id: UnitId): number => {
    if (countingRule === 'one-per-unit') return 1
    return scope.expected === 'members' ? Math.max(1, tree.units.get(id)?.members ?? 1) : scope.expected
  }
  const asked = new Map<UnitId, number>()
  const skipped = new Set(scope.except)
  const { from } = scope
  if (from.kind === 'campaign') {
    for (const { unitId, expected } of followed)
      if (tree.units.has(unitId) && !scope.except.some((one) => isUnder(tree, unitId, one)))
        asked.set(unitId, countingRule === 'one-per-unit' ? 1 : expected)
  } else {
    for (const id of below(tree, from.top, skipped))
      if (from.level === null || tree.units.get(id)?.level === from.level) asked.set(id, expectedOf(id))
  }
  for (const id of scope.also) if (tree.units.has(id) && !asked.has(id)) asked.set(id, expectedOf(id))
  return [...tree.units.keys()].flatMap((id) => {
    const expected = asked.get(id)
    return expected === undefined ? [] : [enterUnit(id, expected)]
  })
}

/** The unit and all below it, without the branches that are skipped. */
function below(tree: UnitTree, top: UnitId, skipped: ReadonlySet<UnitId>): UnitId[] {
  const found: UnitId[] = []
  const waiting = tree.units.has(top) ? [top] : []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (skipped.has(id)) continue
    found.push(id)
    waiting.push(...(tree.children.get(id) ?? []))
  }
  return found
}

/** What has to be written so that a campaign holds exactly the units asked; one that entered otherwise is taken out first. */
export function unitChanges(asked: readonly CampaignUnit[], held: readonly CampaignUnit[]) {
  const wanted = new Map(asked.map((unit) => [unit.unitId, unit]))
  const isRight = ({ unitId, expected, shards }: CampaignUnit) => {
    const one = wanted.get(unitId)
    return one !== undefined && one.expected === expected && one.shards === shards
  }
  const right = new Set(held.filter(isRight).map(({ unitId }) => unitId))
  return {
    remove: held.filter((unit) => !right.has(unit.unitId)).map(({ unitId }) => unitId),
    add: asked.filter(({ unitId }) => !right.has(unitId)),
  }
}

/** The levels that stand at or below a unit, the highest first, each with the number of its units. */
export function levelsBelow(tree: UnitTree, top: UnitId): { readonly level: string; readonly units: number }[] {
  const counts = new Map<string, number>()
  const order: string[] = []
  let row: readonly UnitId[] = tree.units.has(top) ? [top] : []
  while (row.length > 0) {
    for (const id of row) {
      const level = tree.units.get(id)?.level ?? ''
      if (!counts.has(level)) order.push(level)
      counts.set(level, (counts.get(level) ?? 0) + 1)
    }
    row = row.flatMap((id) => tree.children.get(id) ?? [])
  }
  return order.map((level) => ({ level, units: counts.get(level) ?? 0 }))
}
