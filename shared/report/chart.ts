// A bar chart as geometry: horizontal bars, one below the other, each with its name at the left and its value at its
// end, and the target as a line across them. Pure: numbers and names in, marks in points out. A renderer draws the marks
// and knows nothing of scales; sizes come from the preset.

import { scaleLinear } from 'd3-scale'
import {
  BOLD,
  type ChartTarget,
  type ChartValue,
  centred,
  chartBlock,
  linesOf,
  textMark,
  widthOf,
} from './chart-marks.ts'
import type { Cell, ChartBlock, ChartMark, ReportDocument } from './document.ts'
import { type Preset, pageOf, presets } from './preset.ts'

export type Bar = ChartValue & {
  readonly label: string
  /** null where there is nothing to compare: the bar is drawn as met. */
  readonly met: boolean | null
}

export type BarChart = {
  caption: string
  /** What the chart shows, in words, for readers who can't see it; without it the bars are listed. */
  alternative?: string
  /** Points; the preset's text width unless given. */
  width?: number
  preset?: ReportDocument['preset']
  bars: readonly Bar[]
  /** What heads the names and the values, where the chart is read as a table. */
  heads: readonly [names: string, values: string]
  target: ChartTarget | null
  /** The value at the right end of the scale; bars beyond it end there. */
  axisMax: number
  axisTicks?: readonly { value: number; text: string }[]
}

type Frame = {
  sizes: Preset['chart']
  type: number
  labelRoom: number
  /** Left end of the scale, and of everything to the right of the names. */
  left: number
  right: number
  top: number
  bottom: number
  /** Where the target's line stands. */
  target: number | null
  x: (value: number) => number
}

export function barChart(chart: BarChart): ChartBlock {
  const preset = presets[chart.preset ?? 'party-2018']
  const width = chart.width ?? pageOf(preset).textWidth
  const frame = frameOf(chart, width, preset)
  return chartBlock({
    caption: chart.caption,
    alternative: chart.alternative ?? inWords(chart),
    data: { columns: [...chart.heads], rows: chart.bars.map(dataRow) },
    width,
    height: frame.bottom + frame.sizes.axisHeight,
    marks: [
      ...gridMarks(chart, frame),
      ...chart.bars.flatMap((bar, index) => barMarks(bar, index, frame)),
      ...axisMarks(frame),
      ...targetMarks(chart.target, frame),
    ],
  })
}

const dataRow = ({ label, text, figure, value, met }: Bar): Cell[] => [
  { runs: [{ text: label }] },
  { runs: [{ text, ...figure }], ...emphasisOf(value, met) },
]

function emphasisOf(value: number | null, met: boolean | null): Pick<Cell, 'emphasis'> {
  if (value === null) return { emphasis: 'missing' }
  return met === null ? {} : { emphasis: met ? 'met' : 'missed' }
}

/** Names get what the longest of them needs, up to the preset's share; values stand in the room after the scale. */
function frameOf(chart: BarChart, width: number, preset: Preset): Frame {
  const sizes = preset.chart
  const type = preset.text.chart.size
  const labelRoom = width * sizes.labelShare
  const widestLabel = Math.max(
    0,
    ...chart.bars.flatMap((bar) => linesOf(bar.label, labelRoom, type).map((line) => widthOf(line, type))),
  )
  const widestValue = Math.max(0, ...chart.bars.map((bar) => (bar.value === null ? 0 : widthOf(bar.text, type) * BOLD)))
  const left = widestLabel + sizes.gap
  const right = width - widestValue - sizes.gap
  const top = chart.target ? sizes.axisHeight : sizes.gap
  const scale = scaleLinear([0, chart.axisMax], [left, right]).clamp(true)
  const bottom = top + chart.bars.length * sizes.rowHeight
  const target = chart.target ? scale(chart.target.value) : null
  return { sizes, type, labelRoom, left, right, top, bottom, target, x: (value) => scale(value) }
}

function gridMarks({ axisTicks = [] }: BarChart, { x, top, bottom, sizes, type }: Frame): ChartMark[] {
  return axisTicks.flatMap(({ value, text }): ChartMark[] => [
    { mark: 'line', tone: 'grid', x1: x(value), x2: x(value), y1: top, y2: bottom + sizes.tickLength },
    textMark('label', text, x(value), bottom + sizes.tickLength + type, 'middle', type),
  ])
}

function barMarks(bar: Bar, index: number, frame: Frame): ChartMark[] {
  const { sizes, type, left, x } = frame
  const middle = frame.top + (index + 0.5) * sizes.rowHeight
  const marks = labelMarks(bar.label, middle, frame)
  if (bar.value === null)
    return [...marks, textMark('label', bar.text, left + sizes.gap, centred(middle, type), 'start', type)]
  const end = x(bar.value)
  const tone = bar.met === false ? 'bar-missed' : 'bar'
  const y = middle - sizes.barHeight / 2
  return [
    ...marks,
    { mark: 'rect', tone, x: left, y, width: end - left, height: sizes.barHeight },
    {
      ...textMark('value', bar.text, valueStart(bar, end, frame), centred(middle, type), 'start', type),
      ...bar.figure,
    },
  ]
}

/** A value stands at the end of its bar, or just behind the target's line where that would strike it through. */
function valueStart(bar: Bar, end: number, { sizes, type, target }: Frame): number {
  const start = end + sizes.gap / 2
  const struck =
    target !== null && start < target + sizes.gap / 3 && start + widthOf(bar.text, type) * BOLD > target - sizes.gap / 3
  return struck ? target + sizes.gap * 0.75 : start
}

function labelMarks(label: string, middle: number, { sizes, type, left, labelRoom }: Frame): ChartMark[] {
  const x = left - sizes.gap
  const lines = linesOf(label, labelRoom, type)
  const first = centred(middle, type) - ((lines.length - 1) * sizes.labelLeading) / 2
  const size = lines.length > 1 ? sizes.labelLeading * 0.86 : type
  return lines.map((line, index) =>
    textMark('label', line, x, first + index * sizes.labelLeading, 'end', Math.min(size, type)),
  )
}

const axisMarks = ({ left, top, bottom }: Frame): ChartMark[] => [
  { mark: 'line', tone: 'axis', x1: left, x2: left, y1: top, y2: bottom },
]

function targetMarks(target: BarChart['target'], { x, top, bottom, sizes, type }: Frame): ChartMark[] {
  if (!target) return []
  const at = x(target.value)
  const text = `${target.label} ${target.text}`.trim()
  return [
    { mark: 'line', tone: 'target', x1: at, x2: at, y1: top - sizes.tickLength, y2: bottom },
    textMark('target', text, at, top - sizes.tickLength - sizes.gap / 2, 'middle', type),
  ]
}

function inWords({ bars, target }: BarChart): string {
  const list = bars.map((bar) => `${bar.label}: ${bar.text}`)
  return [...list, ...(target ? [`${target.label}: ${target.text}`] : [])].join('; ')
}
