// Sheets of a form written as texts: for tests.

import { ok } from '../result.ts'
import type { Files } from './file-lists.ts'
import { type ImportOptions, importXlsForm } from './import.ts'
import type { SheetCells } from './table.ts'

/** Empty texts are empty cells; the first row is row 1. */
export const sheetOf = (name: string, rows: readonly (readonly string[])[]): SheetCells => ({
  name,
  rows: rows.flatMap((texts, at) => {
    const cells = texts.flatMap((text, column) => (text === '' ? [] : { column, text }))
    return cells.length > 0 ? { row: at + 1, cells } : []
  }),
})

/** "type | name | label" lines: a sheet as one would write it down. */
const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** CSV files given as lines, by name. */
export const filesOf = (files: Readonly<Record<string, string>>): Files =>
  new Map(
    Object.entries(files).map(([name, text]) => [
      name,
      ok({ rows: sheetOf(name, rowsOf(text)).rows, encoding: 'utf-8' }),
    ]),
  )

/** Imports sheets given as lines of cells that "|" separates. */
export const importText = (sheets: Readonly<Record<string, string>>, options?: ImportOptions) =>
  importXlsForm({ sheets: Object.entries(sheets).map(([name, text]) => sheetOf(name, rowsOf(text))) }, options)
