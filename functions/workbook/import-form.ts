// A workbook, and the CSV files beside it, become a form: the one way in, for pages and for the command line.

import { ok, type Result } from '../../shared/result.ts'
import { type Imported, importXlsForm } from '../../shared/xlsform/import.ts'
import { patternMatches } from '../pattern.ts'
import type { WorkbookProblem } from './problems.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Row, Workbook } from './workbook.ts'

/** The server's engine decides which patterns an author may write. */
export const checkPattern = (pattern: string): boolean => patternMatches(pattern, '') !== undefined

/** A file that lies beside a workbook, by its name; undefined where there is none. */
export type FileBeside = (name: string) => Promise<Uint8Array | undefined>

/** The cells of a workbook, and of the files beside it that its form asks for. */
export type FormBook = Pick<Workbook, 'sheets'> & { readonly files: ReadonlyMap<string, readonly Row[]> }

export type OpenedBook = FormBook & {
  /** Files beside the workbook that can't be read, and why. */
  readonly unreadable: ReadonlyMap<string, WorkbookProblem>
}

const options = { loneSheet: true, checkPattern }

/** Reads a workbook within the bounds of limits.ts; a problem only where the workbook itself can't be read. */
export async function openBook(
  bytes: Uint8Array,
  fileBeside: FileBeside,
): Promise<Result<OpenedBook, WorkbookProblem>> {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const files = new Map<string, readonly Row[]>()
  const unreadable = new Map<string, WorkbookProblem>()
  for (const name of importXlsForm(workbook.value, options).seen.files) {
    const csv = name.toLowerCase().endsWith('.csv') ? await fileBeside(name) : undefined
    if (!csv) continue
    const table = readCsv(csv)
    if (!table.ok) unreadable.set(name, table.problem)
    files.set(name, table.ok ? table.value.rows : [])
  }
  return ok({ sheets: workbook.value.sheets, files, unreadable })
}

/** Imports what was read. */
export const importBook = ({ sheets, files }: FormBook): Imported =>
  importXlsForm(
    { sheets },
    {
      ...options,
      files: new Map([...files].map(([name, [head]]) => [name, head?.cells.map(({ text }) => text.trim()) ?? []])),
    },
  )

/** Reads and imports in one go. */
export async function importForm(
  bytes: Uint8Array,
  fileBeside: FileBeside,
): Promise<Result<Imported, WorkbookProblem>> {
  const book = await openBook(bytes, fileBeside)
  return book.ok ? ok(importBook(book.value)) : book
}
