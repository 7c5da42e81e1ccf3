// Choice lists as a program has them: rows under columns, in one language.

import type { ChoiceList, XlsChoice, XlsForm, XlsNode, XlsQuestion } from '../xlsform/form.ts'
import { parameterOf } from '../xlsform/parameters.ts'
import { type FormItem, otherChoice } from './items.ts'
import type { ProgramList } from './program.ts'
import { languageCode, textIn } from './texts.ts'

/** "cities.csv" is the instance "cities". */
export const stemOf = (file: string): string => file.replace(/\.[^.]*$/, '')

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

/** A file's rows; the question that reads it may name its columns for value and label. */
function fileListOf(
  { name, columns, rows }: XlsForm['fileLists'][number],
  language: string,
  users: readonly XlsQuestion[],
): ProgramList {
  const parameter = (key: string) =>
    users.map(({ parameters }) => parameterOf(parameters ?? [], key)).find((value) => value !== undefined)
  const value = columns.indexOf(parameter('value') ?? 'name')
  const label = parameter('label') ?? 'label'
  const translated = columns.indexOf(`${label}::${language}`)
  const shown = translated >= 0 ? translated : columns.findIndex((one) => one === label || one.startsWith(`${label}::`))
  return {
    name: stemOf(name),
    columns: ['name', 'label', ...columns],
    rows: rows.map((cells) => [cells[value] ?? '', cells[shown] ?? cells[value] ?? '', ...cells]),
  }
}

/** Every list that questions or instance() can ask for. */
export function listsOf(form: XlsForm, items: readonly FormItem[], language: string): readonly ProgramList[] {
  const questions = items.flatMap(({ source }) => ('questions' in source ? [] : [source]))
  const withOther = new Set(questions.flatMap(({ orOther, list }) => (orOther && list !== undefined ? [list] : [])))
  return [
    ...[...form.lists, ...form.externalLists].map((list) => listOf(list, language, withOther.has(list.name))),
    ...form.fileLists.map((file) =>
      fileListOf(
        file,
        language,
        questions.filter(({ list }) => list === file.name),
      ),
    ),
  ]
}

/** The list that a question's choices come from; a file's goes by its stem. */
export const listName = ({ type, list }: XlsQuestion): string | undefined =>
  list !== undefined && type.endsWith('_from_file') ? stemOf(list) : list

/** The choices of a question's own list as their author wrote them; none for files and for earlier answers. */
export function choicesIn(form: XlsForm, source: XlsNode | undefined): readonly XlsChoice[] {
  const list = source && !('questions' in source) ? source.list : undefined
  return form.lists.find(({ name }) => name === list)?.choices ?? []
}
