// Cells become the bytes of a workbook: the few parts that Excel asks for, by hand. The writers at hand put the clock
// into the file; this one gives the same bytes for the same cells, so that a form under version control changes only
// when it changes. fflate packs.

import { packed } from '../packed.ts'
import { escapeText } from './escape.ts'
import { excelLimits } from './limits.ts'
import { acceptableNames, frameParts, letters, sheetPart, spreadsheet, xmlHead } from './workbook-parts.ts'
import { openStyles, type Styles } from './workbook-styles.ts'

/** How a cell looks beyond the rows around it. */
type Look = { readonly isBold?: boolean; readonly isWrapped?: boolean }

/** A number is a decimal ("-0.536") and the code of the format that it is shown in ("0.0%"). */
export type CellToWrite =
  | string
  | (Look & { readonly text: string })
  | (Look & { readonly number: string; readonly format: string })

export type SheetToWrite = {
  readonly name: string
  /** The first row is the header. An empty text is an empty cell. */
  readonly rows: readonly (readonly CellToWrite[])[]
  /** In characters, from the first column on. */
  readonly columnWidths?: readonly number[]
}

/**
 * A text is a text, and stays one when someone edits it (format "@"): "=1+1" is never a formula. A number has at most the 15 digits
 * that Excel keeps; one with more is written as the text it is. Sheet names that Excel would refuse are made acceptable; halves
 * of surrogate pairs become U+FFFD. Throws a RangeError without sheets, for a number that is no decimal,
 * or beyond what Excel holds (32,767 characters a cell, 16,384 columns, 1,048,576 rows): no form gets there.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError('A workbook has at least one sheet')
  const names = acceptableNames(sheets.map(({ name }) => name))
  const styles = openStyles()
  const written = sheets.map((sheet) => xmlHead + worksheet(sheet, styles))
  return packed([
    ...frameParts(names),
    ['xl/styles.xml', xmlHead + styles.part()],
    ...written.map((sheet, n) => [`xl/${sheetPart(n)}`, sheet] as const),
  ])
}

function worksheet({ name, rows, columnWidths = [] }: SheetToWrite, styles: Styles): string {
  if (rows.length > excelLimits.rows) throw new RangeError(`Sheet ${name} has more rows than Excel holds`)
  const widths = columnWidths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${Math.min(Math.max(width, 1), 255)}" customWidth="1"/>`,
  )
  return [
    `<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${rows.map((cells, index) => row(cells, index, styles)).join('')}</sheetData></worksheet>`,
  ].join('')
}

function row(cells: readonly CellToWrite[], index: number, styles: Styles): string {
  if (cells.length > excelLimits.columns) throw new RangeError(`Row ${index + 1} has more cells than Excel holds`)
  const written = cells.map((given, column) => {
    const cell = typeof given === 'string' ? { text: given } : given
    const look = { isBold: index === 0 || cell.isBold === true, isWrapped: cell.isWrapped === true }
    const place = `${letters(column)}${index + 1}`
    if ('number' in cell) {
      if (!decimal.test(cell.number)) throw new RangeError(`${place} is no decimal`)
      if (digitsIn(cell.number) <= mostDigits)
        return `<c r="${place}" s="${styles.of({ ...look, format: cell.format })}"><v>${cell.number}</v></c>`
    }
    const text = 'number' in cell ? cell.number : cell.text
    if (text === '') return ''
    if (text.length > excelLimits.textLength)
      throw new RangeError(`A text of row ${index + 1} is longer than Excel holds`)
    const style = styles.of({ ...look, format: '@' })
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
  })
  return `<row r="${index + 1}">${written.join('')}</row>`
}

const decimal = /^-?\d+(\.\d+)?$/
/** Excel keeps numbers as floats of 64 bits. */
const mostDigits = 15
const digitsIn = (number: string): number => number.replace(/\D/g, '').replace(/^0+/, '').length
