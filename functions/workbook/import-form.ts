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
export type FileBeside = (name: string) => Uint8Array | undefined

export type ImportedForm = Imported & {
  /** The cells as they were read, so that what is wrong can be shown in its row. */
  readonly workbook: Workbook
}

/** Imports a form within the bounds of limits.ts; a problem only where the workbook itself can't be read. */
export function importForm(bytes: Uint8Array, fileBeside: FileBeside): Result<ImportedForm, WorkbookProblem> {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const get = (name: string) => {
    const csv = fileBeside(name)
    return csv && readCsv(csv)
  }
  const imported = importXlsForm(workbook.value, { loneSheet: true, checkPattern, files: { get } })
  return ok({ ...imported, workbook: workbook.value })
}
