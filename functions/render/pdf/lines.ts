// Words to lines. A justified paragraph is broken where the spaces come out most even over the whole paragraph, which
// with the short syllables of Vietnamese costs little and shows; nothing is ever hyphenated.

import type { TextStyle } from '../../../shared/report/preset.ts'
import { LONGEST_WORD } from './shaping.ts'
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
  const shown = textOf(text, setting)
  return shown.includes('\n') ? shown.split('\n').flatMap((part) => linesOf(part, setting)) : linesOf(shown, setting)
}

function linesOf(paragraph: string, setting: Setting): Line[] {
  const { typeface, style, width, firstIndent = 0, balanced = false } = setting
  const typed = paragraph.split(' ').filter(Boolean)
  const face = faceOf(style)
  const room = width - firstIndent
  const widthOf = (word: string) =>
    word.length > LONGEST_WORD ? Number.POSITIVE_INFINITY : typeface.widthOf(word, face, style.size)
  const widths = typed.map(widthOf)
  const isCut = widths.some((one) => one > room)
  const words = isCut
    ? typed.flatMap((word, index) => ((widths[index] ?? 0) > room ? cutWord(word, room, face, setting) : [word]))
    : typed
  const last = words.at(-1)
  if (last === undefined) return []
  const bare = isCut ? words.map(widthOf) : widths
  const spaceAfter = (word: string) => typeface.spaceAfter(word, face, style.size)
  const spaced = words.map((word, index) => (bare[index] ?? 0) + spaceAfter(word))
  const whole = spaced.reduce((sum, one) => sum + one, 0) - spaceAfter(last)
  // Most cells of a table are one line, which nothing has to be weighed for.
  if (whole <= room && !balanced) return [{ words, width: whole, last: true }]
  return evenLines(words, { spaced, bare, balanced }, room, width)
}

/** A word wider than the line (a long address, 100 kB without a space) is cut where the line ends. */
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

/** From the last word to the first: the best lines that start with each word are the cheapest first line and the rest. */
function evenLines(words: readonly string[], measured: Measured, firstRoom: number, room: number): Line[] {
  const best: Best = { cost: [], next: [], width: [] }
  for (let start = words.length - 1; start >= 0; start -= 1)
    findBest(start, start === 0 ? firstRoom : room, measured, best)
  return linesAt(words, best)
}

type Measured = { spaced: readonly number[]; bare: readonly number[]; balanced: boolean }
/** By the word that a line begins with: what it and the ones after it cost, where the next begins, how wide it is. */
type Best = { cost: number[]; next: number[]; width: number[] }

function findBest(start: number, room: number, { spaced, bare, balanced }: Measured, best: Best): void {
  let least = Number.POSITIVE_INFINITY
  let before = 0
  for (let end = start; end < bare.length; end += 1) {
    const natural = before + (bare[end] ?? 0)
    if (natural > room && end > start) break
    const isLast = end === bare.length - 1
    const cost = (best.cost[end + 1] ?? 0) + (isLast && !balanced ? 0 : raggedness(natural, room))
    if (cost <= least) {
      least = cost
      best.cost[start] = cost
      best.next[start] = end + 1
      best.width[start] = natural
    }
    before += spaced[end] ?? 0
  }
}

/** Squared, so that two slightly loose lines are better than one very loose one. */
const raggedness = (natural: number, room: number): number => (Math.max(0, room - natural) / room) ** 2

function linesAt(words: readonly string[], { next, width }: Best): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < words.length; ) {
    const end = next[start] ?? words.length
    lines.push({ words: words.slice(start, end), width: width[start] ?? 0, last: end >= words.length })
    start = end
  }
  return lines
}
