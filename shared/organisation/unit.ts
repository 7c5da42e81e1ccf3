// The tree of an organisation's units. A unit keeps its id for ever; code, name and place in the tree may change.

import * as v from 'valibot'
import { UnitId } from '../ids.ts'

export const Unit = v.strictObject({
  id: UnitId,
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** What kind of node it is, in the organisation's own words: "bloc", "committee", "cell". */
  level: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  parentId: v.nullable(UnitId),
  /** Members on the rolls; never counted from child units. */
  members: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Unit = v.InferOutput<typeof Unit>

/** Units by id, with each unit's children in the order they were given. */
export type UnitTree = {
  readonly units: ReadonlyMap<UnitId, Unit>
  readonly children: ReadonlyMap<UnitId, readonly UnitId[]>
}

/** Builds the tree. Throws where a parent is missing, a unit is listed twice or parents form a circle. */
export function unitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  if (byId.size !== units.length) throw new Error('A unit is listed twice')
  const children = new Map<UnitId, UnitId[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    if (!byId.has(unit.parentId)) throw new Error(`The parent of unit ${unit.id} is missing`)
    children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit.id])
  }
  const tree = { units: byId, children }
  for (const unit of units)
    if (lineOf(tree, unit.id).length > units.length) throw new Error(`Unit ${unit.id} is above itself`)
  return tree
}

/** The unit and everything above it, nearest first; empty for a unit the tree doesn't hold. Stops on a circle. */
export function lineOf(tree: Pick<UnitTree, 'units'>, id: UnitId): UnitId[] {
  const line: UnitId[] = []
  for (let next: UnitId | null = id; next !== null && line.length <= tree.units.size; ) {
    const unit = tree.units.get(next)
    if (!unit) break
    line.push(unit.id)
    next = unit.parentId
  }
  return line
}

/** Whether `id` is `top` or stands below it. A unit the tree doesn't hold is under nothing. */
export const isUnder = (tree: UnitTree, id: UnitId, top: UnitId): boolean => lineOf(tree, id).includes(top)

/** The unit and all below it, parents before children. */
export function subtreeOf(tree: UnitTree, top: UnitId): UnitId[] {
  if (!tree.units.has(top)) return []
  return [top, ...(tree.children.get(top) ?? []).flatMap((child) => subtreeOf(tree, child))]
}

/** The nearest unit of a level at or above `id`. */
export function ancestorAt(tree: UnitTree, id: UnitId, level: string): Unit | undefined {
  return lineOf(tree, id)
    .map((unitId) => tree.units.get(unitId))
    .find((unit) => unit?.level === level)
}

/** The level right below the top of the tree: what an organisation is made up of, and what its figures are grouped by. */
export function dividingLevel(tree: UnitTree): string {
  const top = [...tree.units.values()].find((unit) => unit.parentId === null)
  const [first] = (top && tree.children.get(top.id)) ?? []
  return (first && tree.units.get(first)?.level) ?? top?.level ?? ''
}
