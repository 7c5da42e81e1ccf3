// The tree through time. A history holds what each unit was from which day on, and possibly when it closed and who carries on
// for it; the tree of any day follows from that. Nothing is ever taken out: a change that is entered late restates the days
// since, and a report of last March sees the tree of last March.

import type { UnitId } from '../ids.ts'
import { type Day, firstDay } from './day.ts'
import { type ClosedUnit, standingFor, type Unit, type UnitToCome, type UnitTree, unitTree } from './unit.ts'

/** What may change about a unit. */
export type UnitFacts = Omit<Unit, 'id'>
export const factNames = [
  'code',
  'name',
  'level',
  'parentId',
  'members',
] as const satisfies readonly (keyof UnitFacts)[]

/** What a unit is from a day on, until its next state or its closure. */
export type UnitState = UnitFacts & { readonly from: Day }

export type Closure = {
  /** The first day on which the unit no longer stands. */
  readonly from: Day
  /** Who carries on for it: one after a merger, several after a split, nobody where it just ended. */
  readonly successors: readonly UnitId[]
  /** The day on which the closure was entered, where that was after `from`: until then answers were expected of the unit. */
  readonly enteredOn?: Day
}

export type UnitHistory = {
  readonly id: UnitId
  /** At least one; days rise, and no state repeats the one before it. */
  readonly states: readonly UnitState[]
  readonly closed?: Closure
}

/** Every unit there ever was, in the order in which people list them. */
export type TreeHistory = readonly UnitHistory[]

/** A list of units as a history in which they have stood from a day on. */
export const historyFrom = (units: readonly Unit[], from: Day): TreeHistory =>
  units.map(({ id, ...facts }) => ({ id, states: [{ ...facts, from }] }))

const indexes = new WeakMap<TreeHistory, ReadonlyMap<UnitId, UnitHistory>>()

/** The units of a history by id. */
export function unitsById(history: TreeHistory): ReadonlyMap<UnitId, UnitHistory> {
  const known = indexes.get(history)
  if (known) return known
  const index = new Map(history.map((unit) => [unit.id, unit]))
  indexes.set(history, index)
  return index
}

/** The state that holds on a day, whether or not the unit is closed by then; undefined before its first. */
export function stateOn({ states }: UnitHistory, day: Day): UnitState | undefined {
  let found: UnitState | undefined
  for (const state of states) if (state.from <= day) found = state
  return found
}

/** Whether the unit stands on that day. */
export const standsOn = (unit: UnitHistory, day: Day): boolean =>
  stateOn(unit, day) !== undefined && (unit.closed === undefined || day < unit.closed.from)

const unitAs = (id: UnitId, { code, name, level, parentId, members }: UnitState): Unit => ({
  id,
  code,
  name,
  level,
  parentId,
  members,
})

type Gone = { readonly unit: Unit; readonly closed: Closure }

/**
 * The tree of a day: who is under whom, and where those roll up to who are closed by then. The history is a sound one
 * (faults.ts): throws where it isn't.
 */
export function treeOn(history: TreeHistory, day: Day): UnitTree {
  const standing: Unit[] = []
  const gone = new Map<UnitId, Gone>()
  const notYetExpected = new Set<UnitId>()
  const began = new Map(history.map(({ id, states }) => [id, states[0]?.from]))
  const since = new Map<UnitId, Day>()
  const coming: UnitHistory[] = []
  for (const unit of history) {
    const state = stateOn(unit, day)
    if (!state) {
      coming.push(unit)
      continue
    }
    const { closed, states } = unit
    const [first] = states
    if (first && first.from > firstDay) since.set(unit.id, first.from)
    if (!closed || day < closed.from) {
      standing.push(unitAs(unit.id, state))
      continue
    }
    gone.set(unit.id, { unit: unitAs(unit.id, state), closed })
    if (isEnteredAfter(closed, day))
      for (const id of closed.successors) if (began.get(id) === closed.from) notYetExpected.add(id)
  }
  const tree = unitTree(standing)
  const closed = placed(tree, gone, day)
  return { ...tree, closed, toCome: comingUnits({ ...tree, closed }, coming), notYetExpected, since }
}

/** Each under the nearest unit above its place to be that stands, or that a closed one rolls up to. */
function comingUnits(tree: UnitTree, coming: readonly UnitHistory[]): Map<UnitId, UnitToCome> {
  const first = new Map(coming.flatMap(({ id, states: [state] }) => (state ? [[id, state]] : [])))
  const found = new Map<UnitId, UnitToCome>()
  for (const [id, state] of first) {
    let above = state.parentId
    // A circle of units to come would be no sound history; it ends here.
    for (let steps = 0; above !== null && first.has(above) && steps < first.size; steps += 1)
      above = first.get(above)?.parentId ?? null
    const placedAt = above === null ? undefined : standingFor(tree, above)?.id
    if (placedAt !== undefined) found.set(id, { unit: unitAs(id, state), from: state.from, placedAt })
  }
  return found
}

const isEnteredAfter = ({ enteredOn }: Closure, day: Day): boolean => enteredOn !== undefined && enteredOn > day

/** Where each closed unit rolls up to. One that leads nowhere is left out: a sound history has none. */
function placed(tree: UnitTree, gone: ReadonlyMap<UnitId, Gone>, day: Day): Map<UnitId, ClosedUnit> {
  const places = new Map<UnitId, UnitId | undefined>()
  const placeOf = (id: UnitId): UnitId | undefined => {
    if (tree.units.has(id)) return id
    if (places.has(id)) return places.get(id)
    // Until it is known: a circle of successors ends here.
    places.set(id, undefined)
    const unit = gone.get(id)
    const place = unit && placeIn(tree, unit, placeOf)
    places.set(id, place)
    return place
  }
  const closed = new Map<UnitId, ClosedUnit>()
  for (const [id, { unit, closed: closure }] of gone) {
    const placedAt = placeOf(id)
    if (placedAt === undefined) continue
    const { from, successors } = closure
    closed.set(id, { unit, closedFrom: from, successors, placedAt, isStillExpected: isEnteredAfter(closure, day) })
  }
  return closed
}

function placeIn(tree: UnitTree, { unit, closed }: Gone, placeOf: (id: UnitId) => UnitId | undefined) {
  const lines = closed.successors.flatMap((id) => {
    const place = placeOf(id)
    return place === undefined ? [] : [lineUp(tree, place)]
  })
  const [first, ...others] = lines
  const common = first?.find((id) => others.every((line) => line.includes(id)))
  return common ?? (unit.parentId === null ? undefined : placeOf(unit.parentId))
}

function lineUp({ units }: UnitTree, from: UnitId): UnitId[] {
  const line: UnitId[] = []
  for (let unit = units.get(from); unit; unit = unit.parentId === null ? undefined : units.get(unit.parentId))
    line.push(unit.id)
  return line
}
