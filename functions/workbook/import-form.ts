// A workbook, and the CSV files and pictures beside it, become a form: the one way in, for pages and for the command line.

import { picturesAskedFor } from '../../shared/form/pictures.ts'
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

/** The cells of a workbook, and the bytes of the files beside it that its form asks for. */
export type FormBook = Pick<Workbook, 'sheets'> & { readonly files: ReadonlyMap<string, Uint8Array> }

const importWith = ({ sheets }: Pick<Workbook, 'sheets'>, fileBeside: FileBeside): Imported => {
  const get = (name: string) => {
    const csv = fileBeside(name)
    return csv && readCsv(csv)
  }
  return importXlsForm({ sheets }, { loneSheet: true, checkPattern, files: { get } })
}

/** Imports a form within the bounds of limits.ts; a problem only where the workbook itself can't be read. */
export function importForm(
  bytes: Uint8Array,
  fileBeside: FileBeside,
): Result<Imported & { readonly book: FormBook }, WorkbookProblem> {
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const { sheets } = workbook.value
  const files = new Map<string, Uint8Array>()
  const imported = importWith({ sheets }, (name) => {
    const file = fileBeside(name)
    if (file) files.set(name, file)
    return file
  })
  for (const name of picturesAskedFor(imported.seen)) {
    const picture = fileBeside(name)
    if (picture) files.set(name, picture)
  }
  return ok({ ...imported, book: { sheets, files } })
}

/** Imports what was read before. */
export const importBook = (book: FormBook): Imported => importWith(book, (name) => book.files.get(name))
