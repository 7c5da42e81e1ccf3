// Tables that lie beside the workbook as CSV files become lists of the form: what each holds, and what is wrong with it.

import type { Result } from '../result.ts'
import { extensionOf, fileColumns } from './file-name.ts'
import type { FileProblem } from './file-problem.ts'
import type { FileList, XlsForm, XlsQuestion } from './form.ts'
import { childrenIn } from './formula.ts'
import { type Issues, issue, type Place } from './issue.ts'
import type { Row, SheetCells } from './table.ts'

/** A CSV file as functions/workbook/read-csv.ts gives it. */
type FileCells = { readonly rows: SheetCells['rows']; readonly encoding?: string }
type FileRead = Result<FileCells, FileProblem>

/** The files beside the workbook, by name; capitals matter, as on a server. A Map, or what reads a file when it is asked for. */
export type Files = { readonly get: (name: string) => FileRead | undefined }

/** All 10,600 communes of Viet Nam with five columns are 0.5 MB. `characters`: of all files of a form together. */
const limits = { rows: 50_000, columns: 100, characters: 4 * 2 ** 20 }

/** A file that the form asks for, where it does so first. */
export type FileUse = { readonly source: string; readonly at: Place }

export function readFileLists(uses: readonly FileUse[], files: Files, issues: Issues): FileList[] {
  let characters = 0
  return uses.flatMap(({ source, at }) => {
    if (extensionOf(source) !== '.csv') {
      issues.warn(issue.fileKindUnused(at, source))
      return []
    }
    const read = files.get(source)
    if (!read) issues.warn(issue.fileMissing(at, source))
    else if (!read.ok) issues.error(issue.fileUnreadable(at, source, read.problem))
    if (!read?.ok) return []
    if (read.value.encoding === 'windows-1258') issues.warn(issue.fileEncoding(at, source, read.value.encoding))
    for (const { cells } of read.value.rows) for (const { text } of cells) characters += text.length
    if (characters > limits.characters) {
      issues.error(issue.fileTooLarge(at, source, 'characters', limits.characters))
      return []
    }
    return readTable({ source, at }, read.value.rows, issues) ?? []
  })
}

/** Columns without a header are comments. */
function readTable({ source, at }: FileUse, rows: FileCells['rows'], issues: Issues): FileList | undefined {
  const [first, ...rest] = rows
  const heads = (first?.cells ?? []).flatMap(({ column, text }) => {
    const header = text.trim()
    return header === '' ? [] : { column, header }
  })
  const columns = heads.map(({ header }) => header)
  const twice = columns.find((header, place) => columns.indexOf(header) < place)
  if (twice !== undefined) issues.error(issue.fileColumnTwice(at, source, twice))
  if (columns.length > limits.columns) issues.error(issue.fileTooLarge(at, source, 'columns', limits.columns))
  if (rest.length > limits.rows) issues.error(issue.fileTooLarge(at, source, 'rows', limits.rows))
  if (twice !== undefined || columns.length > limits.columns || rest.length > limits.rows) return undefined
  const texts = rest.map(({ cells }) => {
    const byColumn = new Map(cells.map(({ column, text }) => [column, text.trim()]))
    return heads.map(({ column }) => byColumn.get(column) ?? '')
  })
  return { name: source, columns, rows: texts.filter((row) => row.some((text) => text !== '')) }
}

/** Checks what select questions ask of the files they use, what several ask only once. */
export class FileUses {
  private readonly checked = new Set<string>()
  private readonly issues: Issues
  constructor(issues: Issues) {
    this.issues = issues
  }

  check(question: XlsQuestion, list: FileList, row: Row): void {
    const { name: file, columns } = list
    const { value, label } = fileColumns(question)
    const has = (column: string) => columns.some((one) => one === column || one.startsWith(`${column}::`))
    for (const column of [value, label])
      if (!has(column)) this.issues.error(issue.fileColumnMissing(row.at('type'), file, column))
    if (columns.includes(value)) this.checkValues(question, list, value, row.at('type'))
    for (const column of question.choiceFilter ? new Set(childrenIn(question.choiceFilter.tree)) : [])
      if (!columns.includes(column)) this.issues.warn(issue.filterColumnUnknown(row.at('choice_filter'), file, column))
  }

  private checkValues({ type }: XlsQuestion, { name: file, columns, rows }: FileList, value: string, at: Place): void {
    const isMultiple = type === 'select_multiple_from_file'
    const use = JSON.stringify([file, value, isMultiple])
    if (this.checked.has(use)) return
    this.checked.add(use)
    const column = columns.indexOf(value)
    // The header is row 1.
    const rowsWhere = (test: RegExp) =>
      rows.flatMap((cells, place) => (test.test(cells[column] ?? '') ? place + 2 : []))
    const empty = rowsWhere(/^$/)
    if (empty.length > 0) this.issues.warn(issue.fileValue(at, file, 'empty', empty))
    const spaced = isMultiple ? rowsWhere(/\s/) : []
    if (spaced.length > 0) this.issues.error(issue.fileValue(at, file, 'spaces', spaced))
  }
}

/** CSV files that the form needs and that weren't given: it can be looked at, and can't be published. */
export const missingFiles = ({ files, fileLists }: XlsForm): string[] =>
  files.filter((file) => extensionOf(file) === '.csv' && !fileLists.some(({ name }) => name === file))
