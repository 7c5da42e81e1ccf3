import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import { type CellToWrite, type SheetToWrite, writeWorkbook } from './write-workbook.ts'

const textOf = (cell: CellToWrite): string =>
  typeof cell === 'string' ? cell : 'number' in cell ? cell.number : cell.text

/** What a reader gets back: the rows by name, without what is empty. */
function readBack(sheets: readonly SheetToWrite[]): unknown {
  const read = readWorkbook(writeWorkbook(sheets))
  return read.ok ? read.value.sheets.map(({ name, rows }) => ({ name, rows })) : read.problem
}
const expected = (sheets: readonly SheetToWrite[]) =>
  sheets.map(({ name, rows }) => ({
    name,
    rows: rows
      .map((texts, n) => ({
        row: n + 1,
        cells: texts
          .map((given, column) => ({ column, text: textOf(given).toWellFormed() }))
          .filter(({ text }) => text !== ''),
      }))
      .filter(({ cells }) => cells.length > 0),
  }))

const awkward = fc.constantFrom(
  '=1+1',
  '+44',
  '-1',
  '@x',
  '\t=1',
  '\r\n',
  '＝1',
  '_x000D_',
  '_x005F_',
  '<&>"',
  ']]>',
  ' ',
)
const piece = fc.oneof(
  awkward,
  fc.string({ unit: 'binary' }),
  fc.constantFrom('_', 'x', '0041', '_x00', '\u0001', '\uFFFE', '\uD800', '\uDC00', '😀', '\0', '\u0085', '\u2028'),
)
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))

test('what is written is read again, whatever the texts', () => {
  const rows = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 })
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (all) => {
      const sheets = all.map((some, n) => ({ name: `sheet ${n}`, rows: some }))
      expect(readBack(sheets)).toEqual(expected(sheets))
    }),
  )
})

test('many columns keep their places', () => {
  const sheets = [{ name: 'survey', rows: [Array.from({ length: 16_384 }, (_, n) => `c${n}`)] }]
  expect(readBack(sheets)).toEqual(expected(sheets))
})

test('the same cells give the same bytes', () => {
  const sheets = [
    {
      name: 'survey',
      rows: [
        ['type', 'name'],
        ['text', 'a'],
      ],
      columnWidths: [12, 300],
    },
  ]
  expect(Buffer.compare(writeWorkbook(sheets), writeWorkbook(sheets))).toBe(0)
  const time = new DataView(writeWorkbook(sheets).buffer).getUint32(10, true)
  expect(time.toString(16)).toBe('216000')
})

test('no cell is a formula or a number; the header is bold and stays in view', () => {
  const parts = unzipSync(
    writeWorkbook([
      {
        name: 'survey',
        rows: [
          ['=A1', '1'],
          ['=cmd|x', ''],
        ],
        columnWidths: [20],
      },
    ]),
  )
  const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString()
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ])
  expect(sheet).not.toMatch(/<f|<v/)
  expect(sheet.match(/<c r="[A-Z]+\d" s="[12]" t="inlineStr">/g)).toHaveLength(3)
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(sheet).toContain('<cols><col min="1" max="1" width="20" customWidth="1"/></cols>')
})

test('names that Excel would refuse are made acceptable', () => {
  const names = [
    'a/b',
    'A_B',
    '',
    "'x'",
    'x'.repeat(40),
    'x'.repeat(40),
    `${'x'.repeat(30)}😀`,
    '__proto__',
    'a"<&>',
    '\uD800',
  ]
  const read = readWorkbook(writeWorkbook(names.map((name) => ({ name, rows: [] }))))
  expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual([
    'a_b',
    'A_B (2)',
    'sheet',
    '_x_',
    'x'.repeat(31),
    `${'x'.repeat(27)} (2)`,
    'x'.repeat(30),
    '__proto__',
    'a"<&>',
    '\uFFFD',
  ])
})

test('what Excel cannot hold is a mistake of the caller', () => {
  expect(() => writeWorkbook([])).toThrow(RangeError)
  expect(() => writeWorkbook([{ name: 'a', rows: [['x'.repeat(32_768)]] }])).toThrow(RangeError)
  expect(() => writeWorkbook([{ name: 'a', rows: [Array.from({ length: 16_385 }, () => '')] }])).toThrow(RangeError)
})
