// How marks look. Tones are told apart without colour: met bars are solid, missed ones hatched, a target is dashed (chart-look.ts).

import { type ChartTone, chartColors, fillOf, hatch, isDashed, targetDash } from '../../../shared/report/chart-look.ts'
import type { Mark, TextMark, Tone } from './marks.ts'
import type { Face, FaceName, Typeface } from './typeface.ts'

/** The part of the PDF library's painter that is used; each call returns the painter. */
export type Painter = {
  font: (face: Face, name: FaceName) => Painter
  fontSize: (size: number) => Painter
  text: (text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }) => Painter
  save: () => Painter
  restore: () => Painter
  rect: (x: number, y: number, width: number, height: number) => Painter
  circle: (x: number, y: number, radius: number) => Painter
  clip: () => Painter
  moveTo: (x: number, y: number) => Painter
  lineTo: (x: number, y: number) => Painter
  lineWidth: (width: number) => Painter
  dash: (length: number, options: { space: number }) => Painter
  fillColor: (color: string) => Painter
  strokeColor: (color: string) => Painter
  fill: () => Painter
  stroke: () => Painter
}

const colors: Record<Tone, string> = {
  ink: '#000000',
  quiet: '#666666',
  ...chartColors,
  shade: '#eeeeee',
  'shade-missed': '#dddddd',
}

const isChartTone = (tone: Tone): tone is ChartTone => tone in chartColors

export function paintMark(painter: Painter, mark: Mark, typeface: Typeface): void {
  if (mark.mark === 'text') paintText(painter, mark, typeface)
  else if (mark.mark === 'line') paintLine(painter, mark)
  else if (mark.mark === 'ring') paintRing(painter, mark)
  else if (mark.mark === 'squares') paintSquares(painter, mark)
  else if (mark.mark === 'picture' || mark.mark === 'link' || mark.mark === 'heading') return
  else paintArea(painter, mark)
}

/** A blank kept as no-break spaces is painted with ordinary ones: the same glyph, and what a reader copies is plain. */
function paintText(painter: Painter, { text, x, y, face, size, tone }: TextMark, typeface: Typeface): void {
  painter.font(typeface.faces[face], face).fontSize(size).fillColor(colors[tone])
  painter.text(text.replaceAll('\u00A0', ' '), x, y, { lineBreak: false, baseline: 'alphabetic' })
}

function paintLine(painter: Painter, { x1, y1, x2, y2, thickness, tone }: Extract<Mark, { mark: 'line' }>): void {
  painter.save().lineWidth(thickness).strokeColor(colors[tone])
  if (isChartTone(tone) && isDashed(tone)) painter.dash(targetDash.length, { space: targetDash.space })
  painter.moveTo(x1, y1).lineTo(x2, y2).stroke().restore()
}

function paintRing(painter: Painter, { x, y, radius, thickness, tone }: Extract<Mark, { mark: 'ring' }>): void {
  painter.save().lineWidth(thickness).strokeColor(colors[tone]).circle(x, y, radius).stroke().restore()
}

function paintSquares(painter: Painter, { x, y, unit, runs, tone }: Extract<Mark, { mark: 'squares' }>): void {
  for (const [column, row, length] of runs) painter.rect(x + column * unit, y + row * unit, length * unit, unit)
  painter.fillColor(colors[tone]).fill()
}

type Area = Extract<Mark, { mark: 'area' }>

function paintArea(painter: Painter, mark: Area): void {
  const { x, y, width, height, tone } = mark
  const fill = isChartTone(tone) ? fillOf(tone) : 'solid'
  if (fill === 'hatched') paintHatched(painter, mark)
  else
    painter
      .rect(x, y, width, height)
      .fillColor(fill === 'empty' ? paper : colors[tone])
      .fill()
  if (fill !== 'solid') paintOutline(painter, mark)
}

const paper = '#ffffff'

function paintOutline(painter: Painter, { x, y, width, height, tone }: Area): void {
  painter.save().lineWidth(hatch.thickness).strokeColor(colors[tone])
  painter.rect(x, y, width, height).stroke().restore()
}

/** Slanted strokes, cut at the edges. */
function paintHatched(painter: Painter, { x, y, width, height, tone }: Area): void {
  painter.save().rect(x, y, width, height).clip()
  painter.lineWidth(hatch.thickness).strokeColor(colors[tone])
  for (let from = x - height; from < x + width; from += hatch.distance)
    painter.moveTo(from, y + height).lineTo(from + height, y)
  painter.stroke().restore()
}
