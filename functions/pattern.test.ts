import { expect, test } from 'vitest'
import { patternMatches } from './pattern.ts'

test.each([
  ['^[0-9]{9}([0-9]{3})?$', '012345678', true],
  ['^[0-9]{9}([0-9]{3})?$', '01234567', false],
  ['\\d+', 'Chi bộ 12', true],
  ['^\\p{Lu}', 'Đảng bộ', true],
  ['^[(]\\d{1,1000}[)]{2}$', '(12))', true],
  ['^([a-z]{2,50}\\.){1,20}$', 'a.bc.', false],
])('%s in "%s": %s', (pattern, text, found) => {
  expect(patternMatches(pattern, text)).toBe(found)
})

test.each(['(', '(?=a)b', '(a)\\1', 'a'.repeat(501), '(a{50}){50}', `(\\p{L}{2,40}[)(]${'b'.repeat(50)}){25}`])(
  '%s is no pattern here',
  (pattern) => {
    expect(patternMatches(pattern, 'a')).toBeUndefined()
  },
)

test('a pattern made to take for ever answers all the same', () => {
  expect(patternMatches('^(a+)+$', `${'a'.repeat(5_000)}!`)).toBe(false)
})
