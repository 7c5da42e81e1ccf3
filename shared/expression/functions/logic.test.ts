import { expect, test } from 'vitest'
import { answerOf } from '../evaluation-fixture.ts'

test.each([
  ['boolean(0) or boolean("") or boolean(/data/none) or boolean(number("x"))', false],
  ['boolean(-1) and boolean("false") and boolean(/data/blank)', true],
  ['boolean(date("1970-01-01"))', true],
  ['boolean(date("soon"))', false],
  ['not(/data/none)', true],
  ['boolean-from-string("true") and boolean-from-string(1)', true],
  ['boolean-from-string("yes")', false],
  ['if(/data/name, 1, 2)', 1],
  ['coalesce(/data/blank, /data/none, "c")', 'c'],
  ['coalesce(1 div "", 0)', '0'],
  ['coalesce("")', ''],
])('%s', (expression, expected) => {
  expect(answerOf(expression)).toBe(expected)
})

test('once() keeps the answer that is there, and leaves a number that could not be computed blank', () => {
  expect(answerOf('once("new")', { at: '/data/name' })).toBe('An')
  expect(answerOf('once("new")', { at: '/data/blank' })).toBe('new')
  expect(answerOf('once(. * 2)', { at: '/data/blank' })).toBe('')
})
