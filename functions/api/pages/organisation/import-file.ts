// The file of an import: as it was chosen, or as its cells travel with the preview. What comes back is read like an upload.

import { fileNameFrom } from '../../../../shared/evidence/reference.ts'
import { type ReadRows, readRows, type SheetRow, uncalculated } from '../../../../shared/organisation/import-rows.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { packBook, unpackBook } from '../../../workbook/carry-book.ts'
import type { WorkbookProblem } from '../../../workbook/problems.ts'
import { readCsv } from '../../../workbook/read-csv.ts'
import { readWorkbook } from '../../../workbook/read-workbook.ts'
import type { Sheet } from '../../../workbook/workbook.ts'
import { unguarded } from '../../../workbook/write-csv.ts'
import type { FormParts } from '../../body.ts'

export type ImportFile = {
  readonly fileName: string
  /** The sheet's name; '' in a CSV file. */
  readonly sheet: string
  readonly sheetRows: readonly SheetRow[]
  readonly read: ReadRows
  /** Windows-1258 was assumed, not declared. */
  readonly isGuessed: boolean
  readonly hasOtherSheets: boolean
}

/** `unreadable`: what is wrong with the file as a whole. */
export type Opened = Result<ImportFile, { readonly unreadable: WorkbookProblem; readonly fileName: string } | Problem>

/** All a file of units may hold: more cells than this don't travel with a page. */
const csvLimits = { bytes: 4 * 2 ** 20, rows: 50_021, columns: 256, cells: 250_000, textLength: 32_767 }

/** Opens what a form sent: the cells that travel with it, or the file in the field `file`. */
export async function openImport({ fields, files }: FormParts): Promise<Opened> {
  const book = fields.get('book')
  if (book !== null) return openCarried(book, fields)
  const chosen = files.find(({ name }) => name === 'file')?.file
  if (!chosen || chosen.size === 0) return fail(problem.treeFileMissing())
  const bytes = new Uint8Array(await chosen.arrayBuffer())
  const fileName = fileNameFrom(chosen.name)
  return isWorkbook(bytes) ? openWorkbook(bytes, fileName) : openCsv(bytes, fileName)
}

/** A zip, or the container of old workbooks, whose refusal says what to do. */
const isWorkbook = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)

function openWorkbook(bytes: Uint8Array, fileName: string): Opened {
  const book = readWorkbook(bytes)
  if (!book.ok) return fail({ unreadable: book.problem, fileName })
  const { sheets } = book.value
  // The first with a column for codes; the first of all where none has.
  const reads = sheets.map((sheet) => ({ sheet, read: readRows(withFormulas(sheet)) }))
  const found = reads.find(({ read }) => read.issues.every(({ kind }) => kind !== 'no-header')) ?? reads[0]
  if (!found) return fail(problem.treeFileMissing())
  const { sheet, read } = found
  return ok({
    fileName,
    sheet: sheet.name,
    sheetRows: withFormulas(sheet),
    read,
    isGuessed: false,
    hasOtherSheets: sheets.length > 1,
  })
}

/** A formula without a value is no empty cell: it is said to be one. */
function withFormulas({ rows, uncalculated: places }: Sheet): readonly SheetRow[] {
  if (places.length === 0) return rows
  const byRow = new Map(rows.map((row) => [row.row, row.cells]))
  for (const { row, column } of places) {
    const cells = [...(byRow.get(row) ?? []), { column, text: uncalculated }]
    byRow.set(
      row,
      cells.sort((a, b) => a.column - b.column),
    )
  }
  return [...byRow].sort(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells }))
}

function openCsv(bytes: Uint8Array, fileName: string): Opened {
  const csv = readCsv(bytes, csvLimits)
  if (!csv.ok) return fail({ unreadable: csv.problem, fileName })
  const sheetRows = csv.value.rows.map(({ row, cells }) => ({
    row,
    cells: cells.map(({ column, text }) => ({ column, text: unguarded(text) })),
  }))
  const isGuessed = csv.value.encoding === 'windows-1258'
  return ok({ fileName, sheet: '', sheetRows, read: readRows(sheetRows), isGuessed, hasOtherSheets: false })
}

/** The cells as a text that travels with a page, under a name that holds what else there is to say of them. */
export function carried({ sheet, sheetRows, isGuessed, hasOtherSheets }: ImportFile): string {
  const name = JSON.stringify([sheet, isGuessed, hasOtherSheets])
  return packBook({ sheets: [{ name, rows: sheetRows, uncalculated: [] }], files: new Map() })
}

function openCarried(text: string, fields: URLSearchParams): Opened {
  const [sheet] = unpackBook(text)?.sheets ?? []
  if (!sheet) return fail(problem.treeFileMissing())
  const [name, isGuessed, hasOtherSheets] = aboutSheet(sheet.name)
  return ok({
    fileName: fileNameFrom(fields.get('fileName') ?? ''),
    sheet: name,
    sheetRows: sheet.rows,
    read: readRows(sheet.rows),
    isGuessed,
    hasOtherSheets,
  })
}

function aboutSheet(text: string): readonly [string, boolean, boolean] {
  try {
    const about: unknown = JSON.parse(text)
    if (Array.isArray(about)) return [String(about[0] ?? ''), about[1] === true, about[2] === true]
  } catch {
    // Written by somebody else.
  }
  return ['', false, false]
}
