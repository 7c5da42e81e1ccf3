// A table of figures from before, as it was read from a workbook or a CSV file, and what its columns stand for.

import { evidenceKind } from '../evidence/question.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { isAsked } from '../form/program.ts'
import { plainLabel, textIn } from '../form/texts.ts'
import type { Language } from '../language.ts'
import { foldText } from '../organisation/search.ts'
import type { Texts } from '../xlsform/form.ts'

/** `column` counts from 0. `isNumber`: the cell holds a number, written with a point whatever the language. */
export type PastCell = { readonly column: number; readonly text: string; readonly isNumber?: true }
/** `row` counts from 1, as a spreadsheet shows it. */
export type PastRow = { readonly row: number; readonly cells: readonly PastCell[] }
export type PastTable = {
  readonly header: PastRow
  readonly rows: readonly PastRow[]
  /** Whose signs numbers are typed with. */
  readonly locale: Language
}

export type PastColumns = {
  readonly code: number | undefined
  readonly name: number | undefined
  readonly period: number | undefined
  readonly questions: ReadonlyMap<number, FormItem>
  /** Headers that mean nothing here, and those that mean what an earlier column does. */
  readonly unknown: readonly string[]
  readonly twice: readonly string[]
}

/** What the first columns are called. */
const own = {
  code: ['ma don vi', 'unit code', 'ma dv'],
  name: ['ten don vi', 'don vi', 'unit name', 'unit'],
  period: ['ky', 'ky bao cao', 'period'],
} as const

/** The questions that a cell can answer: not those of rounds, which are many, nor files. */
export const importable = ({ form }: FormVersion): readonly FormItem[] =>
  formItems(form).filter(
    ({ type, repeats, source }) => repeats.length === 0 && isAsked(type) && evidenceKind(source) === undefined,
  )

/** The question's label and, in brackets, its key: what the template's columns are called. */
export const headerOf = ({ key, source }: FormItem, texts: string): string =>
  `${plainLabel(textIn(source.label, texts) ?? key)} [${key}]`

const labelsOf = (label: Texts | undefined): string[] => (label ?? []).map(([, text]) => foldText(plainLabel(text)))

/** What a header may say for a question: its key in brackets, its label in a language, its key; each if it is one's alone. */
function questionsByHeader(version: FormVersion): ReadonlyMap<string, FormItem> {
  const found = new Map<string, FormItem | undefined>()
  const items = importable(version)
  const note = (text: string, item: FormItem) => {
    if (text !== '') found.set(text, found.has(text) && found.get(text) !== item ? undefined : item)
  }
  for (const item of items) for (const label of labelsOf(item.source.label)) note(label, item)
  // A key is never another question's label.
  for (const item of items) found.set(foldText(item.key), item)
  return new Map([...found].flatMap(([text, item]) => (item ? [[text, item] as const] : [])))
}

/** Reads what the columns stand for. */
export function readColumns(version: FormVersion, header: PastRow): PastColumns {
  const byKey = new Map(importable(version).map((item) => [item.key, item]))
  const byHeader = questionsByHeader(version)
  const places = new Map<keyof typeof own, number>()
  const questions = new Map<number, FormItem>()
  const unknown: string[] = []
  const twice: string[] = []
  for (const { column, text } of header.cells) {
    const [, key] = /\[([^[\]]+)\]\s*$/.exec(text) ?? []
    const plain = foldText(text)
    const place = (Object.keys(own) as (keyof typeof own)[]).find((one) => own[one].some((word) => word === plain))
    const item = (key === undefined ? undefined : byKey.get(key.trim())) ?? (place ? undefined : byHeader.get(plain))
    if (item && ![...questions.values()].includes(item)) questions.set(column, item)
    else if (place && !item && !places.has(place)) places.set(place, column)
    else if (plain !== '') (item || place ? twice : unknown).push(text)
  }
  return {
    code: places.get('code'),
    name: places.get('name'),
    period: places.get('period'),
    questions,
    unknown,
    twice,
  }
}
