// Lines of a text within a box of its own, where what stands beside it decides how high the slice is.

import type { TextRole } from '../../../../shared/report/preset.ts'
import { breakLines } from '../lines.ts'
import { type Box, baselineIn, lineMarks, type Mark, moved, singleLeading } from '../marks.ts'
import type { Slice } from '../pages.ts'
import type { Composing } from '../paragraph.ts'

export type SetLine = { readonly height: number; readonly marks: readonly Mark[] }

/** A text's lines, set single, each with its marks from the line's own top. */
export function boxedLines(role: TextRole, text: string, box: Box, { preset, typeface }: Composing): SetLine[] {
  const style = preset.text[role]
  const height = singleLeading(style, typeface)
  const baseline = baselineIn(height, style, typeface)
  const balanced = box.align === 'center'
  return breakLines(text, { typeface, style, width: box.width, balanced }).map((line) => ({
    height,
    marks: lineMarks(line, baseline, box, style, typeface),
  }))
}

/** Lines below one another as one block. */
export function stacked(lines: readonly SetLine[]): { height: number; marks: Mark[] } {
  let height = 0
  const marks = lines.flatMap((line) => {
    const top = height
    height += line.height
    return line.marks.map((mark) => moved(mark, 0, top))
  })
  return { height, marks }
}

/** A slice for each line, all of them together with what follows where `withNext` says so. */
export const lineSlices = (lines: readonly SetLine[], above: number, withNext: boolean): Slice[] =>
  lines.map((line, index) => ({ ...line, above: index === 0 ? above : 0, withNext }))

/** Two columns side by side: a slice for each line of the longer one. */
export function pairedSlices(left: readonly SetLine[], right: readonly SetLine[], above: number): Slice[] {
  const count = Math.max(left.length, right.length)
  return Array.from({ length: count }, (_, index) => {
    const lines = [left[index], right[index]].filter((line) => line !== undefined)
    return {
      height: Math.max(...lines.map(({ height }) => height)),
      above: index === 0 ? above : 0,
      marks: lines.flatMap(({ marks }) => marks),
      withNext: index + 1 < Math.min(count, 3),
    }
  })
}

export const rule = (x1: number, x2: number, y: number, thickness: number): Mark => ({
  mark: 'line',
  x1,
  x2,
  y1: y,
  y2: y,
  thickness,
  tone: 'axis',
})

/** The outline of a box. */
export function frame(x: number, y: number, width: number, height: number, thickness: number): Mark[] {
  const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    mark: 'line',
    x1,
    y1,
    x2,
    y2,
    thickness,
    tone: 'ink',
  })
  return [
    line(x, y, x + width, y),
    line(x, y + height, x + width, y + height),
    line(x, y, x, y + height),
    line(x + width, y, x + width, y + height),
  ]
}
