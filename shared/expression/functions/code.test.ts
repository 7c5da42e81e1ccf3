import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerOf } from '../evaluation-fixture.ts'

const environment = {
  digest: (algorithm: string, text: string) =>
    algorithm === 'SHA-1' ? createHash('sha1').update(text).digest('hex') : undefined,
  extractSigned: (text: string, key: string) => `${text} by ${key}`,
}

test.each([
  ['digest("abc", "sha-1", "hex")', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['digest("abc", "SHA-1")', 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0='],
  ['digest("abc", "SHA-1", "octal")', 'expression.argument-invalid'],
  ['digest("abc", "CRC")', 'expression.argument-invalid'],
  ['base64-decode("aOG7mw==")', 'hớ'],
  ['base64-decode("?")', ''],
  ['extract-signed("m", "k")', 'm by k'],
])('%s', (expression, expected) => {
  expect(answerOf(expression, { environment })).toBe(expected)
})
