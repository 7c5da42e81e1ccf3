// The look of a Party report, measured on the finished PDF: each row is a line of the guideline's table.

import { beforeAll, describe, expect, test } from 'vitest'
import { pointsOf } from '../../shared/report/preset.ts'
import { linesOf, type PdfFile, type PdfLine, type PdfPage, readPdf } from '../support/pdf.ts'
import { renderPdf } from '../support/renderer.ts'
import { committeeTable, sampleReport } from '../support/sample-report.ts'

const page = { left: pointsOf(30), right: pointsOf(190), top: pointsOf(20), bottom: pointsOf(277) }
const middle = (page.left + page.right) / 2
const centreOf = (line: PdfLine) => (line.x + line.right) / 2
const inMargin = (line: PdfLine) => line.y < page.top

let draft: PdfFile
let bytes: Uint8Array

beforeAll(async () => {
  bytes = await renderPdf(sampleReport())
  draft = await readPdf(bytes)
})

const pageOf = (file: PdfFile, number: number): PdfPage => {
  const found = file.pages[number - 1]
  if (!found) throw new Error(`There is no page ${number}`)
  return found
}
const lastPage = (file: PdfFile) => pageOf(file, file.pages.length)

const lineOf = (from: PdfPage, text: string): PdfLine => {
  const found = linesOf(from).find((line) => line.text.startsWith(text))
  if (!found) throw new Error(`No line starts with ${text}`)
  return found
}

describe('the page', () => {
  test('is A4', () => {
    for (const { width, height } of draft.pages) {
      expect(width).toBeCloseTo(pointsOf(210), 1)
      expect(height).toBeCloseTo(pointsOf(297), 1)
    }
  })

  test('leaves the margins free, except for what belongs there', () => {
    for (const one of draft.pages)
      for (const line of linesOf(one).filter((item) => !inMargin(item))) {
        expect(line.x, line.text).toBeGreaterThanOrEqual(page.left - 0.1)
        expect(line.right, line.text).toBeLessThanOrEqual(page.right + 0.1)
        expect(line.y - line.size * 0.7, line.text).toBeGreaterThanOrEqual(page.top)
        expect(line.y, line.text).toBeLessThanOrEqual(page.bottom)
      }
  })

  test('has rules within the margins', () => {
    for (const rule of draft.pages.flatMap((one) => one.rules)) {
      expect(Math.min(rule.x1, rule.x2)).toBeGreaterThanOrEqual(page.left - 0.3)
      expect(Math.max(rule.x1, rule.x2)).toBeLessThanOrEqual(page.right + 0.3)
    }
  })

  test('is numbered at the top centre, from the second on', () => {
    const numbers = draft.pages.map((one) => linesOf(one).filter((line) => inMargin(line) && /^\d+$/u.test(line.text)))
    expect(numbers.map((found) => found.map((line) => line.text))).toEqual([
      [],
      ['2'],
      ['3'],
      ['4'],
      ['5'],
      ['6'],
      ['7'],
    ])
    for (const line of numbers.flat()) {
      expect(line.size).toBe(14)
      expect(centreOf(line)).toBeCloseTo(middle, 1)
    }
  })

  test('is marked as a draft everywhere until issued, before any other text', async () => {
    for (const one of draft.pages) expect(linesOf(one).filter((line) => line.text === 'DỰ THẢO')).toHaveLength(1)
    for (const one of draft.pages) expect(one.texts.findIndex((item) => item.text === 'DỰ THẢO')).toBeLessThan(2)
    const issued = await readPdf(await renderPdf(sampleReport({ draftMark: null })))
    expect(issued.pages.flatMap((one) => linesOf(one)).filter((line) => line.text === 'DỰ THẢO')).toEqual([])
  })
})

describe('the first page', () => {
  const looks = [
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 15, 'Tinos-Bold'],
    ['ĐẢNG ỦY KHỐI CÁC', 14, 'Tinos-Regular'],
    ['BAN TỔ CHỨC', 14, 'Tinos-Bold'],
    ['*', 14, 'Tinos-Regular'],
    ['Số', 14, 'Tinos-Regular'],
    ['Hà Nội, ngày', 14, 'Tinos-Italic'],
    ['BÁO CÁO', 16, 'Tinos-Bold'],
    ['Kết quả khảo sát', 14, 'Tinos-Bold'],
    ['-----', 14, 'Tinos-Bold'],
    ['Thực hiện Chương trình', 14, 'Tinos-Regular'],
    ['I- KẾT QUẢ THỰC HIỆN', 14, 'Tinos-Bold'],
    ['1. Công tác lãnh đạo', 14, 'Tinos-Bold'],
    ['1.1. Của Đảng ủy Khối', 14, 'Tinos-Regular'],
  ] as const

  test.each(looks)('%s is set in %i points, %s', (text, size, font) => {
    const line = lineOf(pageOf(draft, 1), text)
    expect(line.size).toBeCloseTo(size, 2)
    expect(line.font).toMatch(new RegExp(`^[A-Z]{6}\\+${font}$`, 'u'))
  })

  test('has the heading at the right, on the first line, beside the body above', () => {
    const heading = lineOf(pageOf(draft, 1), 'ĐẢNG CỘNG SẢN VIỆT NAM')
    const above = lineOf(pageOf(draft, 1), 'ĐẢNG ỦY KHỐI')
    expect(heading.y).toBeCloseTo(above.y, 2)
    expect(heading.y - 15 * 0.9).toBeCloseTo(page.top, 0)
    expect(above.right).toBeLessThan(heading.x)
  })

  test('has a solid rule below the heading, as long as its text', () => {
    const first = pageOf(draft, 1)
    const heading = lineOf(first, 'ĐẢNG CỘNG SẢN VIỆT NAM')
    const below = first.rules.filter((rule) => rule.y1 === rule.y2 && rule.y1 > heading.y && rule.y1 < heading.y + 10)
    expect(below).toHaveLength(1)
    expect(below[0]?.x1).toBeCloseTo(heading.x, 1)
    expect(below[0]?.x2).toBeCloseTo(heading.right, 1)
  })

  test('centres each block in its column', () => {
    const first = pageOf(draft, 1)
    const left = ['ĐẢNG ỦY KHỐI', 'CƠ QUAN SÔNG NÚI', 'BAN TỔ CHỨC', '*'].map((text) => centreOf(lineOf(first, text)))
    for (const centre of left) expect(centre).toBeCloseTo(left[0] ?? 0, 1)
    const heading = lineOf(first, 'ĐẢNG CỘNG SẢN VIỆT NAM')
    const date = (lineOf(first, 'Hà Nội, ngày').x + lineOf(first, 'tháng 7 năm 2013').right) / 2
    expect(date).toBeCloseTo(centreOf(heading), 1)
    for (const text of ['BÁO CÁO', 'Kết quả khảo sát', '-----'])
      expect(centreOf(lineOf(first, text))).toBeCloseTo(middle, 1)
  })

  test('leaves room for the pen in number and date', () => {
    const first = pageOf(draft, 1)
    expect(lineOf(first, '-BC/BTCĐUK').x - lineOf(first, 'Số').right).toBeGreaterThan(18)
    expect(lineOf(first, 'tháng 7 năm 2013').x - lineOf(first, 'Hà Nội, ngày').right).toBeGreaterThan(18)
  })

  test('shows number and date whole once issued', async () => {
    const { header } = sampleReport()
    const numbered = { ...header, documentNumber: 'Số 113-BC/BTCĐUK', placeAndDate: 'Hà Nội, ngày 15 tháng 7 năm 2013' }
    const issued = await readPdf(await renderPdf(sampleReport({ draftMark: null, header: numbered })))
    const lines = linesOf(pageOf(issued, 1)).map((line) => line.text)
    expect(lines).toContain('Số 113-BC/BTCĐUK')
    expect(lines).toContain('Hà Nội, ngày 15 tháng 7 năm 2013')
  })
})

describe('the body', () => {
  test('indents the first line of a paragraph by 1 cm and sets both edges straight', () => {
    const lines = linesOf(pageOf(draft, 1)).filter((line) => line.font.endsWith('Tinos-Regular') && line.y > 230)
    const first = lines.find((line) => line.text.startsWith('Thực hiện Chương trình'))
    expect(first?.x).toBeCloseTo(page.left + pointsOf(10), 1)
    expect(first?.right).toBeCloseTo(page.right, 0)
    const second = lines[lines.findIndex((line) => line.text === first?.text) + 1]
    expect(second?.x).toBeCloseTo(page.left, 1)
    expect(second?.right).toBeCloseTo(page.right, 0)
  })

  test('does not stretch the last line of a paragraph', () => {
    expect(lineOf(pageOf(draft, 1), 'vị và việc học tập').right).toBeLessThan(page.right - 20)
  })

  test('sets lines 18 points apart and paragraphs at least 6 more', () => {
    const ys = linesOf(pageOf(draft, 2))
      .filter((line) => !inMargin(line) && line.size === 14)
      .map((line) => line.y)
    const steps = ys.slice(1).map((y, index) => y - (ys[index] ?? 0))
    for (const step of steps) expect(Math.abs(step - 18) < 0.01 || step > 23.99, String(step)).toBe(true)
  })

  test('never ends a page with a heading', () => {
    for (const one of draft.pages) expect(linesOf(one).at(-1)?.text ?? '').not.toMatch(/^([IV]+-|\d\.|[a-z]\))/u)
  })
})

describe('a table', () => {
  test('repeats its header row on every page, cuts no row and loses none', async () => {
    const table = committeeTable(67)
    const file = await readPdf(await renderPdf(sampleReport({ blocks: [table] })))
    const withRows = file.pages.filter((one) => linesOf(one).some((line) => line.text.startsWith('Đảng bộ')))
    expect(withRows.length).toBeGreaterThan(2)
    for (const one of withRows) expect(linesOf(one).filter((line) => line.text === 'Đơn vị')).toHaveLength(1)
    const numbers = file.pages.flatMap((one) =>
      linesOf(one).filter((line) => line.size === 10 && line.x < page.left + 25),
    )
    const counted = numbers.map((line) => Number(line.text)).filter((number) => Number.isInteger(number))
    expect(counted).toEqual(Array.from({ length: 67 }, (_, index) => index + 1))
  })

  test('aligns figures at the right of their column', () => {
    const lines = linesOf(pageOf(draft, 3)).filter((line) => /^\d+,\d%$/u.test(line.text) && line.y < 620)
    const edges = new Set(lines.map((line) => Math.round(line.right)))
    expect(edges.size).toBe(3)
  })
})

describe('the end', () => {
  test('has the recipients at the left, underlined and in their sizes', () => {
    const last = lastPage(draft)
    const heading = lineOf(last, 'Nơi nhận:')
    expect(heading.size).toBe(14)
    expect(heading.x).toBeCloseTo(page.left, 1)
    const underline = last.rules.find((rule) => rule.y1 > heading.y && rule.y1 < heading.y + 4)
    expect(underline?.x1).toBeCloseTo(heading.x, 1)
    expect(underline?.x2).toBeCloseTo(heading.right, 1)
    expect(lineOf(last, '- Các đảng bộ trực thuộc,').size).toBe(12)
  })

  test('has the sign block at the right, centred, with room for signature and seal', () => {
    const last = lastPage(draft)
    const authority = lineOf(last, 'T/M BAN THƯỜNG VỤ')
    const post = lineOf(last, 'PHÓ BÍ THƯ')
    const name = lineOf(last, 'Nguyễn Văn Thử Nghiệm')
    expect([authority, post, name].map(({ size, font }) => [size, font.slice(7)])).toEqual([
      [14, 'Tinos-Bold'],
      [14, 'Tinos-Regular'],
      [14, 'Tinos-Bold'],
    ])
    for (const line of [authority, post, name]) expect(centreOf(line)).toBeCloseTo((middle + page.right) / 2, 1)
    expect(name.y - post.y).toBeGreaterThan(pointsOf(25))
    expect(authority.y).toBeCloseTo(lineOf(last, 'Nơi nhận:').y, 1)
  })

  test('shows a post that signs alone in bold', async () => {
    const file = await readPdf(
      await renderPdf(sampleReport({ sign: { authority: null, post: 'Trưởng ban', name: 'Trần Thị Thử' } })),
    )
    expect(lineOf(lastPage(file), 'TRƯỞNG BAN').font).toMatch(/Tinos-Bold$/u)
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'stays together and with the last lines of the body, %i paragraphs on',
    async (count) => {
      const body = {
        type: 'paragraph' as const,
        runs: [{ text: 'Các đảng bộ trực thuộc tiếp tục thực hiện. '.repeat(9) }],
      }
      const file = await readPdf(
        await renderPdf(sampleReport({ blocks: Array.from({ length: count + 3 }, () => body) })),
      )
      const last = linesOf(lastPage(file)).map((line) => line.text)
      expect(last).toEqual(expect.arrayContaining(['Nơi nhận:', 'T/M BAN THƯỜNG VỤ', 'Nguyễn Văn Thử Nghiệm']))
      expect(last.filter((text) => text.includes('tiếp tục')).length).toBeGreaterThanOrEqual(2)
    },
  )
})

describe('the file', () => {
  test('embeds its faces as subsets and no other font', () => {
    const raw = Buffer.from(bytes).toString('latin1')
    const descriptors = raw.match(/\/FontName \/\S+/gu) ?? []
    expect(descriptors.map((one) => one.replace(/^.*\+/u, '')).sort()).toEqual(
      ['Tinos-Bold', 'Tinos-BoldItalic', 'Tinos-Italic', 'Tinos-Regular'].filter((name) => raw.includes(`+${name}`)),
    )
    expect(raw.match(/\/FontFile2 /gu)).toHaveLength(descriptors.length)
    expect(raw.match(/\/BaseFont \/(?![A-Z]{6}\+)/gu)).toBeNull()
    expect(bytes.length).toBeLessThan(150_000)
  })

  test('says what it is, in which language, and when its figures were read', () => {
    expect(draft.title).toBe('Báo cáo: Kết quả khảo sát chất lượng sinh hoạt chi bộ 6 tháng đầu năm 2013')
    expect(draft.author).toBe('Ban Tổ chức')
    expect(draft.language).toBe('vi-VN')
    expect(draft.created).toBe('D:20130714170000Z')
  })

  test('holds no link, script or attachment', () => {
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/(URI|JavaScript|EmbeddedFile|Launch)\b/u)
  })
})
