// Cells of a report as cells of a workbook: a figure is a number that shows what the report prints, everything else is text.

import { boundSigns } from '../../../shared/messages/indicator.ts'
import type { FigureNumber, Run } from '../../../shared/report/document.ts'
import { plainText } from '../../../shared/report/runs.ts'
import { excelLimits } from '../../workbook/limits.ts'
import type { CellToWrite } from '../../workbook/write-workbook.ts'

/** The code of Excel's number format; a spreadsheet puts the marks of its own language. */
function formatCode({ bound, ...number }: FigureNumber): string {
  // What stands in quotes is written as it is.
  return `${bound ? `"${boundSigns[bound]}\u00a0"` : ''}${plainCode(number)}`
}

function plainCode({ format, decimals }: FigureNumber): string {
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  if (format === 'percent') return `0${places}%`
  return format === 'number' ? `#,##0${places}` : `+#,##0${places};\u2212#,##0${places};0`
}

export const numberCell = (number: FigureNumber, isBold = false): CellToWrite => ({
  number: number.value,
  format: formatCode(number),
  isBold,
})

/** What a cell says first, and what stands in brackets behind it. */
export type Split = { readonly main: readonly Run[]; readonly aside: readonly Run[] }

/** "91,2 % (+2,0)" is a figure and another one in brackets; any other cell is one thing. */
export function splitCell(runs: readonly Run[]): Split {
  const [first, opening, ...rest] = runs
  const closing = rest.at(-1)
  const isTwo = first?.number && !opening?.source && opening?.text === ' (' && !closing?.source && closing?.text === ')'
  return isTwo ? { main: [first], aside: rest.slice(0, -1) } : { main: runs, aside: [] }
}

/** A number where there is nothing else, and a text otherwise. */
export function cellOf(runs: readonly Run[], isBold: boolean): CellToWrite {
  const [only, ...others] = runs
  if (only?.number && others.length === 0) return numberCell(only.number, isBold)
  return { text: cut(plainText(runs)), isBold }
}

/** What a cell holds; a text of a report is seldom as long. */
export const cut = (text: string): string => {
  const whole = text.toWellFormed()
  if (whole.length <= excelLimits.textLength) return whole
  const short = whole.slice(0, excelLimits.textLength - 1)
  return `${short.isWellFormed() ? short : short.slice(0, -1)}…`
}
