// Sheets that mean nothing here, kept so that an export has them: entities and osm, of which a notice is given, and whatever
// else an author keeps beside the form.

import { type SheetName, sheetNames } from './columns.ts'
import type { KeptSheet } from './form.ts'
import { type Issues, issue } from './issue.ts'
import type { SheetCells } from './table.ts'

/** They are stored with the form, which has little room (functions/store/forms.ts). */
const mostCharacters = 100_000
const widest = 500

/** What the import reads. */
const usedSheets: readonly SheetName[] = ['survey', 'choices', 'external_choices', 'settings']

const nameIn = ({ name }: { readonly name: string }): SheetName | undefined =>
  sheetNames.find((one) => one === name.trim().toLowerCase())

export function readKeptSheets(sheets: readonly SheetCells[], issues: Issues): KeptSheet[] {
  let characters = 0
  return sheets.flatMap((sheet) => {
    const { name, rows } = sheet
    const known = nameIn(sheet)
    if (rows.length === 0 || (known && usedSheets.includes(known))) return []
    for (const { cells } of rows) for (const { text } of cells) characters += text.length + 1
    const isTooWide = rows.some(({ cells }) => (cells.at(-1)?.column ?? 0) >= widest)
    if (characters > mostCharacters || isTooWide) {
      issues.warn(issue.sheetDropped(name))
      return []
    }
    if (known) issues.warn(issue.sheetUnused(name))
    return { name, rows: rows.map(textsOf) }
  })
}

function textsOf({ cells }: SheetCells['rows'][number]): string[] {
  const texts = new Map(cells.map(({ column, text }) => [column, text]))
  return Array.from({ length: (cells.at(-1)?.column ?? -1) + 1 }, (_, at) => texts.get(at) ?? '')
}
