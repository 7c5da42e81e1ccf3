// The reports of the demo say what was published, in every format, and all formats the same.

import { readdir, stat } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FigureNumber, ReportDocument, Run } from '../../shared/report/document.ts'
import { scoringReport, studyReport } from '../../shared/report/members-fixture.ts'
import { pointsOf } from '../../shared/report/preset.ts'
import { starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { scoringPlanId, studyFollowUpPlanId } from '../../shared/starter/member-plans.ts'
import { practicePlans } from '../../shared/starter/practices.ts'
import { rollOutPeriod, rollOutPlan } from '../../shared/starter/roll-out.ts'
import { blank, type DemoReport, figuresOf, makeDemo } from '../support/demo-files.ts'
import {
  asPng,
  differing,
  drawFailures,
  fromPng,
  keepPages,
  keptPages,
  picturesDpi,
  picturesFolder,
} from '../support/page-pictures.ts'
import { linesOf } from '../support/pdf.ts'
import { type GreyPage, printInGreys } from '../support/print-pdf.ts'
import { renderPdf } from '../support/renderer.ts'
import type { XlsxCell } from '../support/xlsx.ts'
import { golden } from './demo-golden.ts'

let demo: ReadonlyMap<string, DemoReport>
beforeAll(async () => {
  demo = await makeDemo()
}, 300_000)

/** A printed figure as a workbook holds it: "53,6 %" is 0.536. */
function stored(printed: string): string | undefined {
  const found = /^(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?( %)?$/.exec(printed)
  if (!found) return undefined
  const [, whole = '', fraction = '', percent] = found
  const digits = whole.replaceAll('.', '').padStart(3, '0')
  const point = percent === undefined ? digits.length : digits.length - 2
  return plain(`${digits.slice(0, point)}.${digits.slice(point)}${fraction}`.replace(/^0+(?=\d)/, ''))
}

/** A decimal without idle zeros. */
const plain = (value: string) => (value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value)

const rowsOf = ({ xlsx }: DemoReport) => xlsx.slice(1).flatMap(({ rows }) => rows)
const shown = ({ text, isNumber }: XlsxCell) => (isNumber ? plain(Number(text).toString()) : blank(text))
const of = (name: string): DemoReport => demo.get(name) ?? expect.fail(`There is no report ${name}`)

describe.each(golden)('$name', ({ report, sentences, rows }) => {
  test.each(['pdf', 'docx', 'xlsx', 'html'] as const)('says what was published: %s', (format) => {
    for (const sentence of sentences) expect(of(report).words[format]).toContain(sentence)
  })

  test('its tables have the published figures: Word, cell by cell; PDF, in the order in which they are read', () => {
    const { docx, words } = of(report)
    const inWord = docx.tables.flatMap((table) => table.map((row) => row.cells.map(blank)))
    for (const row of rows) {
      expect(inWord).toContainEqual(row)
      expect(words.pdf).toContain(row.join(' '))
      expect(words.html).toContain(row[0])
    }
  })

  test('its tables have them as numbers in the workbook', () => {
    const inSheets = rowsOf(of(report)).map((row) => row.map(shown))
    for (const row of rows) {
      // What stands in brackets has a column of its own.
      const cells = row.flatMap((text) => /^(.+) \((.+)\)$/.exec(text)?.slice(1) ?? [text])
      expect(inSheets).toContainEqual(cells.map((text) => stored(text) ?? text))
    }
  })
})

test('P2 shows the total that does not add up as a finding, and nothing else', () => {
  const { words, document } = of(`${rollOutPlan.id}-${rollOutPeriod}`)
  const [finding, ...others] = document.blocks.filter(
    (block) => block.type === 'table' && block.caption.includes('không khớp'),
  )
  expect(others).toEqual([])
  expect(finding?.type === 'table' && finding.rows).toHaveLength(1)
  for (const text of Object.values(words)) {
    expect(text).toContain('237')
    expect(text).not.toContain('Khớp: Tổng số cán bộ 257; Cán bộ thuộc bộ phận giúp việc')
  }
})

test('the demo has a report for every plan and period that is due', () => {
  const reports = [...golden.map(({ report }) => report), `${starterPlan.id}-${starterPeriods.open}`]
  expect([...demo.keys()].sort()).toEqual(reports.sort())
  for (const id of [starterPlan.id, ...practicePlans.map((plan) => plan.id), scoringPlanId, studyFollowUpPlanId])
    expect(
      reports.some((one) => one.startsWith(id)),
      id,
    ).toBe(true)
})

/** How often each of the texts stands by itself: as no part of a longer number. */
function timesIn(text: string, figure: string): number {
  const pattern = figure.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.match(new RegExp(`(?<![\\d\\p{L}]|\\d[.,])${pattern}(?![\\d\\p{L}]|[.,]\\d)`, 'gu'))?.length ?? 0
}

const countBy = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

test.each(['pdf', 'docx', 'html'] as const)(
  'every figure of the machine-readable report stands as often in the %s, or more often',
  (format) => {
    for (const [name, { document, words }] of demo) {
      const figures = countBy(figuresOf(document), ({ text }) => blank(text))
      expect(figures.size).toBeGreaterThan(10)
      for (const [figure, times] of figures)
        expect(timesIn(words[format], figure), `${figure} in ${name}`).toBeGreaterThanOrEqual(times)
    }
  },
)

test('every figure of the machine-readable report stands in the workbook as often, as a number in its format', () => {
  const key = ({ value, format, decimals }: FigureNumber) => `${plain(value)} ${format} ${decimals}`
  for (const [name, report] of demo) {
    const numbers = countBy(
      report.xlsx.flatMap(({ rows }) => rows.flat()).filter(({ isNumber }) => isNumber),
      ({ text, format }) => `${plain(text)} ${formatOf(format)}`,
    )
    // A figure among words of a cell or a sentence is read there.
    const needed = countBy(
      figuresOf(report.document).flatMap(({ number }: Run) => number ?? []),
      key,
    )
    const texts = new Map(
      figuresOf(report.document).flatMap(({ text, number }) => (number ? [[key(number), text]] : [])),
    )
    for (const [figure, times] of needed) {
      const inWords = timesIn(report.words.xlsx, blank(texts.get(figure) ?? ''))
      expect((numbers.get(figure) ?? 0) + inWords, `${figure} in ${name}`).toBeGreaterThanOrEqual(times)
    }
  }
})

/** What the code of a number format means, in the report's own words. */
function formatOf(code: string): string {
  const own = code.replace(/^"[^"]*"/, '')
  const decimals = /\.(0+)/.exec(own)?.[1]?.length ?? 0
  if (own.includes('%')) return `percent ${decimals}`
  return `${own.startsWith('+') ? 'change' : 'number'} ${decimals}`
}

describe('the pages', () => {
  const printed = async (document: ReportDocument) => printInGreys(await renderPdf(document), picturesDpi)

  const looked = [
    ...golden.flatMap(({ name, report, pictures }) =>
      pictures === undefined ? [] : [{ name, pictures, pdf: async () => of(report).bytes.pdf }],
    ),
    { name: 'P3, criteria and scores', pictures: 'p3', pdf: () => renderPdf(scoringReport()) },
    { name: 'P4, study sessions', pictures: 'p4', pdf: () => renderPdf(studyReport()) },
  ]
  test.each(looked)('of $name look as they did', async ({ pdf, pictures }) => {
    const pages = await printInGreys(await pdf(), picturesDpi)
    if (process.env['PHIEU_PICTURES'] === 'renew') await keepPages(pictures, pages)
    const kept = await keptPages(pictures)
    const failed = await drawFailures(pictures, pages, kept)
    expect(failed, 'Look at these pages. Where they are meant: PHIEU_PICTURES=renew').toEqual([])
    expect(pages).toHaveLength(kept.length)
  })

  /** A page of running text and a table, and the report that it is of. */
  const aReport = () => of(`${rollOutPlan.id}-${rollOutPeriod}`).document
  const isSame = (pages: readonly GreyPage[], others: readonly GreyPage[]) =>
    pages.length === others.length && pages.every((page, at) => differing(page, others[at] ?? page).length === 0)

  test('are others where a row of a table is left out', async () => {
    const document = aReport()
    const before = await printed(document)
    const table = document.blocks.find((block) => block.type === 'table')
    for (const left of [0, 14]) {
      const blocks = document.blocks.map((block) =>
        block.type === 'table' && block === table
          ? { ...block, rows: block.rows.filter((_, at) => at !== left) }
          : block,
      )
      expect(isSame(await printed({ ...document, blocks }), before), `row ${left}`).toBe(false)
    }
  })

  test('are others where a paragraph has moved by 3 mm', async () => {
    const [page] = await printed(aReport())
    const [read] = of(`${rollOutPlan.id}-${rollOutPeriod}`).pdf.pages
    if (!page || !read) throw new Error('The report has a page')
    const perPoint = picturesDpi / 72
    const lines = linesOf(read).filter(({ text }) => /^Đợt “Triển khai|đơn vị đã nộp phiếu|phiếu nộp muộn/.test(text))
    const from = Math.floor((Math.min(...lines.map(({ y }) => y)) - 14) * perPoint)
    const to = Math.ceil((Math.max(...lines.map(({ y }) => y)) + 4) * perPoint)
    const by = Math.round(pointsOf(3) * perPoint)
    for (const [dx, dy] of [
      [0, by],
      [0, -by],
      [by, 0],
      [-by, 0],
    ] as const) {
      const dots = Uint8Array.from(page.dots)
      const at = (x: number, y: number) => y * page.width + x
      for (let y = from; y < to; y += 1) dots.fill(255, at(0, y), at(page.width, y))
      for (let y = from; y < to; y += 1)
        for (let x = by; x < page.width - by; x += 1)
          dots[at(x + dx, y + dy)] = Math.min(dots[at(x + dx, y + dy)] ?? 255, page.dots[at(x, y)] ?? 255)
      expect(isSame([{ ...page, dots }], [page]), `${dx}, ${dy}`).toBe(false)
    }
  })

  test('are the same where another moment is named', async () => {
    const document = aReport()
    const before = await printed(document)
    for (const moment of ['11/11/2011 11:11', '28/08/2028 20:48']) {
      const text = JSON.stringify(document).replaceAll(/\d\d\/\d\d\/\d{4} \d\d:\d\d/g, moment)
      expect(text).toContain(moment)
      expect(isSame(await printed(JSON.parse(text)), before), moment).toBe(true)
    }
  })

  test('are kept in little room, and a kept picture is what was drawn', async () => {
    const sizes = await Promise.all(
      (await readdir(picturesFolder)).map(async (file) => (await stat(`${picturesFolder}/${file}`)).size),
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000)
    const [page] = await printed(aReport())
    expect(page && asPng(fromPng(asPng(page))).equals(asPng(page))).toBe(true)
  })
})
