import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type Run } from './diff.ts'

const side = (runs: readonly Run[], other: Run['kind']) =>
  runs.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('')

const words = fc.constantFrom('Chi', 'bộ', 'họp', 'đủ', ' ', '  ', '\n', ',', '.', '12', '👍', 'e\u0301')
const texts = fc.oneof(
  fc.array(words, { maxLength: 30 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

test('what stayed and was removed is the one text, what stayed and was added the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const runs = diffWords(before, after)
      expect(side(runs, 'added')).toBe(before)
      expect(side(runs, 'removed')).toBe(after)
      for (const { text } of runs) expect(text).not.toBe('')
      runs.forEach((run, at) => {
        expect(run.kind).not.toBe(runs[at - 1]?.kind)
      })
    }),
    { numRuns: 2_000 },
  )
})

test('the same text differs in nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(diffWords(text, text).every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})

/** Longest common subsequence by the plain table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row: number[] = b.map(() => 0)
  for (const one of a) {
    const next: number[] = []
    for (const [at, other] of b.entries())
      next.push(one === other ? (at === 0 ? 1 : (row[at - 1] ?? 0) + 1) : Math.max(row[at] ?? 0, next[at - 1] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

test('it is the shortest edit: as many tokens stay as can', () => {
  const letters = fc.array(fc.constantFrom(...'abcde'), { maxLength: 25 })
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      // Signs are tokens of their own, and there are no blanks to be drawn into changes.
      const [before, after] = [a, b].map((all) => all.map((one) => '+-*/='['abcde'.indexOf(one)] ?? '').join(''))
      const stayed = diffWords(before ?? '', after ?? '').flatMap(({ kind, text }) => (kind === 'same' ? text : []))
      expect(stayed.join('').length).toBe(longestCommon(a, b))
    }),
    { numRuns: 500 },
  )
})

test('words are kept whole, with their marks, and blanks between two changed words go with them', () => {
  expect(diffWords('Chi bộ họp đủ 12 kỳ.', 'Chi bộ họp đúng 10 kỳ.')).toEqual([
    { kind: 'same', text: 'Chi bộ họp ' },
    { kind: 'removed', text: 'đủ 12' },
    { kind: 'added', text: 'đúng 10' },
    { kind: 'same', text: ' kỳ.' },
  ])
  expect(diffWords('', 'mới')).toEqual([{ kind: 'added', text: 'mới' }])
})

test('two long texts with nothing in common are one for the other', () => {
  const long = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ')
  const runs = diffWords(`Mở đầu ${long('a')} hết`, `Mở đầu ${long('b')} hết`)
  expect(runs.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
  expect(runs[0]?.text).toBe('Mở đầu ')
})
