// Indicators by committee: the tables with their target and total lines, and the chart of one indicator.

import { scaleLinear } from 'd3-scale'
import { decimalText, toDecimal } from '../form/decimal.ts'
import { localize } from '../language.ts'
import { targetSign, valueText } from '../messages/indicator.ts'
import { formatDecimal, formatPercent } from '../messages/number.ts'
import { type Indicator, indicatorValue, meetsTarget } from '../summary/indicator.ts'
import {
  type Counted,
  countOf,
  missingCell,
  nameOf,
  type Part,
  type Scope,
  summaryAt,
  tallyAt,
  valueCell,
} from './cell-quality-scope.ts'
import { type Bar, barChart } from './chart.ts'
import type { Block, Cell, ChartBlock, TableBlock } from './document.ts'

type Frame = {
  readonly caption: string
  readonly note: string
  /** What the last line is called. */
  readonly overall: string
  /** Heads a column with the number of responses, where the table has one. */
  readonly responses?: string
}

/** Beside the name and the number of responses, no more columns than can be read on a page of A4. */
const mostIndicators = 8
/** Millimetres of the 160 that the text is wide. */
const widths = { page: 160, name: 44, responses: 14 }

/** As many tables as the indicators need; none without indicators. */
export function indicatorTables(
  scope: Scope,
  part: Part,
  indicators: readonly Indicator[],
  frame: Frame,
): TableBlock[] {
  const most = mostIndicators - (frame.responses === undefined ? 0 : 1)
  const tables = Math.ceil(indicators.length / most)
  const each = Math.ceil(indicators.length / tables)
  return Array.from({ length: tables }, (_, index) =>
    indicatorTable(scope, part, indicators.slice(index * each, (index + 1) * each), frame),
  )
}

function indicatorTable(scope: Scope, part: Part, indicators: readonly Indicator[], frame: Frame): TableBlock {
  const { words, language, lines } = scope
  const room = widths.page - widths.name - (frame.responses === undefined ? 0 : widths.responses)
  const row = (kind: 'row' | 'total', name: string, counted: Counted) => ({
    kind,
    cells: [
      { runs: [{ text: name }] },
      ...(frame.responses === undefined ? [] : [responsesCell(scope, part, counted)]),
      ...indicators.map((indicator) => valueCell(scope, part, counted, indicator)),
    ],
  })
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
    rows: [
      ...(hasTargets ? [targetRow(scope, indicators, frame)] : []),
      ...lines.map((unit) => row('row', unit.name, { unit, summary: summaryAt(part, unit) })),
      row('total', frame.overall, part.total),
    ],
    note: frame.note,
  }
}

const targetRow = ({ words, language }: Scope, indicators: readonly Indicator[], frame: Frame) => ({
  kind: 'target' as const,
  cells: [words.target, ...(frame.responses === undefined ? [] : [''])]
    .concat(indicators.map((indicator) => targetSign(indicator, language)))
    .map((text): Cell => ({ runs: text === '' ? [] : [{ text }] })),
})

/** Nothing to count where the committee isn't asked; otherwise the number, also when it is 0. */
const responsesCell = (scope: Scope, part: Part, counted: Counted): Cell =>
  counted === part.total || part.byCommittee.has(counted.unit.id)
    ? { runs: [countOf(scope, part, counted, counted.summary.responses).run] }
    : missingCell

/** The chart of one indicator by committee, highest first; committees without cells in the campaign are left out. */
export function indicatorChart(scope: Scope, part: Part, indicator: Indicator): Block[] {
  const { words, lines, language } = scope
  const bars = lines
    .filter(({ id }) => part.byCommittee.has(id))
    .map((unit) => barOf(scope, indicator, { unit, summary: summaryAt(part, unit) }))
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
    target: target === undefined ? null : { value: target, text: targetSign(indicator, language), label: words.target },
    ...axisOf(indicator, Math.max(highest.value ?? 0, target ?? 0), language),
  })
  return [chart]
}

function barOf({ words, language }: Scope, indicator: Indicator, { unit, summary }: Counted): Bar {
  const tally = tallyAt(summary, indicator)
  const value = indicatorValue(indicator, tally)
  return {
    label: unit.name,
    value: value ? Number(decimalText(value)) : null,
    text: valueText(indicator, tally, language) ?? words.noFigure,
    met: meetsTarget(indicator, tally),
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
