// Slips of a survey as a finished PDF: what a phone reads of the printed page is the link that was sealed into it.

import { describe, expect, test } from 'vitest'
import { type Paper, type SlipsPart, slipsPerPage } from '../../shared/report/paper.ts'
import { pointsOf } from '../../shared/report/preset.ts'
import { linesOf, readPdf } from '../support/pdf.ts'
import { printPdf } from '../support/print-pdf.ts'
import { readQrs } from '../support/read-qr.ts'
import { renderPaper } from '../support/renderer.ts'

const linkNumber = (n: number) => `https://phieu.example.org/s/K7M4${String(n).padStart(22, 'aB_-9')}`
const codeNumber = (n: number) => `K7M4-2XQ9-${String(n).padStart(4, 'P')}`

const aSheet = (slips: number, changes: Partial<SlipsPart> = {}): Paper => {
  const part: SlipsPart = {
    bookmark: 'Giấy mời',
    perPage: 8,
    organisation: 'Đảng ủy Khối Các cơ quan Trung ương',
    title: 'Lấy ý kiến đảng viên về chất lượng sinh hoạt chi bộ quý I',
    how: 'Quét mã QR bằng điện thoại, hoặc mở phieu.example.org/s và gõ mã in dưới hình vuông.',
    promise: 'Phiếu ẩn danh: không ai biết ông/bà trả lời gì. Hạn trả lời: 00:00 ngày 01/07/2013.',
    slips: Array.from({ length: slips }, (_, n) => ({
      whose: 'Chi bộ Nguyễn Thị Minh Khai 2',
      link: linkNumber(n),
      code: codeNumber(n),
    })),
    ...changes,
  }
  const preset = 'party-2018'
  const facts = { title: part.title, author: part.organisation, asOf: '2013-02-05T03:10:00.000Z' }
  return { version: 1, language: 'vi', preset, ...facts, parts: [part] }
}
const render = (paper: Paper) => renderPaper(paper, new Map())

describe.each(slipsPerPage)('%i on a page', (perPage) => {
  test('every QR code of the printed page leads to its link, and its code stands below it', async () => {
    const pdf = await render(aSheet(perPage + 3, { perPage }))
    const pages = await printPdf(pdf, 200)
    const texts = await Promise.all(pages.map((page) => readQrs([page])))
    expect(texts.map((found) => found.toSorted())).toEqual(
      [Array.from({ length: perPage }, (_, n) => n), [perPage, perPage + 1, perPage + 2]].map((numbers) =>
        numbers.map(linkNumber).toSorted(),
      ),
    )
    const { pages: read, outline } = await readPdf(pdf)
    expect(outline).toEqual(['Giấy mời'])
    const codes = read.flatMap((page) => linesOf(page).map(({ text }) => text)).filter((text) => /^K7M4-/.test(text))
    expect(codes).toEqual(Array.from({ length: perPage + 3 }, (_, n) => codeNumber(n)))
  })

  test('nothing stands where scissors cut, also of long texts, and what is promised stays whole', async () => {
    const long = 'Chất lượng sinh hoạt chi bộ và việc học tập nghị quyết '.repeat(8)
    const slips = [{ whose: `Nguyễn Thị Phương Thảo · ${long}`, link: linkNumber(1), code: codeNumber(1) }]
    const file = await readPdf(await render(aSheet(1, { perPage, slips, title: long, organisation: long })))
    const [page] = file.pages
    const lines = page ? linesOf(page) : []
    const [width, height] = [pointsOf(105), pointsOf(297) / (perPage / 2)]
    for (const { x, right, y, size } of lines) {
      expect(x).toBeGreaterThan(pointsOf(3.9))
      expect(right).toBeLessThan(width - pointsOf(3.9))
      expect(y - size).toBeGreaterThan(pointsOf(2))
      expect(y).toBeLessThan(height - pointsOf(3))
    }
    const text = lines.map((line) => line.text).join(' ')
    expect(text).toContain('không ai biết ông/bà trả lời gì. Hạn trả lời: 00:00 ngày 01/07/2013.')
    expect(text).toContain('…')
  })
})

test('the same slips give the same bytes', async () => {
  const [first, second] = [await render(aSheet(3)), await render(aSheet(3))]
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
})
