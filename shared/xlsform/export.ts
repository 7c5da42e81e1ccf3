// A form becomes a workbook again, lossless for all that was imported: the same columns in the same order under the same
// headers, types in today's spelling. Importing what this writes gives the same form.

import { type Cells, choiceCells, settingsCells, surveyCells } from './cells.ts'
import { choiceHeaders, settingsHeaders, surveyHeaders } from './columns.ts'
import type { ChoiceList, XlsForm } from './form.ts'
import { type Column, type Headers, readHeader, writeHeader } from './header.ts'

export type SheetRows = { readonly name: string; readonly rows: string[][] }

const idOf = (key: string, language: string) => JSON.stringify([key, language])

const readAll = (headers: readonly string[], rules: Headers): Column[] => {
  const double = headers.some((header) => header.includes('::'))
  return headers.map((header, at) => readHeader(header, at, rules, double))
}

/** The headers as they were, and those that the cells need besides. */
function complete(headers: readonly string[], rows: readonly Cells[], rules: Headers): string[] {
  const columns = readAll(headers, rules)
  const there = new Set(columns.map(({ key, language }) => idOf(key, language)))
  // A double colon in one header would change how the others are read: "label:en" needs "label:vi" beside it.
  const single = columns.some(
    ({ header, status }) => status === 'used' && /[^:]:[^:]/.test(header) && !header.includes('::'),
  )
  const added = rows.flatMap(({ known }) =>
    known.flatMap(({ key, language }) => {
      if (there.has(idOf(key, language))) return []
      there.add(idOf(key, language))
      const header = writeHeader(key, language)
      return [single ? header.replace('::', ':') : header]
    }),
  )
  const others = rows.flatMap(({ other }) => other.map(([header]) => header))
  const known = new Set(headers)
  return [...headers, ...added, ...new Set(others.filter((header) => !known.has(header)))]
}

function write(name: string, headers: readonly string[], rows: readonly Cells[], rules: Headers): SheetRows {
  const all = complete(headers, rows, rules)
  const columns = readAll(all, rules)
  const known = new Map(columns.map(({ key, language, at }) => [idOf(key, language), at]))
  const written = new Map(columns.map(({ header, at }) => [header, at]))
  const cells = rows.map((row) => {
    const texts = all.map(() => '')
    for (const { key, language, text } of row.known) texts[known.get(idOf(key, language)) ?? all.length] = text
    for (const [header, text] of row.other) texts[written.get(header) ?? all.length] = text
    return texts
  })
  return { name, rows: [all, ...cells] }
}

const listCells = (lists: readonly ChoiceList[]) =>
  lists.flatMap(({ name, choices }) => choices.map((choice) => choiceCells(name, choice)))

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
      survey: complete(columns.survey, surveyCells(form.questions), surveyHeaders),
      choices: complete(columns.choices, listCells(form.lists), choiceHeaders),
      externalChoices: complete(columns.externalChoices, listCells(form.externalLists), choiceHeaders),
      settings: complete(columns.settings, settingsRows(form), settingsHeaders),
    },
  }
}

export function exportXlsForm(form: XlsForm): SheetRows[] {
  const { columns } = form
  const sheets = [
    write('survey', columns.survey, surveyCells(form.questions), surveyHeaders),
    write('choices', columns.choices, listCells(form.lists), choiceHeaders),
    write('external_choices', columns.externalChoices, listCells(form.externalLists), choiceHeaders),
    write('settings', columns.settings, settingsRows(form), settingsHeaders),
  ].filter(({ rows: [headers = []] }) => headers.length > 0)
  return [...sheets, ...form.keptSheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))]
}
