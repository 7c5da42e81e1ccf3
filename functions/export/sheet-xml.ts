// The XML of a sheet, row by row: numbers as numbers, dates as dates, everything else as text that stays text.

import type { ColumnKind } from '../../shared/export/columns.ts'
import type { TableColumn } from '../../shared/export/rows.ts'
import { escapeText, isFormulaLike } from '../workbook/escape.ts'
import { excelLimits } from '../workbook/limits.ts'
import { cut, letters, spreadsheet, xmlHead } from '../workbook/workbook-parts.ts'

/** Numbers of the formats in `styles`, below. */
const style = { number: 0, text: 1, heading: 2, formulaLike: 3, headingFormulaLike: 4, date: 5, moment: 6 } as const

const text = 'numFmtId="49" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
/** `quotePrefix`: the apostrophe with which one types a text that begins like a formula. 14 and 22: dates as the reader's system writes them. */
export const styles = [
  `${xmlHead}<styleSheet xmlns="${spreadsheet}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `<xf ${text} fontId="0"/>`,
  `<xf ${text} fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  `<xf ${text} fontId="0" quotePrefix="1"/>`,
  `<xf ${text} fontId="1" applyFont="1" applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf>`,
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')

/** What stands before the rows: the first of them stays in sight. */
export function sheetHead(columns: readonly TableColumn[]): string {
  const widths = columns.map(({ heading, kind }, n) => {
    const width = kind === 'moment' ? 18 : Math.min(Math.max(heading.length, 10), 30)
    return `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`
  })
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>`,
    row(
      columns.map(({ heading }) => heading),
      1,
      () => 'heading',
    ),
  ].join('')
}

/** What stands behind `rows` rows, the headings included: they can be filtered. */
export const sheetFoot = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns - 1)}${rows}"/></worksheet>`

/** `number`: of the row, from 1. */
export const sheetRow = (texts: readonly string[], number: number, columns: readonly TableColumn[]): string =>
  row(texts, number, (n) => columns[n]?.kind ?? 'text')

const places: string[] = []
function lettersOf(column: number): string {
  const known = places[column]
  if (known !== undefined) return known
  const made = letters(column)
  places[column] = made
  return made
}

function row(texts: readonly string[], number: number, kindOf: (column: number) => ColumnKind | 'heading'): string {
  let cells = `<row r="${number}">`
  for (const [n, one] of texts.entries()) if (one !== '') cells += cell(one, `${lettersOf(n)}${number}`, kindOf(n))
  return `${cells}</row>`
}

function cell(content: string, place: string, kind: ColumnKind | 'heading'): string {
  if (kind === 'number' && isExactNumber(content)) return `<c r="${place}"><v>${content}</v></c>`
  const serial = kind === 'date' || kind === 'moment' ? serialOf(content) : undefined
  if (serial !== undefined && (kind === 'date' || kind === 'moment'))
    return `<c r="${place}" s="${style[kind]}"><v>${serial}</v></c>`
  const acts = isFormulaLike(content)
  const look = kind === 'heading' ? (acts ? 'headingFormulaLike' : 'heading') : acts ? 'formulaLike' : 'text'
  const short = content.length > excelLimits.textLength ? `${cut(content, excelLimits.textLength - 1)}…` : content
  return `<c r="${place}" s="${style[look]}" t="inlineStr"><is><t xml:space="preserve">${escapeText(short)}</t></is></c>`
}

/** Excel keeps 15 digits; a number with more, or one with leading zeros, stays the text that it is. */
const isExactNumber = (content: string): boolean =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(content) && content.replace(/\D/g, '').length <= 15

const day = 86_400_000
/** Day 0 of a workbook. Before March 1900 its calendar has a day that there never was. */
const dayZero = Date.UTC(1899, 11, 30)
const firstSure = 61

/** "2013-07-15" and "2013-07-15T08:30:00" as a workbook counts days; undefined for what it can't count. */
function serialOf(content: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/.test(content)) return undefined
  const at = Date.parse(content.length === 10 ? content : `${content}Z`)
  const serial = Math.round(((at - dayZero) / day) * 1e6) / 1e6
  return serial >= firstSure ? serial : undefined
}
