// A report as pages of marks: every block in turn becomes slices, the slices fill pages, each page gets its number and,
// until the report is issued, the draft mark.

import type { Block, ReportDocument } from '../../../shared/report/document.ts'
import { type Preset, pageOf, pointsOf, type TextRole } from '../../../shared/report/preset.ts'
import { chartSlices } from './chart.ts'
import { closingSlices } from './closing.ts'
import { letterheadSlice, titleSlices } from './letterhead.ts'
import { breakLines } from './lines.ts'
import { type Align, lineMarks, type Mark } from './marks.ts'
import { cutPages, type Slice } from './pages.ts'
import { type Composing, headingSlices, paragraphSlices } from './paragraph.ts'
import { tableSlices } from './table.ts'
import type { Typeface } from './typeface.ts'
import { verificationSlices } from './verification.ts'

/** A page's marks, in points from its top left corner. */
export type NumberedPage = { number: number; marks: readonly Mark[] }

export function typeset(document: ReportDocument, preset: Preset, typeface: Typeface): NumberedPage[] {
  const composing: Composing = { preset, typeface, links: document.links }
  const page = pageOf(preset)
  const slices = slicesOf(document, composing)
  return cutPages(slices, page.textHeight, page).map((marks, index) => ({
    number: index + 1,
    marks: [...pageMarks(document, index + 1, composing), ...shadesFirst(marks)],
  }))
}

function* slicesOf(document: ReportDocument, composing: Composing): Iterable<Slice> {
  yield letterheadSlice(document.header, composing)
  yield* titleSlices(document, composing)
  yield* keptWithNext(bodySlices(document.blocks, composing))
  const closing = closingSlices(document, composing)
  const verification = verificationSlices(document, composing)
  // Nor does the code by which a copy is verified stand alone.
  yield* verification.length === 0 ? closing : keptWithNext(closing)
  yield* verification
}

function* bodySlices(blocks: readonly Block[], composing: Composing): Iterable<Slice> {
  for (const block of blocks) yield* blockSlices(block, composing)
}

/** A row's shade would cover half of the rule above it, which the row before has drawn. */
export function shadesFirst(marks: readonly Mark[]): Mark[] {
  const isShade = ({ tone }: Mark) => tone === 'shade' || tone === 'shade-missed'
  const shades = marks.filter(isShade)
  return shades.length === 0 ? [...marks] : [...shades, ...marks.filter((mark) => !isShade(mark))]
}

export function blockSlices(block: Block, composing: Composing): Iterable<Slice> {
  switch (block.type) {
    case 'heading':
      return headingSlices(block, composing)
    case 'paragraph':
      return paragraphSlices(block.runs, composing)
    case 'list':
      return block.items.flatMap((item) =>
        paragraphSlices([{ text: composing.preset.list.marker }, ...item], composing),
      )
    case 'table':
      return tableSlices(block, composing)
    case 'chart':
      return chartSlices(block, composing)
  }
}

/** A signature never stands on a page of its own: the last lines of the body go with it. */
export function* keptWithNext(slices: Iterable<Slice>): Iterable<Slice> {
  let last: Slice | undefined
  for (const slice of slices) {
    if (last) yield last
    last = slice
  }
  if (last) yield { ...last, withNext: true }
}

/** What stands in the top margin. It comes first on the page, so that it is never read in the middle of a sentence. */
function pageMarks({ draftMark }: ReportDocument, number: number, composing: Composing): Mark[] {
  const { preset } = composing
  const numbered = number >= preset.pageNumber.firstPage
  return [
    ...(numbered ? marginMarks('pageNumber', String(number), preset.pageNumber.baselineMm, 'center', composing) : []),
    ...(draftMark ? marginMarks('draftMark', draftMark, preset.draftMark.baselineMm, 'right', composing) : []),
  ]
}

export function marginMarks(
  role: TextRole,
  text: string,
  baselineMm: number,
  align: Align,
  { preset, typeface }: Composing,
): Mark[] {
  const style = preset.text[role]
  const { left: x, textWidth: width } = pageOf(preset)
  const [line] = breakLines(text, { typeface, style, width })
  return line ? lineMarks(line, pointsOf(baselineMm), { x, width, align }, style, typeface) : []
}
