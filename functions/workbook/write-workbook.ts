// Cells become the bytes of a workbook: the few parts that Excel asks for, by hand. The writers at hand put the clock
// into the file; this one gives the same bytes for the same cells, so that a form under version control changes only
// when it changes. fflate packs.

import { strToU8, type Zippable, zipSync } from 'fflate'
import { escapeText } from './escape.ts'
import { excelLimits } from './limits.ts'
import { acceptableNames, frameParts, letters, sheetPart, spreadsheet, xmlHead } from './workbook-parts.ts'

export type SheetToWrite = {
  readonly name: string
  /** The first row is the header. An empty text is an empty cell. */
  readonly rows: readonly (readonly string[])[]
  /** In characters, from the first column on. */
  readonly columnWidths?: readonly number[]
}

/** Any fixed day will do; noon keeps it the same day in every time zone that the zip's local time is written in. */
const zipTime = new Date(1980, 0, 1, 12)

/**
 * Every cell is a text, and stays one when someone edits it (format "@"): "=1+1" is never a formula. Sheet names that
 * Excel would refuse are made acceptable; halves of surrogate pairs become U+FFFD. Throws a RangeError without sheets
 * or beyond what Excel holds (32,767 characters a cell, 16,384 columns, 1,048,576 rows): no form gets there.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet')
  const names = acceptableNames(sheets.map(({ name }) => name))
  const files: Zippable = {}
  for (const [path, xml] of frameParts(names)) files[path] = strToU8(xml)
  files['xl/styles.xml'] = part(styles)
  sheets.forEach((sheet, n) => {
    files[`xl/${sheetPart(n)}`] = part(worksheet(sheet))
  })
  return zipSync(files, { mtime: zipTime, level: 6 })
}

const part = (xml: string) => strToU8(xmlHead + xml)

/** Style 1 is a text cell, style 2 a text cell of the header. */
const styles = [
  `<styleSheet xmlns="${spreadsheet}">`,
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
    `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">`,
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
