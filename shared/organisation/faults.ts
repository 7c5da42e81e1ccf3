// What makes a history unsound: a day on which the tree would be none. Checked over the days between two changes at once, so
// that 10,000 units with years of changes are checked in a moment.

import type { UnitId } from '../ids.ts'
import { type Day, lastDay } from './day.ts'
import { standsOn, stateOn, type TreeHistory, type UnitHistory, type UnitState } from './history.ts'

/** Each names the unit it was found at, and the first day on which it shows. */
export type TreeFault = { readonly unitId: UnitId; readonly day: Day } & (
  | { readonly kind: 'parent-unknown' }
  /** What the unit stands under doesn't stand on that day. */
  | { readonly kind: 'parent-absent'; readonly parentId: UnitId }
  | { readonly kind: 'circle' }
  /** Another unit has the same code on that day. */
  | { readonly kind: 'code-twice'; readonly code: string; readonly otherId: UnitId }
  /** It stands under nothing, and isn't the top of the tree. */
  | { readonly kind: 'second-top'; readonly topId: UnitId }
  | { readonly kind: 'top-moved' }
  | { readonly kind: 'top-closed' }
  /** It would close before it stood for a day, or change after it closed. */
  | { readonly kind: 'closed-before' }
  | { readonly kind: 'successor-absent'; readonly successorId: UnitId }
)

/** The first of all days is none on which a unit can close. */
const endOf = ({ closed }: UnitHistory): Day | undefined => closed?.from

type Stretch = { readonly unit: UnitHistory; readonly state: UnitState; readonly until: Day | undefined }

/** Each state with the day on which it no longer holds; undefined where it holds for ever. */
function stretches(unit: UnitHistory): Stretch[] {
  return unit.states.map((state, index) => ({ unit, state, until: unit.states[index + 1]?.from ?? endOf(unit) }))
}

/** What is wrong with a history, none for a sound one. `most`: the rest would say the same. */
export function treeFaults(history: TreeHistory, most = 200): TreeFault[] {
  const byId = new Map(history.map((unit) => [unit.id, unit]))
  const all = history.flatMap(stretches)
  const found = [
    () => history.flatMap(closureFaults),
    () => topFaults(history),
    () => all.flatMap((stretch) => parentFaults(stretch, byId)),
    () => history.flatMap((unit) => successorFaults(unit, byId)),
    () => codeFaults(all),
    () => circleFaults(all, byId),
  ]
  return found.flatMap((look) => look()).slice(0, most)
}

function closureFaults({ id, states, closed }: UnitHistory): TreeFault[] {
  const last = states.at(-1)
  return closed && last && closed.from <= last.from ? [{ unitId: id, day: closed.from, kind: 'closed-before' }] : []
}

/** The top of the tree is one unit, the same for ever: roles that cover everything are held there. */
function topFaults(history: TreeHistory): TreeFault[] {
  const top = history.find(({ states }) => states.some(({ parentId }) => parentId === null))
  if (!top) return []
  const faults: TreeFault[] = []
  for (const unit of history)
    for (const { from, parentId } of unit.states) {
      if (unit.id === top.id && parentId !== null) faults.push({ unitId: unit.id, day: from, kind: 'top-moved' })
      if (unit.id !== top.id && parentId === null)
        faults.push({ unitId: unit.id, day: from, kind: 'second-top', topId: top.id })
    }
  if (top.closed) faults.push({ unitId: top.id, day: top.closed.from, kind: 'top-closed' })
  return faults
}

function parentFaults({ unit, state, until }: Stretch, byId: ReadonlyMap<UnitId, UnitHistory>): TreeFault[] {
  const { parentId, from } = state
  if (parentId === null) return []
  const parent = byId.get(parentId)
  if (!parent) return [{ unitId: unit.id, day: from, kind: 'parent-unknown' }]
  if (!standsOn(parent, from)) return [{ unitId: unit.id, day: from, kind: 'parent-absent', parentId }]
  const end = endOf(parent)
  const isLeft = end !== undefined && (until === undefined || until > end)
  return isLeft ? [{ unitId: unit.id, day: end, kind: 'parent-absent', parentId }] : []
}

function successorFaults({ id, closed }: UnitHistory, byId: ReadonlyMap<UnitId, UnitHistory>): TreeFault[] {
  return (closed?.successors ?? []).flatMap((successorId): TreeFault[] => {
    const successor = byId.get(successorId)
    const day = closed?.from ?? lastDay
    const stands = successor !== undefined && successorId !== id && standsOn(successor, day)
    return stands ? [] : [{ unitId: id, day, kind: 'successor-absent', successorId }]
  })
}

/** Codes are the same where people would read them as the same. */
export const sameCode = (code: string): string => code.normalize('NFC').trim().toLowerCase()

function codeFaults(all: readonly Stretch[]): TreeFault[] {
  const byCode = new Map<string, Stretch[]>()
  for (const stretch of all) {
    const code = sameCode(stretch.state.code)
    const same = byCode.get(code)
    if (same) same.push(stretch)
    else byCode.set(code, [stretch])
  }
  return [...byCode.values()].flatMap((same) => {
    if (same.length === 1) return []
    const inOrder = same.toSorted((a, b) => (a.state.from < b.state.from ? -1 : 1))
    return inOrder.flatMap((stretch, index): TreeFault[] => {
      const other = inOrder.slice(0, index).find((one) => overlaps(one, stretch))
      const { unit, state } = stretch
      return other
        ? [{ unitId: unit.id, day: state.from, kind: 'code-twice', code: state.code, otherId: other.unit.id }]
        : []
    })
  })
}

/** `later` begins when `earlier` has begun. */
const overlaps = (earlier: Stretch, later: Stretch): boolean =>
  earlier.unit.id !== later.unit.id && (earlier.until === undefined || earlier.until > later.state.from)

/** A circle closes on the day on which one of its units is put where it then stands: only those days are looked at. */
function circleFaults(all: readonly Stretch[], byId: ReadonlyMap<UnitId, UnitHistory>): TreeFault[] {
  return all.flatMap(({ unit, state }): TreeFault[] => {
    const seen = new Set<UnitId>([unit.id])
    for (let parentId = state.parentId; parentId !== null; ) {
      if (parentId === unit.id) return [{ unitId: unit.id, day: state.from, kind: 'circle' }]
      // A circle above that this unit isn't part of is found at its own units.
      if (seen.has(parentId)) return []
      seen.add(parentId)
      const parent = byId.get(parentId)
      parentId = (parent && stateOn(parent, state.from)?.parentId) ?? null
    }
    return []
  })
}
