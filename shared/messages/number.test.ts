import { expect, test } from 'vitest'
import { toDecimal } from '../form/decimal.ts'
import { asId, PeriodId } from '../ids.ts'
import { formatCount, formatDecimal, formatMoment, formatPercent } from './number.ts'
import { periodName } from './period.ts'

test.each([
  ['0.536', '53,6\u00a0%', '53.6%'],
  ['1.000', '100,0\u00a0%', '100.0%'],
  ['1', '100\u00a0%', '100%'],
  ['0.05', '5\u00a0%', '5%'],
  ['-0.125', '-12,5\u00a0%', '-12.5%'],
])('%s as a percentage', (fraction, vi, en) => {
  expect([formatPercent(toDecimal(fraction), 'vi'), formatPercent(toDecimal(fraction), 'en')]).toEqual([vi, en])
})

test('numbers have the marks of the language', () => {
  expect([formatCount(1_730_523, 'vi'), formatCount(1_730_523, 'en')]).toEqual(['1.730.523', '1,730,523'])
  expect(formatDecimal(toDecimal('-1234.50'), 'vi')).toBe('-1.234,50')
  expect(formatCount(999, 'vi')).toBe('999')
})

test('moments are told in the time zone of the organisation', () => {
  const late = '2013-07-14T17:30:00Z'
  expect(formatMoment(late, 'vi', 'Asia/Ho_Chi_Minh')).toBe('15/07/2013 00:30')
  expect(formatMoment(late, 'en', 'Asia/Ho_Chi_Minh')).toBe('15 Jul 2013, 00:30')
})

test.each([
  ['2013-H1', '6 tháng đầu năm 2013', 'first half of 2013'],
  ['2013-H2', '6 tháng cuối năm 2013', 'second half of 2013'],
  ['2013-Q3', 'quý III năm 2013', 'quarter 3 of 2013'],
  ['2013-07', 'tháng 7 năm 2013', 'July 2013'],
  ['2013', 'năm 2013', '2013'],
])('%s is called', (id, vi, en) => {
  expect([periodName(asId(PeriodId, id), 'vi'), periodName(asId(PeriodId, id), 'en')]).toEqual([vi, en])
})
