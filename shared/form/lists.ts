// Choice lists as a program has them: rows under columns, in one language.

import { fileColumns, isFile, stemOf } from '../xlsform/file-name.ts'
import type { ChoiceList, FileList, XlsChoice, XlsForm, XlsNode, XlsQuestion } from '../xlsform/form.ts'
import { languageCode } from '../xlsform/language-code.ts'
import { type FormItem, otherChoice } from './items.ts'
import type { ProgramList } from './program.ts'
import { textIn } from './texts.ts'

const otherLabel = (language: string) => (languageCode(language) === 'vi' ? 'Khác' : 'Other')

function listOf({ name, choices }: ChoiceList, language: string, withOther: boolean): ProgramList {
  const columns = [...new Set(choices.flatMap(({ other }) => (other ?? []).map(([header]) => header)))]
  const row = ({ name: value, label, other }: XlsChoice) => {
    const cells = new Map(other)
    return [value, textIn(label, language) ?? value, ...columns.map((column) => cells.get(column) ?? '')]
  }
  const rows = choices.map(row)
  if (withOther && !choices.some((choice) => choice.name === otherChoice))
    rows.push([otherChoice, otherLabel(language), ...columns.map(() => '')])
  return { name, columns: ['name', 'label', ...columns], rows }
}

/** "Tiếng Việt (vi)" in the form is "label::vi" in a file too. */
function labelColumn(columns: readonly string[], label: string, language: string): number {
  const translated = columns.flatMap((column, at) => {
    const [key, written] = column.split('::')
    return key === label ? [{ at, language: written ?? '' }] : []
  })
  const code = languageCode(language)
  const found =
    translated.find((one) => one.language === language) ??
    translated.find((one) => code !== undefined && languageCode(one.language) === code) ??
    translated.find((one) => one.language === '') ??
    translated[0]
  return found?.at ?? -1
}

/** A file's rows, the columns for value and label first. Choices without a value are left out, other rows may lack it. */
function fileListOf(
  { columns, rows }: FileList,
  language: string,
  { name, value, label }: { readonly name: string; readonly value: string; readonly label: string },
): ProgramList {
  const [valueAt, labelAt] = [columns.indexOf(value), labelColumn(columns, label, language)]
  const others = columns.flatMap((_, at) => (at === valueAt || at === labelAt ? [] : at))
  const cell = (cells: readonly string[], at: number) => cells[at] ?? ''
  return {
    name,
    columns: [value, label, ...others.map((at) => cell(columns, at))],
    rows: rows.map((cells) => [
      cell(cells, valueAt),
      cell(cells, labelAt) || cell(cells, valueAt),
      ...others.map((at) => cell(cells, at)),
    ]),
  }
}

/** The lists of a file: as instance() sees it, and for questions that name other columns for value and label. */
function fileListsOf(file: FileList, language: string, users: readonly XlsQuestion[]): ProgramList[] {
  const own = { name: stemOf(file.name), value: 'name', label: 'label' }
  const asked = users.flatMap((question) => {
    const name = listName(question)
    return name === undefined ? [] : { name, ...fileColumns(question) }
  })
  const uses = new Map([own, ...asked].map((use) => [use.name, use]))
  return [...uses.values()].map((use) => fileListOf(file, language, use))
}

/** Every list that questions or instance() can ask for. */
export function listsOf(form: XlsForm, items: readonly FormItem[], language: string): readonly ProgramList[] {
  const questions = items.flatMap(({ source }) => ('questions' in source ? [] : [source]))
  const withOther = new Set(questions.flatMap(({ orOther, list }) => (orOther && list !== undefined ? [list] : [])))
  return [
    ...[...form.lists, ...form.externalLists].map((list) => listOf(list, language, withOther.has(list.name))),
    ...form.fileLists.flatMap((file) =>
      fileListsOf(
        file,
        language,
        questions.filter(({ list }) => list === file.name),
      ),
    ),
  ]
}

/** The list that a question's choices come from: a file's goes by its stem, and by columns other than name and label. */
export function listName(question: XlsQuestion): string | undefined {
  const { list } = question
  if (list === undefined || !isFile(list)) return list
  const { value, label } = fileColumns(question)
  return value === 'name' && label === 'label' ? stemOf(list) : `${stemOf(list)} ${value} ${label}`
}

/** Made once for each use of a file: a list may have thousands of rows. */
const knownChoices = new WeakMap<FileList, Map<string, readonly XlsChoice[]>>()

function choicesOfFile(form: XlsForm, file: FileList, question: XlsQuestion): readonly XlsChoice[] {
  const known = knownChoices.get(file) ?? new Map<string, readonly XlsChoice[]>()
  knownChoices.set(file, known)
  const use = listName(question) ?? ''
  const choices = known.get(use) ?? readChoices(form, file, question)
  known.set(use, choices)
  return choices
}

/** A file names its languages by itself; the form's name for the same language is what texts are asked for by. */
function readChoices({ languages }: XlsForm, { columns, rows }: FileList, question: XlsQuestion): readonly XlsChoice[] {
  const { value, label } = fileColumns(question)
  const named = columns.flatMap((column, at) => {
    const [key, written = ''] = column.split('::')
    const code = languageCode(written)
    const language = languages.find((one) => code !== undefined && languageCode(one) === code)
    return key === label ? [{ at, language: language ?? written }] : []
  })
  return rows.map((cells) => {
    const texts = named.flatMap(({ at, language }) => (cells[at] ? [[language, cells[at]] as const] : []))
    return { name: cells[columns.indexOf(value)] ?? '', ...(texts.length > 0 ? { label: texts } : {}) }
  })
}

/** The choices of a question's own list or file as their author wrote them; none for choices from earlier answers. */
export function choicesIn(form: XlsForm, source: XlsNode | undefined): readonly XlsChoice[] {
  if (!source || 'questions' in source) return []
  const file = form.fileLists.find(({ name }) => name === source.list)
  if (file) return choicesOfFile(form, file, source)
  return form.lists.find(({ name }) => name === source.list)?.choices ?? []
}
