// A heat map as geometry: a row for each name, a column for each period, each field as dark as its value is large. The value
// is written on its field, so that nothing hangs on the shade alone; a field without a figure is empty.

import { scaleQuantize } from 'd3-scale'
import {
  type ChartValue,
  centred,
  chartBlock,
  linesOf,
  shortened,
  textMark,
  valueCell,
  widthIn,
  widthOf,
} from './chart-marks.ts'
import type { ChartBlock, ChartMark } from './document.ts'
import { presets } from './preset.ts'
import type { PresetId } from './preset-id.ts'

export type HeatMap = {
  readonly caption: string
  readonly preset: PresetId
  /** What heads the names, where the chart is read as a table. */
  readonly head: string
  readonly columns: readonly string[]
  /** A value for each column. */
  readonly rows: readonly { readonly label: string; readonly values: readonly ChartValue[] }[]
}

const shades = ['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const
const darker: ReadonlySet<string> = new Set(['heat-3', 'heat-4'])

export function heatMap({ caption, preset: id, head, columns, rows }: HeatMap): ChartBlock {
  const preset = presets[id]
  const { chart: sizes, text } = preset
  const { size } = text.chart
  const width = widthIn(preset)
  const labels = rows.map(({ label }) => linesOf(label, width * sizes.labelShare, size))
  const left = Math.max(0, ...labels.flat().map((line) => widthOf(line, size))) + sizes.gap
  const cell = { width: (width - left) / columns.length, height: sizes.labelLeading * 2 }
  const top = sizes.axisHeight
  const known = rows.flatMap(({ values }) => values.flatMap(({ value }) => (value === null ? [] : [value])))
  const shadeOf = scaleQuantize<(typeof shades)[number]>()
    .domain([Math.min(...known), Math.max(...known)])
    .range(shades)
  const x = (column: number) => left + column * cell.width
  const fieldMarks = (value: ChartValue, column: number, y: number): ChartMark[] => {
    const middle = { x: x(column) + cell.width / 2, y: centred(y + cell.height / 2, size) }
    const words = shortened(value.text, cell.width, size)
    if (value.value === null) return [textMark('label', words, middle.x, middle.y, 'middle', size)]
    const tone = shadeOf(value.value)
    const ink = darker.has(tone) ? 'on-dark' : 'label'
    return [
      { mark: 'rect', tone, x: x(column), y, width: cell.width, height: cell.height },
      { ...textMark(ink, words, middle.x, middle.y, 'middle', size), ...value.figure },
    ]
  }
  const bottom = top + rows.length * cell.height
  return chartBlock({
    caption,
    alternative: rows
      .map(({ label, values }) => `${label}: ${values.map((one, at) => `${columns[at]} ${one.text}`).join(', ')}`)
      .join('; '),
    data: {
      columns: [head, ...columns],
      rows: rows.map(({ label, values }) => [{ runs: [{ text: label }] }, ...values.map(valueCell)]),
    },
    width,
    height: bottom + 1,
    marks: [
      ...columns.map((column, at) =>
        textMark('label', shortened(column, cell.width, size), x(at) + cell.width / 2, top - sizes.gap, 'middle', size),
      ),
      ...rows.flatMap(({ values }, row): ChartMark[] => {
        const y = top + row * cell.height
        const lines = labels[row] ?? []
        const first = centred(y + cell.height / 2, size) - ((lines.length - 1) * sizes.labelLeading) / 2
        return [
          ...lines.map((line, at) =>
            textMark('label', line, left - sizes.gap, first + at * sizes.labelLeading, 'end', size),
          ),
          ...values.flatMap((value, column) => fieldMarks(value, column, y)),
        ]
      }),
      ...[...columns, ''].map(
        (_, at): ChartMark => ({ mark: 'line', tone: 'grid', x1: x(at), x2: x(at), y1: top, y2: bottom }),
      ),
      ...[...rows, undefined].map((_, at): ChartMark => {
        const y = top + at * cell.height
        return { mark: 'line', tone: 'grid', x1: left, x2: width, y1: y, y2: y }
      }),
    ],
  })
}
