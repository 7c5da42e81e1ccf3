// Random changes to a tree, as plain numbers that are read against whatever the tree has become by then: moves, mergers,
// splits, closures, most of them entered for days long gone or to come.

import fc from 'fast-check'
import { asId, UnitId } from '../ids.ts'
import { changed, type TreeChange } from './change.ts'
import type { Day } from './day.ts'
import { historyFrom, type TreeHistory } from './history.ts'
import type { Unit } from './unit.ts'

/** Few days and few codes, so that changes meet. */
export const days = Array.from({ length: 12 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}` as Day)
const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J']

const id = (index: number) => asId(UnitId, `u${index}`)

const unit = (index: number, parent: number | null, code: string): Unit => ({
  id: id(index),
  code,
  name: `Đơn vị ${index}`,
  level: parent === null ? 'top' : 'cell',
  parentId: parent === null ? null : id(parent),
  members: index,
})

export const beginning: TreeHistory = historyFrom(
  [unit(0, null, 'T'), unit(1, 0, 'S'), unit(2, 1, 'R')],
  days[0] as Day,
)

const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'change', 'move', 'move', 'merge', 'split', 'close'),
  day: fc.nat({ max: days.length - 1 }),
  units: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  code: fc.constantFrom(...codes),
  members: fc.nat({ max: 3 }),
  isNew: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** The change that a step comes to; new units get the next numbers. */
function changeOf({ kind, day, units, code, members, isNew }: Step, next: number): TreeChange {
  const [a, b, c] = units.map((one) => one % next) as [number, number, number]
  const from = days[day] as Day
  switch (kind) {
    case 'add':
      return { kind, from, unit: unit(next, a, `${code}${next % 3}`) }
    case 'change':
      return { kind, from, unitId: id(a), facts: { members, ...(isNew ? { code } : {}) } }
    case 'move':
      return { kind, from, unitId: id(a), parentId: id(b) }
    case 'merge':
      return isNew
        ? { kind, from, unitIds: [id(a), id(b)], into: id(next), added: unit(next, c, `${code}m`) }
        : { kind, from, unitIds: [id(a), id(b)], into: id(c) }
    case 'split': {
      const parts = [unit(next, b, `${code}s`), unit(next + 1, b, `${code}t`)]
      const children = Array.from({ length: next }, (_, index) => [id(index), id(next + (index % 2))] as const)
      return { kind, from, unitId: id(a), parts, children: new Map(children) }
    }
    default:
      return { kind: 'close', from, unitId: id(a) }
  }
}

/** Each change as it was tried, with the history before it and what came of it. */
type Tried = {
  readonly change: TreeChange
  readonly before: TreeHistory
  readonly outcome: ReturnType<typeof changed>
}

/** A run of changes, those that were refused among them. The last of `tried` leads to `history`. */
export const runs = fc.array(step, { maxLength: 25 }).map((steps) => {
  const tried: Tried[] = []
  let history = beginning
  let next = history.length
  for (const one of steps) {
    const change = changeOf(one, next)
    const outcome = changed(history, change, days[0] as Day)
    tried.push({ change, before: history, outcome })
    if (!outcome.ok) continue
    history = outcome.value
    next = history.length
  }
  return { tried, history }
})
