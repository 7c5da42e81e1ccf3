// Paragraphs and the runs in them. A figure is a link to the answers behind it, and looks like the words around it.

import type { Run } from '../../../shared/report/document.ts'
import { figureHref } from '../../../shared/report/links.ts'
import type { TextStyle } from '../../../shared/report/preset.ts'
import { keepBlanks } from '../pdf/legible.ts'
import { figureStyle, runProperties, styleId, type WordRole } from './styles.ts'
import type { Writing } from './writing.ts'
import { escaped, w } from './xml.ts'

/** How the runs of one paragraph look beyond its style; colour as "666666". */
export type Emphasis = { readonly style?: Partial<TextStyle>; readonly color?: string }

const lines = /\r\n?|[\n\u2028\u2029]/u

/** A text in one run; its line ends are breaks. */
export function textRun(text: string, { style = {}, color }: Emphasis = {}, more = ''): string {
  const properties = more + runProperties(style, color)
  const content = escaped(text)
    .split('\n')
    .map((line) => w('t', { 'xml:space': 'preserve' }, line))
    .join(w('br'))
  return w('r', {}, properties === '' ? '' : w('rPr', {}, properties), content)
}

export function runs(writing: Writing, all: readonly Run[], emphasis: Emphasis = {}): string {
  return all
    .map(({ text, source }) => {
      if (!source) return textRun(text, emphasis)
      const id = writing.relate('hyperlink', figureHref(writing.document, source), true)
      const run = textRun(text, emphasis, w('rStyle', { val: figureStyle }))
      return w('hyperlink', { 'r:id': id, history: 1 }, run)
    })
    .join('')
}

/** A paragraph in the style of its role. `properties`: what it has beyond, in the order of the schema. */
export const paragraph = (style: string, content: string, properties = ''): string =>
  w('p', {}, w('pPr', {}, w('pStyle', { val: style }), properties), content)

/** A text in the style of its role; blanks for the pen keep their width. */
export const textParagraph = (role: WordRole, text: string, properties = ''): string =>
  paragraph(styleId(role), textRun(keepBlanks(text)), properties)

/** Each line end of running text starts a paragraph of its own, as in the PDF. */
export function splitLines(all: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]]
  for (const run of all) {
    const [first = '', ...rest] = run.text.split(lines)
    parts.at(-1)?.push({ ...run, text: first })
    for (const text of rest) parts.push([{ ...run, text }])
  }
  return parts.map((part) => part.filter(({ text }) => text !== '')).filter((part) => part.length > 0)
}
