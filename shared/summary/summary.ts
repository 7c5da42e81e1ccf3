// A summary is what a set of responses comes to: counts, exact sums, least, greatest, and counts by choice. Merging is
// associative and commutative, so a report of any subtree and span is a merge. It holds no free text and no sets of values.

import type { Answers } from '../form/answers.ts'
import { addDecimals, compareDecimals, type Decimal, decimalText, ExactSum, toDecimal } from '../form/decimal.ts'
import type { FormVersion } from '../form/form.ts'
import { chosenIn, countedQuestions, eachValue, exactIn } from '../form/values.ts'
import { type CountedResponse, type Counting, countedResponses } from '../response/counted.ts'
import { addTallies, type Indicator, type Tally, tallyOf } from './indicator.ts'

export type NumberSummary = {
  readonly answered: number
  readonly sum: Decimal
  readonly min: Decimal
  readonly max: Decimal
}

export type Summary = {
  /** Responses that count, and of them those that came late. */
  readonly responses: number
  readonly late: number
  /** Kept and not counted: a second response under one-per-unit, and what waits in quarantine. */
  readonly uncounted: number
  readonly quarantined: number
  /** Not counted yet: returned for correction; waiting to be accepted, where only that counts. */
  readonly returned: number
  readonly waiting: number
  /** Visits that could not be made. */
  readonly notPossible: number
  /** By key of the question: numbers, and calculations that come to one. In repeats each round is an answer. */
  readonly numbers: ReadonlyMap<string, NumberSummary>
  /** By key of the question and name of the choice: how many chose it. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** By indicator id. */
  readonly tallies: ReadonlyMap<string, Tally>
}

export const emptySummary: Summary = {
  responses: 0,
  late: 0,
  uncounted: 0,
  quarantined: 0,
  returned: 0,
  waiting: 0,
  notPossible: 0,
  numbers: new Map(),
  choices: new Map(),
  tallies: new Map(),
}

/** Merges two maps key by key, keys sorted, so that a merge's result doesn't tell the order it was made in. */
function mergeMaps<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, merge: (a: T, b: T) => T): Map<string, T> {
  const merged = new Map(a)
  for (const [key, value] of b) {
    const before = merged.get(key)
    merged.set(key, before === undefined ? value : merge(before, value))
  }
  return new Map([...merged].sort(([x], [y]) => (x < y ? -1 : 1)))
}

// Equal values of another scale (1.5 and 1.50): the finer one, or the merge would depend on the order.
const finer = (a: Decimal, b: Decimal) => (a.scale >= b.scale ? a : b)
const lesser = (a: Decimal, b: Decimal) => ([a, finer(a, b), b] as const)[Math.sign(compareDecimals(a, b)) + 1] ?? a
const greater = (a: Decimal, b: Decimal) => ([b, finer(a, b), a] as const)[Math.sign(compareDecimals(a, b)) + 1] ?? a

const mergeNumbers = (a: NumberSummary, b: NumberSummary): NumberSummary => ({
  answered: a.answered + b.answered,
  sum: addDecimals(a.sum, b.sum),
  min: lesser(a.min, b.min),
  max: greater(a.max, b.max),
})

const add = (a: number, b: number) => a + b

/** The summary of both sets of responses together. */
export const mergeSummaries = (a: Summary, b: Summary): Summary => ({
  responses: a.responses + b.responses,
  late: a.late + b.late,
  uncounted: a.uncounted + b.uncounted,
  quarantined: a.quarantined + b.quarantined,
  returned: a.returned + b.returned,
  waiting: a.waiting + b.waiting,
  notPossible: a.notPossible + b.notPossible,
  numbers: mergeMaps(a.numbers, b.numbers, mergeNumbers),
  choices: mergeMaps(a.choices, b.choices, (x, y) => mergeMaps(x, y, add)),
  tallies: mergeMaps(a.tallies, b.tallies, addTallies),
})

/** The summary of many, merged. */
export const mergeAll = (summaries: Iterable<Summary>): Summary => {
  let merged = emptySummary
  for (const summary of summaries) merged = mergeSummaries(merged, summary)
  return merged
}

/** What a summary is made with. Change any of it, and every stored summary is counted again. */
export type SummaryRules = Counting & {
  readonly form: FormVersion
  readonly indicators: readonly Indicator[]
}

/**
 * Folds all stored revisions of a bucket into its summary: latest revisions only, withdrawn ones left out, the counting
 * rule applied. A plain recount of its input: the same responses in any order give the same summary.
 */
export function summarise(rules: SummaryRules, revisions: readonly CountedResponse[]): Summary {
  const { counted, second, quarantined, returned, waiting, notPossible } = countedResponses(rules, revisions)
  const questions = countedQuestions(rules.form)
  const selects = questions.filter(({ type }) => type.startsWith('select_'))
  const numeric = questions.filter(({ type }) => !type.startsWith('select_'))
  const answers = counted.map((response) => response.answers)
  return {
    responses: counted.length,
    late: counted.filter((response) => response.standing === 'late').length,
    uncounted: second.length,
    quarantined: quarantined.length,
    returned: returned.length,
    waiting: waiting.length,
    notPossible: notPossible.length,
    numbers: keyed(
      numeric.map(({ key }) => key),
      (_, at) => summariseNumber(numeric[at]?.path ?? [], answers),
    ),
    choices: keyed(
      selects.map(({ key }) => key),
      (_, at) => summariseChoices(selects[at]?.path ?? [], answers),
    ),
    tallies: keyed(
      rules.indicators.map((indicator) => indicator.id),
      (id, index) => {
        const indicator = rules.indicators[index]
        if (!indicator) throw new Error(`No indicator ${id}`)
        const tally = tallyOf(indicator, answers)
        return tally.responses === 0 ? undefined : tally
      },
    ),
  }
}

/** A map with its keys sorted, without those that come to nothing: absent and empty are the same, so merges stay exact. */
function keyed<T>(names: readonly string[], make: (name: string, index: number) => T | undefined): Map<string, T> {
  const entries = names.flatMap((name, index): [string, T][] => {
    const value = make(name, index)
    return value === undefined ? [] : [[name, value]]
  })
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function summariseNumber(path: readonly string[], all: readonly Answers[]): NumberSummary | undefined {
  const sum = new ExactSum()
  let wholes = 0
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  let others: NumberSummary | undefined
  eachValue(all, path, (value) => {
    const number = exactIn(value)
    if (number === undefined) return
    if (typeof number === 'number') {
      sum.add(number)
      wholes += 1
      least = Math.min(least, number)
      greatest = Math.max(greatest, number)
      return
    }
    const single = { answered: 1, sum: number, min: number, max: number }
    others = others ? mergeNumbers(others, single) : single
  })
  if (wholes === 0) return others
  const whole = { answered: wholes, sum: sum.total(), min: toDecimal(least), max: toDecimal(greatest) }
  return others ? mergeNumbers(whole, others) : whole
}

function summariseChoices(path: readonly string[], all: readonly Answers[]): Map<string, number> | undefined {
  const counts = new Map<string, number>()
  const choose = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  eachValue(all, path, (value) => {
    if (typeof value === 'string') choose(value)
    else for (const name of chosenIn(value)) choose(name)
  })
  return counts.size === 0 ? undefined : new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

// --- as stored: JSON without floats and without objects keyed by names ---

type StoredTally = [id: string, responses: number, numerator: string, denominator: string]
type StoredNumber = [name: string, answered: number, sum: string, min: string, max: string]
type StoredChoices = [name: string, counts: [choice: string, count: number][]]
type StoredSummary = {
  n: [
    responses: number,
    late: number,
    uncounted: number,
    quarantined: number,
    returned: number,
    waiting: number,
    notPossible: number,
  ]
  q: StoredNumber[]
  c: StoredChoices[]
  i: StoredTally[]
}

/** The summary as one line of JSON. Reads back to an equal summary. */
export function encodeSummary(summary: Summary): string {
  const stored: StoredSummary = {
    n: [
      summary.responses,
      summary.late,
      summary.uncounted,
      summary.quarantined,
      summary.returned,
      summary.waiting,
      summary.notPossible,
    ],
    q: [...summary.numbers].map(([name, { answered, sum, min, max }]) => [
      name,
      answered,
      decimalText(sum),
      decimalText(min),
      decimalText(max),
    ]),
    c: [...summary.choices].map(([name, counts]) => [name, [...counts]]),
    i: [...summary.tallies].map(([id, { responses, numerator, denominator }]) => [
      id,
      responses,
      decimalText(numerator),
      decimalText(denominator),
    ]),
  }
  return JSON.stringify(stored)
}

/**
 * Reads what encodeSummary wrote. Its maps are made when they are first looked at: a page of progress reads ten thousand
 * summaries for their counts.
 */
export function decodeSummary(text: string): Summary {
  const stored: StoredSummary = JSON.parse(text)
  const [responses, late, uncounted, quarantined, returned, waiting, notPossible] = stored.n
  const numbers = once(() => new Map(stored.q.map(readNumber)))
  const choices = once(() => new Map(stored.c.map(([name, counts]) => [name, new Map(counts)])))
  const tallies = once(() => new Map(stored.i.map(readTally)))
  return {
    responses,
    late,
    uncounted,
    quarantined,
    returned,
    waiting,
    notPossible,
    get numbers() {
      return numbers()
    },
    get choices() {
      return choices()
    },
    get tallies() {
      return tallies()
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const readNumber = ([name, answered, sum, min, max]: StoredNumber): [string, NumberSummary] => [
  name,
  { answered, sum: toDecimal(sum), min: toDecimal(min), max: toDecimal(max) },
]

const readTally = ([id, responses, numerator, denominator]: StoredTally): [string, Tally] => [
  id,
  { responses, numerator: toDecimal(numerator), denominator: toDecimal(denominator) },
]
