// A report says the same in each of its files: PDF, Word, Excel, web page and JSON.

import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../functions/render/docx/render-docx.ts'
import { renderXlsx } from '../../functions/render/xlsx/render-xlsx.ts'
import { readWorkbook } from '../../functions/workbook/read-workbook.ts'
import { plain, runsOf } from '../../shared/report/cell-quality-fixture.ts'
import { demoReport } from '../../shared/report/demo-fixture.ts'
import type { Block, FigureNumber, ReportDocument, TableBlock } from '../../shared/report/document.ts'
import { numberText } from '../../shared/report/figure-number.ts'
import { figureHref, figurePath } from '../../shared/report/links.ts'
import { starterPeriods } from '../../shared/starter/campaigns.ts'
import { ReportFile } from '../../web/pages/report/report.tsx'
import { readDocx } from '../support/docx.ts'
import { linesOf, readPdf } from '../support/pdf.ts'
import { renderPdf } from '../support/renderer.ts'
import { committeeTable, sampleReport } from '../support/sample-report.ts'
import { plainText } from '../web/html.ts'

const demo = demoReport()
const blank = (text: string) => text.replaceAll(/[\s\u00A0]+/g, ' ').trim()

function sheetsOf(document: ReportDocument) {
  const read = readWorkbook(renderXlsx(document), undefined, { marksNumbers: true })
  if (!read.ok) throw new Error(`The workbook can't be read: ${read.problem.code}`)
  return read.value.sheets
}
const html = async (document: ReportDocument) =>
  String(await ReportFile({ document, style: '', hrefOf: (source) => figurePath(document, source) }))

/** What a reader of the workbook gets of a figure: a number without idle zeros. */
const asStored = ({ value }: FigureNumber) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)

/** What a reader sees of a page: a link is part of its sentence. */
const pageText = async (document: ReportDocument) =>
  blank(plainText((await html(document)).replaceAll(/<\/?a[^>]*>/g, '')))

/** The figures of domain.md for the practice "quality of cells", as they are printed. */
const published = ['47/47', '20/20', '10,8', '90,0 %', '8.865/9.850', '56,7 %', '468/826', '14/14', '33']

describe('the demo', () => {
  const word = readDocx(renderDocx(demo))
  const sheets = sheetsOf(demo)
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const workbookText = blank(cells.map(({ text }) => text).join(' '))

  test('every figure stands in the Word file, the workbook and the page, as in the PDF', async () => {
    const file = await readPdf(await renderPdf(demo))
    const pdf = blank(file.pages.flatMap((page) => linesOf(page).map(({ text }) => text)).join(' '))
    const page = await pageText(demo)
    const wordText = blank(word.text)
    const numbers = new Set(cells.flatMap(({ text, isNumber }) => (isNumber ? [text] : [])))
    const figures = runsOf(demo).filter(({ source }) => source)
    expect(figures.length).toBeGreaterThan(700)
    for (const { text, number } of figures) {
      const shown = blank(text)
      for (const [where, all] of [
        ['pdf', pdf],
        ['docx', wordText],
        ['page', page],
      ] as const)
        expect(all.includes(shown), `${shown} in ${where}`).toBe(true)
      if (number) expect(numbers, `${shown} in xlsx`).toContain(asStored(number))
      else expect(workbookText).toContain(shown)
    }
  })

  test('the published figures are read back from each', async () => {
    const page = await pageText(demo)
    for (const figure of published) {
      expect(blank(word.text), 'docx').toContain(figure)
      expect(workbookText, 'xlsx').toContain(figure)
      expect(page, 'page').toContain(figure)
    }
    const [first = { name: '', rows: [] }] = sheets.slice(1)
    const total = first.rows.at(-1)?.cells.map(({ text, isNumber }) => [text, isNumber === true])
    expect(first.name).toBe('Bảng 1')
    expect(total).toEqual([
      ['Tổng cộng', false],
      ['47', true],
      ['47', true],
      ['1', true],
      ['20/20', false],
    ])
  })

  test('tables are the same, cell by cell, in Word and on the page', async () => {
    const tables = demo.blocks.filter((block) => block.type === 'table')
    const inWord = word.tables.filter(([head]) => head?.isHeader)
    expect(inWord.map((rows) => rows.map((row) => row.cells.map(blank)))).toEqual(tables.map(textsOf))
    for (const [head, ...rows] of inWord) {
      expect(head).toMatchObject({ isHeader: true, isWhole: true })
      for (const row of rows) expect(row).toMatchObject({ isHeader: false, isWhole: true })
    }
  })

  test('headings are Word’s own, in their order; every block of the outline has a bookmark', () => {
    const expected = demo.blocks.flatMap((block) =>
      block.type === 'heading' ? [[`Heading${block.level}`, `${block.marker} ${block.text}`.trim()]] : [],
    )
    const headings = word.paragraphs.filter(({ style }) => style.startsWith('Heading'))
    expect(headings.map(({ style, text }) => [style, text])).toEqual(expected)
    const marked = demo.blocks.filter(({ type }) => type === 'heading' || type === 'table' || type === 'chart')
    expect(new Set(word.bookmarks).size).toBe(marked.length)
    for (const name of word.bookmarks) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/)
  })

  test('the Word file says what it is, in which language, and that it is a draft on each page', () => {
    expect(word.title).toBe(`${demo.kind}: ${demo.subject}`)
    expect(word.language).toBe('vi-VN')
    expect(word.headers).toEqual(['2DỰ THẢO', 'DỰ THẢO'])
    expect(word.fields).toEqual(['PAGE'])
    const charts = demo.blocks.filter((block) => block.type === 'chart')
    expect(word.alternatives).toEqual(charts.map(({ alternative }) => alternative))
    expect(word.parts).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.emf$/), expect.stringMatching(/\.svg$/)]),
    )
    const issued = readDocx(renderDocx({ ...demo, draftMark: null }))
    expect(issued.headers).toEqual(['2', ''])
    expect(readDocx(renderDocx(demoReport(starterPeriods.complete, 'en'))).language).toBe('en-GB')
  })

  test('figures lead to the answers behind them, from Word and from the page', async () => {
    const sources = runsOf(demo).flatMap(({ source }) => source ?? [])
    expect(new Set(word.links)).toEqual(new Set(sources.map((source) => figureHref(demo, source))))
    const hrefs = [...(await html(demo)).matchAll(/<a class="source" href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(hrefs.map((href) => href.replaceAll('&amp;', '&'))).toEqual(
      expect.arrayContaining([figurePath(demo, sources[0] ?? fail())]),
    )
    expect(hrefs.length).toBeGreaterThan(700)
  })

  test('the page has one main heading, headers for columns and rows, and charts that say what they show', async () => {
    const page = await html(demo)
    expect(page.match(/<h1/g)).toHaveLength(1)
    const levels = [...page.matchAll(/<h([2-5]) id="([^"]+)"/g)].map(([, level, key]) => [Number(level), key])
    expect(levels).toEqual(
      demo.blocks.flatMap((block) => (block.type === 'heading' ? [[block.level + 1, block.key]] : [])),
    )
    const tables = demo.blocks.filter((block) => block.type === 'table')
    for (const table of tables) {
      expect(page).toContain(`<caption>${table.caption}</caption>`)
      for (const { header, align } of table.columns)
        expect(page).toContain(`<th scope="col" class="${align}">${header}</th>`)
    }
    for (const block of demo.blocks)
      if (block.type === 'chart') expect(page).toContain(`role="img" aria-label="${block.alternative}"`)
    expect(page).not.toMatch(/<script|style="/)
  })
})

const fail = (): never => {
  throw new Error('The demo has figures')
}

const textsOf = ({ columns, rows }: TableBlock) => [
  columns.map(({ header }) => blank(header)),
  ...rows.map(({ cells }) => columns.map((_, at) => blank(plain(cells[at]?.runs ?? [])))),
]

test.each(['docx', 'xlsx'] as const)('the same report gives the same bytes: %s', (format) => {
  const render = { docx: renderDocx, xlsx: renderXlsx }[format]
  const again: ReportDocument = JSON.parse(JSON.stringify(demo))
  expect(Buffer.compare(render(demo), render(again))).toBe(0)
  expect(Buffer.compare(render(demo), render({ ...demo, asOf: '2014-01-01T00:00:00Z' })) === 0).toBe(format === 'xlsx')
})

describe('what people type', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\ufeff=1',
    '"=1"',
    "'=1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","x")',
    '=1;=2',
    '-1',
    '+84 912 345 678',
    '<script>alert(1)</script>',
    ']]>&amp;{DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"}',
    'x'.repeat(40_000).slice(0, 19_000),
    '\ud800',
    '__proto__',
  ]
  const cell = (text: string) => ({ runs: [{ text }] })
  const blocks: Block[] = hostile.flatMap((text): Block[] => [
    { type: 'heading', level: 1, marker: text.slice(0, 900), text: text.slice(0, 900) },
    { type: 'paragraph', runs: [{ text }] },
    { type: 'list', items: [[{ text }]] },
    {
      type: 'table',
      caption: text.slice(0, 900),
      columns: [
        { header: text.slice(0, 900), weight: 1, align: 'left' },
        { header: 'B', weight: 1, align: 'right' },
      ],
      rows: [{ kind: 'row', cells: [cell(text), cell(text)] }],
      note: text.slice(0, 900),
    },
  ])
  const document = sampleReport({ blocks, subject: '=1+1', kind: '+x' })

  test('is text in every cell of the workbook, its headers and the names of its sheets, and never a formula', () => {
    const parts = unzipSync(renderXlsx(document))
    for (const [name, part] of Object.entries(parts)) {
      const xml = new TextDecoder().decode(part)
      if (!name.startsWith('xl/worksheets/')) continue
      expect(xml, name).not.toMatch(/<f[ >]|<v>|t="str"|<hyperlink/)
      for (const [, style] of xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)"/g))
        expect(formatOf(parts, Number(style))).toBe(49)
    }
    const read = sheetsOf(document)
    expect(read).toHaveLength(1 + hostile.length)
    for (const [at, { name, rows }] of read.slice(1).entries()) {
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\]/)
      expect(rows[1]?.cells.map(({ text }) => text)).toEqual(Array(2).fill((hostile[at] ?? '').toWellFormed()))
    }
    expect(new Set(read.map(({ name }) => name.toLowerCase())).size).toBe(read.length)
  })

  test('is text in Word: no field, no link, no part that was not meant', () => {
    const file = readDocx(renderDocx(document))
    expect(file.fields).toEqual(['PAGE'])
    expect(file.links).toEqual([])
    expect(file.text).toContain('<script>alert(1)</script>')
    expect(file.text).toContain('{DDEAUTO')
    expect(file.parts.filter((part) => /macro|vba|ole|embed/i.test(part))).toEqual([])
  })

  test('is text on the page', async () => {
    const page = await html(document)
    expect(page).not.toContain('<script>')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

/** The number format of a cell's style. */
function formatOf(parts: Readonly<Record<string, Uint8Array>>, style: number): number {
  const xml = new TextDecoder().decode(parts['xl/styles.xml'])
  const [, xfs = ''] = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml) ?? []
  return Number([...xfs.matchAll(/<xf numFmtId="(\d+)"/g)][style]?.[1])
}

describe('numbers', () => {
  const source = runsOf(demo).flatMap((run) => run.source ?? [])[0] ?? fail()
  const run = (text: string, number: FigureNumber) => ({ text, number, source })
  const table = (cells: TableBlock['rows'][number]['cells']): Block => ({
    type: 'table',
    caption: 'Bảng 1. Số',
    columns: cells.map((_, at) => ({ header: `C${at}`, weight: 1, align: 'right' as const })),
    rows: [{ kind: 'row', cells }],
  })

  test('of targets say in their format what they ask for', () => {
    const targets = demo.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.filter(({ kind }) => kind === 'target') : [],
    )
    const runs = targets.flatMap(({ cells }) => cells.slice(1).flatMap((cell) => cell.runs))
    expect(runs.length).toBeGreaterThan(10)
    for (const { text, number } of runs) expect(number && numberText(number, 'vi')).toBe(text)
    const targetOf = (value: string, number: Omit<FigureNumber, 'value'>) => ({
      runs: [{ text: '', number: { value, ...number } }],
    })
    const cells = [
      targetOf('0.9', { format: 'percent', decimals: 0, bound: 'at-least' }),
      targetOf('2.5', { format: 'number', decimals: 1, bound: 'at-most' }),
      targetOf('1', { format: 'percent', decimals: 0 }),
    ]
    const parts = unzipSync(renderXlsx(sampleReport({ blocks: [table(cells)] })))
    const [sheet = '', styles = ''] = ['xl/worksheets/sheet2.xml', 'xl/styles.xml'].map((name) =>
      new TextDecoder().decode(parts[name]),
    )
    expect([...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(['0.9', '2.5', '1'])
    const codes = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code?.replaceAll('&quot;', '"'))
    expect(codes).toEqual(['"≥\u00a0"0%', '"≤\u00a0"#,##0.0', '0%'])
  })

  test('percentages are fractions, changes have their sign, what stands in brackets has a column of its own', () => {
    const share = run('53,6 %', { value: '0.536', format: 'percent', decimals: 1 })
    const change = run('−2,0', { value: '-2.0', format: 'change', decimals: 1 })
    const large = run('1.730.523', { value: '1730523', format: 'number', decimals: 0 })
    const huge = run('12.345.678.901.234.567', { value: '12345678901234567', format: 'number', decimals: 0 })
    const cells = [{ runs: [share, { text: ' (' }, change, { text: ')' }] }, { runs: [large] }, { runs: [huge] }]
    const bytes = renderXlsx(sampleReport({ blocks: [table(cells)] }))
    const parts = unzipSync(bytes)
    const xml = new TextDecoder().decode(parts['xl/worksheets/sheet2.xml'])
    expect([...xml.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value)).toEqual(['0.536', '-2.0', '1730523'])
    const formats = [...new TextDecoder().decode(parts['xl/styles.xml']).matchAll(/formatCode="([^"]*)"/g)]
    expect(formats.map(([, code]) => code)).toEqual(['0.0%', '+#,##0.0;−#,##0.0;0', '#,##0'])
    // More digits than Excel keeps stay as they are, as a text.
    expect(xml).toContain('12345678901234567</t>')
    expect(xml).toContain('C0 (phần trong ngoặc)')
  })
})

test('a table of 5,000 rows costs Word and Excel what its length costs', () => {
  const long = sampleReport({ blocks: [committeeTable(5_000)] })
  const [, rows = []] = readDocx(renderDocx(long)).tables
  expect(rows).toHaveLength(5_003)
  expect(sheetsOf(long)[1]?.rows).toHaveLength(5_003)
})
