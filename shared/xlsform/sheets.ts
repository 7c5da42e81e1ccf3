// Finding the sheets of a form in a workbook by name, and names that look misspelt.

import { type SheetName, sheetNames } from './columns.ts'
import type { SheetCells } from './table.ts'

export type { SheetCells }

const isNamed = (name: string): name is SheetName => sheetNames.some((one) => one === name)

/** Capitals don't matter. */
export const findSheet = (sheets: readonly SheetCells[], name: SheetName): SheetCells | undefined =>
  sheets.find((sheet) => sheet.name.trim().toLowerCase() === name)

/** At most this many letters apart is a slip of the keyboard: "setings", "stettings". */
const slip = 2

/** Sheets whose name may have been meant for `name`. An underscore in front says: not a sheet of the form. */
export const similarSheets = (sheets: readonly SheetCells[], name: SheetName): string[] =>
  sheets
    .map((sheet) => sheet.name)
    .filter((other) => !other.startsWith('_') && !isNamed(other.trim().toLowerCase()))
    .filter((other) => other.length < 40 && distance(other.toLowerCase(), name) <= slip)

/** Levenshtein's: letters to add, drop or exchange. */
function distance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const next = [row + 1]
    for (let at = 1; at <= b.length; at++) {
      const exchange = (last[at - 1] ?? 0) + (letter === b[at - 1] ? 0 : 1)
      next.push(Math.min(exchange, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    last = next
  }
  return last[b.length] ?? 0
}
