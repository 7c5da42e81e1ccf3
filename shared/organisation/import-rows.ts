// Rows of a file that says units: which column is which, and what each row states. Whatever a row doesn't state stays as it is.

import * as v from 'valibot'
import { UnitId } from '../ids.ts'
import { type Day, readDay } from './day.ts'
import { foldText } from './search.ts'

/** What a column may hold. */
const importColumns = ['id', 'code', 'name', 'parent', 'level', 'members', 'from', 'closedFrom', 'successors'] as const
export type ImportColumn = (typeof importColumns)[number]

/** Headers as people write them, without marks and capitals; blanks stand for signs between words. */
const headers: Readonly<Record<ImportColumn, readonly string[]>> = {
  id: ['id', 'unit id', 'ma he thong'],
  code: ['code', 'unit code', 'ma', 'ma don vi', 'ma so'],
  name: ['name', 'unit name', 'unit', 'ten', 'ten don vi', 'don vi'],
  parent: [
    'parent',
    'parent code',
    'code of parent',
    'ma cap tren',
    'cap tren',
    'ma don vi cap tren',
    'don vi cap tren',
    'truc thuoc',
    'ma cha',
  ],
  level: ['level', 'cap', 'cap don vi', 'loai', 'loai don vi'],
  members: [
    'members',
    'member count',
    'number of members',
    'so thanh vien',
    'thanh vien',
    'so dang vien',
    'dang vien',
    'so doan vien',
    'so nguoi',
  ],
  from: [
    'valid from',
    'from',
    'since',
    'tu ngay',
    'co tu ngay',
    'hieu luc tu',
    'hieu luc tu ngay',
    'co hieu luc tu ngay',
    'ngay bat dau',
    'ngay hieu luc',
  ],
  closedFrom: ['closed from', 'closed', 'ket thuc tu', 'ket thuc tu ngay', 'ngay ket thuc'],
  successors: ['successors', 'successor', 'merged into', 'don vi tiep noi', 'tiep noi', 'sap nhap vao', 'hop nhat vao'],
}

const columnNamed = (header: string): ImportColumn | undefined => {
  const folded = foldText(header.replace(/[_\-/.]/g, ' ').replace(/\(.*\)/, ''))
  return importColumns.find((column) => headers[column].includes(folded))
}

/** One row of a sheet as it was read: rows and columns count from 1 and 0. */
export type SheetRow = {
  readonly row: number
  readonly cells: readonly { readonly column: number; readonly text: string }[]
}

/** What is wrong with a row. `row`: as the file counts them; undefined where it is about the whole file or no row of it. */
export type RowIssue = { readonly row: number | undefined; readonly column?: ImportColumn | undefined } & (
  | {
      readonly kind:
        | 'no-header'
        | 'no-rows'
        | 'code-empty'
        | 'code-wrong'
        | 'formula'
        | 'from-wrong'
        | 'closed-wrong'
        | 'members-wrong'
        | 'id-wrong'
    }
  | { readonly kind: 'column-twice'; readonly header: string }
  | { readonly kind: 'too-many-columns' | 'too-many-rows' | 'too-long'; readonly limit: number }
  | { readonly kind: 'successors-alone' }
)

/** What a row states of a unit. */
export type ImportRow = {
  readonly row: number
  readonly id: UnitId | undefined
  readonly code: string
  readonly name: string | undefined
  /** The code of what it stands under. */
  readonly parent: string | undefined
  readonly level: string | undefined
  readonly members: number | undefined
  readonly from: Day | undefined
  readonly closedFrom: Day | undefined
  /** Codes. */
  readonly successors: readonly string[]
}

export type ReadRows = {
  readonly rows: readonly ImportRow[]
  readonly issues: readonly RowIssue[]
  /** Headers that mean nothing here; their columns are left out. */
  readonly ignored: readonly string[]
  /** Header by column, as it was written. */
  readonly headers: ReadonlyMap<ImportColumn, string>
  /** Rows in which a text begins as a formula does. It is taken as a text. */
  readonly formulaTexts: readonly number[]
}

/** Columns that a file of units may have: more are no file of units. */
const mostColumns = 100
const mostRows = 50_000
/** Offices put a title above the table. */
const rowsBeforeHeader = 20

/** What stands in a cell whose formula nobody has calculated. */
export const uncalculated = '=?'

const longest: Readonly<Partial<Record<ImportColumn, number>>> = {
  code: 40,
  parent: 40,
  name: 200,
  level: 40,
  id: 64,
  successors: 2_000,
}

/** Reads a sheet. The header is the first row that names a column for codes. */
export function readRows(sheet: readonly SheetRow[]): ReadRows {
  const at = sheet
    .slice(0, rowsBeforeHeader)
    .findIndex(({ cells }) => cells.some(({ text }) => columnNamed(text) === 'code'))
  const header = sheet[at]
  const nothing = { rows: [], ignored: [], headers: new Map<ImportColumn, string>(), formulaTexts: [] }
  const refused = (issue: RowIssue): ReadRows => ({ ...nothing, issues: [issue] })
  if (!header) return refused({ row: undefined, kind: 'no-header' })
  const widest = sheet.find(({ cells }) => (cells.at(-1)?.column ?? 0) >= mostColumns)
  if (widest) return refused({ row: widest.row, kind: 'too-many-columns', limit: mostColumns })
  const body = sheet.slice(at + 1)
  if (body.length > mostRows) return refused({ row: undefined, kind: 'too-many-rows', limit: mostRows })
  if (body.length === 0) return refused({ row: undefined, kind: 'no-rows' })
  const { columns, issues, ignored, written } = readHeader(header)
  const read = body.map((row) => readRow(row, columns))
  return {
    rows: read.flatMap(({ value }) => value ?? []),
    issues: [...issues, ...read.flatMap((one) => one.issues)],
    ignored,
    headers: written,
    formulaTexts: body.filter(({ cells }) => cells.some(({ text }) => /^[=@]/.test(text))).map(({ row }) => row),
  }
}

function readHeader({ row, cells }: SheetRow) {
  const columns = new Map<number, ImportColumn>()
  const written = new Map<ImportColumn, string>()
  const ignored: string[] = []
  const issues: RowIssue[] = []
  for (const { column, text } of cells) {
    const named = columnNamed(text)
    if (!named) ignored.push(text.trim())
    else if (written.has(named)) issues.push({ row, column: named, kind: 'column-twice', header: text.trim() })
    else {
      columns.set(column, named)
      written.set(named, text.trim())
    }
  }
  return { columns, written, ignored, issues }
}

const collapsed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function readRow({ row, cells }: SheetRow, columns: ReadonlyMap<number, ImportColumn>) {
  const issues: RowIssue[] = []
  const texts = new Map<ImportColumn, string>()
  for (const { column, text } of cells) {
    const named = columns.get(column)
    const said = collapsed(text)
    if (!named || said === '') continue
    const limit = longest[named]
    if (said === uncalculated) issues.push({ row, column: named, kind: 'formula' })
    else if (limit !== undefined && said.length > limit) issues.push({ row, column: named, kind: 'too-long', limit })
    else texts.set(named, said)
  }
  if (texts.size === 0 && issues.length === 0) return { issues, value: undefined }
  const value = rowOf(row, texts, issues)
  return { issues, value: issues.length > 0 ? undefined : value }
}

function rowOf(row: number, texts: ReadonlyMap<ImportColumn, string>, issues: RowIssue[]): ImportRow {
  const wrong = (
    column: ImportColumn,
    kind: 'code-empty' | 'code-wrong' | 'from-wrong' | 'closed-wrong' | 'members-wrong' | 'id-wrong',
  ) => {
    issues.push({ row, column, kind })
  }
  const code = texts.get('code') ?? ''
  if (code === '' && issues.length === 0) wrong('code', 'code-empty')
  if (/[;\p{Cc}]/u.test(code)) wrong('code', 'code-wrong')
  const dayAt = (column: 'from' | 'closedFrom', kind: 'from-wrong' | 'closed-wrong') => {
    const text = texts.get(column)
    const day = text === undefined ? undefined : readDay(text.replace(/T00:00:00$/, ''))
    if (text !== undefined && !day) wrong(column, kind)
    return day
  }
  const membersText = texts.get('members')
  const members = membersText === undefined ? undefined : readMembers(membersText)
  if (membersText !== undefined && members === undefined) wrong('members', 'members-wrong')
  const idText = texts.get('id')
  const id = v.safeParse(UnitId, idText)
  if (idText !== undefined && !id.success) wrong('id', 'id-wrong')
  const successors = (texts.get('successors') ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const closedFrom = dayAt('closedFrom', 'closed-wrong')
  if (successors.length > 0 && !texts.has('closedFrom'))
    issues.push({ row, column: 'successors', kind: 'successors-alone' })
  return {
    row,
    id: id.success ? id.output : undefined,
    code,
    name: texts.get('name'),
    parent: texts.get('parent'),
    level: texts.get('level'),
    members,
    from: dayAt('from', 'from-wrong'),
    closedFrom,
    successors,
  }
}

/** Members as written: digits, with marks between thousands; undefined for what is no such number. */
export function readMembers(text: string): number | undefined {
  if (!/^\d{1,3}([., ]\d{3})+$|^\d{1,9}$/.test(text)) return undefined
  const members = Number(text.replace(/[., ]/g, ''))
  return members <= 1_000_000_000 ? members : undefined
}
