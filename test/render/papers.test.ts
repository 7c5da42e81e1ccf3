// Records and blank forms as finished PDFs: whatever people typed stands on the page as text, within the margins, and does
// nothing; pictures are those that were handed over and no others.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printablePicture } from '../../functions/api/picture/printable.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { asId } from '../../shared/ids.ts'
import { blankForm } from '../../shared/report/blank-form.ts'
import type { Paper, PaperPicture } from '../../shared/report/paper.ts'
import { pointsOf } from '../../shared/report/preset.ts'
import { everyType } from '../support/every-type.ts'
import { aPart, hashOf, paperOf } from '../support/papers.ts'
import { linesOf, type PdfFile, readPdf } from '../support/pdf.ts'
import { aJpeg, aPng } from '../support/pictures.ts'
import { renderPaper } from '../support/renderer.ts'

const none = new Map<string, Uint8Array>()
const raw = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
/** The file without its streams (what is drawn, faces, pictures) and without the texts in it: what is left are its objects. */
const objectsOf = (pdf: Uint8Array): string =>
  raw(pdf)
    .replace(/\bstream\r?\n[\s\S]*?\nendstream/g, '')
    .replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()')
/** What a PDF can do besides being read, and what leads out of it. */
const active = /\/(Annots?|URI|GoToR|Launch|JavaScript|JS|OpenAction|AA|EmbeddedFile|RichMedia|SubmitForm)\b/

const textOf = (file: PdfFile) => file.pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' ')
const read = async (paper: Paper, pictures = none) => readPdf(await renderPaper(paper, pictures))

function expectWithinThePage(file: PdfFile): void {
  for (const line of file.pages.flatMap(linesOf)) {
    expect(line.x, line.text).toBeGreaterThanOrEqual(pointsOf(30) - 0.5)
    expect(line.right, line.text).toBeLessThanOrEqual(pointsOf(190) + 0.5)
    expect(line.y, line.text).toBeGreaterThan(pointsOf(8))
    expect(line.y, line.text).toBeLessThan(pointsOf(292))
  }
}

describe('a record', () => {
  test('reads as it was composed, and the same data give the same bytes', async () => {
    const paper = paperOf(aPart())
    const first = await renderPaper(paper, none)
    expect(Buffer.from(await renderPaper(paper, none)).equals(Buffer.from(first))).toBe(true)
    const file = await readPdf(first)
    const text = textOf(file)
    for (const words of [
      'BIÊN BẢN',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Hà Nội, ngày 05 tháng 02 năm 2013',
      'Chi bộ Sông 1 (mã R1), thuộc Đảng bộ Sông',
      'Sinh hoạt đúng định kỳ',
      'ĐẠI DIỆN ĐƠN VỊ',
      'ĐOÀN KIỂM TRA',
      'Nguyễn Thị Ánh',
    ])
      expect(text).toContain(words)
    expect(file).toMatchObject({ title: 'Biên bản', author: 'Ban Tổ chức', language: 'vi-VN' })
    expectWithinThePage(file)
  })

  test('both sides sign at the same height, side by side', async () => {
    const [page] = (await read(paperOf(aPart()))).pages
    const lines = page ? linesOf(page) : []
    const unit = lines.find(({ text }) => text === 'ĐẠI DIỆN ĐƠN VỊ')
    const team = lines.find(({ text }) => text === 'ĐOÀN KIỂM TRA')
    expect(unit?.y).toBeCloseTo(team?.y ?? 0, 3)
    expect(unit?.right).toBeLessThan(team?.x ?? 0)
  })

  test('carries its state and its foot on every page', async () => {
    const note = 'Một câu khá dài. '.repeat(600)
    const part = aPart({ latest: { answers: new Map([['note', note]]), standing: 'withdrawn' } })
    const file = await read(paperOf(part))
    expect(file.pages.length).toBeGreaterThan(2)
    for (const page of file.pages) {
      const texts = linesOf(page).map(({ text }) => text)
      expect(texts).toContain('ĐÃ RÚT')
      expect(texts.some((text) => text.startsWith('Mã băm nội dung'))).toBe(true)
    }
  })

  test('of many each begins on a page of its own, numbered by itself, and stands in the outline', async () => {
    const unit = (name: string) => ({ name, code: 'X', parentName: undefined })
    const long = new Map([['note', 'Một câu khá dài. '.repeat(400)]])
    const parts = [
      aPart({ unit: unit('Chi bộ (Một) \\ 1'), latest: { answers: long } }),
      aPart({ unit: unit('Chi bộ Hai') }),
    ]
    const pdf = await renderPaper(paperOf(...parts), none)
    const file = await readPdf(pdf)
    const starts = file.pages.map((page) => linesOf(page).some(({ text }) => text === 'BIÊN BẢN'))
    expect(starts.filter(Boolean)).toHaveLength(2)
    expect(starts.at(-1)).toBe(true)
    expect(file.outline).toEqual(['Chi bộ (Một) \\ 1 (X)', 'Chi bộ Hai (X)'])
    // The second record's page is its first, which carries no number.
    const last = file.pages.at(-1)
    expect(last && linesOf(last).some(({ text, y }) => /^\d+$/.test(text) && y < pointsOf(15))).toBe(false)
  })
})

describe('pictures', () => {
  const made = (bytes: Buffer): [PaperPicture, Buffer] => {
    const printed = printablePicture(bytes)
    if (!printed) throw new Error('The picture cannot be printed')
    const sha256 = asId(Sha256, createHash('sha256').update(printed.bytes).digest('hex'))
    return [{ sha256, width: printed.width, height: printed.height }, printed.bytes]
  }
  const [photo, photoBytes] = made(aJpeg({ width: 40, height: 30, secrets: ['GPS 21.03'] }))
  const [drawn, drawnBytes] = made(aPng({ width: 4, height: 2, colours: 6, pixels: Array(32).fill(90) }))
  const evidence = { photo: hashOf('a'), sign: hashOf('b') }
  const part = aPart(
    {
      latest: {
        answers: new Map([
          ['photo', `${evidence.photo} a.jpg`],
          ['sign', `${evidence.sign} b.png`],
        ]),
      },
      pictures: new Map([
        [evidence.photo, photo],
        [evidence.sign, drawn],
      ]),
    },
    everyType,
  )
  const bytes = new Map<string, Uint8Array>([
    [photo.sha256, photoBytes],
    [drawn.sha256, drawnBytes],
  ])

  test('are in the file once each, without what they knew of where they were taken', async () => {
    const pdf = await renderPaper(paperOf(part), bytes)
    expect(raw(pdf).match(/\/Subtype \/Image/g)).toHaveLength(2)
    expect(raw(pdf)).not.toContain('GPS')
    expect(Buffer.from(await renderPaper(paperOf(part), bytes)).equals(Buffer.from(pdf))).toBe(true)
  })

  test('that were not handed over fail the job: nothing is fetched', async () => {
    await expect(renderPaper(paperOf(part), none)).rejects.toThrow('not beside the data')
  })
})

const hostile = [
  'https://example.org/?q=1',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:image/png;base64,iVBORw0KGgo=',
  '[bấm](javascript:alert(1)) [x](https://example.org)',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  ') Tj ET /URI (http://127.0.0.1) << /S /JavaScript /JS (app.alert(1)) >>',
  '\u202eđảo ngược\u202c \u2067trái\u2069',
  'khoảng\u200bkhông\ufeff',
  '👩🏽‍🌾 😀',
  '\u0000\u0007\u001b[31m',
  '\ud83d',
  'שלום עולם',
  '${name} ${__proto__}',
]

test('hostile texts are text: in answers, labels, names of units, people and files', async () => {
  const answers = new Map(hostile.map((text, at) => [['story', 'guardian', 'code'][at % 3] ?? '', text]))
  const parts = hostile.map((text) =>
    aPart(
      {
        unit: { name: text, code: text, parentName: text },
        first: { by: text, finishedAt: '2013-02-04T18:30:00.000Z', onBehalfOf: text },
        letterhead: { preset: 'party-2018', bodyAbove: text, body: text, office: text, place: text },
        latest: { answers: new Map([...answers, ['name', text]]), raised: { findings: [], name: text } },
      },
      everyType,
    ),
  )
  const pdf = await renderPaper({ ...paperOf(...parts), title: hostile.join(' '), author: hostile.join(' ') }, none)
  expect(objectsOf(pdf)).not.toMatch(active)
  expect(objectsOf(pdf)).not.toContain('/Subtype /Image')
  expectWithinThePage(await readPdf(pdf))
})

test('any text at all gives a page', { timeout: 60_000 }, async () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
  const texts = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const parts = some.map(([name, note]) =>
        aPart({ unit: { name, code: 'R1', parentName: undefined }, latest: { answers: new Map([['note', note]]) } }),
      )
      const pdf = await renderPaper(paperOf(...parts), none)
      expect(objectsOf(pdf)).not.toMatch(active)
      expectWithinThePage(await readPdf(pdf))
    }),
    { numRuns: 5 },
  )
})

test('a word of 100 kB is cut where lines end', async () => {
  const file = await read(paperOf(aPart({ latest: { answers: new Map([['note', 'W'.repeat(100_000)]]) } })))
  const text = file.pages.flatMap((page) => page.texts.map((item) => item.text)).join('')
  expect(text.match(/W/gu)).toHaveLength(100_000)
  expectWithinThePage(file)
})

describe('a blank form', () => {
  const paper = blankForm({
    version: everyType,
    formLanguage: 'vi',
    language: 'vi',
    preset: 'party-2018',
    organisation: 'Đảng ủy Khối',
    versionName: '',
    publishedAt: '2013-01-01T00:00:00.000Z',
    rounds: 3,
    pictures: new Map(),
  })

  test('has every question within the margins, its pages counted', async () => {
    const file = await read(paper)
    const text = textOf(file)
    for (const words of ['Người giám hộ của [câu 1]', 'Chỉ trả lời nếu câu 3 (“Tuổi”) < 18.', 'NGƯỜI GHI PHIẾU'])
      expect(text).toContain(words)
    for (const [at, page] of file.pages.entries())
      expect(linesOf(page).map((line) => line.text)).toContain(`${at + 1}/${file.pages.length}`)
    expectWithinThePage(file)
    for (const rule of file.pages.flatMap((page) => page.rules)) {
      expect(Math.min(rule.x1, rule.x2)).toBeGreaterThanOrEqual(pointsOf(30) - 0.5)
      expect(Math.max(rule.x1, rule.x2)).toBeLessThanOrEqual(pointsOf(190) + 0.5)
    }
  })

  test('a question never stands on one page and its lines on the next', async () => {
    const file = await read(paper)
    for (const page of file.pages) {
      const numbered = linesOf(page).filter(({ text, x }) => /^\d+\.$/.test(text) && x < pointsOf(35))
      const last = numbered.at(-1)
      // Below the last number of a page there is at least a line, a box or a choice of its answer.
      const places = [...page.rules.map(({ y1 }) => y1), ...page.texts.map(({ y }) => y)]
      if (last) expect(places.some((y) => y > last.y + 5 && y < pointsOf(277))).toBe(true)
    }
  })
})
