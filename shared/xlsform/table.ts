// A sheet as rows under headers: what the readers of the survey, choices and settings ask for cells.

import type { OtherCells, Texts } from './form.ts'
import type { Column, Headers } from './header.ts'
import { idOf, readHeader } from './header.ts'
import type { Issues, Place } from './issue.ts'
import { issue } from './issue.ts'

/** The shape of what a workbook reader gives (functions/workbook/workbook.ts). */
export type SheetCells = {
  readonly name: string
  readonly rows: readonly {
    readonly row: number
    readonly cells: readonly { readonly column: number; readonly text: string }[]
  }[]
}

/** No sheet of a form is wider: the widest at hand has 60 columns. */
const mostColumns = 300

const none: readonly Column[] = []

/** The columns of a sheet, found by what they mean. */
class ColumnSet {
  readonly byKey: ReadonlyMap<string, readonly Column[]>
  /** Columns without a meaning here, by place. */
  readonly others: ReadonlyMap<number, Column>
  readonly all: ReadonlyMap<number, Column>
  constructor(all: readonly Column[]) {
    this.all = new Map(all.map((column) => [column.at, column]))
    this.others = new Map(all.filter(({ status }) => status !== 'used').map((column) => [column.at, column]))
    const byKey = new Map<string, Column[]>()
    for (const column of all) {
      const alike = byKey.get(column.key)
      if (alike) alike.push(column)
      else byKey.set(column.key, [column])
    }
    this.byKey = byKey
  }
  of(key: string): readonly Column[] {
    return this.byKey.get(key) ?? none
  }
}

export class Row {
  readonly sheet: string
  readonly row: number
  readonly columns: ColumnSet
  readonly cells: ReadonlyMap<number, string>
  constructor(sheet: string, row: number, columns: ColumnSet, cells: ReadonlyMap<number, string>) {
    this.sheet = sheet
    this.row = row
    this.columns = columns
    this.cells = cells
  }

  /** The trimmed text; undefined when the cell is empty or the column isn't there. */
  get(key: string): string | undefined {
    const [column] = this.columns.of(key)
    return column && this.cells.get(column.at)
  }
  texts(key: string): Texts | undefined {
    let found: [string, string][] | undefined
    for (const { at, language } of this.columns.of(key)) {
      const text = this.cells.get(at)
      if (text === undefined) continue
      found ??= []
      found.push([language, text])
    }
    return found
  }
  /** Every cell whose column has no meaning here. */
  other(): OtherCells | undefined {
    if (this.columns.others.size === 0) return undefined
    const found = [...this.cells].flatMap(([at, text]) => {
      const column = this.columns.others.get(at)
      return column ? [[column.header, text] as const] : []
    })
    return found.length > 0 ? found : undefined
  }
  /** Every cell that isn't among those written of what the row became: (key, language) as one text. */
  unwritten(written: ReadonlySet<string> = new Set()): OtherCells | undefined {
    const found: [string, string][] = []
    for (const [at, text] of this.cells) {
      const column = this.columns.all.get(at)
      if (column && (column.status !== 'used' || !written.has(idOf(column.key, column.language))))
        found.push([column.header, text])
    }
    return found.length > 0 ? found : undefined
  }
  /** Where a column's cell is; the whole row without a key. */
  at(key?: string, language?: string): Place {
    const place = { sheet: this.sheet, row: this.row }
    if (key === undefined) return place
    const columns = this.columns.of(key)
    const column = language === undefined ? columns[0] : columns.find((one) => one.language === language)
    return { ...place, column: column?.header ?? key }
  }
  has(...keys: readonly string[]): boolean {
    return keys.some((key) => this.columns.of(key).some(({ at }) => this.cells.has(at)))
  }
  get isEmpty(): boolean {
    return this.cells.size === 0
  }
}

export type Table = {
  readonly sheet: string
  readonly headerRow: number
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

/** A gap this wide ends a sheet, as in pyxform: what stands behind it are notes, or slips of the mouse. */
const widest = { rows: 60, columns: 20 }

/** What stands before the first gap wider than `gap`. */
function untilGap<Item>(items: readonly Item[], placeOf: (item: Item) => number, first: number, gap: number): Item[] {
  let last = first
  const end = items.findIndex((item) => {
    const isFar = placeOf(item) - last > gap
    if (!isFar) last = placeOf(item)
    return isFar
  })
  return end < 0 ? [...items] : items.slice(0, end)
}

/** The first row that holds anything is the header. Columns without a header are comments. */
export function readTable(
  { name: sheet, rows }: SheetCells,
  { headers, mostRows }: { readonly headers: Headers; readonly mostRows: number },
  issues: Issues,
): Table {
  const [first, ...rest] = rows
  const row = first?.row ?? 1
  const heads = (first?.cells ?? []).flatMap(({ column, text }) => (text.trim() === '' ? [] : { column, text }))
  const written = untilGap(heads, ({ column }) => column, -1, widest.columns)
  const near = untilGap(rest, (one) => one.row, row, widest.rows)
  const beyond = rest[near.length]?.row ?? (written.length < heads.length ? row : undefined)
  if (beyond !== undefined) issues.warn(issue.sheetFar({ sheet, row: beyond }))
  if (written.length > mostColumns) issues.error(issue.tooMany({ sheet, row }, 'columns', mostColumns))
  if (near.length > mostRows) issues.error(issue.tooMany({ sheet }, 'rows', mostRows))
  const columns = readColumns(sheet, row, written.slice(0, mostColumns), headers, issues)
  const known = new Set(columns.map(({ at }) => at))
  const set = new ColumnSet(columns)
  return {
    sheet,
    headerRow: row,
    columns,
    rows: near.slice(0, mostRows).map((one) => {
      const texts = one.cells.flatMap(({ column, text }) => {
        const trimmed = text.trim()
        return known.has(column) && trimmed !== '' ? [[column, trimmed] as const] : []
      })
      return new Row(sheet, one.row, set, new Map(texts))
    }),
  }
}

function readColumns(
  sheet: string,
  row: number,
  written: readonly { readonly column: number; readonly text: string }[],
  headers: Headers,
  issues: Issues,
): Column[] {
  const double = written.some(({ text }) => text.includes('::'))
  const seen = new Map<string, Column>()
  return written.flatMap(({ column: at, text }) => {
    const column = readHeader(text.trim(), at, headers, double)
    const id = idOf(column.key, column.language)
    const other = seen.get(id)
    if (other) issues.error(issue.columnTwice({ sheet, row, column: column.header }, other.header))
    else seen.set(id, column)
    return other ? [] : [column]
  })
}

/** Languages in the order of their headers. */
export const languagesOf = (tables: readonly Table[]): string[] => [
  ...new Set(
    tables.flatMap(({ columns }) =>
      columns.flatMap(({ status, language, key }) => (status === 'used' && isTranslated(key) ? [language] : [])),
    ),
  ),
]

const translated: ReadonlySet<string> = new Set([
  'label',
  'hint',
  'guidance_hint',
  'required_message',
  'constraint_message',
  'image',
  'big-image',
  'audio',
  'video',
  'finding_message',
  'finding_action',
  'consistency_message',
])
export const isTranslated = (key: string): boolean => translated.has(key)
