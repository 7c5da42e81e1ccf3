import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { isPlan, largestFile, largestPart, mostParts, partCount, partLength, smallestPart } from './parts.ts'
import { FileName, fileNameFrom, formatReference, parseReference } from './reference.ts'

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

describe('references', () => {
  test.each(['ảnh 1.jpg', 'a', '.hidden', 'x'.repeat(100), '😀'.repeat(100), 'a"b;c.pdf'])(
    '%s is a name, and a reference says it again',
    (name) => {
      const text = `${hash} ${name}`
      const read = parseReference(text)
      expect(read).toEqual({ sha256: hash, name })
      expect(read && formatReference(read)).toBe(text)
    },
  )

  test.each([
    ['no name', `${hash} `],
    ['no blank', `${hash}a.jpg`],
    ['two blanks', `${hash}  a.jpg`],
    ['a capital in the hash', `${hash.replace('f', 'F')} a.jpg`],
    ['a short hash', `${hash.slice(1)} a.jpg`],
    ['a folder', `${hash} ../a.jpg`],
    ['a folder of Windows', `${hash} ..\\a.jpg`],
    ['a folder alone', `${hash} ..`],
    ['a line break', `${hash} a\nb.jpg`],
    ['a control character', `${hash} a\u0000b.jpg`],
    ['a name that reads backwards', `${hash} a\u202egpj.exe`],
    ['half a character', `${hash} \ud800.jpg`],
    ['101 characters', `${hash} ${'x'.repeat(101)}`],
    ['nothing', ''],
  ])('%s is no reference', (_, text) => {
    expect(parseReference(text)).toBeUndefined()
  })
})

test('any name of a browser becomes one that can be kept, and a good one stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const kept = fileNameFrom(name)
      expect(v.is(FileName, kept)).toBe(true)
      if (v.is(FileName, name)) expect(kept).toBe(name)
    }),
  )
})

test.each([
  ['C:\\fakepath\\ảnh.jpg', 'ảnh.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['a\r\nb.pdf', 'ab.pdf'],
  [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(96)}.pdf`],
])('%j is kept as %j', (name, kept) => {
  expect(fileNameFrom(name)).toBe(kept)
})

describe('parts', () => {
  test('the parts of a file are the file', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: largestFile }),
        fc.integer({ min: smallestPart, max: largestPart }),
        (size, partSize) => {
          const plan = { size, partSize }
          fc.pre(isPlan(plan))
          const count = partCount(plan)
          const lengths = Array.from({ length: count }, (_, index) => partLength(plan, index + 1) ?? 0)
          expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(size)
          expect(Math.min(...lengths)).toBeGreaterThan(0)
          expect(Math.max(...lengths)).toBeLessThanOrEqual(partSize)
          expect(lengths.slice(0, -1).every((length) => length === partSize)).toBe(true)
          expect(partLength(plan, 0)).toBeUndefined()
          expect(partLength(plan, count + 1)).toBeUndefined()
          expect(partLength(plan, 1.5)).toBeUndefined()
        },
      ),
    )
  })

  test.each([
    [1, smallestPart, true],
    [0, smallestPart, false],
    [-1, smallestPart, false],
    [1.5, smallestPart, false],
    [Number.NaN, smallestPart, false],
    [1, smallestPart - 1, false],
    [1, largestPart, true],
    [1, largestPart + 1, false],
    [largestFile, largestPart, true],
    [largestFile + 1, largestPart, false],
    [mostParts * smallestPart, smallestPart, true],
    [mostParts * smallestPart + 1, smallestPart, false],
  ])('%d bytes in parts of %d: %s', (size, partSize, may) => {
    expect(isPlan({ size, partSize })).toBe(may)
  })
})
