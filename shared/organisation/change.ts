// Changes to the tree, each from a day on. A change holds until the next one that was entered for the same fact: what is
// planned or was entered for a later day stays.

import type { UnitId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Day } from './day.ts'
import { type TreeFault, treeFaults } from './faults.ts'
import {
  type Closure,
  factNames,
  standsOn,
  stateOn,
  type TreeHistory,
  type UnitFacts,
  type UnitHistory,
  type UnitState,
  unitsById,
} from './history.ts'
import type { Unit } from './unit.ts'

export type TreeChange = { readonly from: Day } & (
  | { readonly kind: 'add'; readonly unit: Unit }
  | { readonly kind: 'change'; readonly unitId: UnitId; readonly facts: Partial<Omit<UnitFacts, 'parentId'>> }
  | { readonly kind: 'move'; readonly unitId: UnitId; readonly parentId: UnitId }
  /** `into` is one that stands, or one of `added`; what stands under the merged units moves there. */
  | { readonly kind: 'merge'; readonly unitIds: readonly UnitId[]; readonly into: UnitId; readonly added?: Unit }
  /** `children`: which part each child goes to. */
  | {
      readonly kind: 'split'
      readonly unitId: UnitId
      readonly parts: readonly Unit[]
      readonly children: ReadonlyMap<UnitId, UnitId>
    }
  /** What stands under it moves up to what it stood under. */
  | { readonly kind: 'close'; readonly unitId: UnitId }
)

export type ChangeFault =
  | TreeFault
  /** The unit that is to change doesn't stand on that day. */
  | { readonly kind: 'not-standing'; readonly unitId: UnitId; readonly day: Day }
  /** It closes already, later. */
  | { readonly kind: 'closes-already'; readonly unitId: UnitId; readonly day: Day }

/**
 * The history after a change that is entered on `today`; or why it can't be. A change that changes nothing gives the very
 * history that came in.
 */
export function changed(history: TreeHistory, change: TreeChange, today: Day): Result<TreeHistory, ChangeFault[]> {
  const faults = involved(change).flatMap((unitId) => standingFaults(history, unitId, change))
  if (faults.length > 0) return fail(faults)
  const next = applied(history, change, today)
  const unsound = treeFaults(next)
  if (unsound.length > 0) return fail(unsound)
  return ok(isSame(history, next) ? history : next)
}

const isSame = (a: TreeHistory, b: TreeHistory): boolean =>
  a.length === b.length && a.every((unit, index) => unit === b[index])

/** The units that a change is about, which must stand on its day. */
function involved(change: TreeChange): readonly UnitId[] {
  if (change.kind === 'add') return []
  if (change.kind === 'merge') return change.unitIds
  return [change.unitId]
}

function standingFaults(history: TreeHistory, unitId: UnitId, { from, kind }: TreeChange): ChangeFault[] {
  const unit = history.find(({ id }) => id === unitId)
  if (!unit || !standsOn(unit, from)) return [{ kind: 'not-standing', unitId, day: from }]
  const closes = kind === 'merge' || kind === 'split' || kind === 'close'
  return closes && unit.closed ? [{ kind: 'closes-already', unitId, day: unit.closed.from }] : []
}

function applied(history: TreeHistory, change: TreeChange, today: Day): TreeHistory {
  const { from } = change
  switch (change.kind) {
    case 'add':
      return withAdded(history, [change.unit], from)
    case 'change':
      return updated(history, change.unitId, (unit) => patched(unit, from, change.facts))
    case 'move':
      return updated(history, change.unitId, (unit) => patched(unit, from, { parentId: change.parentId }))
    case 'merge': {
      const closing = change.unitIds.filter((id) => id !== change.into)
      const grown = withAdded(history, change.added ? [change.added] : [], from)
      const handedOn = under(grown, closing, from, () => change.into)
      return closing.reduce((all, id) => withClosed(all, id, closure(from, [change.into], today)), handedOn)
    }
    case 'split': {
      const parts = change.parts.map(({ id }) => id)
      const grown = withAdded(history, change.parts, from)
      const handedOn = under(grown, [change.unitId], from, (child) => change.children.get(child))
      return withClosed(handedOn, change.unitId, closure(from, parts, today))
    }
    case 'close': {
      const unit = history.find(({ id }) => id === change.unitId)
      const above = (unit && stateOn(unit, from)?.parentId) ?? undefined
      const handedOn = under(history, [change.unitId], from, () => above)
      return withClosed(handedOn, change.unitId, closure(from, [], today))
    }
  }
}

const closure = (from: Day, successors: readonly UnitId[], today: Day): Closure => ({
  from,
  successors,
  ...(today > from ? { enteredOn: today } : {}),
})

const updated = (history: TreeHistory, id: UnitId, update: (unit: UnitHistory) => UnitHistory): TreeHistory =>
  history.map((unit) => (unit.id === id ? update(unit) : unit))

const withAdded = (history: TreeHistory, units: readonly Unit[], from: Day): TreeHistory => [
  ...history,
  ...units.map(({ id, ...facts }) => ({ id, states: [{ ...facts, from }] })),
]

/** Closed from a day on; what was planned for it after that day is dropped. */
const withClosed = (history: TreeHistory, id: UnitId, closed: Closure): TreeHistory =>
  updated(history, id, (unit) => ({
    ...unit,
    states: unit.states.filter(({ from }, index) => index === 0 || from < closed.from),
    closed,
  }))

/** Whatever stands under one of `parents` on the day or comes there later goes to where `to` says, if anywhere. */
function under(
  history: TreeHistory,
  parents: readonly UnitId[],
  from: Day,
  to: (child: UnitId) => UnitId | undefined,
): TreeHistory {
  const isOne = (id: UnitId | null | undefined) => id !== null && id !== undefined && parents.includes(id)
  return history.map((unit) => {
    const target = to(unit.id)
    if (target === undefined || !unit.states.some(({ parentId }) => isOne(parentId))) return unit
    const begun = isOne(stateOn(unit, from)?.parentId) && standsOn(unit, from) ? cutAt(unit.states, from) : unit.states
    const states = begun.map((state) =>
      state.from >= from && isOne(state.parentId) ? { ...state, parentId: target } : state,
    )
    return settled(unit, states)
  })
}

/**
 * Units left below others that close go to whoever carries on for those, or up to what those stood under. Where several carry
 * on, it isn't known to whom: they stay, and the history is unsound.
 */
export function withoutParents(history: TreeHistory, closing: ReadonlyMap<UnitId, Closure>): TreeHistory {
  const byId = unitsById(history)
  const heirOf = (id: UnitId, day: Day): UnitId | undefined => {
    const closed = closing.get(id)
    if (!closed || day < closed.from) return id
    const unit = byId.get(id)
    const above = unit && stateOn(unit, closed.from)?.parentId
    const heir = closed.successors.length > 0 ? closed.successors[0] : above
    return heir && closed.successors.length < 2 && heir !== id ? heirOf(heir, day) : undefined
  }
  return history.map((unit) => {
    const days = unit.states.flatMap(({ parentId }) => (parentId && closing.get(parentId)?.from) ?? [])
    if (days.length === 0) return unit
    const cut = days.reduce((states, day) => (standsOn(unit, day) ? cutAt(states, day) : states), unit.states)
    const states = cut.map((state) => {
      const heir = state.parentId === null ? undefined : heirOf(state.parentId, state.from)
      return heir === undefined ? state : { ...state, parentId: heir }
    })
    return settled(unit, states)
  })
}

/** The states with one that begins on `from`, where one holds by then. */
function cutAt(states: readonly UnitState[], from: Day): readonly UnitState[] {
  const before = states.findLastIndex((state) => state.from <= from)
  const state = states[before]
  if (!state || state.from === from) return states
  return states.toSpliced(before + 1, 0, { ...state, from })
}

/** The unit with other states, where they say anything else than those it has. */
export function settled(unit: UnitHistory, states: readonly UnitState[]): UnitHistory {
  const kept = states.filter((state, index) => {
    const before = states[index - 1]
    return !before || factNames.some((name) => state[name] !== before[name])
  })
  const isSame =
    kept.length === unit.states.length &&
    kept.every((state, index) => {
      const other = unit.states[index]
      return other && state.from === other.from && factNames.every((name) => state[name] === other[name])
    })
  return isSame ? unit : { ...unit, states: kept }
}

/**
 * The unit with some facts changed from a day on. Each holds until the next state that says something else than what it
 * replaces. The unit stands on that day.
 */
export function patched(unit: UnitHistory, from: Day, facts: Partial<UnitFacts>): UnitHistory {
  const before = stateOn(unit, from)
  if (!before) throw new Error(`Unit ${unit.id} doesn't stand on ${from}`)
  const running = new Set(factNames.filter((name) => facts[name] !== undefined && facts[name] !== before[name]))
  const states = cutAt(unit.states, from).map((state) => {
    if (state.from < from) return state
    for (const name of running) if (state[name] !== before[name]) running.delete(name)
    return { ...state, ...Object.fromEntries([...running].map((name) => [name, facts[name]])) }
  })
  return settled(unit, states)
}
