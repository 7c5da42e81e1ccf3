// The top of the first page: who issues the document, under whom, its number, place and date, and what it is.

import type { ReportDocument } from '../../../shared/report/document.ts'
import { type Preset, pageOf, type TextRole, type TextStyle } from '../../../shared/report/preset.ts'
import { keepBlanks } from './legible.ts'
import { breakLines, type Line } from './lines.ts'
import { type Box, baselineIn, lineMarks, type Mark, singleLeading } from './marks.ts'
import type { Slice } from './pages.ts'
import { type Composing, textSlices } from './paragraph.ts'

type Stack = { marks: Mark[]; height: number; lines: readonly Line[] }

/** Two blocks side by side, each centred in its column; their first lines share a baseline. */
export function letterheadSlice(header: ReportDocument['header'], composing: Composing): Slice {
  const { left, right } = columnsOf(composing.preset)
  const bodies = stackOf(
    [
      ['bodyAbove', header.bodyAbove],
      ['body', header.body],
      ['separator', composing.preset.letterhead.separator],
      ['documentNumber', header.documentNumber],
    ],
    left,
    composing,
    drop(composing),
  )
  const heading = stackOf([['heading', header.heading]], right, composing)
  const ruled = ruleBelow(heading, right, composing)
  const date = stackOf([['placeAndDate', header.placeAndDate]], right, composing, ruled.height)
  const height = Math.max(bodies.height, date.height) + composing.preset.letterhead.spaceAfter
  return { height, above: 0, marks: [...bodies.marks, ...ruled.marks, ...date.marks], withNext: true }
}

/** The heading is set larger: the block beside it starts a little lower, for their baselines to meet. */
function drop({ preset, typeface }: Composing): number {
  const baselineOf = (style: TextStyle) => baselineIn(singleLeading(style, typeface), style, typeface)
  return baselineOf(preset.text.heading) - baselineOf(preset.text.bodyAbove)
}

function columnsOf(preset: Preset): { left: Omit<Box, 'align'>; right: Omit<Box, 'align'> } {
  const { textWidth } = pageOf(preset)
  const width = textWidth * preset.letterhead.leftShare
  return { left: { x: 0, width }, right: { x: width, width: textWidth - width } }
}

/** Centred texts below one another. */
function stackOf(
  texts: readonly (readonly [TextRole, string])[],
  column: Omit<Box, 'align'>,
  { preset, typeface }: Composing,
  top = 0,
): Stack {
  const marks: Mark[] = []
  const lines: Line[] = []
  let height = top
  for (const [role, text] of texts) {
    const style = preset.text[role]
    const leading = singleLeading(style, typeface)
    for (const line of breakLines(keepBlanks(text), { typeface, style, width: column.width, balanced: true })) {
      marks.push(
        ...lineMarks(
          line,
          height + baselineIn(leading, style, typeface),
          { ...column, align: 'center' },
          style,
          typeface,
        ),
      )
      lines.push(line)
      height += leading
    }
  }
  return { marks, height, lines }
}

/** The rule under the heading is as long as the heading's last line. */
function ruleBelow({ marks, height, lines }: Stack, column: Omit<Box, 'align'>, { preset }: Composing) {
  const { thickness, gap } = preset.letterhead.rule
  const length = lines.at(-1)?.width ?? 0
  const x1 = column.x + (column.width - length) / 2
  const y = height + gap / 2
  const rule: Mark = { mark: 'line', x1, x2: x1 + length, y1: y, y2: y, thickness, tone: 'ink' }
  return { marks: [...marks, rule], height: height + gap * 2 }
}

/** Kind and subject, centred, with the short rule below. */
export function titleSlices(
  { kind, subject }: Pick<ReportDocument, 'kind' | 'subject'>,
  composing: Composing,
): Slice[] {
  const { title } = composing.preset
  const placing = { above: 0, align: 'center', indent: 0, withNext: true } as const
  const rule = textSlices(title.subjectRule, { ...placing, role: 'subject' }, composing)
  return [
    ...textSlices(kind, { ...placing, role: 'kind' }, composing),
    ...textSlices(subject, { ...placing, role: 'subject' }, composing),
    ...rule.map((slice) => ({ ...slice, height: slice.height + title.spaceAfter })),
  ]
}
