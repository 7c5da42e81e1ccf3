// A chart as SVG: for the web page of a report, and as the picture in a Word document. The same marks as in the PDF.

import {
  type ChartTone,
  chartColors,
  chartThickness,
  fillOf,
  hatch,
  hatchStrokes,
  isBold,
  isDashed,
  targetDash,
} from './chart-look.ts'
import { widthOf } from './chart-marks.ts'
import type { ChartBlock, ChartMark } from './document.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** XML knows no control characters and no halves of surrogate pairs. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

function tag(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

const lineTag = (tone: ChartTone, at: Readonly<Record<'x1' | 'y1' | 'x2' | 'y2', number>>, width: number): string =>
  tag('line', { x1: at.x1, y1: at.y1, x2: at.x2, y2: at.y2, stroke: chartColors[tone], 'stroke-width': width })

/** Words keep the width that the chart was drawn for, whatever face the reader has. */
const fitted = ({ text, size, tone }: Extract<ChartMark, { mark: 'text' }>) => ({
  textLength: widthOf(text, size) * (tone === 'value' ? 1.08 : 1),
  lengthAdjust: 'spacingAndGlyphs',
})

function markTag(mark: ChartMark): string {
  const color = chartColors[mark.tone]
  if (mark.mark === 'text') {
    const weight = isBold(mark.tone) ? { 'font-weight': 'bold' } : {}
    const anchor = mark.anchor === 'start' ? {} : { 'text-anchor': mark.anchor }
    const { x, y, size } = mark
    const look = { 'font-size': size, fill: color, ...weight, ...anchor, ...fitted(mark) }
    return tag('text', { x, y, ...look }, escaped(mark.text))
  }
  if (mark.mark === 'line') {
    const { x1, y1, x2, y2, tone } = mark
    const dashed = isDashed(tone) ? { 'stroke-dasharray': `${targetDash.length} ${targetDash.space}` } : {}
    return tag('line', { x1, y1, x2, y2, stroke: color, 'stroke-width': chartThickness[tone], ...dashed })
  }
  const { x, y, width, height, tone } = mark
  const fill = fillOf(tone)
  if (fill === 'solid') return tag('rect', { x, y, width, height, fill: color })
  const inside = fill === 'empty' ? '#ffffff' : 'none'
  const outline = tag('rect', { x, y, width, height, fill: inside, stroke: color, 'stroke-width': hatch.thickness })
  const strokes = fill === 'hatched' ? hatchStrokes(mark) : []
  return strokes.map((stroke) => lineTag(tone, stroke, hatch.thickness)).join('') + outline
}

const family = "'Times New Roman', Tinos, 'Liberation Serif', serif"

/** The chart without its caption, in points. `more`: further attributes, such as what it shows in words. */
export function chartSvg(chart: ChartBlock, more: Readonly<Record<string, string>> = {}): string {
  const { width, height, marks } = chart
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${rounded(width)}pt`,
      height: `${rounded(height)}pt`,
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      'font-family': family,
      ...more,
    },
    marks.map(markTag).join(''),
  )
}
