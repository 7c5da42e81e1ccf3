// How the marks of a chart look, on every kind of page. Tones are told apart without colour: met bars are solid, missed ones
// hatched, a target is dashed; series are solid, empty and hatched, and what is shaded has its figure written on it.

import type { ChartMark } from './document.ts'

export type ChartTone = ChartMark['tone']

/** sRGB, as #rrggbb. */
export const chartColors: Readonly<Record<ChartTone, string>> = {
  bar: '#35506b',
  'bar-missed': '#35506b',
  axis: '#404040',
  grid: '#d0d0d0',
  target: '#9c1c1c',
  label: '#000000',
  value: '#000000',
  'on-dark': '#ffffff',
  'series-1': '#35506b',
  'series-2': '#35506b',
  'series-3': '#35506b',
  'heat-0': '#f7f7f7',
  'heat-1': '#d9d9d9',
  'heat-2': '#b3b3b3',
  'heat-3': '#6e6e6e',
  'heat-4': '#3d3d3d',
}

/** How areas are filled. */
export const fillOf = (tone: ChartTone): 'solid' | 'hatched' | 'empty' =>
  tone === 'bar-missed' || tone === 'series-3' ? 'hatched' : tone === 'series-2' ? 'empty' : 'solid'

export const isDashed = (tone: ChartTone): boolean => tone === 'target' || tone === 'series-2'
export const isBold = (tone: ChartTone): boolean => tone === 'value' || tone === 'on-dark'

/** Of lines, in points. */
export const chartThickness: Readonly<Record<ChartTone, number>> = {
  bar: 0.5,
  'bar-missed': 0.5,
  axis: 0.75,
  grid: 0.4,
  target: 1.1,
  label: 0.5,
  value: 0.5,
  'on-dark': 0.5,
  'series-1': 1.4,
  'series-2': 1.4,
  'series-3': 1.4,
  'heat-0': 0.5,
  'heat-1': 0.5,
  'heat-2': 0.5,
  'heat-3': 0.5,
  'heat-4': 0.5,
}

export const targetDash = { length: 3.5, space: 2.5 }
export const hatch = { distance: 3.2, thickness: 0.7 }

export type Stroke = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** The slanted strokes inside a missed bar, cut at its edges. */
export function hatchStrokes({
  x,
  y,
  width,
  height,
}: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>): Stroke[] {
  const strokes: Stroke[] = []
  for (let from = x - height + hatch.distance; from < x + width; from += hatch.distance) {
    const left = Math.max(from, x)
    const right = Math.min(from + height, x + width)
    strokes.push({ x1: left, y1: y + height - (left - from), x2: right, y2: y + height - (right - from) })
  }
  return strokes
}

/** A line as the dashes it is drawn with, for pictures that know no dashes. */
export function dashesOf({ x1, y1, x2, y2 }: Stroke): Stroke[] {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const at = (distance: number) => {
    const part = length === 0 ? 0 : Math.min(distance, length) / length
    return { x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part }
  }
  const dashes: Stroke[] = []
  for (let from = 0; from < length; from += targetDash.length + targetDash.space) {
    const [start, end] = [at(from), at(from + targetDash.length)]
    dashes.push({ x1: start.x, y1: start.y, x2: end.x, y2: end.y })
  }
  return dashes
}
