import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Known } from '../disclosure/attacker-fixture.ts'
import { leastAnswers } from '../disclosure/shown-units.ts'
import { asId, UnitId } from '../ids.ts'
import { type Branch, inOrder } from './branch.ts'
import { type Invited, listedRates, ratesOf } from './rates.ts'

const unitId = (name: string) => asId(UnitId, name)
const branch = (id: string, ...children: Branch[]): Branch => ({ id: unitId(id), children })
const invitedIn = (rows: Readonly<Record<string, readonly [invited: number, answered: number]>>) =>
  new Map(
    Object.entries(rows).map(([id, [invited, answered]]): [UnitId, Invited] => [unitId(id), { invited, answered }]),
  )
const top = branch('a', branch('b'), branch('c'), branch('d', branch('e'), branch('f')))

test('units with enough people have a rate, and those that would give others away have none', () => {
  const own = invitedIn({ b: [3, 3], c: [12, 2], e: [20, 11], f: [9, 9] })
  expect(ratesOf(top, own, true)).toEqual([
    { unit: 'a', invited: 44, answered: 25 },
    { unit: 'c', invited: 12, answered: 2 },
    { unit: 'e', invited: 20, answered: 11 },
  ])
  expect(listedRates(top, own, true)).toEqual({
    units: [
      { unit: 'c', invited: 12, answered: 2 },
      { unit: 'e', invited: 20, answered: 11 },
    ],
    together: { units: 2, invited: 12, answered: 12 },
  })
})

test('a named survey hides nothing, and lists each unit for itself', () => {
  const own = invitedIn({ a: [1, 1], b: [3, 3], f: [9, 0] })
  const { units, together } = listedRates(top, own, false)
  expect([units.map(({ unit, invited }) => [unit, invited]), together]).toEqual([
    [
      ['a', 1],
      ['b', 3],
      ['f', 9],
    ],
    undefined,
  ])
  expect(ratesOf(top, own, false)).toHaveLength(6)
})

test('all in one unit are one line, however few; nobody is none', () => {
  expect(listedRates(top, invitedIn({ a: [7, 2] }), true).units).toEqual([{ unit: 'a', invited: 7, answered: 2 }])
  expect(listedRates(top, invitedIn({ b: [3, 1] }), true)).toEqual({
    units: [],
    together: { units: 1, invited: 3, answered: 1 },
  })
  expect(listedRates(top, new Map(), true)).toEqual({ units: [], together: undefined })
})

const seed = Number(process.env['SEED'] ?? 20_261_128)

test(`lines add up to all, and who has them and the released rates computes no small unit's (seed ${seed})`, () => {
  let hidden = 0
  const aUnit = fc.tuple(fc.nat(), fc.oneof(fc.constant(0), fc.nat(8), fc.nat(40)), fc.nat(100))
  fc.assert(
    fc.property(fc.array(aUnit, { minLength: 1, maxLength: 9 }), (rows) => {
      const parents = rows.map(([parent], index) => (index === 0 ? -1 : parent % index))
      const at = (index: number): Branch =>
        branch(`u${index}`, ...parents.flatMap((parent, child) => (parent === index ? [at(child)] : [])))
      const root = at(0)
      const own = new Map(
        rows.flatMap(([, invited, share], index): [UnitId, Invited][] =>
          invited === 0 ? [] : [[unitId(`u${index}`), { invited, answered: Math.floor((invited * share) / 100) }]],
        ),
      )
      const ids = inOrder(root)
      const under = new Map<UnitId, ReadonlySet<UnitId>>()
      const walk = (one: Branch): void => {
        under.set(one.id, new Set(inOrder(one)))
        for (const child of one.children) walk(child)
      }
      walk(root)
      const rowOf = (of: ReadonlySet<UnitId>) => ids.map((id) => (of.has(id) && own.has(id) ? 1n : 0n))
      const rates = ratesOf(root, own, true)
      const { units, together } = listedRates(root, own, true)
      const known = new Known()
      for (const { unit } of rates) known.learn(rowOf(under.get(unit) ?? new Set()))
      const isShown = new Set(rates.map(({ unit }) => unit))
      for (const { unit } of units) expect(isShown.has(unit), unit).toBe(true)
      const all = [...own.values()].reduce((sum, { invited }) => sum + invited, 0)
      const isWithin = ({ unit }: { unit: UnitId }) =>
        units.some((one) => one.unit !== unit && under.get(one.unit)?.has(unit))
      const lines = units.filter((one) => !isWithin(one)).reduce((sum, { invited }) => sum + invited, 0)
      expect(lines + (together?.invited ?? 0)).toBe(all)
      if (all < leastAnswers) return
      if (together) expect(together.invited).toBeGreaterThanOrEqual(leastAnswers)
      for (const [id, { invited }] of own)
        if (invited < leastAnswers) {
          hidden += 1
          expect(known.tells(rowOf(new Set([id]))), id).toBe(false)
        }
    }),
    { seed, numRuns: 300 },
  )
  expect(hidden).toBeGreaterThan(100)
})
