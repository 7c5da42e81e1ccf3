// A workbook becomes a form (https://xlsform.org). Everything that is wrong is said at once; nothing that a workbook holds
// makes this throw.

import { noLists, readLists } from './choices.ts'
import { checkCycles } from './cycles.ts'
import { withAllColumns } from './export.ts'
import type { Files } from './file-lists.ts'
import { type ChoiceList, mediaKinds, type XlsForm, type XlsSettings } from './form.ts'
import { type Reading, truthIn } from './formula.ts'
import { readFiles, readInstances } from './instances.ts'
import { type Issue, Issues, issue } from './issue.ts'
import { readKeptSheets } from './kept-sheets.ts'
import { ListUses } from './list-uses.ts'
import { checkIndicators } from './own-columns.ts'
import { checkGeometry, checkReferences, checkTriggers } from './references.ts'
import { noSettings, readSettings } from './settings.ts'
import { findSheet, similarSheets } from './sheets.ts'
import { isQuestion, type Placed, readSurvey } from './survey.ts'
import { languagesOf, type SheetCells, type Table } from './table.ts'
import { checkTranslations } from './translations.ts'

export type ImportOptions = {
  /** The CSV files that lie beside the workbook; left out when nobody looked. */
  readonly files?: Files
  /** Whether the engine that runs an author's regular expressions accepts one. */
  readonly checkPattern?: (pattern: string) => boolean
  /** Whether the only sheet of a workbook is the survey, whatever its name: so it is for files, as in pyxform. */
  readonly loneSheet?: boolean
}

export type Imported = {
  /** Only when there is no error. */
  readonly form?: XlsForm
  /** What was understood, of a form that is refused too. */
  readonly seen: {
    readonly title: string
    readonly languages: readonly string[]
    readonly questions: number
    readonly files: readonly string[]
  }
  readonly errors: readonly Issue[]
  readonly warnings: readonly Issue[]
}

export function importXlsForm(
  workbook: { readonly sheets: readonly SheetCells[] },
  { files, checkPattern = () => true, loneSheet = false }: ImportOptions = {},
): Imported {
  const [only] = workbook.sheets
  const isLone = loneSheet && only !== undefined && workbook.sheets.length === 1
  const sheets = isLone ? [{ ...only, name: 'survey' }] : workbook.sheets
  const issues = new Issues()
  const spent = { characters: 0, patterns: new Map<string, boolean>() }
  const reading: Reading = { issues, checkPattern, references: [], instances: [], lookups: [], spent }
  checkSheets(sheets, issues)
  const survey = findSheet(sheets, 'survey')
  if (!survey)
    return {
      seen: { title: '', languages: [], questions: 0, files: [] },
      errors: [issue.sheetMissing('survey', similarSheets(sheets, 'survey'))],
      warnings: issues.warnings.listed,
    }

  const settingsSheet = findSheet(sheets, 'settings')
  const read = settingsSheet ? readSettings(settingsSheet, reading) : noSettings
  const duplicatesAllowed = truthIn(read.settings.allowChoiceDuplicates ?? '') === true
  const listsOf = (name: 'choices' | 'external_choices') => {
    const sheet = findSheet(sheets, name)
    return sheet ? readLists(sheet, name, duplicatesAllowed || name === 'external_choices', reading) : noLists
  }
  const choices = listsOf('choices')
  const external = listsOf('external_choices')
  const uses = new ListUses(sheets, choices, external)
  const root = read.settings.name ?? 'data'
  const form = readSurvey(survey, root, uses, reading)
  const { questions, names, placed } = form
  if (questions.length === 0 && issues.errors.listed.length === 0) issues.error(issue.sheetEmpty(survey.name))

  const entities = entityLists(sheets)
  const instances = readInstances(placed, choices.lists, [...external.rows.keys(), ...entities], reading)
  checkReferences(names, reading)
  checkTriggers(placed, names, reading)
  checkIndicators(placed, reading)
  checkGeometry(placed, names, new Set([...instances.names, ...uses.lists.keys(), ...entities]), reading)
  checkCycles(questions, root, placed, issues)
  const fileLists = files ? readFiles(placed, instances.files, files, reading) : []
  const tables: readonly Table[] = [form.table, ...(choices.table ? [choices.table] : [])]
  const languages = languagesOf([...tables, ...(external.table ? [external.table] : [])])
  checkTranslations(tables, languages, read.settings, uses.orOtherAt, issues)

  const keptSheets = readKeptSheets(sheets, issues)
  const settings = withRows(read.settings, form.settings)
  const seen = {
    title: settings.title ?? settings.titles?.[0]?.[1] ?? settings.formId ?? '',
    languages,
    questions: placed.filter(({ node }) => isQuestion(node)).length,
    files: [...instances.files.map(({ source }) => source), ...mediaFiles(placed, choices.lists)],
  }
  const warnings = inOrder(issues.warnings)
  const errors = inOrder(issues.errors)
  if (errors.length > 0) return { seen, errors, warnings }
  const headers = (table: Table | undefined) => table?.columns.map(({ header }) => header) ?? []
  return {
    form: withAllColumns({
      settings,
      languages,
      questions,
      lists: choices.lists,
      externalLists: external.lists,
      fileLists,
      files: seen.files,
      columns: {
        survey: headers(form.table),
        choices: headers(choices.table),
        externalChoices: headers(external.table),
        settings: read.columns,
      },
      keptRows: [form.keptRows, choices.keptRows, external.keptRows, read.keptRows].flat(),
      keptSheets,
      sheetNames: sheets.map(({ name }) => name),
    }),
    seen,
    errors,
    warnings,
  }
}

function checkSheets(sheets: readonly SheetCells[], issues: Issues): void {
  for (const name of ['settings', 'choices', 'entities'] as const) {
    const similar = findSheet(sheets, name) ? [] : similarSheets(sheets, name)
    if (similar.length > 0) issues.warn(issue.sheetSimilar(name, similar))
  }
  for (const name of ['survey', 'choices', 'settings', 'external_choices'] as const) {
    const alike = sheets.filter((sheet) => sheet.name.trim().toLowerCase() === name)
    if (alike.length > 1) issues.error(issue.sheetTwice(name))
  }
}

/** What is shown or played with labels. A name that is put together from answers is known only then. */
function mediaFiles(placed: readonly Placed[], lists: readonly ChoiceList[]): string[] {
  const media = [
    ...placed.map(({ node }) => node.media),
    ...lists.flatMap(({ choices }) => choices.map((one) => one.media)),
  ]
  const names = media.flatMap((one) => mediaKinds.flatMap((kind) => (one?.[kind] ?? []).map(([, name]) => name)))
  return [...new Set(names)].filter((name) => !name.includes('${'))
}

/** Names of entity lists: other systems give them to a form as files. */
function entityLists(sheets: readonly SheetCells[]): string[] {
  const [head, ...rows] = findSheet(sheets, 'entities')?.rows ?? []
  const list = head?.cells.find(({ text }) => /^\s*(list[_ ]name|dataset)\s*$/i.test(text))
  return rows.flatMap(({ cells }) => cells.find(({ column }) => column === list?.column)?.text.trim() ?? [])
}

function withRows(settings: XlsSettings, rows: ReadonlyMap<string, string>): XlsSettings {
  const title = settings.title ?? rows.get('form_title')
  const formId = settings.formId ?? rows.get('form_id')
  return { ...settings, ...(title === undefined ? {} : { title }), ...(formId === undefined ? {} : { formId }) }
}

/** As the sheets are read: from the top down, what concerns a whole sheet first. */
const inOrder = ({ listed, rest }: Issues['errors']): Issue[] => [
  ...[...listed].sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : rowOf(a) - rowOf(b))),
  ...rest,
]
const rowOf = (found: Issue) => ('row' in found ? (found.row ?? 0) : 0)
