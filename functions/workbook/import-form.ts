// A workbook, and the CSV files beside it, become a form: the one way in, for pages and for the command line.

import { ok, type Result } from '../../shared/result.ts'
import { type Imported, importXlsForm } from '../../shared/xlsform/import.ts'
import { patternMatches } from '../pattern.ts'
import type { WorkbookProblem } from './problems.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Workbook } from './workbook.ts'

/** The server's engine decides which patterns an author may write. */
export const checkPattern = (pattern: string): boolean => patternMatches(pattern, '') !== undefined

/** A file that lies beside a workbook, by its name; undefined where there is none. */
export type FileBeside = (name: string) => Promise<Uint8Array | undefined>

export type ImportedForm = Imported & {
  /** The cells as they were read, so that what is wrong can be shown in its row. */
  readonly workbook: Workbook
  /** Files beside the workbook that can't be read, and why. */
  readonly unreadable: ReadonlyMap<string, WorkbookProblem>
}

/** Imports a form within the bounds of limits.ts; a problem only where the workbook itself can't be read. */
export async function importForm(
  bytes: Uint8Array,
  fileBeside: FileBeside,
): Promise<Result<ImportedForm, WorkbookProblem>> {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const options = { loneSheet: true, checkPattern }
  const { seen } = importXlsForm(workbook.value, options)
  const files = new Map<string, readonly string[]>()
  const unreadable = new Map<string, WorkbookProblem>()
  for (const name of seen.files) {
    const csv = name.toLowerCase().endsWith('.csv') ? await fileBeside(name) : undefined
    if (!csv) continue
    const table = readCsv(csv)
    if (!table.ok) unreadable.set(name, table.problem)
    files.set(name, table.ok ? (table.value.rows[0]?.cells.map(({ text }) => text.trim()) ?? []) : [])
  }
  return ok({ ...importXlsForm(workbook.value, { ...options, files }), workbook: workbook.value, unreadable })
}
