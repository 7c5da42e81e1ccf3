// The charts of a campaign's report: its indicators period by period, each unit month by month, and how answers are spread.

import { periodSpan } from '../../campaign/period.ts'
import { toDecimal } from '../../form/decimal.ts'
import { formItems } from '../../form/form.ts'
import type { FormItem } from '../../form/items.ts'
import { formLanguage } from '../../form/texts.ts'
import { countedQuestions } from '../../form/values.ts'
import { localize } from '../../language.ts'
import { targetSign } from '../../messages/indicator.ts'
import { periodName } from '../../messages/period.ts'
import type { Indicator } from '../../summary/indicator.ts'
import type { Summary } from '../../summary/summary.ts'
import { choiceWords, labelWords, shortened } from '../answer-words.ts'
import { groupedBars } from '../chart-grouped.ts'
import { heatMap } from '../chart-heat.ts'
import { lineChart, smallMultiples } from '../chart-lines.ts'
import type { ChartTarget, ChartValue } from '../chart-marks.ts'
import type { ChartBlock } from '../document.ts'
import { endsOf, type ReportPeriod } from '../period.ts'
import type { BlockOf } from '../template.ts'
import { chartValue, figure, indicatorsOf, type Line, type Scope } from './role-scope.ts'

/** Fewer periods than this are read off the tables. */
const fewestPeriods = 3
/** Rows that stay legible on one page. */
const mostRows = 30

function shortPeriod({ words }: Scope, period: ReportPeriod): string {
  const { first, last } = endsOf(period)
  return [...new Set([first, last])].map((one) => words.shortPeriod(periodSpan(one))).join('–')
}

/** One chart for one indicator, small ones side by side for several; and units by months where periods are months. */
export function trendCharts(scope: Scope, block: BlockOf<'trend'>): ChartBlock[] {
  const { words, language, total, input } = scope
  if (total.periods.length < fewestPeriods) return []
  const panels = indicatorsOf(scope, block).map((indicator) => ({
    name: localize(indicator.name, language),
    points: total.periods.map((one) => chartValue(scope, total, indicator, one)),
    target: targetOf(scope, indicator),
  }))
  const [first] = panels
  if (!first) return []
  const periods = total.periods.map(({ period }) => shortPeriod(scope, period))
  const common = { preset: input.plan.preset, head: words.indicator, periods }
  const trend =
    panels.length === 1
      ? lineChart({ ...common, caption: words.trendOf(first.name), series: [first], target: first.target })
      : smallMultiples({ ...common, caption: words.trendCaption, panels })
  return [trend, ...monthsByUnit(scope, block)]
}

function targetOf({ words, language }: Scope, indicator: Indicator): ChartTarget | null {
  const { target, format } = indicator
  if (!target) return null
  const value = Number(target.value) * (format === 'percent' ? 100 : 1)
  return { value, text: targetSign(indicator, language), label: words.target }
}

/** Of the first indicator that has a target. */
function monthsByUnit(scope: Scope, block: BlockOf<'trend'>): ChartBlock[] {
  const { words, language, lines, total, input } = scope
  const indicator = indicatorsOf(scope, block).find(({ target }) => target)
  const isMonthly = total.periods.every(({ period }) => periodSpan(endsOf(period).first).kind === 'month')
  if (!indicator || !isMonthly || lines.length < 2 || lines.length > mostRows) return []
  const valuesOf = (line: Line): ChartValue[] =>
    line.periods.map((one) => {
      const value = chartValue(scope, line, indicator, one)
      return { ...value, text: value.text.replace(/\s?%$/u, '') }
    })
  return [
    heatMap({
      caption: words.heatCaption(localize(indicator.name, language), indicator.format === 'percent'),
      preset: input.plan.preset,
      head: words.unit,
      columns: total.periods.map(({ period }) => shortPeriod(scope, period)),
      rows: lines.map((line) => ({ label: line.unit.name, values: valuesOf(line) })),
    }),
  ]
}

/** Questions that get a chart, and their choices: of two choices an indicator says all, more than that nobody compares. */
const mostQuestions = 6
const choicesWithin = [3, 10] as const

/** How often each choice was taken, beside the period before. */
export function distributionCharts(scope: Scope, { questions, compare }: BlockOf<'distribution'>): ChartBlock[] {
  const { form } = scope.facts
  const counted = new Set(countedQuestions(form).map(({ key }) => key))
  return formItems(form.form)
    .filter(({ key, type }) => type.startsWith('select_') && counted.delete(key))
    .filter(({ key }) => !questions || questions.includes(key))
    .flatMap((item) => distribution(scope, item, compare === 'before'))
    .slice(0, mostQuestions)
}

function distribution(scope: Scope, item: FormItem, isCompared: boolean): ChartBlock[] {
  const { words, language, total, input, facts } = scope
  const { form, before } = facts
  const reading = { version: form, language, texts: formLanguage(form.form, language) }
  const choices = [...choiceWords(reading, item)]
  const [least, most] = choicesWithin
  const countsOf = ({ choices: all }: Summary) => all.get(item.key) ?? new Map<string, number>()
  const [now, then] = [countsOf(total.summary), countsOf(total.earlier.before)]
  if (choices.length < least || choices.length > most || now.size === 0) return []
  const periods = [
    { period: input.period, summary: total.summary, counts: now },
    ...(isCompared && before && then.size > 0
      ? [{ period: before.period, summary: total.earlier.before, counts: then }]
      : []),
  ]
  const groups = choices.map(([name, label]) => ({
    label: shortened(label || name, 200),
    values: periods.map(({ period, summary, counts }): ChartValue => {
      const value = counts.get(name) ?? 0
      const { text, ...from } = figure(scope, total, toDecimal(value), { responses: summary.responses, period })
      return { value, text, figure: from }
    }),
  }))
  const largest = Math.max(1, ...groups.flatMap(({ values }) => values.map(({ value }) => value ?? 0)))
  return [
    groupedBars({
      caption: words.distributionCaption(shortened(labelWords(reading, item, []), 500)),
      preset: input.plan.preset,
      head: words.choice,
      series: periods.map(({ period }) => periodName(period, language)),
      groups,
      axisMax: largest,
    }),
  ]
}
