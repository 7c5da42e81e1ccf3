// Cells become the bytes of a workbook: the few parts that Excel asks for, by hand. The writers at hand put the clock
// into the file; this one gives the same bytes for the same cells, so that a form under version control changes only
// when it changes. fflate packs.

import { strToU8, type Zippable, zipSync } from 'fflate'
import { escapeText } from './escape.ts'
import { excelLimits } from './limits.ts'

export type SheetToWrite = {
  readonly name: string
  /** The first row is the header. An empty text is an empty cell. */
  readonly rows: readonly (readonly string[])[]
  /** In characters, from the first column on. */
  readonly columnWidths?: readonly number[]
}

/** Any fixed day will do; noon keeps it the same day in every time zone that the zip's local time is written in. */
const zipTime = new Date(1980, 0, 1, 12)
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Every cell is a text, and stays one when someone edits it (format "@"): "=1+1" is never a formula. Sheet names that
 * Excel would refuse are made acceptable; halves of surrogate pairs become U+FFFD. Throws a RangeError without sheets
 * or beyond what Excel holds (32,767 characters a cell, 16,384 columns, 1,048,576 rows): no form gets there.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet')
  const names = acceptableNames(sheets.map(({ name }) => name))
  const files: Zippable = {
    '[Content_Types].xml': part(contentTypes(sheets.length)),
    '_rels/.rels': part(relationships([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': part(workbook(names)),
    'xl/_rels/workbook.xml.rels': part(
      relationships([...names.map((_, n) => ['worksheet', sheetPart(n)] as const), ['styles', 'styles.xml']]),
    ),
    'xl/styles.xml': part(styles),
  }
  sheets.forEach((sheet, n) => {
    files[`xl/${sheetPart(n)}`] = part(worksheet(sheet))
  })
  return zipSync(files, { mtime: zipTime, level: 6 })
}

const part = (xml: string) => strToU8(xmlHead + xml)
const sheetPart = (n: number) => `worksheets/sheet${n + 1}.xml`

function contentTypes(sheets: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${mime}.${type}+xml"/>`
  return [
    `<Types xmlns="${packaged}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('workbook.xml', 'sheet.main'),
    override('styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, n) => override(sheetPart(n), 'worksheet')),
    '</Types>',
  ].join('')
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const all = names.map((name, n) => `<sheet name="${escapeText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${all.join('')}</sheets></workbook>`
}

/** Style 1 is a text cell, style 2 a text cell of the header. */
const styles = [
  `<styleSheet xmlns="${main}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')

function worksheet({ name, rows, columnWidths = [] }: SheetToWrite): string {
  if (rows.length > excelLimits.rows) throw new RangeError(`Sheet ${name} has more rows than Excel holds`)
  const widths = columnWidths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${Math.min(Math.max(width, 1), 255)}" customWidth="1"/>`,
  )
  return [
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
  ].join('')
}

function row(texts: readonly string[], index: number): string {
  if (texts.length > excelLimits.columns) throw new RangeError(`Row ${index + 1} has more cells than Excel holds`)
  const style = index === 0 ? 2 : 1
  const cells = texts.map((text, column) => {
    if (text === '') return ''
    if (text.length > excelLimits.textLength)
      throw new RangeError(`A text of row ${index + 1} is longer than Excel holds`)
    const place = `${letters(column)}${index + 1}`
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
  })
  return `<row r="${index + 1}">${cells.join('')}</row>`
}

/** 0 is "A", 26 is "AA". */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** Excel wants 1 to 31 characters, none of []:*?/\ or control characters, no apostrophe at the ends, each name once. */
function acceptableNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.toWellFormed().replace(/[[\]:*?/\\\p{Cc}\uFFFE\uFFFF]|^'|'$/gu, '_')
    const base = cut(clean, 31) || 'sheet'
    let free = base
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${cut(base, 31 - ` (${n})`.length)} (${n})`
    taken.add(free.toLowerCase())
    return free
  })
}

/** At most so many UTF-16 units, never half a pair. */
function cut(text: string, length: number): string {
  const short = text.slice(0, length)
  return short.isWellFormed() ? short : short.slice(0, -1)
}
