// The QR code by which a copy is verified, at the end of an issued report, with its address and code beside it, as in the PDF.

import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'
import { reportFileMessages } from '../../../shared/messages/report-file.ts'
import { pageOf, pointsOf } from '../../../shared/report/preset.ts'
import { type QrRuns, qrRuns } from '../../qr.ts'
import { columns, spaceOf } from './letterhead.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { inlinePicture } from './picture.ts'
import { styleId } from './styles.ts'
import type { Writing } from './writing.ts'

/** Nothing where the document carries no code. */
export function verification(writing: Writing): string {
  const { document, preset } = writing
  if (!document.verification) return ''
  const { address, lines } = document.verification
  const { sideMm, gap, spaceAbove } = preset.verification
  const side = pointsOf(sideMm)
  const id = writing.nextId()
  const media = `media/qr${id}.png`
  writing.addFile(`word/${media}`, qrPicture(qrRuns(address)))
  const picture = inlinePicture(writing, id, {
    name: `QR ${id}`,
    alternative: reportFileMessages[document.language].qr(address),
    ...{ width: side, height: side, media },
  })
  const words = [...lines, address].map((line) => textParagraph('tableNote', line)).join('')
  const leftShare = (side + gap) / pageOf(preset).textWidth
  return spaceOf(spaceAbove) + columns(preset, leftShare, [[paragraph(styleId('tableCell'), picture), words]])
}

/** Dots on a side of a square of the code: enough that a program that smooths pictures leaves its edges sharp. */
const dots = 8

/** A PNG of one bit for each dot. */
function qrPicture({ size, runs }: QrRuns): Uint8Array {
  const width = size * dots
  const light = Array.from({ length: size }, () => Array.from({ length: size }, () => true))
  for (const [x, y, length] of runs) light[y]?.fill(false, x, x + length)
  const bytesOf = (row: readonly boolean[]) => row.map((isLight) => (isLight ? 0xff : 0x00))
  // A row begins with the number of its filter; with eight dots a square, each square of a row is one byte.
  const rows = light.flatMap((row) => Array.from({ length: dots }, () => [0, ...bytesOf(row)])).flat()
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header.writeUInt8(1, 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', zlibSync(Uint8Array.from(rows), { level: 9 })),
      chunk('IEND', new Uint8Array()),
    ]),
  )
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, sum])
}
