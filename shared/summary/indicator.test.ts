import { expect, test } from 'vitest'
import { decimalText, toDecimal } from '../form/decimal.ts'
import { emptyTally, type Indicator, indicatorValue, meetsTarget, tallyOf } from './indicator.ts'

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
