// How marks look. Tones are told apart without colour: met bars are solid, missed ones hatched, a target is dashed (chart-look.ts).

import { type ChartTone, chartColors, fillOf, hatch, isDashed, targetDash } from '../../../shared/report/chart-look.ts'
import type { Mark, TextMark, Tone } from './marks.ts'
import type { Face } from './shaping.ts'
import type { FaceName, Typeface } from './typeface.ts'

/** The part of the PDF library's painter that is used; each call returns the painter. */
export type Painter = {
  font: (face: Face, name: FaceName) => Painter
  fontSize: (size: number) => Painter
  text: (text: string, x: number, y: number, options: TextOptions) => Painter
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

type TextOptions = { readonly lineBreak: false; readonly baseline: 'alphabetic'; readonly features: readonly string[] }

/** Features, even none, are what makes the library lay a text out in one piece: word by word it costs half as much again. */
const asMeasured: TextOptions = { lineBreak: false, baseline: 'alphabetic', features: [] }

const colors: Record<Tone, string> = {
  ink: '#000000',
  quiet: '#666666',
  ...chartColors,
  shade: '#eeeeee',
  'shade-missed': '#dddddd',
}

const isChartTone = (tone: Tone): tone is ChartTone => tone in chartColors

/** Marks of a page in their order. What the painter is set to already it isn't told again. */
export function paintMarks(painter: Painter, marks: readonly Mark[], typeface: Typeface): void {
  const set: Settings = { face: undefined, size: 0, fill: '', stroke: '', thickness: 0 }
  for (const mark of marks) paintMark(painter, mark, typeface, set)
}

type Settings = { face: FaceName | undefined; size: number; fill: string; stroke: string; thickness: number }

function paintMark(painter: Painter, mark: Mark, typeface: Typeface, set: Settings): void {
  if (mark.mark === 'text') paintText(painter, mark, typeface, set)
  else if (mark.mark === 'line') paintLine(painter, mark, set)
  else if (mark.mark === 'ring') paintRing(painter, mark)
  else if (mark.mark === 'squares') paintSquares(painter, mark, set)
  else if (mark.mark === 'picture' || mark.mark === 'link' || mark.mark === 'heading') return
  else paintArea(painter, mark, set)
}

/** A blank kept as no-break spaces is painted with ordinary ones: the same glyph, and what a reader copies is plain. */
function paintText(
  painter: Painter,
  { text, x, y, face, size, tone }: TextMark,
  typeface: Typeface,
  set: Settings,
): void {
  if (set.face !== face) painter.font(typeface.faces[face], face)
  if (set.size !== size) painter.fontSize(size)
  set.face = face
  set.size = size
  fillWith(painter, colors[tone], set)
  painter.text(text.replaceAll('\u00A0', ' '), x, y, asMeasured)
}

function fillWith(painter: Painter, color: string, set: Settings): void {
  if (set.fill !== color) painter.fillColor(color)
  set.fill = color
}

type LineMark = Extract<Mark, { mark: 'line' }>

function paintLine(painter: Painter, { x1, y1, x2, y2, thickness, tone }: LineMark, set: Settings): void {
  if (isChartTone(tone) && isDashed(tone)) {
    painter.save().lineWidth(thickness).strokeColor(colors[tone])
    painter.dash(targetDash.length, { space: targetDash.space })
    painter.moveTo(x1, y1).lineTo(x2, y2).stroke().restore()
    return
  }
  if (set.thickness !== thickness) painter.lineWidth(thickness)
  if (set.stroke !== colors[tone]) painter.strokeColor(colors[tone])
  set.thickness = thickness
  set.stroke = colors[tone]
  painter.moveTo(x1, y1).lineTo(x2, y2).stroke()
}

function paintRing(painter: Painter, { x, y, radius, thickness, tone }: Extract<Mark, { mark: 'ring' }>): void {
  painter.save().lineWidth(thickness).strokeColor(colors[tone]).circle(x, y, radius).stroke().restore()
}

type SquaresMark = Extract<Mark, { mark: 'squares' }>

function paintSquares(painter: Painter, { x, y, unit, runs, tone }: SquaresMark, set: Settings): void {
  fillWith(painter, colors[tone], set)
  for (const [column, row, length] of runs) painter.rect(x + column * unit, y + row * unit, length * unit, unit)
  painter.fill()
}

type Area = Extract<Mark, { mark: 'area' }>

function paintArea(painter: Painter, mark: Area, set: Settings): void {
  const { x, y, width, height, tone } = mark
  const fill = isChartTone(tone) ? fillOf(tone) : 'solid'
  if (fill === 'hatched') paintHatched(painter, mark)
  else {
    fillWith(painter, fill === 'empty' ? paper : colors[tone], set)
    painter.rect(x, y, width, height).fill()
  }
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
