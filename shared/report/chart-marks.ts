// What all charts are drawn with: texts as they are measured, and marks with round measures.

import type { Cell, ChartBlock, ChartMark, Run } from './document.ts'
import { type Preset, pageOf } from './preset.ts'

/** A value in a chart. */
export type ChartValue = {
  /** null where there is no figure; `text` then says so in words. */
  readonly value: number | null
  /** As it is printed, in the report's language. */
  readonly text: string
  /** Where the value came from, and the value as it is printed. */
  readonly figure?: Pick<Run, 'number' | 'source'>
}

export type ChartTarget = { readonly value: number; readonly text: string; readonly label: string }

/** Values are printed bold, which is this much wider. */
export const BOLD = 1.08

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

/** Where the baseline of a text lies that is centred on a height. */
export const centred = (middle: number, size: number) => middle + size * 0.33

export const textMark = (
  tone: ChartMark['tone'],
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  size: number,
): Extract<ChartMark, { mark: 'text' }> => ({ mark: 'text', tone, x, y, size, anchor, text })

/** A name too long for its room in two lines, broken at the space nearest to its middle, and shortened last. */
export function linesOf(label: string, room: number, size: number): string[] {
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

export function shortened(line: string, room: number, size: number): string {
  if (widthOf(line, size) <= room) return line
  const characters = [...line]
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** A value as a cell of the table that a chart is drawn from. */
export const valueCell = ({ value, text, figure }: ChartValue): Cell => ({
  runs: [{ text, ...figure }],
  ...(value === null ? { emphasis: 'missing' as const } : {}),
})

type Drawn = Pick<ChartBlock, 'caption' | 'alternative' | 'data' | 'width' | 'height'> & {
  readonly marks: readonly ChartMark[]
}

export const chartBlock = ({ marks, width, height, ...chart }: Drawn): ChartBlock => ({
  type: 'chart',
  ...chart,
  alternative: chart.alternative.slice(0, 20_000),
  width: rounded(width),
  height: rounded(height),
  marks: marks.map(roundedMark),
})

const seriesTones = ['series-1', 'series-2', 'series-3'] as const
/** As many as are told apart without colour: solid, empty, hatched. */
export const mostSeries = seriesTones.length
export const seriesTone = (index: number): (typeof seriesTones)[number] => seriesTones[index] ?? 'series-3'

/** A sign and a name for each series, in one line from the left; none for a single one. */
export function legendMarks(names: readonly string[], { chart, text }: Preset, baseline: number): ChartMark[] {
  if (names.length < 2) return []
  const { size } = text.chart
  let x = 0
  return names.flatMap((name, index): ChartMark[] => {
    const sign = x
    x += size * 1.4 + widthOf(name, size) + chart.gap * 3
    return [
      { mark: 'rect', tone: seriesTone(index), x: sign, y: baseline - size * 0.75, width: size, height: size * 0.75 },
      textMark('label', name, sign + size * 1.4, baseline, 'start', size),
    ]
  })
}

export const widthIn = (preset: Preset): number => pageOf(preset).textWidth
