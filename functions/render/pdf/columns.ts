// How wide a table's columns are: the weights decide, except that no column is narrower than its longest word, as long
// as the page has room for that.

import { pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { share } from '../share-width.ts'
import { textOf } from './lines.ts'
import type { Composing } from './paragraph.ts'
import { faceOf } from './typeface.ts'

type CellText = { text: string; style: TextStyle }

export function columnWidths(
  rows: readonly (readonly CellText[])[],
  weights: readonly number[],
  composing: Composing,
): number[] {
  const { textWidth } = pageOf(composing.preset)
  const least = weights.map((_, column) =>
    rows.reduce((width, cells) => Math.max(width, longestWord(cells[column], composing)), 0),
  )
  return share(textWidth, weights, least)
}

function longestWord(cell: CellText | undefined, { preset, typeface }: Composing): number {
  if (!cell) return 0
  const text = textOf(cell.text, { typeface, style: cell.style }).replaceAll('\n', ' ')
  // A hair more than the word, or rounding would cut it.
  return typeface.widestWord(text, faceOf(cell.style), cell.style.size) + 2 * preset.table.paddingX + 0.01
}
