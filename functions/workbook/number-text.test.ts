import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateText, numberText } from './number-text.ts'

test.each([
  ['1', '1'],
  ['1.0', '1'],
  ['-0', '0'],
  ['007', '7'],
  [' 2.50 ', '2.5'],
  ['0.1', '0.1'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['1E3', '1000'],
  ['1.5e-7', '0.00000015'],
  ['-1E-9', '-0.000000001'],
  ['1e21', '1000000000000000000000'],
  ['12345678901234567890', '12345678901234567890'],
  ['1e999', '1e999'],
  ['INF', 'INF'],
  ['0x10', '0x10'],
  ['.', '.'],
  ['', ''],
])('number %s', (raw, text) => {
  expect(numberText(raw)).toBe(text)
})

test('a number reads back as itself, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = numberText(String(value))
      expect(text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(text) === value).toBe(true)
    }),
  )
})

test.each([
  ['46348', 'date', '2026-11-22'],
  ['46348.5', 'date', '2026-11-22'],
  ['46348.3125', 'date-time', '2026-11-22T07:30:00'],
  ['46348', 'date-time', '2026-11-22T00:00:00'],
  ['46348.3125', 'time', '2026-11-22T07:30:00'],
  ['0.3958333333333333', 'time', '09:30:00'],
  ['0.3958333333333333', 'date', '09:30:00'],
  ['0.00000578703703703704', 'time', '00:00:00.500'],
  ['0', 'time', '00:00:00'],
  ['1', 'date', '1900-01-01'],
  ['59', 'date', '1900-02-28'],
  ['61', 'date', '1900-03-01'],
  ['2958465', 'date', '9999-12-31'],
  ['2958466', 'date', '2958466'],
  ['-1', 'date', '-1'],
  ['', 'date', ''],
  ['#', 'date', '#'],
] as const)('date %s as %s', (raw, kind, text) => {
  expect(dateText(raw, kind, false)).toBe(text)
})

test('days counted from 1904', () => {
  expect(dateText('44886', 'date', true)).toBe('2026-11-22')
  expect(dateText('1', 'date', true)).toBe('1904-01-02')
})
