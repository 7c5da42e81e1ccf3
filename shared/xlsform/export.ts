// A form becomes a workbook again, lossless for all that was imported: the same columns in the same order under the same
// headers, types in today's spelling. Importing what this writes gives the same form.

import { type Cells, choiceCells, settingsCells, surveyCells } from './cells.ts'
import { choiceHeaders, settingsHeaders, surveyHeaders } from './columns.ts'
import type { ChoiceList, XlsForm } from './form.ts'
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

function write(name: string, headers: readonly string[], rows: Iterable<Cells>, rules: Headers): SheetRows {
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
  return { name, rows: lines }
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

/** The headers that an export of the form has: what an import keeps, so that both ways meet. */
export function withAllColumns(form: XlsForm): XlsForm {
  const { columns } = form
  return {
    ...form,
    columns: {
      survey: complete(columns.survey, surveyRows(form), surveyHeaders),
      choices: complete(columns.choices, listRows(form.lists), choiceHeaders),
      externalChoices: complete(columns.externalChoices, listRows(form.externalLists), choiceHeaders),
      settings: complete(columns.settings, settingsRows(form), settingsHeaders),
    },
  }
}

export function exportXlsForm(form: XlsForm): SheetRows[] {
  const { columns } = form
  const sheets = [
    write('survey', columns.survey, surveyRows(form), surveyHeaders),
    write('choices', columns.choices, listRows(form.lists), choiceHeaders),
    write('external_choices', columns.externalChoices, listRows(form.externalLists), choiceHeaders),
    write('settings', columns.settings, settingsRows(form), settingsHeaders),
  ].filter(({ rows: [headers = []] }) => headers.length > 0)
  return [...sheets, ...form.keptSheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))]
}
