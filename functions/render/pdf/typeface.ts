// The four faces of a family, opened once from files and kept while the function is warm: how wide words are, which
// characters there are, and what the page is painted with. Nothing here fetches: a face is a file or an error.

import { readFile } from 'node:fs/promises'
import { Font } from '@react-pdf/renderer'
import type { TextStyle } from '../../../shared/report/preset.ts'
import { readKerning } from './kerning.ts'
import { legible } from './legible.ts'
import { type Face, plainCharacters, type Shaper, shaperOf } from './shaping.ts'

export type FaceName = 'regular' | 'italic' | 'bold' | 'boldItalic'
export type FaceFiles = Readonly<Record<FaceName, string>>

export type Typeface = {
  /** As the page is painted with them; they measure in thousandths of the type size. */
  readonly faces: Readonly<Record<FaceName, Face>>
  /** In points, as the text is painted. */
  readonly widthOf: (text: string, face: FaceName, size: number) => number
  /** Of a space that follows the text. */
  readonly spaceAfter: (text: string, face: FaceName, size: number) => number
  readonly widestWord: (text: string, face: FaceName, size: number) => number
  readonly legible: (text: string) => string
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

/** Reads and parses the four files. What is found out about their letters is kept with them. */
export async function openTypeface(files: FaceFiles): Promise<Typeface> {
  const [regular, italic, bold, boldItalic] = await Promise.all([
    openFace(files, 'regular'),
    openFace(files, 'italic'),
    openFace(files, 'bold'),
    openFace(files, 'boldItalic'),
  ])
  const shapers = { regular: regular.shaper, italic: italic.shaper, bold: bold.shaper, boldItalic: boldItalic.shaper }
  const plain = plainCharacters(regular.face)
  return {
    faces: {
      regular: shapers.regular.painted,
      italic: shapers.italic.painted,
      bold: shapers.bold.painted,
      boldItalic: shapers.boldItalic.painted,
    },
    widthOf: (text, face, size) => (shapers[face].widthOf(text) * size) / 1_000,
    spaceAfter: (text, face, size) => (shapers[face].spaceAfter(text) * size) / 1_000,
    widestWord: (text, face, size) => (shapers[face].widestWord(text) * size) / 1_000,
    legible: (text) =>
      isPlain(text, plain) ? text : legible(text, (codePoint) => regular.face.hasGlyphForCodePoint(codePoint)),
  }
}

async function openFace(files: FaceFiles, name: FaceName): Promise<{ face: Face; shaper: Shaper }> {
  const src = files[name]
  Font.register({ family: src, src, ...descriptors[name] })
  const source = Font.getFont({ fontFamily: src, ...descriptors[name] })
  const [bytes] = await Promise.all([readFile(src), source.load()])
  const face = source.data
  if (!isFace(face)) throw new Error(`The face ${name} could not be opened`)
  nameGlyphs(face)
  return { face, shaper: shaperOf(face, readKerning(bytes)) }
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
export const isFace = (data: unknown): data is Face =>
  typeof data === 'object' && data !== null && 'layout' in data && 'characterSet' in data && 'unitsPerEm' in data

function isPlain(text: string, plain: Uint8Array): boolean {
  for (let index = 0; index < text.length; index += 1) if (plain[text.charCodeAt(index)] !== 1) return false
  return true
}
