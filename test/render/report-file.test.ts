// What a report's file has beyond its pages: facts about itself, an outline of its headings, and links from its figures.

import { beforeAll, expect, test } from 'vitest'
import { asId, CampaignId, PeriodId, UnitId } from '../../shared/ids.ts'
import { demoReport } from '../../shared/report/demo-fixture.ts'
import { figureHref } from '../../shared/report/links.ts'
import { linesOf, type PdfFile, readPdf } from '../support/pdf.ts'
import { renderPdf } from '../support/renderer.ts'
import { sampleReport } from '../support/sample-report.ts'

let file: PdfFile
beforeAll(async () => {
  file = await readPdf(await renderPdf(sampleReport()))
})

test('it says what it is, of whom, in which language and when, and a reader shows the title', () => {
  expect(file).toMatchObject({
    title: 'Báo cáo: Kết quả khảo sát chất lượng sinh hoạt chi bộ 6 tháng đầu năm 2013',
    author: 'Ban Tổ chức',
    language: 'vi-VN',
    created: 'D:20130714170000Z',
    showsTitle: true,
    opensWith: 'UseOutlines',
  })
})

test('its faces are embedded, with the glyphs that are used', () => {
  const fonts = new Set(file.pages.flatMap((page) => page.texts.map(({ font }) => font)))
  expect(fonts.size).toBeGreaterThan(2)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-/u)
})

test('its outline has every heading below the ones above it, and leads to the place', () => {
  const headings = sampleReport().blocks.flatMap((block) => (block.type === 'heading' ? [block] : []))
  expect(file.headings.map(({ title }) => title)).toEqual(headings.map(({ marker, text }) => `${marker} ${text}`))
  expect(file.headings.map(({ depth }) => depth)).toEqual(headings.map(({ level }) => level))
  for (const { title, page, y } of file.headings) {
    const lines = file.pages[page - 1] ? linesOf(file.pages[page - 1] ?? expect.fail()) : []
    const start = title.slice(0, 12).toLocaleLowerCase('vi')
    const line = lines.find(({ text }) => text.toLocaleLowerCase('vi').startsWith(start))
    expect(line?.y ?? 0, title).toBeGreaterThan(y)
    expect((line?.y ?? 0) - y, title).toBeLessThan(24)
  }
})

test('a figure leads to the answers behind it, in sentences, lists and tables, and words around it do not', async () => {
  const at = { campaign: asId(CampaignId, 'k1'), period: asId(PeriodId, '2013-H1'), unit: asId(UnitId, 'u1') }
  const source = { ...at, responses: 3 }
  const figure = { text: '53,6\u00a0%', source }
  const words = 'Hầu hết các chi bộ duy trì nền nếp sinh hoạt định kỳ mỗi tháng một lần, đạt tỷ lệ chung cao '
  const document = sampleReport({
    blocks: [
      { type: 'paragraph', runs: [{ text: words }, { text: words }, { text: '(' }, figure, { text: ') trong năm.' }] },
      { type: 'list', items: [[{ text: 'Đạt ' }, figure]] },
      {
        type: 'table',
        caption: 'Bảng 1',
        columns: ['Đơn vị', 'Tỷ lệ'].map((header) => ({ header, weight: 1, align: 'right' })),
        rows: [{ kind: 'row', cells: [{ runs: [{ text: 'Đơn vị' }] }, { runs: [figure, { text: ' (+1,0)' }] }] }],
      },
    ],
  })
  const linked = await readPdf(await renderPdf(document))
  const [page] = linked.pages
  const links = page?.links ?? []
  expect(links.map(({ href }) => href)).toEqual([1, 2, 3].map(() => figureHref(document, source)))
  for (const link of links) {
    const under = (page?.texts ?? []).filter(
      ({ x, y, width }) => y > link.y && y < link.y + link.height && x < link.x + link.width && x + width > link.x,
    )
    expect(under.map(({ text }) => text).join(' ')).toContain('53,6')
    expect(link.width).toBeGreaterThan(20)
    expect(link.width).toBeLessThan(60)
  }
})

test('a figure in a chart leads to the answers behind it, and its names and scale do not', async () => {
  const report = demoReport()
  const chart = report.blocks.find((block) => block.type === 'chart') ?? expect.fail()
  const figures = chart.marks.flatMap((mark) => (mark.mark === 'text' && mark.source ? [mark] : []))
  expect(figures.length).toBeGreaterThan(3)
  const linked = await readPdf(await renderPdf({ ...report, blocks: [chart] }))
  const links = linked.pages.flatMap((page) => page.links.map((link) => ({ ...link, page })))
  expect(links.map(({ href }) => href)).toEqual(
    figures.map(({ source }) => figureHref(report, source ?? expect.fail())),
  )
  for (const [at, { page, x, y, width, height }] of links.entries()) {
    const under = page.texts.filter(
      (one) => one.y > y && one.y < y + height && one.x < x + width && one.x + one.width > x,
    )
    expect(under.map(({ text }) => text).join('')).toBe(figures[at]?.text.replace('\u00a0', ' '))
  }
})
