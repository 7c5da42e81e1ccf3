// Grouped bars as geometry: for each name a bar of each series, one below the other, with its value at its end. Series are told
// apart by their filling, and a legend says which is which.

import { scaleLinear } from 'd3-scale'
import {
  BOLD,
  type ChartValue,
  centred,
  chartBlock,
  legendMarks,
  linesOf,
  mostSeries,
  seriesTone,
  textMark,
  valueCell,
  widthIn,
  widthOf,
} from './chart-marks.ts'
import type { ChartBlock, ChartMark } from './document.ts'
import { presets } from './preset.ts'
import type { PresetId } from './preset-id.ts'

export type GroupedBars = {
  readonly caption: string
  readonly preset: PresetId
  /** What heads the names, where the chart is read as a table. */
  readonly head: string
  /** At most three. */
  readonly series: readonly string[]
  /** A value for each series. */
  readonly groups: readonly { readonly label: string; readonly values: readonly ChartValue[] }[]
  /** The value at the right end of the scale; bars beyond it end there. */
  readonly axisMax: number
}

/** How much of a plain bar's height and of its row each of several has. */
const barShare = 0.85
const rowShare = 0.62

export function groupedBars({ caption, preset: id, head, series, groups, axisMax }: GroupedBars): ChartBlock {
  if (series.length > mostSeries) throw new Error(`${series.length} series can't be told apart in black and white`)
  const preset = presets[id]
  const { chart: sizes, text } = preset
  const { size } = text.chart
  const width = widthIn(preset)
  const room = width * sizes.labelShare
  const labels = groups.map(({ label }) => linesOf(label, room, size))
  const left = Math.max(0, ...labels.flat().map((line) => widthOf(line, size))) + sizes.gap
  const values = groups.flatMap((group) => group.values)
  const widest = Math.max(0, ...values.map((one) => (one.value === null ? 0 : widthOf(one.text, size) * BOLD)))
  const x = scaleLinear([0, axisMax], [left, width - widest - sizes.gap]).clamp(true)
  const row = sizes.rowHeight * rowShare
  const top = series.length > 1 ? sizes.axisHeight : sizes.gap
  const each = Math.max(row * series.length, sizes.labelLeading * 2) + sizes.gap
  const bottom = top + groups.length * each
  const groupMarks = groups.flatMap((group, at): ChartMark[] => {
    const start = top + at * each + sizes.gap / 2
    const middle = start + (each - sizes.gap) / 2
    const lines = labels[at] ?? []
    const first = centred(middle, size) - ((lines.length - 1) * sizes.labelLeading) / 2
    return [
      ...lines.map((line, index) =>
        textMark('label', line, left - sizes.gap, first + index * sizes.labelLeading, 'end', size),
      ),
      ...group.values.flatMap(({ value, text: words, figure }, index): ChartMark[] => {
        const y = middle + (index - (series.length - 1) / 2) * row
        const baseline = centred(y, size)
        if (value === null) return [textMark('label', words, left + sizes.gap, baseline, 'start', size)]
        const height = sizes.barHeight * barShare
        return [
          { mark: 'rect', tone: seriesTone(index), x: left, y: y - height / 2, width: x(value) - left, height },
          { ...textMark('value', words, x(value) + sizes.gap / 2, baseline, 'start', size), ...figure },
        ]
      }),
    ]
  })
  return chartBlock({
    caption,
    alternative: groups
      .map(
        ({ label, values: own }) =>
          `${label}: ${own.map((one, index) => [series.length > 1 ? series[index] : '', one.text].filter(Boolean).join(' ')).join(', ')}`,
      )
      .join('; '),
    data: {
      columns: [head, ...series],
      rows: groups.map(({ label, values: own }) => [{ runs: [{ text: label }] }, ...own.map(valueCell)]),
    },
    width,
    height: bottom + sizes.gap,
    marks: [
      ...legendMarks(series, preset, size),
      ...groupMarks,
      { mark: 'line', tone: 'axis', x1: left, x2: left, y1: top, y2: bottom },
    ],
  })
}
