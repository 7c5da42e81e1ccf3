// The choices sheet, and external_choices, which has the same shape: rows become lists.

import { choiceHeaders } from './columns.ts'
import { type ChoiceList, type KeptRow, type Media, mediaKinds, type Texts, type XlsChoice } from './form.ts'
import { type Reading, readTexts } from './formula.ts'
import { issue } from './issue.ts'
import { isScore } from './own-columns.ts'
import { type Row, readTable, type SheetCells, type Table } from './table.ts'

export type ReadLists = {
  readonly table?: Table
  readonly lists: readonly ChoiceList[]
  /** The rows of each list, for what only its use shows to be wrong. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
  readonly keptRows: readonly KeptRow[]
}

export const noLists: ReadLists = { lists: [], rows: new Map(), keptRows: [] }

/** Of all lists together: more than a page can hold. Longer lists belong into a file (select_one_from_file). */
const longest = 20_000

export function readMedia(row: Row, reading: Reading): Media | undefined {
  if (!row.has(...mediaKinds)) return undefined
  const found = mediaKinds.flatMap((kind) => {
    const texts = readTexts(row, kind, reading)
    return texts ? [[kind, texts] as const] : []
  })
  if (row.has('big-image') && !row.has('image')) reading.issues.error(issue.imageMissing(row.at('big-image')))
  return Object.fromEntries<Texts>(found)
}

export function readLists(
  sheet: SheetCells,
  name: 'choices' | 'external_choices',
  duplicatesAllowed: boolean,
  reading: Reading,
): ReadLists {
  const { issues } = reading
  const table = readTable(sheet, { headers: choiceHeaders, mostRows: longest }, issues)
  const has = (key: string) => table.columns.some((column) => column.key === key)
  const filled = table.rows.filter((row) => !row.isEmpty)
  if (!has('name') && filled.length > 0) issues.error(issue.columnMissing(sheet.name, 'name'))
  if (!has('list_name') && filled.length > 0) issues.warn(issue.columnMissing(sheet.name, 'list_name'))
  for (const { header, status } of table.columns) {
    const at = { sheet: sheet.name, row: sheet.rows[0]?.row ?? 1, column: header }
    if (status !== 'used' && /\s/.test(header)) issues.warn(issue.columnSpaces(at))
  }
  const lists = new Map<string, { readonly row: Row; readonly choice: XlsChoice }[]>()
  if (!has('name')) return { ...noLists, table }
  const keptRows: KeptRow[] = []
  let before = 0
  for (const row of filled) {
    const list = row.get('list_name')
    if (list === undefined) {
      if (row.has('name', 'label') && has('list_name')) issues.warn(issue.choiceListMissing(row.at('list_name')))
      keptRows.push({ sheet: name, before, cells: row.unwritten() ?? [] })
      continue
    }
    const choices = lists.get(list) ?? []
    lists.set(list, choices)
    before++
    choices.push({ row, choice: readChoice(row, reading) })
  }
  for (const choices of lists.values()) if (!duplicatesAllowed) checkUnique(choices, reading)
  return {
    table,
    lists: [...lists].map(([name, choices]) => ({ name, choices: choices.map(({ choice }) => choice) })),
    keptRows,
    rows: new Map([...lists].map(([name, choices]) => [name, choices.map(({ row }) => row)])),
  }
}

function readChoice(row: Row, reading: Reading): XlsChoice {
  const { issues } = reading
  const name = row.get('name')
  if (name === undefined) issues.error(issue.choiceNameMissing(row.at('name')))
  const label = readTexts(row, 'label', reading)
  const media = readMedia(row, reading)
  const other = row.other()
  for (const [header, text] of other ?? [])
    if (header === 'score' && !isScore(text)) issues.warn(issue.scoreInvalid({ ...row.at(), column: header }, text))
  return { name: name ?? '', ...(label ? { label } : {}), ...(media ? { media } : {}), ...(other ? { other } : {}) }
}

function checkUnique(choices: readonly { readonly row: Row; readonly choice: XlsChoice }[], { issues }: Reading): void {
  const seen = new Set<string>()
  for (const { row, choice } of choices) {
    if (choice.name !== '' && seen.has(choice.name)) issues.error(issue.choiceNameTwice(row.at('name'), choice.name))
    seen.add(choice.name)
  }
}
