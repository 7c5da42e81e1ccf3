import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jpeg, refused, samples } from './evidence-fixture.ts'
import { acceptOf, answersQuestion, downloadName, type EvidenceQuestion, mediaTypes } from './kinds.ts'
import { headLength, sniff } from './sniff.ts'

test.each(samples)('%s: %s', (mediaType, _, head) => {
  expect(sniff(head, true)).toBe(mediaType)
})

test('there is a sample of every media type', () => {
  expect(new Set(samples.map(([mediaType]) => mediaType))).toEqual(new Set(mediaTypes))
})

test.each(refused)('refused: %s', (_, head) => {
  expect(sniff(head, true)).toBeUndefined()
})

test('a letter that the head cuts in two is no fault of the text', () => {
  const letters = new TextEncoder().encode('ế'.repeat(headLength))
  expect(sniff(letters.slice(0, headLength), false)).toBe('text/plain')
  expect(sniff(letters.slice(0, headLength), true)).toBeUndefined()
})

test('any bytes, also cut short, are looked at without an error', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples.map(([, , head]) => head), new Uint8Array()),
      fc.nat(80),
      fc.uint8Array({ maxLength: 80 }),
      fc.boolean(),
      (head, kept, rest, isWhole) => {
        const found = sniff(Uint8Array.from([...head.slice(0, kept), ...rest]), isWhole)
        expect([undefined, ...mediaTypes]).toContain(found)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('markup never passes, whatever stands before it that a browser would skip', () => {
  const skipped = fc.stringMatching(/^[\t\n\f\r ]{0,20}$/)
  const markup = fc.constantFrom('<svg', '<!DOCTYPE html', '<script>', '<?xml', '<a href=x>')
  fc.assert(
    fc.property(skipped, markup, fc.string(), (before, tag, after) => {
      expect(sniff(new TextEncoder().encode(`${before}${tag}${after}`), true)).toBeUndefined()
    }),
  )
})

describe('questions', () => {
  const every: EvidenceQuestion[] = ['image', 'signature', 'audio', 'video', 'file']

  test.each([
    ['image/jpeg', ['image', 'signature', 'file']],
    ['image/gif', ['image', 'file']],
    ['audio/mpeg', ['audio', 'file']],
    ['video/webm', ['audio', 'video', 'file']],
    ['video/quicktime', ['video', 'file']],
    ['application/pdf', ['file']],
    ['text/plain', ['file']],
  ] as const)('%s answers %j', (mediaType, questions) => {
    expect(every.filter((question) => answersQuestion(mediaType, question))).toEqual(questions)
  })

  test('a file field names media types and endings', () => {
    expect(acceptOf('signature')).toBe('image/jpeg,.jpg,.jpeg,.jfif,image/png,.png,image/webp,.webp')
    expect(acceptOf('file')).toContain('.docx')
  })
})

test.each([
  ['anh.jpg', 'anh.jpg'],
  ['ẢNH.JPEG', 'ẢNH.JPEG'],
  ['page.html', 'page.html.jpg'],
  ['run.jpg.exe', 'run.jpg.exe.jpg'],
  ['noending', 'noending.jpg'],
  ['dot.', 'dot..jpg'],
])('a photo called %s leaves as %s', (name, handedOut) => {
  expect(sniff(jpeg, true)).toBe('image/jpeg')
  expect(downloadName(name, 'image/jpeg')).toBe(handedOut)
})
