// The end of a document: who receives it, at the left, and who signs it, at the right. Both stand on one page.

import type { ReportDocument } from '../../../shared/report/document.ts'
import { pageOf, pointsOf, type TextRole } from '../../../shared/report/preset.ts'
import { breakLines } from './lines.ts'
import { type Box, baselineIn, lineMarks, type Mark, singleLeading } from './marks.ts'
import type { Slice } from './pages.ts'
import type { Composing } from './paragraph.ts'

type Closing = Pick<ReportDocument, 'recipients' | 'sign'>
type SetLine = { height: number; marks: (top: number) => Mark[] }

/** Recipients beyond what a page holds go on to the next ones; the sign block is never cut. */
export function closingSlices({ recipients, sign }: Closing, composing: Composing): Slice[] {
  const { preset } = composing
  const { textWidth, textHeight } = pageOf(preset)
  const signWidth = textWidth * preset.closing.signShare
  const signing = signLines(sign, { x: textWidth - signWidth, width: signWidth, align: 'center' }, composing)
  const list = recipientLines(recipients, { x: 0, width: textWidth - signWidth, align: 'left' }, composing)
  const fitting = linesWithin(list, textHeight)
  const above = preset.closing.spaceAbove
  const together = [stacked(signing), stacked(list.slice(0, fitting))]
  const block = {
    height: Math.max(...together.map(({ height }) => height)),
    marks: together.flatMap(({ marks }) => marks),
  }
  const rest = list
    .slice(fitting)
    .map((line) => ({ height: line.height, above: 0, marks: line.marks(0), withNext: false }))
  return [{ ...block, above, withNext: false }, ...rest]
}

function signLines(sign: Closing['sign'], box: Box, composing: Composing): SetLine[] {
  const room: SetLine = { height: pointsOf(composing.preset.closing.signatureRoomMm), marks: () => [] }
  const posts = sign.authority
    ? [...setLines('signAuthority', sign.authority, box, composing), ...setLines('signPost', sign.post, box, composing)]
    : setLines('signAuthority', sign.post, box, composing)
  return [...posts, room, ...setLines('signName', sign.name, box, composing)]
}

function recipientLines({ heading, items }: Closing['recipients'], box: Box, composing: Composing): SetLine[] {
  if (items.length === 0) return []
  const { recipientMarker } = composing.preset.closing
  return [
    ...setLines('recipientsHeading', heading, box, composing),
    ...items.flatMap((item) => setLines('recipient', `${recipientMarker}${item}`, box, composing)),
  ]
}

function setLines(role: TextRole, text: string, box: Box, { preset, typeface }: Composing): SetLine[] {
  const style = preset.text[role]
  const height = singleLeading(style, typeface)
  const baseline = baselineIn(height, style, typeface)
  return breakLines(text, { typeface, style, width: box.width }).map((line) => ({
    height,
    marks: (top) => lineMarks(line, top + baseline, box, style, typeface),
  }))
}

function stacked(lines: readonly SetLine[]): { height: number; marks: Mark[] } {
  let height = 0
  const marks = lines.flatMap((line) => {
    const top = height
    height += line.height
    return line.marks(top)
  })
  return { height, marks }
}

function linesWithin(lines: readonly SetLine[], room: number): number {
  let height = 0
  const over = lines.findIndex((line) => {
    height += line.height
    return height > room
  })
  return over < 0 ? lines.length : over
}
