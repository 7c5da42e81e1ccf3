// What the blocks on surveys of members are written from: the figures that were told, unit by unit as they were, and never one
// taken from another. Of an anonymous survey no other figure is known here.

import { type Decimal, toDecimal } from '../../form/decimal.ts'
import { formItems } from '../../form/form.ts'
import type { FormItem } from '../../form/items.ts'
import { formLanguage } from '../../form/texts.ts'
import type { PeriodId, UnitId } from '../../ids.ts'
import { localize } from '../../language.ts'
import { shownShare } from '../../messages/indicator.ts'
import { periodName } from '../../messages/period.ts'
import { type ReportSurveyMessages, reportSurveyMessages } from '../../messages/report-survey.ts'
import type { Count } from '../../messages/sentence.ts'
import { surveyResultMessages } from '../../messages/survey-results.ts'
import { isUnder } from '../../organisation/unit.ts'
import type { Rate } from '../../survey/rates.ts'
import type { Release, ReleasedQuestion } from '../../survey/results.ts'
import { choiceWords, labelWords, type Reading, shortened, wordsIn } from '../answer-words.ts'
import type { Cell, FigureNumber, Run } from '../document.ts'
import { figureRun, numberOf } from '../figure-number.ts'
import type { ToldPart } from '../input.ts'
import { noValue, type Scope } from './role-scope.ts'

export type ToldUnit = Release['units'][number]
export type Figure = ReleasedQuestion['figures'][number]

/** What a survey told of the units of the report. */
export type Told = {
  readonly scope: Scope
  readonly part: ToldPart
  /** The period that figures name as their source. */
  readonly period: PeriodId
  /** At or below the report's unit, those above first. */
  readonly units: readonly ToldUnit[]
  /** The one that stands for the report's unit; undefined where nobody was asked there. */
  readonly top: ToldUnit | undefined
}

export const surveyWords = ({ language }: Scope): ReportSurveyMessages => reportSurveyMessages[language]
export const surveyTitle = ({ facts, language }: Scope): string => localize(facts.campaign.title, language)

/** Each period that was told by itself, the earliest first. */
export function toldIn(scope: Scope): Told[] {
  const { input, facts, total } = scope
  return (facts.survey?.told ?? []).map((part): Told => {
    const units = part.figures.units.filter(({ id }) => isUnder(input.tree, id, total.unit.id))
    const own = units.find(({ id }) => id === total.unit.id)
    // A report of a unit above the survey's is about all of the survey.
    const [highest] = part.figures.units
    const top = own ?? units.find(({ id }) => id === highest?.id)
    return { scope, part, units, top, period: part.figures.period }
  })
}

/** Units one by one up to here; of more, those right below the top. */
const mostUnits = 60

/** The units below the top that have a line of their own, and whether those further below are left out. */
export function linesOf(told: Told): { readonly lines: readonly ToldUnit[]; readonly isShort: boolean } {
  const { units, top } = told
  const below = units.filter((unit) => unit !== top && !isAllOfAbove(told, unit))
  const isShort = below.length > mostUnits
  return { lines: isShort ? below.filter(({ parent }) => parent === top?.id) : below, isShort }
}

/** Whether a unit is all that there is of the one above it: what is said of that needs no second line. */
function isAllOfAbove(told: Told, { id, parent }: ToldUnit): boolean {
  const { units } = told
  const isAlone = units.filter((one) => one.parent === parent).length === 1
  const isEmpty = !units.some((one) => one.parent === id)
  const [own, above] = [rateOf(told, id), parent === null ? undefined : rateOf(told, parent)]
  return isAlone && !isEmpty && own !== undefined && own.invited === above?.invited
}

export const isNested = (lines: readonly ToldUnit[]): boolean =>
  lines.some(({ parent }) => lines.some(({ id }) => id === parent))

/** A figure of a unit as it was told; `responses`: the answers that it rests on. */
export function toldFigure(
  { scope, part, period }: Told,
  unit: UnitId,
  value: Decimal,
  responses: number,
  format: FigureNumber['format'] = 'number',
): Run {
  const { facts, language } = scope
  return figureRun(numberOf(value, format), language, {
    ...{ campaign: facts.campaign.id, period, unit, responses },
    ...(part.ledger && { released: true as const }),
  })
}

export const toldCount = (told: Told, unit: UnitId, n: number, responses = n): Count => ({
  n,
  run: toldFigure(told, unit, toDecimal(n), responses),
})

export const countCell = (told: Told, unit: UnitId, n: number, responses = n): Cell => ({
  runs: [toldCount(told, unit, n, responses).run],
})

export function shareRun(told: Told, unit: UnitId, some: number, all: number): Run {
  const share = shownShare(toDecimal(some), toDecimal(all), 1)
  return share ? toldFigure(told, unit, share, all, 'percent') : { text: noValue }
}

/** What stands in place of a figure that is not told. */
export const hiddenCell = ({ scope }: Told): Cell => ({
  runs: [{ text: surveyWords(scope).notTold }],
  emphasis: 'missing',
})

export const rateOf = ({ part }: Told, unit: UnitId): Rate | undefined =>
  part.figures.rates.find((one) => one.unit === unit)
export const answersOf = ({ part }: Told, unit: UnitId): number | undefined =>
  part.figures.answers.find((one) => one.unit === unit)?.n
export const figureOf = ({ figures }: Pick<ReleasedQuestion, 'figures'>, unit: UnitId): Figure | undefined =>
  figures.find((one) => one.unit === unit)

/** A caption, with the period where several are told. */
export function captioned({ scope, period }: Told, caption: string): string {
  const isOne = (scope.facts.survey?.told ?? []).length < 2
  const text = isOne ? caption : surveyWords(scope).inPeriod(caption, periodName(period, scope.language))
  return shortened(text, 900)
}

/** How a form's questions and choices are called in the report. */
export type Names = {
  readonly item: (key: string) => FormItem | undefined
  readonly question: (key: string) => string
  /** A group by its place in the form; '' where it has no label. */
  readonly section: (index: number) => string
  /** Of a released question, each option in its words. */
  readonly options: (question: ReleasedQuestion) => string[]
  readonly category: (breakdown: string, name: string) => string
}

const longestName = 300

export function namesOf({ facts, language }: Scope): Names {
  const { form } = facts
  const reading: Reading = { version: form, language, texts: formLanguage(form.form, language) }
  const words = surveyResultMessages[language]
  const all = formItems(form.form)
  const items = new Map(all.map((item) => [item.key, item]))
  const choice = (key: string, name: string): string => {
    const item = items.get(key)
    return shortened((item && choiceWords(reading, item).get(name)) || name, longestName)
  }
  return {
    item: (key) => items.get(key),
    question: (key) => {
      const item = items.get(key)
      return shortened(item ? labelWords(reading, item, []) : key, longestName)
    },
    section: (index) => shortened(wordsIn(reading, all[index]?.source.label, []), longestName),
    options: ({ key, kind, options, isScale }) => {
      if (kind !== 'number') return options.map((name) => choice(key, name))
      if (isScale) return [words.below(options[0] ?? ''), ...options]
      return [undefined, ...options].map((from, at) => words.classOf(from, options[at]))
    },
    category: (breakdown, name) => (name === '' ? words.noCategory : choice(breakdown, name)),
  }
}
