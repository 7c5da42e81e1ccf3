import { expect, test } from 'vitest'
import { answerOf } from '../evaluation-fixture.ts'

test.each([
  ['string(-0)', '0'],
  ['string(0.0000001)', '0.0000001'],
  ['string(1 div 0)', 'Infinity'],
  ['string(true())', 'true'],
  ['string(/data/member/age)', '34'],
  ['concat(/data/member/age, "!")', '34719!'],
  ['join("; ", "a", /data/member/sex)', 'a; f; m; f'],
  ['substr("hello", 1, 3)', 'el'],
  ['substr("hello", -2)', 'lo'],
  ['substring("12345", 2)', '2345'],
  ['substring("12345", 1.5, 2.6)', '234'],
  ['substring("12345", 0, 3)', '12'],
  ['substring("12345", -1 div 0, 1 div 0)', ''],
  ['substring-before("2026-03", "-")', '2026'],
  ['substring-after("2026-03", "-")', '03'],
  ['substring-after("2026", "x")', ''],
  ['translate("aabb", "ab", "b")', 'bb'],
  ['string-length("nhà 🏠")', 5],
  ['normalize-space("  a \t\n b ")', 'a b'],
  ['normalize-space()', 'An'],
  ['contains("abc", "") and starts-with("abc", "ab") and ends-with("abc", "bc")', true],
  ['regex("1234", "[0-9]{3}")', true],
  ['regex("1234", "^[0-9]{3}$")', false],
])('%s', (expression, expected) => {
  expect(answerOf(expression, { at: '/data/name' })).toBe(expected)
})

test('in the browser too long a pattern or text is refused, not tried', () => {
  expect(answerOf(`regex("a", "${'a'.repeat(501)}")`)).toBe('expression.pattern-refused')
  expect(answerOf(`regex("${'a'.repeat(1001)}", "a")`)).toBe('expression.pattern-refused')
})
