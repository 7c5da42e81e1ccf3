import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from './read-workbook.ts'
import type { Sheet } from './workbook.ts'
import { entriesOf, type FixtureParts, sheetXml, workbookOf } from './workbook-fixture.ts'
import { type FixtureEntry, zipOf } from './zip-fixture.ts'

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const read = readWorkbook(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value.sheets
}

/** The texts of the first sheet, by place: "2:0" is A2. */
function texts(parts: FixtureParts): Record<string, string> {
  const [sheet] = sheetsOf(workbookOf(parts))
  return Object.fromEntries(
    (sheet?.rows ?? []).flatMap(({ row, cells }) => cells.map(({ column, text }) => [`${row}:${column}`, text])),
  )
}
const cells = (data: string, more: Partial<FixtureParts> = {}) => texts({ sheets: [['survey', data]], ...more })

describe('the text of a cell', () => {
  test('shared strings: runs are joined, phonetic guides are not part of the text', () => {
    const strings = `<si><t xml:space="preserve"> Đảng bộ </t></si>
      <si><r><rPr><b/></rPr><t>Tỷ </t></r><r><t>lệ</t></r></si>
      <si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh><phoneticPr fontId="1"/></si>`
    const data = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    expect(cells(data, { strings })).toEqual({ '1:0': ' Đảng bộ ', '1:1': 'Tỷ lệ', '1:2': '東京' })
  })

  test('inline strings, booleans, numbers, errors, ISO dates', () => {
    const data = `<row r="1"><c t="inlineStr"><is><r><t>a</t></r><r><t>&amp;b</t></r></is></c><c t="b"><v>1</v></c>
      <c t="b"><v>0</v></c><c><v>1.0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-11-22</v></c></row>`
    expect(cells(data)).toEqual({
      '1:0': 'a&b',
      '1:1': 'TRUE',
      '1:2': 'FALSE',
      '1:3': '1',
      '1:4': '#N/A',
      '1:5': '2026-11-22',
    })
  })

  test('a formula is the value it had; one that nothing calculated is named', () => {
    const data = `<row r="4"><c r="A4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B4"><f>1+1</f><v>2</v></c>
      <c r="C4" t="str"><f>""</f><v></v></c><c r="D4"><f>1+1</f></c></row>`
    expect(cells(data)).toEqual({ '4:0': 'ab', '4:1': '2' })
    expect(sheetsOf(workbookOf({ sheets: [['survey', data]] }))[0]?.uncalculated).toEqual([{ row: 4, column: 3 }])
  })

  test('dates by their number format, in both date systems', () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    const data = '<row r="1"><c s="1"><v>44886</v></c><c s="0"><v>44886</v></c></row>'
    expect(cells(data, { styles })).toEqual({ '1:0': '2022-11-21', '1:1': '44886' })
    expect(cells(data, { styles, date1904: true })).toEqual({ '1:0': '2026-11-22', '1:1': '44886' })
  })

  test('escapes of Office are undone; halves of pairs are not let in', () => {
    const data = `<row r="1"><c t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>
      <c t="inlineStr"><is><t>_xD83D_</t></is></c><c t="str"><v>_x0009_</v></c></row>`
    expect(cells(data)).toEqual({ '1:0': 'a\rb_x000D_', '1:1': '\uFFFD', '1:2': '\t' })
  })
})

describe('places', () => {
  test('rows and columns without references count on; empty ones leave gaps', () => {
    const data = `<row><c><v>1</v></c></row><row/><row><c r="C3"><v>2</v></c><c><v>3</v></c></row>
      <row r="20000"><c r="XFD20000"><v>4</v></c></row><row><c r="A30000"><v>5</v></c></row>`
    expect(cells(data)).toEqual({ '1:0': '1', '3:2': '2', '3:3': '3', '20000:16383': '4', '30000:0': '5' })
  })

  test.each([
    ['a row beyond the last', '<row r="1048577"/>'],
    ['rows out of order', '<row r="2"/><row r="2"/>'],
    ['a row that is no number', '<row r="x"/>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"/></row>'],
    ['cells out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ['a cell that is nowhere', '<row r="1"><c r="../1"/></row>'],
    ['a shared string that is not there', '<row r="1"><c t="s"><v>7</v></c></row>'],
    ['a shared string that is no index', '<row r="1"><c t="s"><v>constructor</v></c></row>'],
  ])('%s is damage', (_, data) => {
    expect(readWorkbook(workbookOf({ sheets: [['survey', data]] }))).toEqual({
      ok: false,
      problem: { code: 'workbook.damaged', part: 'xl/worksheets/sheet1.xml' },
    })
  })
})

describe('sheets', () => {
  const one = '<row r="1"><c><v>1</v></c></row>'

  test('keep their order and names, hidden ones and odd names too', () => {
    const names = ['survey ', 'Choices', '__proto__', 'constructor', '../x', 'Đợt 1']
    expect(sheetsOf(workbookOf({ sheets: names.map((name) => [name, one]) })).map(({ name }) => name)).toEqual(names)
  })

  test('charts are left out', () => {
    const replaced = entriesOf({
      sheets: [
        ['survey', one],
        ['Chart', one],
      ],
    }).map(
      (entry): FixtureEntry =>
        entry.name === 'xl/_rels/workbook.xml.rels'
          ? {
              name: entry.name,
              data: String(entry.data).replace(/worksheet(?=" Target="worksheets\/sheet2)/, 'chartsheet'),
            }
          : entry,
    )
    expect(sheetsOf(zipOf(replaced)).map(({ name }) => name)).toEqual(['survey'])
  })

  test('names of parts are found whatever their case and slashes; elements with a prefix too', () => {
    const entries = entriesOf({ sheets: [['survey', one]] }).map((entry): FixtureEntry => {
      if (entry.name !== 'xl/worksheets/sheet1.xml') return entry
      const data = sheetXml(one).replace(/<(\/?)(?=\w)/g, '<$1x:')
      return { name: 'XL\\Worksheets\\Sheet1.xml', data, stored: true }
    })
    expect(sheetsOf(zipOf(entries))[0]?.rows).toEqual([{ row: 1, cells: [{ column: 0, text: '1' }] }])
  })

  test('UTF-16 with its mark', () => {
    const data = Buffer.from(`\uFEFF${sheetXml(one).replace('UTF-8', 'UTF-16')}`, 'utf16le')
    expect(sheetsOf(workbookOf({ sheets: [['survey', { data }]] }))[0]?.rows).toHaveLength(1)
  })

  test('a part that is missing is named by its sheet', () => {
    const entries = entriesOf({ sheets: [['survey', one]] }).slice(0, -1)
    expect(readWorkbook(zipOf(entries))).toEqual({ ok: false, problem: { code: 'workbook.damaged', part: 'survey' } })
  })
})

const folder = process.env['PHIEU_CONFORMANCE'] ?? ''
const isThere = folder !== '' && existsSync(folder)
const Index = v.array(v.object({ file: v.string(), sheets: v.array(v.string()), survey_rows: v.number() }))

describe(isThere ? 'workbooks in use' : 'workbooks in use: LEFT OUT, PHIEU_CONFORMANCE names no folder', () => {
  const index = isThere ? v.parse(Index, JSON.parse(readFileSync(join(folder, 'xlsforms/index.json'), 'utf8'))) : []
  const real = isThere ? readdirSync(join(folder, 'real')).filter((file) => file.endsWith('.xlsx')) : []

  test('every form of the index reads, with its sheets and as many rows as it has', () => {
    const read = index.map(({ file }) => {
      const sheets = sheetsOf(readFileSync(join(folder, 'xlsforms', file)))
      const survey = sheets.find(({ name }) => name.toLowerCase() === 'survey') ?? sheets[0]
      const rows = survey?.rows.filter(({ row }) => row > 1).length
      return { file, sheets: sheets.map(({ name }) => name), survey_rows: rows }
    })
    expect(read).toEqual(index)
  })

  test('the large ones read', () => {
    for (const file of real) expect(sheetsOf(readFileSync(join(folder, 'real', file))).length).toBeGreaterThan(2)
  })
})

test('a reader that asks for it is told which cells hold numbers, and dates are none', () => {
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
  const data =
    '<row><c><v>1.5</v></c><c t="inlineStr"><is><t>1.5</t></is></c><c s="1"><v>41470</v></c><c t="b"><v>1</v></c></row>'
  const cells = (marksNumbers: boolean) => {
    const read = readWorkbook(workbookOf({ sheets: [['a', data]], styles }), undefined, { marksNumbers })
    return read.ok ? read.value.sheets[0]?.rows[0]?.cells : read.problem
  }
  const plain = [
    { column: 0, text: '1.5' },
    { column: 1, text: '1.5' },
    { column: 2, text: '2013-07-15' },
    { column: 3, text: 'TRUE' },
  ]
  expect(cells(false)).toEqual(plain)
  expect(cells(true)).toEqual([{ ...plain[0], isNumber: true }, ...plain.slice(1)])
})
