import { expect, test } from 'vitest'
import { cells, units } from '../../test/support/scenario.ts'
import { enterUnit } from '../campaign/campaign.ts'
import { decimalText, toDecimal, zero } from '../form/decimal.ts'
import { asId, PeriodId } from '../ids.ts'
import { Day } from '../organisation/day.ts'
import { unitTree } from '../organisation/unit.ts'
import { addTallies, classOf, emptyTally, type Indicator, indicatorValue, meetsTarget, tallyOf } from './indicator.ts'
import { emptySummary, mergeAll } from './summary.ts'
import { withWholes } from './wholes.ts'

const later = asId(Day, '2013-07-01')

const base = { id: 'i', name: { vi: 'i' }, shortName: { vi: 'i' }, decimals: 1 } as const
const ratio: Indicator = {
  ...base,
  measure: { kind: 'ratio', numerator: 'a', denominator: 'b' },
  format: 'percent',
  target: { value: '0.5', direction: 'at-least' },
}
const answers = (entries: Record<string, string | number>) => new Map(Object.entries(entries))
const shown = (indicator: Indicator, entries: Record<string, string | number>) => {
  const value = indicatorValue(indicator, tallyOf(indicator, [answers(entries)]))
  return value && decimalText(value)
}

test('a ratio needs both of its parts', () => {
  expect(shown(ratio, { a: 15, b: 28 })).toBe('0.536')
  expect(tallyOf(ratio, [answers({ a: 15 })])).toEqual(emptyTally)
  expect(shown(ratio, { b: 28 })).toBeUndefined()
  expect(shown(ratio, { a: 0, b: 0 })).toBeUndefined()
})

test('a share counts the named choices among all answers; a mean and a sum are what they say', () => {
  const share: Indicator = { ...base, measure: { kind: 'share', question: 'q', choices: ['yes'] }, format: 'percent' }
  expect(shown(share, { q: 'yes' })).toBe('1.000')
  expect(shown(share, { q: 'no' })).toBe('0.000')
  expect(shown({ ...base, measure: { kind: 'mean', question: 'q' }, format: 'number' }, { q: '1.25' })).toBe('1.3')
  expect(shown({ ...base, decimals: 0, measure: { kind: 'sum', question: 'q' }, format: 'number' }, { q: 7 })).toBe('7')
})

test('a target is judged on the exact figure, not on the rounded one', () => {
  const tally = { responses: 1, numerator: toDecimal(4999), denominator: toDecimal(10000) }
  expect(indicatorValue(ratio, tally)).toEqual(toDecimal('0.500'))
  expect(meetsTarget(ratio, tally)).toBe(false)
  expect(meetsTarget(ratio, { ...tally, numerator: toDecimal(5000) })).toBe(true)
  const atMost: Indicator = { ...ratio, target: { value: '0.5', direction: 'at-most' } }
  expect(meetsTarget(atMost, tally)).toBe(true)
  expect(meetsTarget(ratio, emptyTally)).toBeNull()
})

test('a count is how many chose it; a rate has its whole from the units that had to answer', () => {
  const count: Indicator = {
    ...{ ...base, decimals: 0, format: 'number' },
    measure: { kind: 'count', question: 'q', choices: ['done', 'more'] },
  }
  expect(shown(count, { q: 'more' })).toBe('1')
  expect(shown(count, { q: 'no' })).toBe('0')
  expect(tallyOf(count, [answers({})])).toEqual(emptyTally)
  const rate = (per: 'members' | 'units', choices?: string[]): Indicator => ({
    ...{ ...base, id: `${per}-${choices ?? ''}`, format: 'percent' },
    measure: { kind: 'rate', question: 'q', per, ...(choices ? { choices } : {}) },
  })
  const indicators = [rate('members'), rate('units', ['done'])]
  const of = (value: string | number) => ({
    ...emptySummary,
    responses: 2,
    tallies: new Map(
      indicators.map((one) => {
        const own = tallyOf(one, [answers({ q: value })])
        return [one.id, addTallies(own, own)]
      }),
    ),
  })
  const asked = units.slice(3).map(({ id }) => ({ ...enterUnit(id, 1), ...(id === cells[2] ? { since: later } : {}) }))
  const summaries = new Map(cells.map((id, at) => [id, of(at === 0 ? 6 : 'done')]))
  const read = { campaign: { indicators }, units: asked, summaries }
  const total = mergeAll(withWholes(read, unitTree(units), { id: asId(PeriodId, '2013-H1') }).values())
  const text = (one: Indicator) => decimalText(indicatorValue(one, total.tallies.get(one.id) ?? emptyTally) ?? zero)
  // 12 of the 60 members of two cells; the third one came later and is in neither. Two answers of one unit are one unit.
  expect(indicators.map(text)).toEqual(['0.200', '0.500'])
})

test('the first class that a value reaches is its own, by the direction of the target', () => {
  const classes = [{ name: { vi: 'Tốt' }, from: '0.5' }, { name: { vi: 'Khá' }, from: '0.25' }, { name: { vi: 'Yếu' } }]
  const named = (indicator: Indicator, a: number) =>
    classOf(indicator, tallyOf(indicator, [answers({ a, b: 4 })]), classes)?.name.vi
  expect([4, 2, 1, 0].map((a) => named(ratio, a))).toEqual(['Tốt', 'Tốt', 'Khá', 'Yếu'])
  const atMost: Indicator = { ...ratio, target: { value: '0.5', direction: 'at-most' } }
  expect(classOf(atMost, tallyOf(atMost, [answers({ a: 3, b: 4 })]), classes)?.name.vi).toBe('Yếu')
  expect(named(atMost, 1)).toBe('Tốt')
  expect(classOf(ratio, emptyTally, classes)).toBeUndefined()
})
