// What the surveyed cells reach: a sentence for each indicator, and what is said of the year's programme and plan.

import type { Count } from '../../messages/sentence.ts'
import type { Unit } from '../../organisation/unit.ts'
import type { Indicator } from '../../summary/indicator.ts'
import { indicatorValue, meetsTarget } from '../../summary/indicator.ts'
import type { Block, Run } from '../document.ts'
import {
  type Counted,
  countOf,
  figure,
  indicatorById,
  nameOf,
  namesOf,
  type Scope,
  sumOf,
  tallyAt,
  targetText,
  valueFigure,
} from './cell-quality-scope.ts'
import { indicatorChart, indicatorTables } from './cell-quality-tables.ts'

/** The units of the survey that have a value of the indicator, by whether it meets the target. */
export function judged({ cells }: Scope, indicator: Indicator): { met: Counted[]; missed: Counted[] } {
  const by = (met: boolean) =>
    cells.reported.filter(({ summary }) => meetsTarget(indicator, tallyAt(summary, indicator)) === met)
  return { met: by(true), missed: by(false) }
}

/** The indicators of the survey that have a target and something to hold against it. */
export const targeted = ({ cells }: Scope): Indicator[] =>
  cells.facts.campaign.indicators.filter(
    (indicator) => meetsTarget(indicator, tallyAt(cells.total.summary, indicator)) !== null,
  )

/** The chart shows this indicator, or else the first one that has a target. */
const charted = 'attendance'

export function results(scope: Scope): Block[] {
  const { words, cells } = scope
  const { indicators } = cells.facts.campaign
  if (cells.reported.length === 0) return [{ type: 'paragraph', runs: [{ text: words.noCell }] }]
  const isShare = ({ measure }: Indicator) => measure.kind === 'share'
  const frame = { marks: words.cellMarks, overall: words.overall, responses: words.surveyed }
  const shown = indicatorById(cells, charted) ?? indicators.find(({ target }) => target)
  const sentences = indicators.flatMap((indicator) => resultOf(scope, indicator))
  return [
    { type: 'paragraph', runs: words.resultsOf(countOf(scope, cells, cells.total, cells.reported.length)) },
    ...(sentences.length > 0 ? [{ type: 'list' as const, items: sentences }] : []),
    ...indicatorTables(
      scope,
      cells,
      indicators.filter((one) => !isShare(one)),
      { ...frame, caption: words.indicatorsCaption },
    ),
    ...(shown ? indicatorChart(scope, cells, shown) : []),
    ...indicatorTables(scope, cells, indicators.filter(isShare), { ...frame, caption: words.sharesCaption }),
  ]
}

function resultOf(scope: Scope, indicator: Indicator): Run[][] {
  const { words, cells } = scope
  const tally = tallyAt(cells.total.summary, indicator)
  const value = valueFigure(scope, cells, cells.total, indicator, tally)
  if (!value) return []
  const met = meetsTarget(indicator, tally)
  const { kind } = indicator.measure
  const isRatio = kind === 'ratio' || kind === 'share' || kind === 'rate'
  const side = (which: 'numerator' | 'denominator') => sumOf(scope, cells, cells.total, indicator, tally, which).run
  return [
    words.result({
      name: nameOf(scope, indicator),
      value,
      parts: isRatio ? [side('numerator'), side('denominator')] : undefined,
      range: rangeOf(scope, indicator),
      target: met === null ? undefined : { text: targetText(scope, indicator), met },
      // A share already says how many cells there are.
      units: met === null || kind === 'share' ? undefined : unitsMeeting(scope, indicator),
    }),
  ]
}

function unitsMeeting(scope: Scope, indicator: Indicator): [Count, Count] {
  const { cells } = scope
  const { met, missed } = judged(scope, indicator)
  const count = (n: number) => countOf(scope, cells, cells.total, n, indicator)
  return [count(met.length), count(met.length + missed.length)]
}

/** The least and the greatest answer, where the indicator is an average of answers. */
function rangeOf(scope: Scope, indicator: Indicator): [Run, Run] | undefined {
  const { measure } = indicator
  if (measure.kind !== 'mean') return undefined
  const { cells } = scope
  const numbers = cells.total.summary.numbers.get(measure.question)
  if (!numbers) return undefined
  const { answered: responses, min, max } = numbers
  const run = (value: typeof min) => figure(scope, cells, cells.total, value, { responses, indicator })
  return [run(min), run(max)]
}

/**
 * What stands in the part on the year's programme and plan: of all that the survey asks, these two yes/no indicators
 * ("programme" and "plan") are about the year. What the office itself planned is not in the figures, and left to it.
 */
export const programmeOfYear = (scope: Scope): Block[] => ofYear(scope, 'programme', scope.words.haveProgramme)
export const planOfYear = (scope: Scope): Block[] => ofYear(scope, 'plan', scope.words.havePlan)

function ofYear(scope: Scope, id: string, sentence: Scope['words']['havePlan']): Block[] {
  const { cells } = scope
  const indicator = indicatorById(cells, id)
  if (indicator?.measure.kind !== 'share') return []
  const tally = tallyAt(cells.total.summary, indicator)
  const rate = valueFigure(scope, cells, cells.total, indicator, tally)
  if (!rate) return []
  const part = sumOf(scope, cells, cells.total, indicator, tally, 'numerator').run
  const whole = sumOf(scope, cells, cells.total, indicator, tally, 'denominator')
  const without = unitsWithout(scope, indicator)
  const rest = without.length === 0 ? [] : haveNot(scope, indicator, without)
  return [{ type: 'paragraph', runs: [...sentence({ part, whole, rate }), ...rest] }]
}

const unitsWithout = ({ cells }: Scope, indicator: Indicator): Unit[] =>
  cells.reported
    .filter(({ summary }) => indicatorValue(indicator, tallyAt(summary, indicator))?.units === 0n)
    .map(({ unit }) => unit)

const haveNot = (scope: Scope, indicator: Indicator, units: readonly Unit[]): Run[] =>
  scope.words.haveNot(countOf(scope, scope.cells, scope.cells.total, units.length, indicator), namesOf(scope, units))
