// Lines over periods as geometry, and small multiples: the same small line chart for each of several things, side by side. The
// scale of a line covers its values and its target, not zero: what it shows is
// change, and values are written at their points, as many as have room.

import { scaleLinear } from 'd3-scale'
import {
  BOLD,
  type ChartTarget,
  type ChartValue,
  centred,
  chartBlock,
  legendMarks,
  mostSeries,
  seriesTone,
  shortened,
  textMark,
  valueCell,
  widthIn,
  widthOf,
} from './chart-marks.ts'
import type { ChartBlock, ChartMark } from './document.ts'
import { type Preset, presets } from './preset.ts'
import type { PresetId } from './preset-id.ts'

type Series = { readonly name: string; readonly points: readonly ChartValue[] }

type Common = {
  readonly caption: string
  readonly preset: PresetId
  /** What heads the names, where the chart is read as a table. */
  readonly head: string
  /** Along the bottom, from left to right. */
  readonly periods: readonly string[]
}
/** At most three series, each with a point for every period. */
export type LineChart = Common & { readonly series: readonly Series[]; readonly target: ChartTarget | null }
export type SmallMultiples = Common & {
  readonly panels: readonly (Series & { readonly target: ChartTarget | null })[]
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const plotHeight = 110
const panelHeight = 62
const columns = 2

export function lineChart({ series, target, ...chart }: LineChart): ChartBlock {
  if (series.length > mostSeries) throw new Error(`${series.length} series can't be told apart in black and white`)
  const preset = presets[chart.preset]
  const width = widthIn(preset)
  const { size } = preset.text.chart
  const top = series.length > 1 ? preset.chart.axisHeight : 0
  const box = { x: 0, y: top, width, height: plotHeight }
  return chartBlock({
    caption: chart.caption,
    alternative: [inWords(series, chart.periods), targetWords(target)].filter(Boolean).join('; '),
    data: dataOf(chart, series),
    width,
    height: top + heightOf(plotHeight, preset),
    marks: [
      ...legendMarks(
        series.map(({ name }) => name),
        preset,
        size,
      ),
      ...plotMarks(series, chart.periods, target, box, preset),
    ],
  })
}

export function smallMultiples({ panels, ...chart }: SmallMultiples): ChartBlock {
  const preset = presets[chart.preset]
  const { size } = preset.text.chart
  const width = widthIn(preset)
  const gap = preset.chart.gap * 3
  const each = (width - gap * (columns - 1)) / columns
  const title = size * 1.6
  const height = title + heightOf(panelHeight, preset) + preset.chart.gap
  return chartBlock({
    caption: chart.caption,
    alternative: panels
      .map((panel) => [inWords([panel], chart.periods), targetWords(panel.target)].filter(Boolean).join(', '))
      .join('; '),
    data: dataOf(chart, panels),
    width,
    height: height * Math.ceil(panels.length / columns),
    marks: panels.flatMap((panel, at) => {
      const x = (at % columns) * (each + gap)
      const y = Math.floor(at / columns) * height
      const box = { x, y: y + title, width: each, height: panelHeight }
      return [
        textMark('value', shortened(panel.name, each / BOLD, size), x, y + size, 'start', size),
        ...plotMarks([panel], chart.periods, panel.target && { ...panel.target, label: '' }, box, preset),
      ]
    }),
  })
}

/** A plot with the names of the periods below it. */
const heightOf = (plot: number, { chart }: Preset): number => plot + chart.axisHeight

const markerSize = 4.5

function plotMarks(
  series: readonly Series[],
  periods: readonly string[],
  target: ChartTarget | null,
  { x: left, y: top, width, height }: Box,
  preset: Preset,
): ChartMark[] {
  const { size } = preset.text.chart
  const { gap } = preset.chart
  const known = series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])))
  const [low, high] = extent([...known, ...(target ? [target.value] : [])])
  const bottom = top + height
  // Room for a value above the highest point and below the lowest one.
  const y = scaleLinear([low, high], [bottom - size * 1.9, top + size * 1.9])
  const words = target ? targetText(target) : ''
  const right = left + width - (words === '' ? 0 : widthOf(words, size) + gap)
  const step = (right - left) / periods.length
  const x = (index: number) => left + (index + 0.5) * step
  const names = shownAt(periods, step, size, 1)
  return [
    { mark: 'line', tone: 'axis', x1: left, x2: right, y1: bottom, y2: bottom },
    ...periods.flatMap((period, index): ChartMark[] =>
      names.has(index) ? [textMark('label', period, x(index), bottom + size * 1.2, 'middle', size)] : [],
    ),
    ...(target ? targetMarks(words, { left, right, at: y(target.value) }, gap, size) : []),
    ...series.flatMap((one, index) =>
      seriesMarks(one, index, { x, y, step, target: target && y(target.value) }, preset),
    ),
  ]
}

const targetText = ({ label, text }: ChartTarget): string => `${label} ${text}`.trim()

/** The line across, and its words behind it. */
function targetMarks(
  words: string,
  { left, right, at }: { readonly left: number; readonly right: number; readonly at: number },
  gap: number,
  size: number,
): ChartMark[] {
  return [
    { mark: 'line', tone: 'target', x1: left, x2: right, y1: at, y2: at },
    textMark('target', words, right + gap / 2, centred(at, size), 'start', size),
  ]
}

type Plot = {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
  readonly step: number
  /** The height of the target's line. */
  readonly target: number | null
}

function seriesMarks({ points }: Series, at: number, { x, y, step, target }: Plot, { text }: Preset): ChartMark[] {
  const tone = seriesTone(at)
  const { size } = text.chart
  const labelled = shownAt(
    points.map((point) => (point.value === null ? '' : point.text)),
    step,
    size,
    BOLD,
  )
  const lines = points.flatMap(({ value }, index): ChartMark[] => {
    const next = points[index + 1]?.value
    return value === null || next === null || next === undefined
      ? []
      : [{ mark: 'line', tone, x1: x(index), x2: x(index + 1), y1: y(value), y2: y(next) }]
  })
  const markers = points.flatMap(({ value, text: words, figure }, index): ChartMark[] => {
    if (value === null) return []
    const place = y(value)
    const sign: ChartMark = {
      mark: 'rect',
      tone,
      x: x(index) - markerSize / 2,
      y: place - markerSize / 2,
      width: markerSize,
      height: markerSize,
    }
    const [above, below] = [place - markerSize * 1.1, place + markerSize + size * 0.75]
    const isStruck = target !== null && target < above + 2 && target > above - size
    // The first series has its values above its points, but for those that the target's line would strike through.
    const baseline = at === 0 && !isStruck ? above : below
    return labelled.has(index)
      ? [sign, { ...textMark('value', words, x(index), baseline, 'middle', size), ...figure }]
      : [sign]
  })
  return [...lines, ...markers]
}

/** Which texts of a row are shown: all, or where they don't fit beside each other every second, third… up to the last. */
function shownAt(texts: readonly string[], step: number, size: number, factor: number): ReadonlySet<number> {
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, size) * factor))
  const stride = Math.max(1, Math.ceil(widest / step))
  const last = texts.findLastIndex((text) => text !== '')
  return new Set(texts.flatMap((text, index) => (text !== '' && (last - index) % stride === 0 ? [index] : [])))
}

/** Least and greatest, apart from each other. */
function extent(values: readonly number[]): readonly [number, number] {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  return low < high ? [low, high] : [low - 1, high + 1]
}

const inWords = (series: readonly Series[], periods: readonly string[]): string =>
  series
    .map(({ name, points }) => `${name}: ${points.map(({ text }, index) => `${periods[index]} ${text}`).join(', ')}`)
    .join('; ')

const targetWords = (target: ChartTarget | null): string => (target ? `${target.label} ${target.text}` : '')

const dataOf = ({ head, periods }: Common, series: readonly Series[]): ChartBlock['data'] => ({
  columns: [head, ...periods],
  rows: series.map(({ name, points }) => [{ runs: [{ text: name }] }, ...points.map(valueCell)]),
})
