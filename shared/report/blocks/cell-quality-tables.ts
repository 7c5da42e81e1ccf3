// Indicators by committee: the tables with their target and total lines, and the chart of one indicator.

import { scaleLinear } from 'd3-scale'
import { decimalText, toDecimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { targetSign } from '../../messages/indicator.ts'
import { formatDecimal, formatPercent } from '../../messages/number.ts'
import type { ReportMessages } from '../../messages/report.ts'
import { say } from '../../messages/sentence.ts'
import { type Indicator, indicatorValue, meetsTarget } from '../../summary/indicator.ts'
import { type Bar, barChart } from '../chart.ts'
import type { Block, Cell, ChartBlock, TableBlock } from '../document.ts'
import { targetRuns } from '../figure-number.ts'
import {
  blankCell,
  type Counted,
  countedAt,
  countOf,
  isNotStated,
  nameOf,
  noteOf,
  type Part,
  type Scope,
  sumOf,
  tallyAt,
  valueCell,
  valueFigure,
} from './cell-quality-scope.ts'

type Frame = {
  readonly caption: string
  readonly marks: ReportMessages['cellMarks']
  /** What the last line is called. */
  readonly overall: string
  /** Heads a column with the number of responses, where the table has one. */
  readonly responses?: string
}

/** Beside the name and the number of responses, no more columns than can be read on a page of A4. */
const mostIndicators = 8
/** Millimetres of the 160 that the text is wide. */
const widths = { page: 160, name: 44, responses: 14 }

/** As many tables as the indicators need; none without indicators, or while nothing has come in. */
export function indicatorTables(
  scope: Scope,
  part: Part,
  indicators: readonly Indicator[],
  frame: Frame,
): TableBlock[] {
  if (part.total.summary.responses === 0) return []
  const most = mostIndicators - (frame.responses === undefined ? 0 : 1)
  const tables = Math.ceil(indicators.length / most)
  const each = Math.ceil(indicators.length / tables)
  return Array.from({ length: tables }, (_, index) =>
    indicatorTable(scope, part, indicators.slice(index * each, (index + 1) * each), frame),
  )
}

/** A line for each committee that the campaign is about; one from which nothing has come in is marked as such. */
function indicatorTable(scope: Scope, part: Part, indicators: readonly Indicator[], frame: Frame): TableBlock {
  const { words, language } = scope
  const { marks } = frame
  const lines = scope.lines.filter(({ id }) => part.byCommittee.has(id))
  const counted = lines.map((unit) => countedAt(part, unit))
  const room = widths.page - widths.name - (frame.responses === undefined ? 0 : widths.responses)
  const row = (kind: 'row' | 'total', name: string, one: Counted, values: readonly Cell[]) => ({
    kind,
    cells: [
      { runs: [{ text: name }] },
      ...(frame.responses === undefined ? [] : [{ runs: [countOf(scope, part, one, one.summary.responses).run] }]),
      ...values,
    ],
  })
  const values = (one: Counted): Cell[] =>
    one.summary.responses === 0
      ? silentCells(indicators.length, marks.silent)
      : indicators.map((indicator) => valueCell(scope, part, one, indicator))
  const totals = indicators.map((indicator) => totalCell(scope, part, indicator, indicators))
  const rows = [
    ...counted.map((one) => row('row', one.unit.name, one, values(one))),
    row('total', frame.overall, part.total, totals),
  ]
  const shown = rows.flatMap(({ cells }) => cells)
  const hasTargets = indicators.some(({ target }) => target)
  return {
    type: 'table',
    caption: frame.caption,
    columns: [
      { header: words.committee, weight: widths.name, align: 'left' },
      ...(frame.responses === undefined
        ? []
        : [{ header: frame.responses, weight: widths.responses, align: 'right' as const }]),
      ...indicators.map((indicator) => ({
        header: localize(indicator.shortName, language).slice(0, 1_000),
        weight: room / indicators.length,
        align: 'right' as const,
      })),
    ],
    rows: [...(hasTargets ? [targetRow(scope, indicators, frame)] : []), ...rows],
    ...noteOf(
      [lines.length < scope.lines.length, marks.linesNote],
      [counted.some(({ summary }) => summary.responses === 0), marks.silentNote],
      [shown.some(isNotStated), marks.notStatedNote],
      [totals.some(({ runs }) => runs.length > 1), words.fractionNote],
      [shown.some(({ emphasis }) => emphasis === 'missed'), words.missedNote],
    ),
  }
}

/** The mark in the first cell speaks for the whole line. */
const silentCells = (count: number, mark: string): Cell[] =>
  Array.from({ length: count }, (_, index) =>
    index === 0 && mark !== '' ? { runs: [{ text: mark }], emphasis: 'missing' } : blankCell,
  )

/** A share next to the sums that it is made of: not every committee that is in them is in the share. */
const standsOnOthers = ({ measure }: Indicator, indicators: readonly Indicator[]): boolean =>
  measure.kind === 'ratio' &&
  [measure.numerator, measure.denominator].some((question) =>
    indicators.some((one) => one.measure.kind === 'sum' && one.measure.question === question),
  )

/** A total's value, with the fraction where the sums beside it would suggest another one. */
function totalCell(scope: Scope, part: Part, indicator: Indicator, indicators: readonly Indicator[]): Cell {
  const { total } = part
  const tally = tallyAt(total.summary, indicator)
  const value = valueFigure(scope, part, total, indicator, tally)
  if (!value || !standsOnOthers(indicator, indicators)) return valueCell(scope, part, total, indicator)
  const side = (which: 'numerator' | 'denominator') => sumOf(scope, part, total, indicator, tally, which)
  return { runs: say`${value} (${side('numerator')}/${side('denominator')})` }
}

const targetRow = ({ words, language }: Scope, indicators: readonly Indicator[], frame: Frame) => ({
  kind: 'target' as const,
  cells: [
    { runs: [{ text: words.target }] },
    ...(frame.responses === undefined ? [] : [blankCell]),
    ...indicators.map((indicator): Cell => ({ runs: targetRuns(indicator, language) })),
  ],
})

/** The chart of one indicator by committee, highest first; committees without cells in the campaign are left out. */
export function indicatorChart(scope: Scope, part: Part, indicator: Indicator): Block[] {
  const { words, lines, language } = scope
  const bars = lines
    .filter(({ id }) => part.byCommittee.has(id))
    .map((unit) => barOf(scope, part, indicator, countedAt(part, unit)))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const counted = bars.filter(({ value }) => value !== null)
  const [highest, lowest] = [counted[0], counted.at(-1)]
  if (!highest || !lowest) return []
  const target = indicator.target ? Number(indicator.target.value) : undefined
  const name = nameOf(scope, indicator)
  const described = (bar: Bar) => `${bar.label} (${bar.text})`
  const chart: ChartBlock = barChart({
    caption: words.chartCaption(name).slice(0, 900),
    alternative: words.chartInWords(name, described(highest), described(lowest)),
    preset: scope.input.plan.preset,
    bars,
    heads: [words.committee, localize(indicator.shortName, language).slice(0, 1_000)],
    target: target === undefined ? null : { value: target, text: targetSign(indicator, language), label: words.target },
    ...axisOf(indicator, Math.max(highest.value ?? 0, target ?? 0), language),
  })
  return [chart]
}

function barOf(scope: Scope, part: Part, indicator: Indicator, at: Counted): Bar {
  const { words } = scope
  const { unit, summary } = at
  const tally = tallyAt(summary, indicator)
  const value = indicatorValue(indicator, tally)
  const shown = valueFigure(scope, part, at, indicator, tally)
  return {
    label: unit.name,
    value: value ? Number(decimalText(value)) : null,
    text: shown?.text ?? (summary.responses === 0 ? words.notSurveyed : words.notStated),
    met: meetsTarget(indicator, tally),
    ...(shown && { figure: { number: shown.number, source: shown.source } }),
  }
}

/** Percentages end at 100 %; numbers at a round one above the highest. */
function axisOf({ format }: Indicator, highest: number, language: Scope['language']) {
  const scale = scaleLinear([0, format === 'percent' ? Math.max(1, highest) : Math.max(highest, 1)], [0, 1]).nice(5)
  const text = (value: number) => {
    const decimal = toDecimal(value.toFixed(format === 'percent' ? 2 : 1).replace(/\.0$/, ''))
    return format === 'percent' ? formatPercent(decimal, language) : formatDecimal(decimal, language)
  }
  return {
    axisMax: scale.domain()[1] ?? 1,
    axisTicks: scale.ticks(5).map((value) => ({ value, text: text(value) })),
  }
}
