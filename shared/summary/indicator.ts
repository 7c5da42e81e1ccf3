// An indicator is a figure made of answers, with the target it is held against. Numerator and denominator are summed
// exactly; the division happens once, when the figure is shown.

import * as v from 'valibot'
import type { Answers, AnswerValue } from '../form/answers.ts'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  divideDecimals,
  ExactSum,
  toDecimal,
  zero,
} from '../form/decimal.ts'
import { DecimalText, QuestionName } from '../form/form.ts'
import { chosenIn, exactIn } from '../form/values.ts'
import { LocalText } from '../language.ts'

const Choices = v.array(QuestionName)

/**
 * ratio: sum of one answer over sum of another, over responses that have both · mean: sum over number of answers (of a form's
 * score: the average score) · share: answers that are one of `choices` over all answers · sum: the sum itself · count: how many
 * answers are one of `choices` · rate: a sum, or with `choices` a count, over what the units that had to answer come to: their
 * members on the rolls, or how many units those are, whether they have answered or not (wholes.ts).
 */
const Measure = v.variant('kind', [
  v.strictObject({ kind: v.literal('ratio'), numerator: QuestionName, denominator: QuestionName }),
  v.strictObject({ kind: v.literal('mean'), question: QuestionName }),
  v.strictObject({ kind: v.literal('share'), question: QuestionName, choices: Choices }),
  v.strictObject({ kind: v.literal('sum'), question: QuestionName }),
  v.strictObject({ kind: v.literal('count'), question: QuestionName, choices: Choices }),
  v.strictObject({
    kind: v.literal('rate'),
    question: QuestionName,
    choices: v.optional(Choices),
    per: v.picklist(['members', 'units']),
  }),
])

const Target = v.strictObject({
  value: DecimalText,
  /** Met when the figure is at least, or at most, the value. */
  direction: v.picklist(['at-least', 'at-most']),
})

export const mostClasses = 8
/** The first class that a value reaches; the last one takes all others. */
const Class = v.strictObject({ name: LocalText, from: v.optional(DecimalText) })
export type Class = v.InferOutput<typeof Class>
export const Classes = v.pipe(v.array(Class), v.minLength(2), v.maxLength(mostClasses))

export const Indicator = v.strictObject({
  id: QuestionName,
  name: LocalText,
  /** A few words for the head of a column. */
  shortName: LocalText,
  measure: Measure,
  /** percent: a fraction of one shown as a percentage; number: as it is. */
  format: v.picklist(['percent', 'number']),
  /** Decimals shown, of the percentage or of the number. */
  decimals: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(4)),
  target: v.optional(Target),
  /** What a unit's value is called: excellent, good, done, not done. */
  classes: v.optional(Classes),
})
export type Indicator = v.InferOutput<typeof Indicator>

/** The exact parts of an indicator over some responses: how many fed it, and the two sums. Merges by adding. */
export type Tally = { readonly responses: number; readonly numerator: Decimal; readonly denominator: Decimal }

export const emptyTally: Tally = { responses: 0, numerator: zero, denominator: zero }

export const addTallies = (a: Tally, b: Tally): Tally => ({
  responses: a.responses + b.responses,
  numerator: addDecimals(a.numerator, b.numerator),
  denominator: addDecimals(a.denominator, b.denominator),
})

/**
 * What responses come to for an indicator; a response adds nothing where it has no answer for it, or one that is no number.
 * Indicators read questions outside of repeats.
 */
export function tallyOf(indicator: Indicator, all: readonly Answers[]): Tally {
  const [numerator, denominator] = [new ExactSum(), new ExactSum()]
  let responses = 0
  for (const answers of all) {
    const [top, bottom] = partsIn(indicator, answers)
    if (top === undefined || bottom === undefined) continue
    responses += 1
    numerator.add(top)
    denominator.add(bottom)
  }
  return { responses, numerator: numerator.total(), denominator: denominator.total() }
}

type Part = number | Decimal | undefined

function partsIn({ measure }: Indicator, answers: Answers): [Part, Part] {
  if (measure.kind === 'ratio')
    return [exactIn(answers.get(measure.numerator)), exactIn(answers.get(measure.denominator))]
  const answer = answers.get(measure.question)
  const choices = 'choices' in measure ? measure.choices : undefined
  const value = choices === undefined ? exactIn(answer) : answer === undefined ? undefined : hitIn(answer, choices)
  // What a rate is held against isn't in the answers.
  return [value, measure.kind === 'rate' ? 0 : 1]
}

function hitIn(answer: AnswerValue, choices: readonly string[]): number {
  const chosen = chosenIn(answer)
  return choices.some((choice) => chosen.includes(choice)) ? 1 : 0
}

/** A sum or a count is itself, and no part of anything. */
export const isPlain = ({ measure }: Pick<Indicator, 'measure'>): boolean =>
  measure.kind === 'sum' || measure.kind === 'count'

const one = toDecimal(1)

/**
 * The indicator's value, rounded half away from zero to the decimals it is shown with (a percentage of one decimal is
 * a fraction of three); undefined where nothing was answered or the denominator is zero.
 */
export function indicatorValue(indicator: Indicator, counted: Tally): Decimal | undefined {
  if (counted.responses === 0) return undefined
  const places = indicator.decimals + (indicator.format === 'percent' ? 2 : 0)
  const denominator = isPlain(indicator) ? one : counted.denominator
  return divideDecimals(counted.numerator, denominator, places)
}

/**
 * Whether the indicator lies below (negative), at (0) or above a value: judged on the exact parts and not on the rounded figure.
 * Undefined where it has no value.
 */
function compareTo(indicator: Indicator, counted: Tally, value: string): number | undefined {
  const denominator = isPlain(indicator) ? one : counted.denominator
  if (counted.responses === 0 || denominator.units === 0n) return undefined
  const wanted = toDecimal(value)
  const needed = { units: wanted.units * denominator.units, scale: wanted.scale + denominator.scale }
  const order = compareDecimals(counted.numerator, needed)
  return denominator.units < 0n ? -order : order
}

/** The class that a value reaches, by the direction of the target; undefined where there is no value. */
export function classOf(indicator: Indicator, counted: Tally, classes: readonly Class[]): Class | undefined {
  const sign = indicator.target?.direction === 'at-most' ? -1 : 1
  const reaches = ({ from }: Class) => from === undefined || sign * (compareTo(indicator, counted, from) ?? -sign) >= 0
  if (compareTo(indicator, counted, '0') === undefined) return undefined
  return classes.find(reaches) ?? classes.at(-1)
}

/** Whether the target is met; null without a target or a value. */
export function meetsTarget(indicator: Indicator, counted: Tally): boolean | null {
  const { target } = indicator
  const order = target && compareTo(indicator, counted, target.value)
  if (!target || order === undefined) return null
  return target.direction === 'at-least' ? order >= 0 : order <= 0
}
