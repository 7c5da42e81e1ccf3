// The settings sheet: its header, and the one row below it.

import { settingsHeaders } from './columns.ts'
import type { KeptRow, XlsSettings } from './form.ts'
import { type Reading, readFormula, truthIn } from './formula.ts'
import { issue } from './issue.ts'
import { isName } from './parameters.ts'
import { readTable, type SheetCells } from './table.ts'

export type ReadSettings = {
  readonly settings: XlsSettings
  readonly columns: readonly string[]
  readonly keptRows: readonly KeptRow[]
}

export const noSettings: ReadSettings = { settings: {}, columns: [], keptRows: [] }

/** One row counts; whatever else stands there are notes. */
const mostRows = 1_000

export function readSettings(sheet: SheetCells, reading: Reading): ReadSettings {
  const { columns, rows } = readTable(bothIds(sheet, reading), { headers: settingsHeaders, mostRows }, reading.issues)
  const [row, ...more] = rows.filter((one) => !one.isEmpty)
  if (!row) return { settings: {}, columns: columns.map(({ header }) => header), keptRows: [] }
  const text = <Key extends string>(key: string, as: Key) => {
    const found = row.get(key)
    return found === undefined ? {} : ({ [as]: found } as { readonly [K in Key]?: string })
  }
  const duplicates = row.get('allow_choice_duplicates')
  if (duplicates !== undefined && truthIn(duplicates) === undefined)
    reading.issues.warn(issue.settingsInvalid(row.at('allow_choice_duplicates'), duplicates))
  const name = row.get('name')
  if (name !== undefined && !isName(name)) reading.issues.error(issue.nameInvalid(row.at('name'), name))
  for (const { key, status, header } of columns) {
    const at = { sheet: sheet.name, row: row.row, column: header }
    if (row.get(key) === undefined) continue
    if (status === 'kept') reading.issues.warn(issue.columnUnused(at))
    if (status === 'unknown') reading.issues.warn(issue.columnUnknown(at))
  }
  const instanceName = readFormula(row, 'instance_name', reading)
  const written = row.texts('form_title')
  const title = written?.find(([language]) => language === '')?.[1]
  const titles = written?.filter(([language]) => language !== '')
  const other = row.other()
  return {
    columns: columns.map(({ header }) => header),
    keptRows: more.map((one) => ({ sheet: 'settings', before: 1, cells: one.unwritten() ?? [] })),
    settings: {
      ...(title === undefined ? {} : { title }),
      ...(titles && titles.length > 0 ? { titles } : {}),
      ...text('form_id', 'formId'),
      ...text('version', 'version'),
      ...text('default_language', 'defaultLanguage'),
      ...(instanceName ? { instanceName } : {}),
      ...text('style', 'style'),
      ...text('name', 'name'),
      ...text('allow_choice_duplicates', 'allowChoiceDuplicates'),
      ...(other ? { other } : {}),
    },
  }
}

/** Sheets with both form_id and its old name id_string are in use: form_id counts. */
function bothIds(sheet: SheetCells, { issues }: Reading): SheetCells {
  const [first, ...rest] = sheet.rows
  const headers = first?.cells.map(({ text }) => text.trim().toLowerCase().replace(/\s+/g, '_')) ?? []
  const old = first?.cells[headers.indexOf('id_string')]
  if (!first || !old || !headers.includes('form_id')) return sheet
  issues.warn(issue.settingsTwice({ sheet: sheet.name, row: first.row, column: old.text }, 'form_id'))
  const without = { ...first, cells: first.cells.filter((cell) => cell !== old) }
  return { ...sheet, rows: [without, ...rest] }
}
