// A bar chart as geometry: horizontal bars, one below the other, each with its name at the left and its value at its
// end, and the target as a line across them. Pure: numbers and names in, marks in points out. A renderer draws the marks
// and knows nothing of scales; sizes come from the preset.

import { scaleLinear } from 'd3-scale'
import type { Cell, ChartBlock, ChartMark, ReportDocument, Run } from './document.ts'
import { type Preset, pageOf, presets } from './preset.ts'

export type Bar = {
  label: string
  /** null where there is no figure; `text` then says so in words. */
  value: number | null
  /** The value as it is printed, in the report's language. */
  text: string
  /** null where there is nothing to compare: the bar is drawn as met. */
  met: boolean | null
  /** Where the value came from, and the value as it is printed. */
  figure?: Pick<Run, 'number' | 'source'>
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
  target: { value: number; text: string; label: string } | null
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
  return {
    type: 'chart',
    caption: chart.caption,
    alternative: chart.alternative ?? inWords(chart),
    data: { columns: [...chart.heads], rows: chart.bars.map(dataRow) },
    width: rounded(width),
    height: rounded(frame.bottom + frame.sizes.axisHeight),
    marks: [
      ...gridMarks(chart, frame),
      ...chart.bars.flatMap((bar, index) => barMarks(bar, index, frame)),
      ...axisMarks(frame),
      ...targetMarks(chart.target, frame),
    ].map(roundedMark),
  }
}

const dataRow = ({ label, text, figure, value, met }: Bar): Cell[] => [
  { runs: [{ text: label }] },
  { runs: [{ text, ...figure }], ...emphasisOf(value, met) },
]

function emphasisOf(value: number | null, met: boolean | null): Pick<Cell, 'emphasis'> {
  if (value === null) return { emphasis: 'missing' }
  return met === null ? {} : { emphasis: met ? 'met' : 'missed' }
}

/** Values are printed bold, which is this much wider. */
const BOLD = 1.08

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

/** A name too long for its room is set in two lines, broken at the space nearest to its middle, and shortened last. */
function labelMarks(label: string, middle: number, { sizes, type, left, labelRoom }: Frame): ChartMark[] {
  const x = left - sizes.gap
  const lines = linesOf(label, labelRoom, type)
  const first = centred(middle, type) - ((lines.length - 1) * sizes.labelLeading) / 2
  const size = lines.length > 1 ? sizes.labelLeading * 0.86 : type
  return lines.map((line, index) =>
    textMark('label', line, x, first + index * sizes.labelLeading, 'end', Math.min(size, type)),
  )
}

function linesOf(label: string, room: number, size: number): string[] {
  if (widthOf(label, size) <= room) return [label]
  const middle = label.length / 2
  const spaces = [...label.matchAll(/ /gu)].map((match) => match.index)
  const at = spaces.reduce(
    (best, space) => (Math.abs(space - middle) < Math.abs(best - middle) ? space : best),
    spaces[0] ?? -1,
  )
  const lines = at < 0 ? [label] : [label.slice(0, at), label.slice(at + 1)]
  return lines.map((line) => shortened(line, room, size))
}

function shortened(line: string, room: number, size: number): string {
  if (widthOf(line, size) <= room) return line
  const characters = [...line]
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
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

const centred = (middle: number, size: number) => middle + size * 0.33

const textMark = (
  tone: ChartMark['tone'],
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  size: number,
): Extract<ChartMark, { mark: 'text' }> => ({ mark: 'text', tone, x, y, size, anchor, text })

function inWords({ bars, target }: BarChart): string {
  const list = bars.map((bar) => `${bar.label}: ${bar.text}`)
  return [...list, ...(target ? [`${target.label}: ${target.text}`] : [])].join('; ').slice(0, 20_000)
}

/** Widths of Times in thousandths of its size, for letters without their marks; whatever isn't listed counts as 500. */
const timesWidths = new Map(
  Object.entries({ 250: ' \u00a0.,', 278: '/:;ijlt', 333: '!()-Ifr', 389: 'Js', 444: 'acez', 556: 'FPS', 611: 'ELTZ' })
    .concat(Object.entries({ 667: 'BCR', 722: 'ADĐGHKNOQUVXYw', 778: 'm', 833: '%', 889: 'M', 944: 'W', 1000: '…—' }))
    .flatMap(([width, characters]) => [...characters].map((character) => [character, Number(width)] as const)),
)

/** About how wide a text is: within a few per cent in any face with the metrics of Times New Roman. */
export function widthOf(text: string, size: number): number {
  const letters = text.normalize('NFD').replace(/\p{Mark}/gu, '')
  return [...letters].reduce((width, letter) => width + (timesWidths.get(letter) ?? 500), 0) * (size / 1000)
}

const rounded = (value: number) => Math.round(value * 100) / 100

function roundedMark(mark: ChartMark): ChartMark {
  switch (mark.mark) {
    case 'rect':
      return {
        ...mark,
        x: rounded(mark.x),
        y: rounded(mark.y),
        width: rounded(mark.width),
        height: rounded(mark.height),
      }
    case 'line':
      return { ...mark, x1: rounded(mark.x1), x2: rounded(mark.x2), y1: rounded(mark.y1), y2: rounded(mark.y2) }
    case 'text':
      return { ...mark, x: rounded(mark.x), y: rounded(mark.y) }
  }
}
