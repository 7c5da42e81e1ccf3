// Any text people can type comes out of the PDF as it went in, or visibly replaced; none of it breaks the page.

import { expect, test } from 'vitest'
import type { Block } from '../../shared/report/document.ts'
import { pointsOf } from '../../shared/report/preset.ts'
import { linesOf, readPdf } from '../support/pdf.ts'
import { renderPdf } from '../support/renderer.ts'
import { sampleReport } from '../support/sample-report.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

/** The paragraph's text as extracted, with one space where a line ends. */
async function extracted(text: string): Promise<string> {
  const file = await readPdf(await renderPdf(sampleReport({ draftMark: null, blocks: [paragraph(`<${text}>`)] })))
  const whole = file.pages.flatMap((page) => linesOf(page).map((line) => line.text)).join(' ')
  return whole.slice(whole.indexOf('<') + 1, whole.indexOf('>'))
}

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const toned = vowels.flatMap((vowel) => tones.map((tone) => `${vowel}${tone}`.normalize('NFC')))
const letters = [...toned, 'đ', ...'bcdghklmnpqrstvxfjwz']

test('every Vietnamese letter is extracted exactly, small and capital, in each face', async () => {
  const small = letters.join(' ')
  const capital = small.toLocaleUpperCase('vi')
  expect(await extracted(`${small} ${capital}`)).toBe(`${small} ${capital}`)
  const subject = `<${capital}>`
  const file = await readPdf(await renderPdf(sampleReport({ subject, blocks: [] })))
  expect(
    linesOf(file.pages[0] ?? { texts: [], rules: [], links: [], width: 0, height: 0 })
      .map((line) => line.text)
      .join(' '),
  ).toContain(subject)
})

test('text typed in decomposed form is composed', async () => {
  expect(await extracted('Kết quả'.normalize('NFD'))).toBe('Kết quả')
})

test.each([
  ['control characters are dropped', 'a\u0000b\u0007c\u001bd', 'abcd'],
  ['bidi overrides are dropped', 'an\u202e toàn\u202c \u2067x\u2069', 'an toàn x'],
  ['zero-width characters are dropped', 'chi\u200b bộ\ufeff\u200d', 'chi bộ'],
  ['an emoji becomes one placeholder', 'tốt 👍🏽 lắm', 'tốt \ufffd lắm'],
  ['a lone surrogate becomes the placeholder', 'x\ud83dy', 'x\ufffdy'],
  ['a tab is a space', 'a\tb', 'a b'],
  ['markup stays text', 'a & b "c" {d} %s', 'a & b "c" {d} %s'],
])('%s', async (_, text, expected) => {
  expect(await extracted(text)).toBe(expected)
})

test('right-to-left text neither fails nor leaves the page', async () => {
  const file = await readPdf(await renderPdf(sampleReport({ blocks: [paragraph('שלום עולם '.repeat(60))] })))
  for (const line of file.pages.flatMap(linesOf)) expect(line.right).toBeLessThanOrEqual(pointsOf(190) + 0.5)
})

test('a word of 100 kB is cut where lines end, on as many pages as it needs', async () => {
  const cell = { runs: [{ text: 'x'.repeat(20_000) }] }
  const blocks: Block[] = [
    { type: 'paragraph', runs: Array.from({ length: 5 }, () => ({ text: 'W'.repeat(20_000) })) },
    {
      type: 'table',
      caption: 'Bảng',
      columns: [
        { header: 'A', weight: 1, align: 'left' },
        { header: 'B', weight: 1, align: 'right' },
      ],
      rows: [{ kind: 'row', cells: [cell, { runs: [{ text: '1' }] }] }],
    },
  ]
  const started = process.cpuUsage()
  const file = await readPdf(await renderPdf(sampleReport({ blocks })))
  const { user } = process.cpuUsage(started)
  const text = file.pages.flatMap((page) => page.texts.map((item) => item.text)).join('')
  expect(text.match(/W/gu)).toHaveLength(100_000)
  expect(text.match(/x/gu)).toHaveLength(20_000)
  for (const line of file.pages.flatMap(linesOf)) {
    expect(line.right).toBeLessThanOrEqual(pointsOf(190) + 0.5)
    expect(line.y).toBeLessThanOrEqual(pointsOf(277))
  }
  expect(user).toBeLessThan(20_000_000)
})
