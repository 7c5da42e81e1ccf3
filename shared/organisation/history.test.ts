// Who is under whom on a day: a tree under random dated changes against a replay that knows nothing of states, only days.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leader, reporter, unitId, units } from '../../test/support/scenario.ts'
import type { UnitId } from '../ids.ts'
import { type Action, actions, mayAt, type Person } from './access.ts'
import { changed, type TreeChange } from './change.ts'
import { type Day, firstDay, readDay } from './day.ts'
import { historyFrom, type TreeHistory, treeOn } from './history.ts'
import { beginning, days, runs } from './random-history-fixture.ts'
import { isExpected, isUnder, lineOf, standingFor, subtreeOf, type Unit, type UnitTree, unitIn } from './unit.ts'

/** Each unit of each day, and who carries on for those that closed; nothing is worked out before it is asked for. */
type Replay = { units: Map<UnitId, Unit>[]; ends: Map<UnitId, { day: number; successors: readonly UnitId[] }> }

const replayOf = (history: TreeHistory): Replay => ({
  units: days.map((day) => new Map(treeOn(history, day).units)),
  ends: new Map(),
})
const copyOf = ({ units, ends }: Replay): Replay => ({ units: units.map((day) => new Map(day)), ends: new Map(ends) })

/** Day after day: the new value for as long as there would have been the old one. */
function setFacts(replay: Replay, from: number, id: UnitId, facts: Partial<Unit>): void {
  for (const [name, value] of Object.entries(facts) as [keyof Unit, never][]) {
    const old = replay.units[from]?.get(id)?.[name]
    for (const day of replay.units.slice(from)) {
      const unit = day.get(id)
      if (!unit || unit[name] !== old) break
      day.set(id, { ...unit, [name]: value })
    }
  }
}

function end(
  replay: Replay,
  from: number,
  id: UnitId,
  successors: readonly UnitId[],
  heir: (child: UnitId) => UnitId | null,
) {
  for (const day of replay.units.slice(from)) {
    for (const [child, unit] of day) if (unit.parentId === id) day.set(child, { ...unit, parentId: heir(child) })
    day.delete(id)
  }
  replay.ends.set(id, { day: from, successors })
}

/** What the change makes of the replay; undefined where it is about a unit that doesn't stand, or that ends anyhow. */
function replayed(before: Replay, change: TreeChange): Replay | undefined {
  const after = copyOf(before)
  const from = days.indexOf(change.from)
  const stands = (id: UnitId) => before.units[from]?.has(id) ?? false
  const add = (unit: Unit) => {
    for (const day of after.units.slice(from)) day.set(unit.id, unit)
  }
  if (change.kind === 'add') add(change.unit)
  else if (change.kind === 'change' || change.kind === 'move') {
    if (!stands(change.unitId)) return undefined
    setFacts(after, from, change.unitId, change.kind === 'move' ? { parentId: change.parentId } : change.facts)
  } else {
    const ending = change.kind === 'merge' ? change.unitIds : [change.unitId]
    if (ending.some((id) => !stands(id) || before.ends.has(id))) return undefined
    const above = before.units[from]?.get(ending[0] as UnitId)?.parentId ?? null
    if (change.kind === 'merge') {
      if (change.added) add(change.added)
      for (const id of new Set(ending)) if (id !== change.into) end(after, from, id, [change.into], () => change.into)
    } else if (change.kind === 'split') {
      change.parts.forEach(add)
      const parts = change.parts.map(({ id }) => id)
      end(after, from, change.unitId, parts, (child) => change.children.get(child) ?? change.unitId)
    } else end(after, from, change.unitId, [], () => above)
  }
  return after
}

/** Looks at every day by itself: one top and always the same, parents that stand, no circle, no code twice. */
function isSound({ units, ends }: Replay): boolean {
  const tops = units.flatMap((day) => [...day.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id))
  if (tops.length !== units.length || new Set(tops).size !== 1) return false
  const heirsStand = [...ends].every(
    ([id, { day, successors }]) =>
      units[day - 1]?.has(id) && successors.every((heir) => heir !== id && units[day]?.has(heir)),
  )
  return (
    heirsStand &&
    units.every((day) => {
      const codes = [...day.values()].map(({ code }) => code.toLowerCase())
      return new Set(codes).size === codes.length && [...day.keys()].every((id) => lineIn(day, id) !== undefined)
    })
  )
}

/** Undefined where it doesn't lead to the top. */
function lineIn(day: ReadonlyMap<UnitId, Unit>, id: UnitId): UnitId[] | undefined {
  const line: UnitId[] = []
  for (let next: UnitId | null = id; next !== null; next = day.get(next)?.parentId ?? null) {
    if (!day.has(next) || line.includes(next)) return undefined
    line.push(next)
  }
  return line
}

function placeOf(replay: Replay, index: number, id: UnitId): UnitId {
  const day = replay.units[index] ?? new Map<UnitId, Unit>()
  if (day.has(id)) return id
  const ended = replay.ends.get(id)
  const last = replay.units
    .slice(0, index)
    .findLast((one) => one.has(id))
    ?.get(id)
  if (!ended || !last?.parentId) throw new Error(`${id} was never there`)
  if (ended.successors.length === 0) return placeOf(replay, index, last.parentId)
  const lines = ended.successors.map((heir) => lineIn(day, placeOf(replay, index, heir)) ?? [])
  return (lines[0] ?? []).find((one) => lines.every((line) => line.includes(one))) ?? id
}

const plain = (tree: UnitTree) => Object.fromEntries([...tree.units].sort(([a], [b]) => (a < b ? -1 : 1)))

test('after any dated changes, entered in any order, every day is as a replay day by day has it', () => {
  fc.assert(
    fc.property(runs, ({ tried, history }) => {
      let replay = replayOf(beginning)
      for (const { change, outcome } of tried) {
        const next = replayed(replay, change)
        const isFine = next !== undefined && isSound(next)
        if (outcome.ok !== isFine) throw new Error(`${JSON.stringify(change)}: ${JSON.stringify(outcome)}`)
        if (isFine && next) replay = next
      }
      for (const [index, day] of days.entries()) {
        const tree = treeOn(history, day)
        const expected = replay.units[index] ?? new Map<UnitId, Unit>()
        expect(plain(tree)).toEqual(Object.fromEntries([...expected].sort(([a], [b]) => (a < b ? -1 : 1))))
        const known = [...tree.units.keys(), ...tree.closed.keys(), ...tree.toCome.keys()]
        expect(known.sort()).toEqual(history.map(({ id }) => id).sort())
        const ended = [...replay.ends].filter(([, { day: at }]) => at <= index)
        expect(new Map([...tree.closed].map(([id, { placedAt }]) => [id, placedAt]))).toEqual(
          new Map(ended.map(([id]) => [id, placeOf(replay, index, id)])),
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('a change that changes nothing gives back the very history', () => {
  fc.assert(
    fc.property(runs, ({ history }) => {
      for (const { id, states } of history)
        for (const { from, code, members } of states) {
          const again = changed(history, { kind: 'change', from, unitId: id, facts: { code, members } }, from)
          expect(again.ok && again.value).toBe(history)
        }
    }),
    { numRuns: 50 },
  )
})

describe('after the communes of the river were merged', () => {
  const day = (text: string) => readDay(text) as Day
  const start = historyFrom(units, firstDay)
  const made = (history: TreeHistory, change: TreeChange, today = change.from): TreeHistory => {
    const outcome = changed(history, change, today)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    return outcome.value
  }
  const both: Unit = { ...(units[3] as Unit), id: unitId('cell-12'), code: 'R12', name: 'Chi bộ Sông 1-2' }
  const mergedOn = day('1/7/2026')
  const merge = {
    kind: 'merge',
    from: mergedOn,
    unitIds: [unitId('cell-1'), unitId('cell-2')],
    into: both.id,
    added: both,
  } as const
  const merged = made(start, merge)

  test('the month before has the old units, the month after the new one, above which the old ones are read', () => {
    const [june, july] = [treeOn(merged, day('30/6/2026')), treeOn(merged, mergedOn)]
    expect([...june.units.keys()]).toEqual(units.map(({ id }) => id))
    expect(june.closed.size).toBe(0)
    expect(subtreeOf(july, unitId('river'))).toEqual(['river', 'cell-12'])
    expect(lineOf(july, unitId('cell-1'))).toEqual(['cell-1', 'cell-12', 'river', 'bloc'])
    expect(unitIn(july, unitId('cell-1'))?.name).toBe('Chi bộ Sông 1')
    expect(standingFor(july, unitId('cell-1'))?.id).toBe('cell-12')
    expect(isUnder(july, unitId('cell-1'), unitId('lake'))).toBe(false)
  })

  test('what is left of a closed unit may be read by those above, or with a role there; nobody answers for it', () => {
    const july = treeOn(merged, mergedOn)
    const at = (role: 'leader' | 'reporter' | 'inspector', unit: string): Person => ({
      ...leader,
      roles: [{ role, unitId: unitId(unit) }],
    })
    const may = (person: Person, action: Action) => mayAt(person, july, action, unitId('cell-1'))
    expect(
      ['bloc', 'river', 'cell-12', 'cell-1', 'cell-2', 'lake'].map((unit) => may(at('leader', unit), 'response.read')),
    ).toEqual([true, true, true, true, false, false])
    expect(may(reporter, 'unit-report.answer')).toBe(false)
    expect(may(at('inspector', 'cell-1'), 'inspection.answer')).toBe(false)
    const everything = { ...leader, roles: [{ role: 'inspector', unitId: unitId('bloc') }] } as Person
    for (const action of actions) expect(mayAt(everything, july, action, unitId('nowhere'))).toBe(false)
  })

  test('a closed unit rolls up through all its successors; after a split, to what they share', () => {
    const part = (name: string, parent: string): Unit => ({
      ...both,
      id: unitId(name),
      code: name,
      parentId: unitId(parent),
    })
    const split = made(merged, {
      kind: 'split',
      from: day('1/1/2027'),
      unitId: both.id,
      parts: [part('north', 'river'), part('south', 'lake')],
      children: new Map(),
    })
    const tree = treeOn(split, day('2/1/2027'))
    expect(['cell-1', 'cell-2', 'cell-12'].map((id) => tree.closed.get(unitId(id))?.placedAt)).toEqual([
      'bloc',
      'bloc',
      'bloc',
    ])
    const ended = made(split, { kind: 'close', from: day('1/2/2027'), unitId: unitId('lake') })
    const later = treeOn(ended, day('1/2/2027'))
    expect(later.closed.get(unitId('lake'))?.placedAt).toBe('bloc')
    expect(later.units.get(unitId('cell-3'))?.parentId).toBe('bloc')
  })

  test('a merger that is entered late restates who is where, and leaves what was expected until then', () => {
    const late = made(start, merge, day('5/9/2026'))
    const expected = (on: string) =>
      ['cell-1', 'cell-2', 'cell-12'].map((id) => isExpected(treeOn(late, day(on)), unitId(id)))
    expect(expected('30/6/2026')).toEqual([true, true, false])
    expect(expected('31/8/2026')).toEqual([true, true, false])
    expect(expected('30/9/2026')).toEqual([false, false, true])
    expect(treeOn(late, day('31/8/2026')).closed.get(unitId('cell-1'))?.placedAt).toBe('cell-12')
    const inTime = treeOn(merged, day('31/7/2026'))
    expect(['cell-1', 'cell-12'].map((id) => isExpected(inTime, unitId(id)))).toEqual([false, true])
  })

  test('what can not be is refused with where and when', () => {
    const faults = (history: TreeHistory, change: TreeChange) => {
      const outcome = changed(history, change, change.from)
      return outcome.ok ? [] : outcome.problem
    }
    const from = day('2026-08-01')
    expect(faults(merged, { kind: 'move', from, unitId: unitId('river'), parentId: both.id })).toMatchObject([
      { kind: 'circle', unitId: 'river', day: from },
    ])
    expect(faults(merged, { kind: 'move', from, unitId: unitId('cell-1'), parentId: unitId('lake') })).toMatchObject([
      { kind: 'not-standing', unitId: 'cell-1' },
    ])
    expect(faults(start, { kind: 'close', from, unitId: unitId('bloc') })).toMatchObject([
      { kind: 'top-closed' },
      { kind: 'parent-absent', unitId: 'river' },
      { kind: 'parent-absent', unitId: 'lake' },
    ])
    const early = day('2026-06-01')
    expect(faults(merged, { kind: 'close', from: early, unitId: unitId('cell-1') })).toMatchObject([
      { kind: 'closes-already' },
    ])
    expect(faults(merged, { kind: 'add', from, unit: { ...both, id: unitId('new') } })).toMatchObject([
      { kind: 'code-twice', code: 'R12', otherId: 'cell-12', day: from },
    ])
    expect(
      faults(merged, { kind: 'add', from: early, unit: { ...both, id: unitId('new'), code: 'N', parentId: both.id } }),
    ).toMatchObject([{ kind: 'parent-absent', parentId: 'cell-12', day: early }])
  })
})
