// A form becomes a workbook again, lossless for all that was imported: the same columns in the same order under the same
// headers, types in today's spelling. Importing what this writes gives the same form.

import { type Cells, choiceCells, settingsCells, surveyCells } from './cells.ts'
import { choiceHeaders, settingsHeaders, surveyHeaders } from './columns.ts'
import type { ChoiceList, KeptRow, XlsForm } from './form.ts'
import { type Column, type Headers, idOf, readHeader, writeHeader } from './header.ts'

export type SheetRows = { readonly name: string; readonly rows: string[][] }

const readAll = (headers: readonly string[], rules: Headers): Column[] => {
  const double = headers.some((header) => header.includes('::'))
  return headers.map((header, at) => readHeader(header, at, rules, double))
}

/** The headers as they were, and those that the cells need besides. */
function complete(headers: readonly string[], rows: Iterable<Cells>, rules: Headers): string[] {
  const columns = readAll(headers, rules)
  const there = new Set(columns.map(({ key, language }) => idOf(key, language)))
  // A double colon in one header would change how the others are read: "label:en" needs "label:vi" beside it.
  const single = columns.some(
    ({ header, status }) => status === 'used' && /[^:]:[^:]/.test(header) && !header.includes('::'),
  )
  const added: string[] = []
  const others = new Set(headers)
  const before = others.size
  for (const { known, other } of rows) {
    for (const { key, language } of known) {
      const id = idOf(key, language)
      if (there.has(id)) continue
      there.add(id)
      const header = writeHeader(key, language)
      added.push(single ? header.replace('::', ':') : header)
    }
    for (const [header] of other) others.add(header)
  }
  return [...headers, ...added, ...[...others].slice(before)]
}

function write(headers: readonly string[], rows: Iterable<Cells>, rules: Headers): string[][] {
  const all = complete(headers, rows, rules)
  const columns = readAll(all, rules)
  const known = new Map(columns.map(({ key, language, at }) => [idOf(key, language), at]))
  const written = new Map(columns.map(({ header, at }) => [header, at]))
  const lines = [all]
  for (const row of rows) {
    const texts = all.map(() => '')
    for (const { key, language, text } of row.known) texts[known.get(idOf(key, language)) ?? all.length] = text
    for (const [header, text] of row.other) texts[written.get(header) ?? all.length] = text
    lines.push(texts)
  }
  return lines
}

/** Made anew each time they are walked: the cells of a large form are never all there at once. */
const cellsOf = (make: () => Iterable<Cells>): Iterable<Cells> => ({
  [Symbol.iterator]: () => make()[Symbol.iterator](),
})

const surveyRows = ({ questions }: XlsForm) => cellsOf(() => surveyCells(questions))

const listRows = (lists: readonly ChoiceList[]) =>
  cellsOf(function* () {
    for (const { name, choices } of lists) for (const choice of choices) yield choiceCells(name, choice)
  })

const settingsRows = ({ settings }: XlsForm): Cells[] => {
  const cells = settingsCells(settings)
  return cells.known.length + cells.other.length > 0 ? [cells] : []
}

/** Rows with those between them that are only kept. */
const withKept = (rows: Iterable<Cells>, name: KeptRow['sheet'], { keptRows }: XlsForm): Iterable<Cells> =>
  cellsOf(function* () {
    const kept = keptRows.filter(({ sheet }) => sheet === name)
    let at = 0
    let next = 0
    for (const row of rows) {
      for (; kept[next] && (kept[next]?.before ?? 0) <= at; next++) yield { known: [], other: kept[next]?.cells ?? [] }
      at++
      yield row
    }
    for (const { cells } of kept.slice(next)) yield { known: [], other: cells }
  })

/** The sheets that have a meaning: their headers as they were, their rows, and what headers may say. */
const usedSheets = (form: XlsForm) =>
  [
    { name: 'survey', key: 'survey', rows: surveyRows(form), rules: surveyHeaders },
    { name: 'choices', key: 'choices', rows: listRows(form.lists), rules: choiceHeaders },
    { name: 'external_choices', key: 'externalChoices', rows: listRows(form.externalLists), rules: choiceHeaders },
    { name: 'settings', key: 'settings', rows: settingsRows(form), rules: settingsHeaders },
  ] as const

/** The headers and sheets that an export of the form has: what an import keeps, so that both ways meet. */
export function withAllColumns(form: XlsForm): XlsForm {
  const [survey = [], choices = [], externalChoices = [], settings = []] = usedSheets(form).map(
    ({ name, key, rows, rules }) => complete(form.columns[key], withKept(rows, name, form), rules),
  )
  const all = { ...form, columns: { survey, choices, externalChoices, settings } }
  return { ...all, sheetNames: placedSheets(all).map(({ name }) => name) }
}

/** The sheets in the order that the workbook had them in, under the names it had; what is new comes last. */
function placedSheets(form: XlsForm): { readonly name: string; readonly make: () => string[][] }[] {
  const used = usedSheets(form).flatMap(({ name, key, rows, rules }) => {
    const headers = form.columns[key]
    return headers.length > 0 ? { name, make: () => write(headers, withKept(rows, name, form), rules) } : []
  })
  const kept = form.keptSheets.map(({ name, rows }) => ({ name, make: () => rows.map((row) => [...row]) }))
  const left = new Set([...used, ...kept])
  const placed = form.sheetNames.flatMap((written) => {
    const found = [...left].find(({ name }) => name === written || name === written.trim().toLowerCase())
    if (found) left.delete(found)
    return found ? { ...found, name: written } : []
  })
  return [...placed, ...left]
}

export const exportXlsForm = (form: XlsForm): SheetRows[] =>
  placedSheets(form).map(({ name, make }) => ({ name, rows: make() }))
