// The targets of a survey's campaign against what was told: one question's figure as it stands, for the report's unit and for how
// many of the units that are told by themselves.

import { toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { shownValue, targetSign } from '../../messages/indicator.ts'
import { type Indicator, meetsTarget, type Tally } from '../../summary/indicator.ts'
import type { ReleasedQuestion } from '../../survey/results.ts'
import type { Block, Cell } from '../document.ts'
import { noteOf, type Scope } from './role-scope.ts'
import {
  captioned,
  type Figure,
  figureOf,
  hiddenCell,
  linesOf,
  namesOf,
  surveyWords,
  type Told,
  toldFigure,
  toldIn,
} from './survey-scope.ts'

/** Nothing where no indicator has a target that a released question can be held against. */
export function surveyTargets(scope: Scope): Block[] {
  return toldIn(scope).flatMap((told) => targetsTable(told))
}

/** The question that an indicator is made of; undefined for a ratio of two, and where many choices of one answer count. */
function questionOf(told: Told, { measure }: Indicator): ReleasedQuestion | undefined {
  if (measure.kind === 'ratio') return undefined
  const question = told.part.figures.questions.find(({ key }) => key === measure.question)
  if (measure.kind !== 'share') return question?.kind === 'number' ? question : undefined
  const isOne = namesOf(told.scope).item(measure.question)?.type === 'select_one' || measure.choices.length === 1
  return question?.kind === 'choices' && isOne ? question : undefined
}

function tallyOf({ measure }: Indicator, { options }: ReleasedQuestion, { n, counts, sum }: Figure): Tally {
  const chosen =
    measure.kind === 'share'
      ? options.reduce((all, name, at) => all + (measure.choices.includes(name) ? (counts[at] ?? 0) : 0), 0)
      : 0
  const numerator = measure.kind === 'share' ? toDecimal(chosen) : toDecimal(sum ?? '0')
  return { responses: n, numerator, denominator: toDecimal(n) }
}

function targetsTable(told: Told): Block[] {
  const { scope, top } = told
  const { language, facts } = scope
  const words = surveyWords(scope)
  const rows = facts.campaign.indicators.flatMap((indicator) => {
    const question = indicator.target && questionOf(told, indicator)
    if (!question || !top) return []
    const figure = figureOf(question, top.id)
    const tally = figure && tallyOf(indicator, question, figure)
    const value = tally && shownValue(indicator, tally)
    const met = tally ? meetsTarget(indicator, tally) : null
    const judged = linesOf(told).lines.flatMap((unit) => {
      const own = figureOf(question, unit.id)
      const verdict = own ? meetsTarget(indicator, tallyOf(indicator, question, own)) : null
      return verdict === null ? [] : [verdict]
    })
    const [good, all] = [judged.filter(Boolean).length, judged.length]
    const emphasis = met === null ? {} : { emphasis: met ? ('met' as const) : ('missed' as const) }
    const cells: Cell[] = [
      { runs: [{ text: localize(indicator.name, language) }] },
      { runs: [{ text: targetSign(indicator, language) }] },
      figure && value
        ? { runs: [toldFigure(told, top.id, value, figure.n, indicator.format)], ...emphasis }
        : hiddenCell(told),
      { runs: met === null ? [] : [{ text: met ? words.met : words.notMet }] },
      { runs: all === 0 ? [] : [{ text: words.unitsMetOf(good, all) }] },
    ]
    return [{ kind: 'row' as const, cells }]
  })
  if (rows.length === 0) return []
  return [
    {
      type: 'table',
      caption: captioned(told, words.targetsCaption),
      columns: [
        { header: scope.words.indicator, weight: 66, align: 'left' },
        { header: scope.words.target, weight: 22, align: 'right' },
        { header: scope.words.value, weight: 24, align: 'right' },
        { header: words.verdict, weight: 24, align: 'left' },
        { header: words.unitsMet, weight: 24, align: 'right' },
      ],
      rows,
      ...noteOf(
        [rows.some((row) => row.cells.some(({ emphasis }) => emphasis === 'missing')), words.notToldNote],
        [rows.some((row) => row.cells.some(({ emphasis }) => emphasis === 'missed')), scope.words.missedNote],
      ),
    },
  ]
}
