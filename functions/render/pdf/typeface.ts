// The four faces of a family, opened once from files and kept while the function is warm: how wide words are, which
// characters there are, and what the page is painted with. Nothing here fetches: a face is a file or an error.

import { Font } from '@react-pdf/renderer'
import type { TextStyle } from '../../../shared/report/preset.ts'
import { legible } from './legible.ts'

export type FaceName = 'regular' | 'italic' | 'bold' | 'boldItalic'
export type FaceFiles = Readonly<Record<FaceName, string>>

/** The part of an opened font file that is used; measures are in units of `unitsPerEm`. */
export type Face = {
  unitsPerEm: number
  ascent: number
  descent: number
  lineGap: number
  /** Every character the face has, in ascending order. */
  characterSet: readonly number[]
  glyphForCodePoint: (codePoint: number) => unknown
  hasGlyphForCodePoint: (codePoint: number) => boolean
  layout: (text: string) => { advanceWidth: number }
}

export type Typeface = {
  faces: Readonly<Record<FaceName, Face>>
  widthOf: (text: string, face: FaceName, size: number) => number
  legible: (text: string) => string
}

const descriptors = {
  regular: { fontWeight: 400, fontStyle: 'normal' },
  italic: { fontWeight: 400, fontStyle: 'italic' },
  bold: { fontWeight: 700, fontStyle: 'normal' },
  boldItalic: { fontWeight: 700, fontStyle: 'italic' },
} as const satisfies Record<FaceName, object>

export function faceOf(style: TextStyle): FaceName {
  if (style.weight === 'bold') return style.slant === 'italic' ? 'boldItalic' : 'bold'
  return style.slant === 'italic' ? 'italic' : 'regular'
}

/** Reads and parses the four files. */
export async function openFaces(files: FaceFiles): Promise<Readonly<Record<FaceName, Face>>> {
  const [regular, italic, bold, boldItalic] = await Promise.all([
    openFace(files, 'regular'),
    openFace(files, 'italic'),
    openFace(files, 'bold'),
    openFace(files, 'boldItalic'),
  ])
  return { regular, italic, bold, boldItalic }
}

async function openFace(files: FaceFiles, name: FaceName): Promise<Face> {
  const src = files[name]
  Font.register({ family: src, src, ...descriptors[name] })
  const source = Font.getFont({ fontFamily: src, ...descriptors[name] })
  await source.load()
  if (!isFace(source.data)) throw new Error(`The face ${name} could not be opened`)
  nameGlyphs(source.data)
  return source.data
}

/**
 * A face remembers which character a glyph first stood for, and the PDF's text is read by that. Left to chance it depends
 * on the reports before this one: an E met first as a part of È has no character at all, and can't be searched for any
 * more. So every glyph is met once here, under the lowest character it draws.
 */
function nameGlyphs(face: Face): void {
  for (const codePoint of face.characterSet) face.glyphForCodePoint(codePoint)
}

/** The PDF library types an opened font as anything at all. */
const isFace = (data: unknown): data is Face =>
  typeof data === 'object' && data !== null && 'layout' in data && 'characterSet' in data && 'unitsPerEm' in data

/** Widths are remembered by word for one document: a report repeats its words, and a warm function sees many reports. */
export function typefaceOf(faces: Readonly<Record<FaceName, Face>>): Typeface {
  const known: Record<FaceName, Map<string, number>> = {
    regular: new Map(),
    italic: new Map(),
    bold: new Map(),
    boldItalic: new Map(),
  }
  const advance = (text: string, name: FaceName) => {
    const found = known[name].get(text)
    if (found !== undefined) return found
    const face = faces[name]
    const width = face.layout(text).advanceWidth / face.unitsPerEm
    known[name].set(text, width)
    return width
  }
  return {
    faces,
    widthOf: (text, face, size) => {
      const space = text.indexOf(' ')
      // Nearly all are one word, with the space behind it or without.
      if (space < 0 || (space > 0 && space === text.length - 1)) return advance(text, face) * size
      let total = 0
      for (const word of wordsWithSpaces(text)) total += advance(word, face)
      return total * size
    },
    legible: (text) =>
      isPlain(text, faces.regular) ? text : legible(text, (one) => faces.regular.hasGlyphForCodePoint(one)),
  }
}

/** Letters of Latin alphabets with the Vietnamese ones, digits and signs: composed, visible and in the face. */
function isPlain(text: string, face: Face): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const isLatin = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x180 && code !== 0xad)
    const isVietnamese = (code >= 0x1ea0 && code < 0x1efa) || (code >= 0x1a0 && code <= 0x1b0)
    if (!(isLatin || isVietnamese) || (code >= 0x7f && !face.hasGlyphForCodePoint(code))) return false
  }
  return true
}

/** "a bc d" as "a ", "bc ", "d": the pieces the PDF writer shapes, so that kerning with a space is measured as drawn. */
const wordsWithSpaces = (text: string): readonly string[] => text.match(/[^ ]* |[^ ]+/gu) ?? []
