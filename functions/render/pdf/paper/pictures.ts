// Photos of a record, two a row with their words below, and who signs it, two a row as well.

import type { PaperPicture, PicturesBlock, SignaturesBlock } from '../../../../shared/report/paper.ts'
import { pageOf, pointsOf } from '../../../../shared/report/preset.ts'
import { type Mark, moved } from '../marks.ts'
import type { Slice } from '../pages.ts'
import type { Composing } from '../paragraph.ts'
import { boxedLines, type SetLine, stacked } from './boxed.ts'

/** In the middle of a box, as large as fits, never larger than its own pixels at 96 to the inch. */
export function pictureMark({ sha256, width, height }: PaperPicture, box: { width: number; height: number }): Mark {
  const scale = Math.min(box.width / width, box.height / height, 72 / 96)
  const size = { width: width * scale, height: height * scale }
  const x = (box.width - size.width) / 2
  return { mark: 'picture', x, y: box.height - size.height, ...size, sha256, tone: 'ink' }
}

const pairs = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / 2) }, (_, at) => items.slice(2 * at, 2 * at + 2))

export function picturesSlices({ items }: PicturesBlock, composing: Composing): Slice[] {
  const { preset } = composing
  const { gap, heightMm } = preset.paper.photos
  const width = (pageOf(preset).textWidth - gap) / 2
  return pairs(items).map((row) => {
    const height = Math.max(...row.map(({ picture }) => shownHeight(picture, width, pointsOf(heightMm))))
    const cells = row.map(({ picture, caption }, column) => {
      const x = column * (width + gap)
      const words = stacked(boxedLines('photoCaption', caption, { x, width, align: 'center' }, composing))
      return {
        height: height + 4 + words.height,
        marks: [
          moved(pictureMark(picture, { width, height }), x, 0),
          ...words.marks.map((mark) => moved(mark, 0, height + 4)),
        ],
      }
    })
    return {
      height: Math.max(...cells.map((cell) => cell.height)),
      above: preset.paragraph.spacing * 1.5,
      marks: cells.flatMap(({ marks }) => marks),
      withNext: false,
    }
  })
}

/** How high a picture comes out in a column. */
const shownHeight = ({ width, height }: PaperPicture, columnWidth: number, most: number): number =>
  height * Math.min(columnWidth / width, most / height, 72 / 96)

/** Each row stands on one page. */
export function signaturesSlices({ items }: SignaturesBlock, composing: Composing): Slice[] {
  const { preset } = composing
  const width = pageOf(preset).textWidth / 2
  return pairs(items).map((row) => {
    const blocks = row.map((one, column) => {
      const x = column * width
      return stacked(signatureLines(one, x, width, composing))
    })
    return {
      height: Math.max(...blocks.map(({ height }) => height)),
      above: preset.closing.spaceAbove,
      marks: blocks.flatMap(({ marks }) => marks),
      withNext: false,
    }
  })
}

function signatureLines(
  { heading, remark, picture, name }: SignaturesBlock['items'][number],
  x: number,
  width: number,
  composing: Composing,
): SetLine[] {
  const { signature } = composing.preset.paper
  const inner = { x: x + 4, width: width - 8, align: 'center' } as const
  const room = { width: Math.min(inner.width, pointsOf(signature.widthMm)), height: pointsOf(signature.heightMm) }
  const left = inner.x + (inner.width - room.width) / 2
  const marks = picture ? [moved(pictureMark(picture, room), left, 0)] : []
  return [
    ...boxedLines('signAuthority', heading, inner, composing),
    ...boxedLines('signRemark', remark, inner, composing),
    { height: room.height, marks },
    ...boxedLines('signName', name, inner, composing),
  ]
}
