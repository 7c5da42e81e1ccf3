// Texts of the body as slices: paragraphs, headings and dashed items, one slice for each line.

import type { ReportDocument, Run } from '../../../shared/report/document.ts'
import { type Preset, pageOf, pointsOf, type TextRole } from '../../../shared/report/preset.ts'
import { breakLines, type Line } from './lines.ts'
import { linkedText, linksByLine, type Span } from './links.ts'
import { type Align, baselineIn, lineMarks, type Mark, singleLeading } from './marks.ts'
import type { Slice } from './pages.ts'
import type { Typeface } from './typeface.ts'

/** What every block is set with. */
export type Composing = {
  preset: Preset
  typeface: Typeface
  /** Where figures lead to; without it they lead nowhere. */
  links?: ReportDocument['links'] | undefined
}

type Placing = { role: TextRole; above: number; align: Align; indent: number; withNext: boolean }

/** Running text: justified, first line indented. Each line end in it starts a paragraph of its own. */
export function paragraphSlices(runs: readonly Run[], composing: Composing): Slice[] {
  const { paragraph } = composing.preset
  const indent = pointsOf(paragraph.firstLineIndentMm)
  const placing: Placing = { role: 'paragraph', above: paragraph.spacing, align: 'justify', indent, withNext: false }
  const { text, spans } = linkedText(runs, composing.typeface, composing.links)
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: part, index }) => {
    const own = spans.map((span) => ({ ...span, from: span.from - index, to: span.to - index }))
    return textSlices(part, placing, composing, own)
  })
}

const headingRoles = { 1: 'part', 2: 'section', 3: 'subsection', 4: 'point' } as const

/** A heading never ends a page. */
export function headingSlices(
  heading: { level: 1 | 2 | 3 | 4; marker: string; text: string },
  composing: Composing,
): Slice[] {
  const { paragraph, headings } = composing.preset
  const placing: Placing = {
    role: headingRoles[heading.level],
    above: paragraph.spacing + headings.spaceAbove[heading.level],
    align: 'justify',
    indent: pointsOf(paragraph.firstLineIndentMm),
    withNext: true,
  }
  const text = `${heading.marker} ${heading.text}`.trim()
  const title = composing.typeface.legible(text).replaceAll('\n', ' ')
  const [first, ...others] = textSlices(text, placing, composing)
  if (!first) return []
  const entry: Mark = { mark: 'heading', x: 0, y: 0, level: heading.level, title, tone: 'ink' }
  return [{ ...first, marks: [entry, ...first.marks] }, ...others]
}

/** Lines across the whole text width. */
export function textSlices(
  text: string,
  placing: Placing,
  { preset, typeface }: Composing,
  spans: readonly Span[] = [],
): Slice[] {
  const style = preset.text[placing.role]
  const { textWidth } = pageOf(preset)
  const balanced = placing.align === 'center'
  const lines = breakLines(text, { typeface, style, width: textWidth, firstIndent: placing.indent, balanced })
  const leading = leadingOf(placing.role, { preset, typeface })
  const baseline = baselineIn(leading, style, typeface)
  const marksOf = lines.map((line, index) => {
    const indent = index === 0 ? placing.indent : 0
    const box = { x: indent, width: textWidth - indent, align: placing.align }
    return lineMarks(line, baseline, box, style, typeface)
  })
  const links = linksByLine(marksOf, { text, spans }, typeface)
  return lines.map((_, index) => {
    return {
      height: leading,
      above: index === 0 ? placing.above : 0,
      marks: [...(marksOf[index] ?? []), ...(links[index] ?? [])],
      withNext: placing.withNext || isKept(index, lines, preset.paragraph.linesKept),
    }
  })
}

/** The guideline's exact leading is for lines of the body's size; smaller and larger type is set single. */
function leadingOf(role: TextRole, { preset, typeface }: Composing): number {
  const style = preset.text[role]
  const { leading } = preset.paragraph
  return leading !== 'single' && style.size === preset.text.paragraph.size ? leading : singleLeading(style, typeface)
}

/** No page ends after a paragraph's first line, or begins with its last. */
function isKept(index: number, lines: readonly Line[], kept: number): boolean {
  const after = index + 1
  return after < lines.length && (after < kept || lines.length - after < kept)
}
