// How wide a table's columns are: the weights decide, except that no column is narrower than its longest word, as long
// as the page has room for that.

import { pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { LONGEST_WORD, textOf } from './lines.ts'
import type { Composing } from './paragraph.ts'
import { faceOf } from './typeface.ts'

type CellText = { text: string; style: TextStyle }

export function columnWidths(
  rows: readonly (readonly CellText[])[],
  weights: readonly number[],
  composing: Composing,
): number[] {
  const { textWidth } = pageOf(composing.preset)
  const least = weights.map((_, column) => Math.max(...rows.map((cells) => longestWord(cells[column], composing))))
  return share(textWidth, weights, least)
}

function longestWord(cell: CellText | undefined, { preset, typeface }: Composing): number {
  if (!cell) return 0
  const face = faceOf(cell.style)
  const words = textOf(cell.text, { typeface, style: cell.style }).split(/[ \n]+/u)
  const width = Math.max(...words.map((word) => typeface.widthOf(word.slice(0, LONGEST_WORD), face, cell.style.size)))
  // A hair more than the word, or rounding would cut it.
  return width + 2 * preset.table.paddingX + 0.01
}

/** Columns that would be too narrow get their least width; the others share what is left by weight. */
export function share(total: number, weights: readonly number[], least: readonly number[]): number[] {
  if (sum(least) > total) return scaled(total, least)
  const fixed = new Set<number>()
  for (;;) {
    const free = total - sum(least.filter((_, column) => fixed.has(column)))
    const weight = sum(weights.map(positive).filter((_, column) => !fixed.has(column)))
    const widths = weights.map((own, column) =>
      fixed.has(column) ? (least[column] ?? 0) : (free * positive(own)) / weight,
    )
    const narrow = widths.findIndex((width, column) => !fixed.has(column) && width < (least[column] ?? 0))
    if (narrow < 0) return widths
    fixed.add(narrow)
  }
}

/** Without room for every word the widest columns give way, and their words are cut. */
function scaled(total: number, least: readonly number[]): number[] {
  const cap = total / least.length
  const over = sum(least.map((width) => Math.max(0, width - cap)))
  const room = total - sum(least.map((width) => Math.min(width, cap)))
  return least.map((width) => Math.min(width, cap) + (room * Math.max(0, width - cap)) / over)
}

const positive = (weight: number) => Math.max(weight, 0.01)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
