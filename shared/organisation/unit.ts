// The tree of an organisation's units on one day. A unit keeps its id for ever; code, name and place in the tree may change.
// What changes when is in history.ts.

import * as v from 'valibot'
import { UnitId } from '../ids.ts'
import type { Day } from './day.ts'

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

/** A unit that is closed on the day of the tree: nobody answers for it any more, and what it answered stays readable. */
export type ClosedUnit = {
  /** As it last was; `parentId` is what it last stood under, which may be closed too. */
  readonly unit: Unit
  /** The first day on which it no longer stood. */
  readonly closedFrom: Day
  /** None: it ended. One: it was merged. Several: it was split. */
  readonly successors: readonly UnitId[]
  /** The standing unit that it rolls up to: its successor, the lowest unit above all of them, or what it stood under. */
  readonly placedAt: UnitId
  /** On that day it still counted as standing: its closure was entered later, and what was expected of it stays. */
  readonly isStillExpected: boolean
}

/** A unit that is yet to come on the day of the tree. */
export type UnitToCome = {
  /** As it will begin; `parentId` is what it will stand under. */
  readonly unit: Unit
  /** Its first day. */
  readonly from: Day
  /** The standing unit below which it will be: what there is of it already counts there. */
  readonly placedAt: UnitId
}

/** Who is under whom on one day. */
export type UnitTree = {
  /** The units that stand on that day. */
  readonly units: ReadonlyMap<UnitId, Unit>
  /** Each unit's children in the order they were given; nothing for a unit without any. */
  readonly children: ReadonlyMap<UnitId, readonly UnitId[]>
  /** The units that stood before and are closed on that day. */
  readonly closed: ReadonlyMap<UnitId, ClosedUnit>
  /** The units that begin after that day. */
  readonly toCome: ReadonlyMap<UnitId, UnitToCome>
  /** Units that took over on that day or before, in a merger or split that was entered later. */
  readonly notYetExpected: ReadonlySet<UnitId>
  /** The first day of units that haven't always stood. */
  readonly since: ReadonlyMap<UnitId, Day>
}

/** Builds the tree of standing units. Throws where a parent is missing, a unit is listed twice or parents form a circle. */
export function unitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  if (byId.size !== units.length) throw new Error('A unit is listed twice')
  const children = new Map<UnitId, UnitId[]>()
  for (const unit of units) {
    if (unit.parentId === null) continue
    if (!byId.has(unit.parentId)) throw new Error(`The parent of unit ${unit.id} is missing`)
    const siblings = children.get(unit.parentId)
    if (siblings) siblings.push(unit.id)
    else children.set(unit.parentId, [unit.id])
  }
  for (const unit of units)
    if (standingLine(byId, unit.id).length > units.length) throw new Error(`Unit ${unit.id} is above itself`)
  const nothing = { closed: new Map(), toCome: new Map(), notYetExpected: new Set<UnitId>(), since: new Map() }
  return { units: byId, children, ...nothing }
}

/** The unit and everything above it, nearest first. One longer than all units together where it stops on a circle. */
function standingLine(units: ReadonlyMap<UnitId, Unit>, id: UnitId): UnitId[] {
  const line: UnitId[] = []
  for (let next: UnitId | null = id; next !== null && line.length <= units.size; ) {
    const unit = units.get(next)
    if (!unit) break
    line.push(unit.id)
    next = unit.parentId
  }
  return line
}

/** Where a unit counts that doesn't stand on that day; undefined for one that does, and for one the tree doesn't know. */
const placeOf = (tree: UnitTree, id: UnitId): UnitId | undefined =>
  tree.closed.get(id)?.placedAt ?? tree.toCome.get(id)?.placedAt

/**
 * The unit and everything above it, nearest first; empty for a unit the tree doesn't know. Above a closed unit is where it
 * rolls up to.
 */
export function lineOf(tree: UnitTree, id: UnitId): UnitId[] {
  const place = placeOf(tree, id)
  return place === undefined ? standingLine(tree.units, id) : [id, ...standingLine(tree.units, place)]
}

/** Whether `id` is `top` or stands below it, or rolls up to there. A unit the tree doesn't know is under nothing. */
export function isUnder(tree: UnitTree, id: UnitId, top: UnitId): boolean {
  const place = placeOf(tree, id)
  if (place !== undefined && id === top) return true
  for (let next = tree.units.get(place ?? id); next; next = parentIn(tree, next)) if (next.id === top) return true
  return false
}

const parentIn = (tree: UnitTree, { parentId }: Unit): Unit | undefined =>
  parentId === null ? undefined : tree.units.get(parentId)

/** The unit, standing, closed or yet to come; as it last was, or will begin. For reading what there is of it. */
export const unitIn = (tree: UnitTree, id: UnitId): Unit | undefined =>
  tree.units.get(id) ?? tree.closed.get(id)?.unit ?? tree.toCome.get(id)?.unit

/** The standing unit that a unit counts under: itself, or what a closed unit rolls up to. */
export const standingFor = (tree: UnitTree, id: UnitId): Unit | undefined => tree.units.get(placeOf(tree, id) ?? id)

/** Whether answers were expected of the unit on the day of the tree, as one knew it on that day. */
export const isExpected = (tree: UnitTree, id: UnitId): boolean =>
  !tree.notYetExpected.has(id) && (tree.units.has(id) || (tree.closed.get(id)?.isStillExpected ?? false))

/** The unit and all standing below it, parents before children. */
export function subtreeOf(tree: UnitTree, top: UnitId): UnitId[] {
  const found: UnitId[] = []
  const take = (id: UnitId) => {
    found.push(id)
    for (const child of tree.children.get(id) ?? []) take(child)
  }
  if (tree.units.has(top)) take(top)
  return found
}

/** The unit, all standing below it, and after each the closed ones that roll up to it: whose answers are read there. */
export function unitsUnder(tree: UnitTree, top: UnitId): UnitId[] {
  const closed = new Map<UnitId, UnitId[]>()
  for (const [id, { placedAt }] of tree.closed) closed.set(placedAt, [...(closed.get(placedAt) ?? []), id])
  if (tree.closed.has(top)) return [top]
  return subtreeOf(tree, top).flatMap((id) => [id, ...(closed.get(id) ?? [])])
}

/** The nearest standing unit of a level at or above `id`, or above where a closed unit rolls up to. */
export function ancestorAt(tree: UnitTree, id: UnitId, level: string): Unit | undefined {
  for (let unit = standingFor(tree, id); unit; unit = parentIn(tree, unit)) if (unit.level === level) return unit
  return undefined
}

/** The level right below the top of the tree: what an organisation is made up of, and what its figures are grouped by. */
export function dividingLevel(tree: UnitTree): string {
  const top = [...tree.units.values()].find((unit) => unit.parentId === null)
  const [first] = (top && tree.children.get(top.id)) ?? []
  return (first && tree.units.get(first)?.level) ?? top?.level ?? ''
}
