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

type Needle = { readonly folded: string; readonly number: Decimal | undefined; readonly moment: string }

function readNeedle(text: string, language: Language): Needle {
  return {
    folded: foldText(text),
    number: numberIn(readTyped(numberTypes, { type: 'decimal' }, text, language)),
    moment: readTyped(momentTypes, { type: 'date' }, text, language),
  }
}

/** Whether one value, as it is stored, is the one that is looked for. */
type Test = (value: string) => boolean

const numberTypesOf: ReadonlySet<string> = new Set(['integer', 'decimal', 'range', 'calculate'])
const momentTypesOf: ReadonlySet<string> = new Set(['date', 'time', 'dateTime'])
const evidenceTypesOf: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

/** What is looked for, in what is stored and in what people read of it. */
function wordTest(version: FormVersion, item: FormItem, matches: Test): Test {
  if (item.type.startsWith('select_') || item.type === 'rank') return choiceTest(version, item, matches)
  if (evidenceTypesOf.has(item.type)) return (value) => matches(foldText(parseReference(value)?.name ?? value))
  if (numberTypesOf.has(item.type)) return (value) => matches(value) || matches(value.replace('.', ','))
  if (!momentTypesOf.has(item.type)) return (value) => matches(foldText(value))
  return (value) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? []
    return matches(foldText(value)) || (year !== undefined && matches(`${day}/${month}/${year}`))
  }
}

/** The choices that match under one of their labels are found once, and not again for every response. */
function choiceTest({ form }: FormVersion, item: FormItem, matches: Test): Test {
  const found = new Map<string, boolean>()
  for (const { name, label } of choicesIn(form, item.source)) {
    const texts = [name, ...(label ?? []).map(([, text]) => text)]
    found.set(name, found.get(name) || texts.some((text) => matches(foldText(text))))
  }
  return (value) => found.get(value) ?? matches(foldText(value))
}

function compare(item: FormItem, value: string, { number, moment }: Needle): number | undefined {
  if (numberTypesOf.has(item.type)) {
    const own = numberIn(value)
    return own && number && compareDecimals(own, number)
  }
  if (!momentTypesOf.has(item.type) || !/^\d/.test(moment)) return undefined
  // As much of it as was typed: a day, or a day and an hour.
  const own = value.slice(0, moment.length)
  return own < moment ? -1 : own > moment ? 1 : 0
}

function testOf(version: FormVersion, item: FormItem, operator: Operator, needle: Needle): Test {
  const order = (value: string) => compare(item, value, needle)
  if (operator === 'below') return (value) => (order(value) ?? 0) < 0
  if (operator === 'above') return (value) => (order(value) ?? 0) > 0
  const words = wordTest(
    version,
    item,
    operator === 'is' ? (text) => text === needle.folded : (text) => text.includes(needle.folded),
  )
  return operator === 'is' ? (value) => order(value) === 0 || words(value) : words
}

/** The values of an answer that aren't rounds of a repeat, as texts. */
function textsOf(value: AnswerValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return value.flatMap((one: string | AnswerRound) => (typeof one === 'string' ? one : []))
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
  const test = testOf(version, item, operator, readNeedle(text, language))
  return (answers) => valuesAt(answers, path).some((value) => textsOf(value).some(test))
}

/** Whether the words stand anywhere in the answers. */
export function textTest(version: FormVersion, text: string): (answers: Answers) => boolean {
  const needle = readNeedle(text, 'vi')
  const isNumber = /\d/.test(needle.folded)
  const tests = new Map(
    formItems(version.form)
      .filter(({ type }) => isNumber || !numberTypesOf.has(type))
      .map((item) => [item.key, testOf(version, item, 'has', needle)]),
  )
  const isIn = (key: string, value: AnswerValue): boolean => {
    const test = tests.get(key)
    if (test && textsOf(value).some(test)) return true
    return Array.isArray(value) && value.some((one: string | AnswerRound) => typeof one === 'object' && isInRound(one))
  }
  const isInRound = (round: AnswerRound): boolean => Object.entries(round).some(([key, value]) => isIn(key, value))
  return (answers) => {
    for (const [key, value] of answers) if (isIn(key, value)) return true
    return false
  }
}
