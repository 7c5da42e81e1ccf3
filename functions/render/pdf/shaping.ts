// How wide text is and which glyphs it is drawn with, without a shaping engine where it needs none. Letters of Latin
// alphabets, composed, are one glyph each, and all that moves them is the kerning of two neighbours. Anything else
// (Hebrew, a lone combining mark) goes through the engine.

import type { Kerning } from './kerning.ts'

/** The part of an opened font file that is used; measures are in units of `unitsPerEm`. */
export type Face = {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly bbox: Readonly<Record<'minX' | 'minY' | 'maxX' | 'maxY', number>>
  /** Every character the face has, in ascending order. */
  readonly characterSet: readonly number[]
  readonly glyphForCodePoint: (codePoint: number) => Glyph
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
  readonly layout: (text: string) => GlyphRun
  readonly createSubset: () => unknown
}

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
/** What is left out is nothing. */
type Position = {
  readonly xAdvance: number
  readonly advanceWidth?: number
  readonly xOffset?: number
  readonly yOffset?: number
}
export type GlyphRun = {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly Position[]
  readonly advanceWidth: number
}

/** Beyond this a word is never shaped as a whole, which would cost time for nothing: no line has room for it. */
export const LONGEST_WORD = 300

/** Widths are in thousandths of the type size. */
export type Shaper = {
  readonly widthOf: (text: string) => number
  /** Of a space that follows the text. */
  readonly spaceAfter: (text: string) => number
  /** Of the widest word. */
  readonly widestWord: (text: string) => number
  /** The face as the PDF is painted with it: it measures in thousandths, as a PDF does, and lays out what is measured. */
  readonly painted: Face
}

/** A character that is one glyph, with its place, and the other places it has before some glyphs. */
type Letter = {
  readonly glyph: Glyph
  readonly alone: Position
  readonly before: ReadonlyMap<number, Position> | undefined
}

const SPACE = 0x20
/** Painted as a space. */
const NO_BREAK_SPACE = 0xa0

/** What is measured of other text than Latin is forgotten beyond this many pieces: a warm function sees many reports. */
const MOST_PIECES = 5_000

export function shaperOf(face: Face, kerning: Kerning): Shaper {
  const scale = 1_000 / face.unitsPerEm
  const letterOf = lettersOf(face, kerning, scale)
  const engine = engineOf(face, scale)

  /** From one character to before another. */
  const widthBetween = (text: string, from: number, to: number): number => {
    let width = 0
    let letter = from < to ? letterOf(text.charCodeAt(from)) : undefined
    for (let index = from; index < to; index += 1) {
      if (!letter) return engine.widthOf(text.slice(from, to))
      const next = index + 1 < to ? letterOf(text.charCodeAt(index + 1)) : undefined
      width += placeOf(letter, next).xAdvance
      letter = next
    }
    return width
  }
  const shape = (text: string): GlyphRun => {
    const glyphs: Glyph[] = []
    const positions: Position[] = []
    let advanceWidth = 0
    let letter = letterOf(text.charCodeAt(0))
    for (let index = 0; index < text.length; index += 1) {
      if (!letter) return engine.shape(text)
      const next = letterOf(text.charCodeAt(index + 1))
      const position = placeOf(letter, next)
      glyphs.push(letter.glyph)
      positions.push(position)
      advanceWidth += position.xAdvance
      letter = next
    }
    return { glyphs, positions, advanceWidth }
  }
  return {
    widthOf: (text) => widthBetween(text, 0, text.length),
    spaceAfter: (text) => {
      const space = letterOf(SPACE)
      const last = letterOf(text.charCodeAt(text.length - 1))
      if (!space || !last) return engine.widthOf(`${text} `) - engine.widthOf(text)
      return space.alone.xAdvance + placeOf(last, space).xAdvance - last.alone.xAdvance
    },
    widestWord: (text) => {
      let widest = 0
      for (let from = 0; from < text.length; ) {
        const space = text.indexOf(' ', from)
        const to = space < 0 ? text.length : space
        widest = Math.max(widest, widthBetween(text, from, Math.min(to, from + LONGEST_WORD)))
        from = to + 1
      }
      return widest
    },
    painted: paintedFace(face, scale, shape),
  }
}

const placeOf = ({ before, alone }: Letter, next: Letter | undefined): Position =>
  (next && before?.get(next.glyph.id)) ?? alone

/** Latin letters with the Vietnamese ones, digits and signs that the face has; each is looked up when it first comes. */
function lettersOf(face: Face, kerning: Kerning, scale: number): (code: number) => Letter | undefined {
  const known: (Letter | undefined)[] = new Array(PLAIN_END).fill(undefined)
  const plain = plainCharacters(face)
  const made = (code: number): Letter => {
    const glyph = scaledGlyph(face.glyphForCodePoint(code), scale)
    const { advanceWidth } = glyph
    const kerned = code === SPACE || code === NO_BREAK_SPACE ? undefined : kerning.get(glyph.id)
    const places = [...(kerned ?? [])].map(
      ([right, units]) => [right, { xAdvance: advanceWidth + units * scale, advanceWidth }] as const,
    )
    return { glyph, alone: { xAdvance: advanceWidth, advanceWidth }, before: kerned && new Map(places) }
  }
  return (code) => {
    const letter = known[code]
    if (letter || plain[code] !== 1) return letter
    const found = made(code)
    known[code] = found
    return found
  }
}

const PLAIN_END = 0x2200

/** By character code: 1 where the character is composed, visible, in the face and one glyph whatever stands beside it. */
export function plainCharacters({ characterSet }: Pick<Face, 'characterSet'>): Uint8Array {
  const plain = new Uint8Array(PLAIN_END)
  for (const code of characterSet) if (code < PLAIN_END && isPlain(code)) plain[code] = 1
  return plain
}

const isPlain = (code: number): boolean =>
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0xa0 && code < 0x180 && code !== 0xad) ||
  (code >= 0x1a0 && code <= 0x1b0) ||
  (code >= 0x1ea0 && code < 0x1efa) ||
  // Dashes, quotation marks, dots.
  (code >= 0x2010 && code <= 0x2026 && code !== 0x2011)

type Engine = { readonly shape: (text: string) => GlyphRun; readonly widthOf: (text: string) => number }

/** Piece by piece, "a bc d" as "a ", "bc ", "d": words of a justified line are placed one by one. */
function engineOf(face: Face, scale: number): Engine {
  const shape = (text: string): GlyphRun => {
    const runs = (text.match(/[^ ]* |[^ ]+/gu) ?? []).map((piece) => face.layout(piece))
    return {
      glyphs: runs.flatMap(({ glyphs }) => glyphs.map((glyph) => scaledGlyph(glyph, scale))),
      positions: runs.flatMap(({ positions }) => positions.map((position) => scaledPosition(position, scale))),
      advanceWidth: runs.reduce((width, run) => width + run.advanceWidth * scale, 0),
    }
  }
  const widths = new Map<string, number>()
  return {
    shape,
    widthOf: (text) => {
      const known = widths.get(text)
      if (known !== undefined) return known
      if (widths.size >= MOST_PIECES) widths.clear()
      const width = shape(text).advanceWidth
      widths.set(text, width)
      return width
    },
  }
}

const scaledGlyph = ({ id, advanceWidth, codePoints }: Glyph, scale: number): Glyph => ({
  id,
  advanceWidth: advanceWidth * scale,
  codePoints,
})

const scaledPosition = ({ xAdvance, xOffset = 0, yOffset = 0 }: Position, scale: number): Position => ({
  xAdvance: xAdvance * scale,
  xOffset: xOffset * scale,
  yOffset: yOffset * scale,
})

/**
 * The PDF library takes any object that lays out text for a font, and asks it for all else that it embeds. It lays out
 * every text twice in a row, once to paint and once to know where the pen is.
 */
function paintedFace(face: Face, scale: number, shape: (text: string) => GlyphRun): Face {
  let text = ''
  let run = shape(text)
  const layout = (asked: string): GlyphRun => {
    if (asked !== text) run = shape(asked)
    text = asked
    return run
  }
  const { minX, minY, maxX, maxY } = face.bbox
  const values = {
    layout,
    createSubset: () => face.createSubset(),
    unitsPerEm: 1_000,
    ascent: face.ascent * scale,
    descent: face.descent * scale,
    lineGap: face.lineGap * scale,
    capHeight: face.capHeight * scale,
    xHeight: face.xHeight * scale,
    bbox: { minX: minX * scale, minY: minY * scale, maxX: maxX * scale, maxY: maxY * scale },
  }
  return Object.create(face, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])))
}
