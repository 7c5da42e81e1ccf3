// The tables that a form's answers become: one for the form, one for each repeat. All versions of a form make one set of
// columns, so that a campaign that moved to another version is still one table.

import type { AnswerRound, AnswerValue } from '../form/answers.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { choicesIn } from '../form/lists.ts'
import type { ItemType } from '../form/program.ts'
import { formLanguage, plainLabel, textIn } from '../form/texts.ts'
import type { Language } from '../language.ts'

/** What the texts of a column are: whoever writes a workbook makes numbers and dates of those that read as such. */
export type ColumnKind = 'text' | 'number' | 'date' | 'moment'

export type AnswerColumn = {
  /** What the answer is called in the stored response. */
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  readonly isEvidence: boolean
  /** Labels by choice; undefined where nothing is chosen. */
  readonly labels: ReadonlyMap<string, string> | undefined
}

export type AnswerTable = {
  /** The keys of the repeats around a round, its own last; empty for the form itself. */
  readonly path: readonly string[]
  readonly label: string
  readonly columns: readonly AnswerColumn[]
}

/** What has no answer. */
const silent: ReadonlySet<ItemType> = new Set<ItemType>(['group', 'repeat', 'note', 'audit', 'osm'])
const evidence: ReadonlySet<ItemType> = new Set<ItemType>(['image', 'audio', 'video', 'file'])
const kinds: { readonly [Type in ItemType]?: ColumnKind } = {
  integer: 'number',
  decimal: 'number',
  range: 'number',
  calculate: 'number',
  date: 'date',
  today: 'date',
}

type Draft = { path: readonly string[]; label: string; order: string[]; columns: Map<string, AnswerColumn[]> }

/**
 * The tables of all `versions`, the newest first: its labels and its order hold; what only older ones ask stands behind
 * the question that it stood behind. Tables come in the order of the form, a repeat after what holds it.
 */
export function answerTables(versions: readonly FormVersion[], language: Language): readonly AnswerTable[] {
  const tables = new Map<string, Draft>()
  for (const { form } of versions) {
    const texts = formLanguage(form, language)
    const items = formItems(form)
    const nameOf = (item: FormItem) => plainLabel(textIn(item.source.label, texts) ?? '').trim() || item.name
    const pathOf = ({ repeats }: FormItem) => repeats.map((index) => items[index]?.key ?? '')
    tableAt(tables, [], '')
    const last = new Map<string, string>()
    for (const item of items) {
      const path = pathOf(item)
      if (item.type === 'repeat') tableAt(tables, [...path, item.key], nameOf(item))
      if (silent.has(item.type)) continue
      const name = path.join('/')
      const table = tableAt(tables, path, '')
      place(table, item.key, last.get(name))
      last.set(name, item.key)
      const column = columnOf(item, nameOf(item), labelsOf(form, item, texts))
      table.columns.set(item.key, [...(table.columns.get(item.key) ?? []), column])
    }
  }
  return [...tables.values()].map(({ path, label, order, columns }) => ({
    path,
    label,
    columns: distinct(order.flatMap((key) => merged(columns.get(key) ?? []))),
  }))
}

function tableAt(tables: Map<string, Draft>, path: readonly string[], label: string): Draft {
  const name = path.join('/')
  const table = tables.get(name) ?? { path, label, order: [], columns: new Map() }
  tables.set(name, table)
  return table
}

function place({ order, columns }: Draft, key: string, after: string | undefined): void {
  if (columns.has(key)) return
  order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, key)
}

function labelsOf(form: FormVersion['form'], { type, source }: FormItem, texts: string) {
  if (!type.startsWith('select_') && type !== 'rank') return undefined
  return new Map(choicesIn(form, source).map(({ name, label }) => [name, plainLabel(textIn(label, texts) ?? name)]))
}

const columnOf = ({ key, type }: FormItem, label: string, labels: AnswerColumn['labels']): AnswerColumn => ({
  key,
  label,
  kind: kinds[type] ?? 'text',
  isEvidence: evidence.has(type),
  labels,
})

/** Of one question in several versions: a number only where it always was one, every choice that there ever was. */
function merged(versions: readonly AnswerColumn[]): AnswerColumn[] {
  const [newest] = versions
  if (!newest || versions.length === 1) return newest ? [newest] : []
  const lists = versions.flatMap(({ labels }) => labels ?? [])
  return [
    {
      ...newest,
      kind: versions.every(({ kind }) => kind === newest.kind) ? newest.kind : 'text',
      isEvidence: versions.some(({ isEvidence }) => isEvidence),
      labels: lists.length === 0 ? undefined : new Map(lists.toReversed().flatMap((list) => [...list])),
    },
  ]
}

/** Two questions that read alike are told apart by their names. */
function distinct(columns: readonly AnswerColumn[]): AnswerColumn[] {
  const times = new Map<string, number>()
  for (const { label } of columns) times.set(label, (times.get(label) ?? 0) + 1)
  return columns.map((column) =>
    times.get(column.label) === 1 ? column : { ...column, label: `${column.label} (${column.key})` },
  )
}

/** Reads a round by key, whatever the key is called. */
export const inRound =
  (round: AnswerRound) =>
  (key: string): AnswerValue | undefined =>
    Object.hasOwn(round, key) ? round[key] : undefined

/** The rounds of the repeat that `path` leads to, each with the number (from 1) of every round around it and its own. */
export function* roundsAt(
  values: (key: string) => AnswerValue | undefined,
  [key, ...rest]: readonly string[],
  around: readonly number[] = [],
): Generator<{ readonly numbers: readonly number[]; readonly round: AnswerRound }> {
  const found = key === undefined ? undefined : values(key)
  if (!Array.isArray(found)) return
  for (const [at, round] of found.entries()) {
    if (typeof round !== 'object') continue
    const numbers = [...around, at + 1]
    if (rest.length === 0) yield { numbers, round }
    else yield* roundsAt(inRound(round), rest, numbers)
  }
}
