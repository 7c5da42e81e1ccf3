// What people typed, as a page can show it. Names and narratives may hold anything a phone can enter; the page must
// neither break nor hide a character that was there, so what the face lacks stays visible as one placeholder.

/** U+FFFD, which Tinos draws as a question mark in a diamond. */
const PLACEHOLDER = '\uFFFD'

const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu
/** Controls, bidi overrides and isolates, zero-width and soft hyphens (Cc, Cf), variation selectors, skin tones. */
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu

/**
 * Text in NFC with ordinary line ends and spaces. Invisible characters are dropped; a lone surrogate and a character
 * that `covers` refuses (an emoji, say) becomes the placeholder, one for each.
 */
export function legible(text: string, covers: (codePoint: number) => boolean): string {
  const lines = text.normalize('NFC').replace(lineEnds, '\n').split('\n')
  return lines.map((line) => shown(line.replaceAll('\t', ' ').replace(invisible, ''), covers)).join('\n')
}

function shown(line: string, covers: (codePoint: number) => boolean): string {
  let result = ''
  for (const character of line) {
    const codePoint = character.codePointAt(0) ?? 0
    result += isSurrogate(codePoint) || !covers(codePoint) ? PLACEHOLDER : character
  }
  return result
}

const isSurrogate = (codePoint: number) => codePoint >= 0xd800 && codePoint <= 0xdfff

const blank = / {2,}/gu

/** A run of spaces in a letterhead is a blank for the pen: kept at its width, and never broken at a line's end. */
export const keepBlanks = (text: string): string => text.replace(blank, (spaces) => '\u00A0'.repeat(spaces.length))
