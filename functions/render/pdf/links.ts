// Links on figures: where in a text a figure stands, and the areas on the page that lead to the answers behind it.

import type { ReportDocument, Run } from '../../../shared/report/document.ts'
import { figureHref } from '../../../shared/report/links.ts'
import type { Mark, TextMark } from './marks.ts'
import type { Typeface } from './typeface.ts'

/** A part of a text, from one character to before another, that leads to an address. */
export type Span = { readonly from: number; readonly to: number; readonly href: string }
export type LinkedText = { readonly text: string; readonly spans: readonly Span[] }

/** What runs say, as the page can show it; `links` undefined: nothing leads anywhere. */
export function linkedText(
  runs: readonly Run[],
  typeface: Typeface,
  links: ReportDocument['links'] | undefined,
): LinkedText {
  const [only] = runs
  if (only && runs.length === 1 && !only.source) return { text: typeface.legible(only.text), spans: [] }
  let text = ''
  const spans: Span[] = []
  for (const run of runs) {
    const from = text.length
    text += typeface.legible(run.text)
    if (links === undefined || !run.source || text.length === from) continue
    spans.push({ from, to: text.length, href: figureHref({ links }, run.source) })
  }
  return { text, spans }
}

/**
 * The areas over the figures of a text that has been set, line by line: `lines` hold the text's words in their order, as marks.
 */
export function linksByLine(lines: readonly (readonly Mark[])[], linked: LinkedText, typeface: Typeface): Mark[][] {
  if (linked.spans.length === 0) return []
  let read = 0
  return lines.map((marks) =>
    marks.flatMap((mark) => {
      if (mark.mark !== 'text') return []
      return [...mark.text.matchAll(/[^ ]+/gu)].flatMap(({ 0: word, index }) => {
        const at = linked.text.indexOf(word, read)
        if (at < 0) return []
        read = at + word.length
        return linksInWord(mark, index, at, read, linked.spans, typeface)
      })
    }),
  )
}

/** The area over a text, a little more than its letters are high. `y`: its baseline. */
export const linkOver = ({ x, y, size }: Pick<TextMark, 'x' | 'y' | 'size'>, width: number, href: string): Mark => ({
  mark: 'link',
  x,
  y: y - size,
  width,
  height: size * 1.25,
  href,
  tone: 'ink',
})

/** A word that stands at `index` of its mark is the text from `at` to `end`. */
function linksInWord(
  { x, y, face, size, text }: TextMark,
  index: number,
  at: number,
  end: number,
  spans: readonly Span[],
  typeface: Typeface,
): Mark[] {
  const placeOf = (character: number) => x + typeface.widthOf(text.slice(0, index + character - at), face, size)
  return spans
    .filter(({ from, to }) => from < end && to > at)
    .map(({ from, to, href }): Mark => {
      const left = placeOf(Math.max(from, at))
      const width = placeOf(Math.min(to, end)) - left
      return linkOver({ x: left, y, size }, width, href)
    })
}
