import { expect, test } from 'vitest'
import { answerOf } from '../evaluation-fixture.ts'

test.each([
  ['number("12.50")', 12.5],
  ['number("")', Number.NaN],
  ['number("1-2")', Number.NaN],
  ['number(true())', 1],
  ['int(-2.9)', -2],
  ['round(-1.5)', -2],
  ['round(2.5)', 3],
  ['round("-1.475", 2)', -1.48],
  ['round(1.005, 2)', 1.01],
  ['round(-50.55, -2)', -100],
  ['round(0.0000001, 3)', 0],
  ['round(1 div 0)', Number.POSITIVE_INFINITY],
  ['floor(-1.2)', -2],
  ['ceiling(-1.2)', -1],
  ['abs("-3")', 3],
  ['pow(4, 0.5)', 2],
  ['log10(1000) + exp10(-1) + sqrt(4)', 5.1],
  [
    'round(sin(pi() div 2) + cos(0) + tan(0) + asin(1) + acos(0) + atan(0) + atan2(0, 1) + log(1) + exp(0), 6)',
    6.141593,
  ],
])('%s', (expression, expected) => {
  expect(answerOf(expression)).toBe(expected)
})

test('number() of a date counts days: with a fraction in arithmetic, whole ones as text', () => {
  expect(answerOf('number("1970-01-02")')).toBe('1')
  expect(answerOf('number("1970-01-02") + 0', { zone: 'America/Phoenix' })).toBe(1 + 7 / 24)
  expect(answerOf('number("1970-01-01T18:00:00Z")')).toBe('0')
  expect(answerOf('number(today()) - number("2026-02-28")')).toBe(1)
})
