// A page before it is a PDF: marks at places, in points from the top left corner, y downwards, text at its baseline.
// Everything above this (lines, tables, pages) makes marks and is tested as plain data; document.tsx paints them.

import type { ChartTone } from '../../../shared/report/chart-look.ts'
import type { TextStyle } from '../../../shared/report/preset.ts'
import type { QrRun } from '../../qr.ts'
import type { Line } from './lines.ts'
import { type FaceName, faceOf, type Typeface } from './typeface.ts'

/** What a mark is for; document.tsx says how each looks in colour and in black and white. */
export type Tone = 'ink' | 'quiet' | 'shade' | 'shade-missed' | ChartTone

export type TextMark = { mark: 'text'; x: number; y: number; face: FaceName; size: number; text: string; tone: Tone }
/** A picture by the SHA-256 of its bytes. It isn't painted with the others: document elements are laid over the page. */
export type PictureMark = {
  mark: 'picture'
  x: number
  y: number
  width: number
  height: number
  sha256: string
  tone: 'ink'
}
/** An area that leads to an address, and a line of the file's outline at its heading: neither is painted. */
export type LinkMark = { mark: 'link'; x: number; y: number; width: number; height: number; href: string; tone: 'ink' }
export type HeadingMark = { mark: 'heading'; x: number; y: number; level: 1 | 2 | 3 | 4; title: string; tone: 'ink' }
export type Mark =
  | TextMark
  | { mark: 'line'; x1: number; y1: number; x2: number; y2: number; thickness: number; tone: Tone }
  | { mark: 'area'; x: number; y: number; width: number; height: number; tone: Tone }
  | PictureMark
  | LinkMark
  | HeadingMark
  /** Squares of a QR code as runs, painted as one shape: a rule between them would be no part of the code. */
  | { mark: 'squares'; x: number; y: number; unit: number; runs: readonly QrRun[]; tone: Tone }
  /** A circle around its centre. */
  | { mark: 'ring'; x: number; y: number; radius: number; thickness: number; tone: Tone }

export function moved(mark: Mark, dx: number, dy: number): Mark {
  // A long table is texts and rules: spelt out, they cost a third of what they cost when spread.
  if (mark.mark === 'text') {
    const { face, size, text, tone } = mark
    return { mark: 'text', x: mark.x + dx, y: mark.y + dy, face, size, text, tone }
  }
  if (mark.mark === 'line') {
    const { x1, x2, y1, y2, thickness, tone } = mark
    return { mark: 'line', x1: x1 + dx, x2: x2 + dx, y1: y1 + dy, y2: y2 + dy, thickness, tone }
  }
  return { ...mark, x: mark.x + dx, y: mark.y + dy }
}

export type Align = 'left' | 'right' | 'center' | 'justify'
export type Box = { x: number; width: number; align: Align }

/** Where the baseline lies in a line of the given height, with the face's extent centred in it. */
export function baselineIn(leading: number, style: TextStyle, typeface: Typeface): number {
  const { ascent, descent, unitsPerEm } = typeface.faces[faceOf(style)]
  const extent = ((ascent - descent) / unitsPerEm) * style.size
  return (leading - extent) / 2 + (ascent / unitsPerEm) * style.size
}

/** From one line to the next when lines are set single. */
export function singleLeading(style: TextStyle, typeface: Typeface): number {
  const { ascent, descent, lineGap, unitsPerEm } = typeface.faces[faceOf(style)]
  return ((ascent - descent + lineGap) / unitsPerEm) * style.size
}

const UNDERLINE = { below: 0.11, thickness: 0.05 }

/** One line of text on a baseline. Justified lines place each word, the others are painted whole. */
export function lineMarks(
  line: Line,
  baseline: number,
  box: Box,
  style: TextStyle,
  typeface: Typeface,
  tone: Tone = 'ink',
): Mark[] {
  const face = faceOf(style)
  const { size } = style
  if (box.align === 'justify' && !line.last && line.words.length > 1)
    return justified(line, box, { mark: 'text', y: baseline, face, size, tone }, typeface)
  const slack = box.width - line.width
  const x = box.x + (box.align === 'center' ? slack / 2 : box.align === 'right' ? slack : 0)
  const marks: Mark[] = [{ mark: 'text', x, y: baseline, face, size, text: line.words.join(' '), tone }]
  if (!style.underline) return marks
  const y = baseline + UNDERLINE.below * style.size
  return [
    ...marks,
    { mark: 'line', x1: x, x2: x + line.width, y1: y, y2: y, thickness: UNDERLINE.thickness * style.size, tone },
  ]
}

function justified(line: Line, box: Box, text: Omit<TextMark, 'x' | 'text'>, typeface: Typeface): Mark[] {
  const gap = (box.width - line.width) / (line.words.length - 1)
  let x = box.x
  return line.words.map((word, index) => {
    const piece = index === line.words.length - 1 ? word : `${word} `
    const mark: Mark = { ...text, x, text: piece }
    x += typeface.widthOf(piece, text.face, text.size) + gap
    return mark
  })
}
