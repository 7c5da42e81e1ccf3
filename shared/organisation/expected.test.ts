// Who was expected to answer is what one knew on the last day of a period: whatever is entered later, also for days before, moves
// figures to other places and changes nothing of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, UnitId } from '../ids.ts'
import { changed } from './change.ts'
import type { Day } from './day.ts'
import { treeOn } from './history.ts'
import { beginning, days, runs } from './random-history-fixture.ts'
import { isExpected } from './unit.ts'

const seed = Number(process.env['SEED'] ?? 20_130_630)
const day = (n: number) => days[n] as Day
const afterwards = '2026-04-02' as Day

test(`what is entered after a day leaves those expected on it as they were (seed ${seed})`, () => {
  let expectedThen = 0
  let handedOn = 0
  fc.assert(
    fc.property(runs, fc.nat({ max: 25 }), fc.nat({ max: days.length - 1 }), ({ tried }, drawn, at) => {
      const cut = drawn % (tried.length + 1)
      const last = day(at)
      let history = beginning
      let known = beginning
      const heirs = new Set<UnitId>()
      for (const [index, { change }] of tried.entries()) {
        if (index === cut) known = history
        const outcome = changed(history, change, index < cut ? day(0) : afterwards)
        if (!outcome.ok) continue
        const there = new Set(history.map(({ id }) => id))
        history = outcome.value
        if (index >= cut && (change.kind === 'merge' || change.kind === 'split'))
          for (const { id } of history) if (!there.has(id)) heirs.add(id)
      }
      if (tried.length <= cut) known = history
      const [before, after] = [treeOn(known, last), treeOn(history, last)]
      for (const { id } of known) {
        expect(isExpected(after, id), id).toBe(isExpected(before, id))
        if (isExpected(before, id)) expectedThen += 1
      }
      for (const id of heirs) {
        expect(isExpected(after, id), id).toBe(false)
        if (after.units.has(id) || after.closed.has(id)) handedOn += 1
      }
    }),
    { seed, numRuns: 600 },
  )
  expect(expectedThen).toBeGreaterThan(100)
  expect(handedOn).toBeGreaterThan(10)
})

test('a unit that took over later, and has closed since, was expected of nobody either', () => {
  const [, , leaf] = beginning.map(({ id }) => id)
  const heir = asId(UnitId, 'heir')
  const unit = {
    ...{ id: heir, code: 'H', name: 'Đơn vị mới', level: 'cell', members: 1 },
    parentId: asId(UnitId, 'u0'),
  }
  const merged = changed(
    beginning,
    { kind: 'merge', from: day(3), unitIds: [leaf ?? heir], into: heir, added: unit },
    afterwards,
  )
  const closed = merged.ok
    ? changed(merged.value, { kind: 'close', from: day(5), unitId: heir }, afterwards)
    : undefined
  if (!closed?.ok) throw new Error('A sound history')
  const tree = treeOn(closed.value, day(8))
  expect([leaf ?? heir, heir].map((id) => isExpected(tree, id))).toEqual([true, false])
})
