// Words to lines. A justified paragraph is broken where the spaces come out most even over the whole paragraph, which
// with the short syllables of Vietnamese costs little and shows; nothing is ever hyphenated.

import type { TextStyle } from '../../../shared/report/preset.ts'
import { type FaceName, faceOf, type Typeface } from './typeface.ts'

/** A line's words, how wide they are with ordinary spaces, and whether it ends its paragraph. */
export type Line = { words: readonly string[]; width: number; last: boolean }

/** `balanced` makes all lines about as long, for titles; otherwise the last one may be short. */
export type Setting = { typeface: Typeface; style: TextStyle; width: number; firstIndent?: number; balanced?: boolean }

/** A style's text as it is set: legible and, where the style says so, in capitals. */
export function textOf(text: string, { typeface, style }: Pick<Setting, 'typeface' | 'style'>): string {
  const shown = typeface.legible(text)
  return style.letters === 'upper' ? shown.toLocaleUpperCase('vi') : shown
}

/** Breaks a text into lines no wider than the setting; a line end in the text is kept, empty lines are not. */
export function breakLines(text: string, setting: Setting): Line[] {
  const paragraphs = textOf(text, setting).split('\n')
  return paragraphs.flatMap((paragraph) => {
    const words = fittingWords(paragraph.split(/ +/u).filter(Boolean), setting)
    return words.length === 0 ? [] : evenLines(words, setting)
  })
}

/** A word wider than the line (a long address, 100 kB without a space) is cut where the line ends. */
function fittingWords(words: readonly string[], setting: Setting): string[] {
  const room = setting.width - (setting.firstIndent ?? 0)
  const face = faceOf(setting.style)
  const fits = (word: string) =>
    word.length <= LONGEST_WORD && setting.typeface.widthOf(word, face, setting.style.size) <= room
  return words.flatMap((word) => (fits(word) ? [word] : cutWord(word, room, face, setting)))
}

/** Beyond this a word is never shaped as a whole, which would cost time for nothing: no line has room for it. */
export const LONGEST_WORD = 300

function cutWord(word: string, room: number, face: FaceName, { typeface, style }: Setting): string[] {
  const pieces: string[] = []
  let piece = ''
  let width = 0
  for (const character of word) {
    const advance = typeface.widthOf(character, face, style.size)
    if (piece !== '' && width + advance > room) {
      pieces.push(piece)
      piece = ''
      width = 0
    }
    piece += character
    width += advance
  }
  return [...pieces, piece]
}

type Best = { cost: number; next: number; width: number }

/** From the last word to the first: the best lines that start with each word are the cheapest first line and the rest. */
function evenLines(
  words: readonly string[],
  { typeface, style, width, firstIndent = 0, balanced = false }: Setting,
): Line[] {
  const face = faceOf(style)
  const spaced = words.map((word) => typeface.widthOf(`${word} `, face, style.size))
  const bare = words.map((word) => typeface.widthOf(word, face, style.size))
  const best: Best[] = []
  const measured = { spaced, bare, balanced }
  for (let start = words.length - 1; start >= 0; start -= 1) {
    const room = start === 0 ? width - firstIndent : width
    best[start] = bestFrom(start, room, measured, best)
  }
  return linesOf(words, best)
}

type Measured = { spaced: readonly number[]; bare: readonly number[]; balanced: boolean }

function bestFrom(start: number, room: number, { spaced, bare, balanced }: Measured, best: readonly Best[]): Best {
  let found: Best | undefined
  let before = 0
  for (let end = start; end < bare.length; end += 1) {
    const natural = before + (bare[end] ?? 0)
    if (natural > room && found) break
    const rest = best[end + 1]
    const cost = (rest?.cost ?? 0) + (rest || balanced ? raggedness(natural, room) : 0)
    if (!found || cost <= found.cost) found = { cost, next: end + 1, width: natural }
    before += spaced[end] ?? 0
  }
  if (!found) throw new Error('A line needs a word')
  return found
}

/** Squared, so that two slightly loose lines are better than one very loose one. */
const raggedness = (natural: number, room: number): number => (Math.max(0, room - natural) / room) ** 2

function linesOf(words: readonly string[], best: readonly Best[]): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < words.length; ) {
    const { next, width } = best[start] ?? { next: words.length, width: 0 }
    lines.push({ words: words.slice(start, next), width, last: next >= words.length })
    start = next
  }
  return lines
}
