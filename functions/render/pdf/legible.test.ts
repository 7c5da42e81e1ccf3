import { expect, test } from 'vitest'
import { keepBlanks, legible } from './legible.ts'

const ascii = (codePoint: number) => codePoint < 0x80
const latin = (codePoint: number) => codePoint < 0x1f00

test.each([
  ['composes', 'e\u0302\u0323', 'ệ'],
  ['joins line ends', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['drops what is invisible', '\u0000a\u00ad\u200b\u202e\u2066b\ufe0f', 'ab'],
  ['keeps no-break spaces', 'Số\u00a0\u00a0-BC', 'Số\u00a0\u00a0-BC'],
])('%s', (_, text, expected) => {
  expect(legible(text, latin)).toBe(expected)
})

test('shows one placeholder for each character that the face lacks', () => {
  expect(legible('ab😀字\ud800c', ascii)).toBe('ab\ufffd\ufffd\ufffdc')
})

test('a blank for the pen keeps its width, a single space stays a space', () => {
  expect(keepBlanks('ngày      tháng 7')).toBe(`ngày${'\u00a0'.repeat(6)}tháng 7`)
})
