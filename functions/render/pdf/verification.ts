// The QR code by which a copy is verified, at the end of an issued report, with its address and code beside it to be typed.

import type { ReportDocument } from '../../../shared/report/document.ts'
import { pageOf, pointsOf } from '../../../shared/report/preset.ts'
import { qrRuns } from '../../qr.ts'
import { breakLines } from './lines.ts'
import { baselineIn, lineMarks, type Mark, singleLeading } from './marks.ts'
import type { Slice } from './pages.ts'
import type { Composing } from './paragraph.ts'

/** One slice that is never cut; none where the document carries no code. */
export function verificationSlices(
  { verification }: Pick<ReportDocument, 'verification'>,
  { preset, typeface }: Composing,
): Slice[] {
  if (!verification) return []
  const { sideMm, gap, spaceAbove } = preset.verification
  const side = pointsOf(sideMm)
  const { size, runs } = qrRuns(verification.address)
  const code: Mark = { mark: 'squares', x: 0, y: 0, unit: side / size, runs, tone: 'ink' }
  const style = preset.text.tableNote
  const leading = singleLeading(style, typeface)
  const box = { x: side + gap, width: pageOf(preset).textWidth - side - gap, align: 'left' } as const
  const lines = [...verification.lines, verification.address].flatMap((text) =>
    breakLines(text, { typeface, style, width: box.width }),
  )
  const height = Math.max(side, lines.length * leading)
  const top = (height - lines.length * leading) / 2
  const words = lines.flatMap((line, index) =>
    lineMarks(line, top + index * leading + baselineIn(leading, style, typeface), box, style, typeface),
  )
  return [{ height, above: spaceAbove, marks: [code, ...words], withNext: false }]
}
