// What became of units, day by day: what people read of a history, and what one version of it says that another didn't.

import type { UnitId } from '../ids.ts'
import type { Day } from './day.ts'
import { factNames, type TreeHistory, type UnitFacts, type UnitHistory, type UnitState } from './history.ts'

type FactName = keyof UnitFacts
export type FactChange = {
  readonly [N in FactName]: { readonly fact: N; readonly from: UnitFacts[N]; readonly to: UnitFacts[N] }
}[FactName]

export type UnitEvent = { readonly day: Day } & (
  | { readonly kind: 'began'; readonly state: UnitState }
  | { readonly kind: 'changed'; readonly changes: readonly FactChange[] }
  /** Other units were merged or split into this one. */
  | { readonly kind: 'took-over'; readonly from: readonly UnitId[] }
  | { readonly kind: 'closed'; readonly successors: readonly UnitId[]; readonly enteredOn: Day | undefined }
)

function changeOf<N extends FactName>(fact: N, before: UnitState, after: UnitState) {
  return { fact, from: before[fact], to: after[fact] }
}

/** What happened to a unit by itself, in the order of days. */
function ownEvents({ states, closed }: UnitHistory): UnitEvent[] {
  const events = states.map((state, index): UnitEvent => {
    const before = states[index - 1]
    if (!before) return { day: state.from, kind: 'began', state }
    const changes = factNames
      .filter((name) => state[name] !== before[name])
      .map((name) => changeOf(name, before, state) as FactChange)
    return { day: state.from, kind: 'changed', changes }
  })
  const { from, successors = [], enteredOn } = closed ?? {}
  return from ? [...events, { day: from, kind: 'closed', successors, enteredOn }] : events
}

/** All that happened to a unit, in the order of days, with the units that it carries on for. */
export function unitEvents(history: TreeHistory, unit: UnitHistory): UnitEvent[] {
  const before = new Map<Day, UnitId[]>()
  for (const { id, closed } of history)
    if (closed?.successors.includes(unit.id)) before.set(closed.from, [...(before.get(closed.from) ?? []), id])
  const takenOver = [...before].map(([day, from]): UnitEvent => ({ day, kind: 'took-over', from }))
  return [...ownEvents(unit), ...takenOver].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A unit of which the later version of a history says something that the earlier one didn't, and what that is. */
export type Difference = { readonly unitId: UnitId; readonly events: readonly UnitEvent[]; readonly isGone: boolean }

/** What changed between two versions of one history, unit by unit. `isGone`: something is no longer said. */
export function differences(earlier: TreeHistory, later: TreeHistory): Difference[] {
  const known = new Map(earlier.map((unit) => [unit.id, unit]))
  return later.flatMap((unit): Difference[] => {
    const before = known.get(unit.id)
    if (before && JSON.stringify(before) === JSON.stringify(unit)) return []
    const said = new Set(before ? ownEvents(before).map((event) => JSON.stringify(event)) : [])
    const events = ownEvents(unit)
    const stays = new Set(events.map((event) => JSON.stringify(event)))
    return [
      {
        unitId: unit.id,
        events: events.filter((event) => !said.has(JSON.stringify(event))),
        isGone: [...said].some((event) => !stays.has(event)),
      },
    ]
  })
}
