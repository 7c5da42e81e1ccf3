// Looking for responses by what they answer: one question held against a value, or words anywhere in the record. Marks and
// capitals don't count ("hung yen" finds Hưng Yên); numbers and days are read as people type them.

import { parseReference } from '../evidence/reference.ts'
import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { compareDecimals, type Decimal } from '../form/decimal.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { choicesIn } from '../form/lists.ts'
import { readTyped } from '../form/typed.ts'
import { momentTypes } from '../form/types-moment.ts'
import { numberTypes } from '../form/types-number.ts'
import { numberIn, valuesAt } from '../form/values.ts'
import type { Language } from '../language.ts'
import { foldText } from '../organisation/search.ts'

/** is: the answer itself · has: a part of it · below, above: numbers, days and times · none: not answered. */
export const operators = ['is', 'has', 'below', 'above', 'none'] as const
export type Operator = (typeof operators)[number]

export type Question = { readonly key: string; readonly operator: Operator; readonly text: string }

/** Choices of a question under all their labels, folded. Kept as long as the form: a list may have thousands of rows. */
const labels = new WeakMap<FormItem, ReadonlyMap<string, readonly string[]>>()

function labelsOf({ form }: FormVersion, item: FormItem): ReadonlyMap<string, readonly string[]> {
  const known =
    labels.get(item) ??
    new Map(
      choicesIn(form, item.source).map(({ name, label }) => [name, (label ?? []).map(([, text]) => foldText(text))]),
    )
  labels.set(item, known)
  return known
}

const numberTypesOf: ReadonlySet<string> = new Set(['integer', 'decimal', 'range', 'calculate'])
const momentTypesOf: ReadonlySet<string> = new Set(['date', 'time', 'dateTime'])
const evidenceTypesOf: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

/** What an answer may be looked for by, folded: what is stored, and what people read. */
function spellings(version: FormVersion, item: FormItem, value: AnswerValue): readonly string[] {
  const parts = Array.isArray(value) ? value.filter((one) => typeof one !== 'object') : [value]
  const texts = parts.map(String)
  if (item.type.startsWith('select_') || item.type === 'rank') {
    const known = labelsOf(version, item)
    return texts.flatMap((name) => [foldText(name), ...(known.get(name) ?? [])])
  }
  if (evidenceTypesOf.has(item.type)) return texts.map((text) => foldText(parseReference(text)?.name ?? text))
  return texts.flatMap((text) => {
    if (numberTypesOf.has(item.type)) return [text, text.replace('.', ',')]
    const [, year, month, day] = momentTypesOf.has(item.type) ? (/^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []) : []
    return [foldText(text), ...(year === undefined ? [] : [`${day}/${month}/${year}`])]
  })
}

type Needle = { readonly folded: string; readonly number: Decimal | undefined; readonly moment: string }

function readNeedle(text: string, language: Language): Needle {
  return {
    folded: foldText(text),
    number: numberIn(readTyped(numberTypes, { type: 'decimal' }, text, language)),
    moment: readTyped(momentTypes, { type: 'date' }, text, language),
  }
}

function compare(item: FormItem, value: AnswerValue, { number, moment }: Needle): number | undefined {
  if (numberTypesOf.has(item.type)) {
    const own = numberIn(value)
    return own && number && compareDecimals(own, number)
  }
  const isMoment = momentTypesOf.has(item.type) && typeof value === 'string' && /^\d/.test(moment)
  if (!isMoment) return undefined
  // As much of it as was typed: a day, or a day and an hour.
  const own = value.slice(0, moment.length)
  return own < moment ? -1 : own > moment ? 1 : 0
}

function holds(version: FormVersion, item: FormItem, operator: Operator, needle: Needle) {
  return (value: AnswerValue): boolean => {
    const order = operator === 'has' ? undefined : compare(item, value, needle)
    if (operator === 'below') return order !== undefined && order < 0
    if (operator === 'above') return order !== undefined && order > 0
    const found = spellings(version, item, value)
    if (operator === 'is') return order === 0 || found.includes(needle.folded)
    return found.some((one) => one.includes(needle.folded))
  }
}

/**
 * The test that a question asks for, over the answers to this version of the form; in a repeat, one round is enough. Answers
 * to a version without the question hold none.
 */
export function questionTest(
  version: FormVersion,
  { key, operator, text }: Question,
  language: Language,
): (answers: Answers) => boolean {
  const items = formItems(version.form)
  const item = items.find((one) => one.key === key)
  if (!item) return () => operator === 'none'
  const path = [...item.repeats.map((repeat) => items[repeat]?.key ?? ''), key]
  if (operator === 'none') return (answers) => valuesAt(answers, path).length === 0
  const test = holds(version, item, operator, readNeedle(text, language))
  return (answers) => valuesAt(answers, path).some(test)
}

/** Whether the words stand anywhere in the answers. */
export function textTest(version: FormVersion, text: string): (answers: Answers) => boolean {
  const folded = foldText(text)
  const items = new Map(formItems(version.form).map((item) => [item.key, item]))
  const isIn = (key: string, value: AnswerValue): boolean => {
    const item = items.get(key)
    const rounds = Array.isArray(value) ? value.filter((one): one is AnswerRound => typeof one === 'object') : []
    if (rounds.some((round) => Object.entries(round).some(([inner, one]) => isIn(inner, one)))) return true
    return item !== undefined && spellings(version, item, value).some((one) => one.includes(folded))
  }
  return (answers) => [...answers].some(([key, value]) => isIn(key, value))
}
