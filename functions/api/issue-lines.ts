// Errors and warnings of an import, each with what stands in its row of the workbook.

import type { Language } from '../../shared/language.ts'
import { describeIssue } from '../../shared/messages/xlsform.ts'
import type { Issue } from '../../shared/xlsform/issue.ts'
import type { IssueLine, Issues } from '../../web/parts/issue-table.tsx'
import type { FormBook } from '../workbook/import-form.ts'
import type { Sheet } from '../workbook/workbook.ts'

/** More lines than anybody puts right at once, more cells than tell a row, and longer texts, are left out. */
const most = { lines: 200, cells: 10, text: 160 }

const short = (text: string) => (text.length > most.text ? `${text.slice(0, most.text).toWellFormed()}…` : text)

function sheetNamed({ sheets }: FormBook, name: string): Sheet | undefined {
  const found = sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.trim().toLowerCase())
  // The only sheet of a workbook is the survey, whatever its name.
  return found ?? (sheets.length === 1 ? sheets[0] : undefined)
}

function cellsOf(book: FormBook, row: number | undefined, column: string | undefined, name: string) {
  const sheet = sheetNamed(book, name)
  const cells = row === undefined ? undefined : sheet?.rows.find((one) => one.row === row)?.cells
  const head = sheet?.rows[0]
  if (!cells || !head) return []
  const headers = new Map(head.cells.map((cell) => [cell.column, cell.text.trim()]))
  const wanted = column?.trim().toLowerCase()
  const isHere = (header: string) => wanted !== undefined && header.toLowerCase() === wanted
  const shown = cells.map((cell) => {
    const header = headers.get(cell.column) ?? ''
    return { header: short(header), text: short(cell.text), isHere: isHere(header) }
  })
  const named = [...headers.values()].find(isHere)
  const here = shown.find((cell) => cell.isHere)
  // The headers themselves: the place has named the one that is meant.
  if (row === head.row) return []
  const missing = here || named === undefined ? [] : [{ header: short(named), text: '', isHere: true }]
  const first = shown.slice(0, most.cells - missing.length)
  return [...missing, ...(here && !first.includes(here) ? [here, ...first.slice(0, -1)] : first)]
}

export function issuesOf(kind: IssueLine['kind'], found: readonly Issue[], book: FormBook, language: Language): Issues {
  const sheets = book.sheets.map(({ name }) => name)
  const rowOf = (one: Issue) => ('row' in one ? (one.row ?? 0) : 0)
  // In the order of the workbook; sorting keeps what stands in one row as it was found.
  const inOrder = found.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || rowOf(a) - rowOf(b))
  const lines = inOrder.slice(0, most.lines).map((one): IssueLine => {
    const row = 'row' in one ? one.row : undefined
    const column = 'column' in one ? one.column : undefined
    return {
      kind,
      sheet: short(one.sheet),
      row,
      column: column === undefined ? undefined : short(column),
      text: describeIssue(one, language),
      cells: cellsOf(book, row, column, one.sheet),
    }
  })
  return { lines, total: found.length }
}
