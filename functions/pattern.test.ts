import { expect, test } from 'vitest'
import { browserMatches } from '../shared/expression/regex.ts'
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

test.each([
  ['^\\p{L}+$', 'Ánh', true],
  ['^\\p{Lu}\\p{Ll}* \\d{2}$', 'Đảng 12', true],
  ['^.$', '𝄞', true],
  ['^[a\\-z]$', '-', true],
  ['^\\d{3}\\-\\d{3}$', '123-456', true],
  ["^[\\w\\.\\'-]+\\@x$", 'a.b@x', true],
  ['^\\pL$', 'á', undefined],
  ['\\A\\d\\z', '1', undefined],
  ['^[[:alpha:]]$', 'a', undefined],
  ['(?i)^ab$', 'AB', undefined],
])('%s in "%s" means in a browser what it means here, or nothing', (pattern, text, found) => {
  expect(patternMatches(pattern, text)).toBe(true)
  expect(browserMatches(pattern, text)).toBe(found)
})
