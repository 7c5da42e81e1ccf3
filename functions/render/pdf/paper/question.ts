// A question on paper: its number in a column of its own, its words, and below them room for the answer. It stays on one
// page as long as it fits on one.

import type { PaperBlock, PaperField } from '../../../../shared/report/paper.ts'
import { pageOf, pointsOf } from '../../../../shared/report/preset.ts'
import { type Mark, moved, singleLeading } from '../marks.ts'
import type { Slice } from '../pages.ts'
import type { Composing } from '../paragraph.ts'
import { boxedLines, frame, lineSlices, pairedSlices, rule, stacked } from './boxed.ts'
import { pictureMark } from './pictures.ts'

type QuestionBlock = Extract<PaperBlock, { type: 'question' }>
type Column = { readonly x: number; readonly width: number }

export function questionSlices(question: QuestionBlock, composing: Composing): Slice[] {
  const { preset } = composing
  const { numberWidth, spacing, pictureMm } = preset.paper.question
  const column = { x: numberWidth, width: pageOf(preset).textWidth - numberWidth }
  const words = { ...column, align: 'left' } as const
  const label = question.isRequired ? `${question.label}\u00A0*` : question.label
  const number = boxedLines('questionNumber', `${question.number}.`, { ...words, x: 0, width: numberWidth }, composing)
  const remarks = [question.condition, question.hint].filter((text) => text !== '')
  const slices = [
    ...pairedSlices(number, boxedLines('question', label, words, composing), spacing),
    ...remarks.flatMap((text) => lineSlices(boxedLines('hint', text, words, composing), 0, true)),
    ...(question.picture ? [pictureSlice(question.picture, column, pointsOf(pictureMm))] : []),
    ...fieldSlices(question.answer, column, composing),
  ]
  return slices.map((slice, index) => ({ ...slice, withNext: index < slices.length - 1 }))
}

function pictureSlice(picture: NonNullable<QuestionBlock['picture']>, { x, width }: Column, height: number): Slice {
  const mark = pictureMark(picture, { width, height })
  return { height: height + 4, above: 4, marks: [moved(mark, x, 0)], withNext: true }
}

function fieldSlices(field: PaperField, column: Column, composing: Composing): Slice[] {
  const { lineHeight } = composing.preset.paper.question
  switch (field.field) {
    case 'lines':
      return Array.from({ length: field.lines }, () => ({
        height: lineHeight,
        above: 0,
        marks: [rule(column.x, column.x + column.width, lineHeight - 4, 0.5)],
        withNext: true,
      }))
    case 'digits':
      return [digitsSlice(field, column, composing)]
    case 'choices':
      return choiceSlices(field, column, composing)
    case 'scale':
      return scaleSlices(field.values, column, composing)
    case 'box': {
      const height = pointsOf(field.heightMm)
      const marks = frame(column.x, 0, Math.min(column.width, pointsOf(90)), height, 0.6)
      return [{ height: height + 2, above: 4, marks, withNext: true }]
    }
    case 'none':
      return []
  }
}

type Digits = Extract<PaperField, { field: 'digits' }>

/** A box for each digit; what stands between groups, and the bounds after them. */
function digitsSlice({ groups, between, after }: Digits, { x, width }: Column, composing: Composing): Slice {
  const { digit } = composing.preset.paper.question
  const all = groups.reduce((sum, count) => sum + count, 0)
  const size = Math.min(digit.width, (width - 12 * groups.length - 4) / all)
  const marks: Mark[] = []
  let at = x
  for (const [index, count] of groups.entries()) {
    for (let box = 0; box < count; box += 1) marks.push(...frame(at + box * size, 0, size, digit.height, digit.border))
    at += count * size
    const sign = between[index] ?? ''
    if (index < groups.length - 1) {
      marks.push(...wordMarks(sign, { x: at, width: 12 }, digit.height, 'center', composing))
      at += 12
    }
  }
  marks.push(...wordMarks(after, { x: at + 8, width: 200 }, digit.height, 'left', composing))
  return { height: digit.height + 2, above: 4, marks, withNext: true }
}

/** One line of words in the middle of a height. */
function wordMarks(
  text: string,
  { x, width }: Column,
  height: number,
  align: 'left' | 'center',
  composing: Composing,
): Mark[] {
  const [line] = boxedLines('choice', text, { x, width, align }, composing)
  return line ? line.marks.map((mark) => moved(mark, 0, (height - line.height) / 2)) : []
}

type Choices = Extract<PaperField, { field: 'choices' }>

/** Choices that are short enough stand in four columns, which are the same for every question of a form. */
const mostColumns = 4

function choiceSlices({ sign, choices }: Choices, column: Column, composing: Composing): Slice[] {
  const { signGap, columnGap, order } = composing.preset.paper.question
  const signWidth = signWidthOf(sign, composing) + signGap
  const longest = Math.max(...choices.map((choice) => widthOf(choice, composing)))
  const fitting = Math.floor((column.width + columnGap) / (signWidth + longest + columnGap))
  const columns = Math.max(1, Math.min(mostColumns, fitting))
  const width = (column.width + columnGap) / columns
  const rows = Array.from({ length: Math.ceil(choices.length / columns) }, (_, row) =>
    choices.slice(row * columns, (row + 1) * columns),
  )
  return rows.map((row) => {
    const cells = row.map((choice, at) => {
      const x = column.x + at * width
      const words = { x: x + signWidth, width: width - signWidth - columnGap, align: 'left' } as const
      const set = stacked(boxedLines('choice', choice, words, composing))
      return { height: set.height, marks: [...signMarks(sign, x, composing), ...set.marks] }
    })
    const height = Math.max(...cells.map((cell) => cell.height), sign === 'order' ? order + 2 : 0)
    return { height, above: 3, marks: cells.flatMap(({ marks }) => marks), withNext: true }
  })
}

function signWidthOf(sign: Choices['sign'], { preset }: Composing): number {
  const { ring, square, order } = preset.paper.question
  return sign === 'ring' ? 2 * ring : sign === 'square' ? square : order
}

function widthOf(text: string, { preset, typeface }: Composing): number {
  return typeface.widthOf(typeface.legible(text).slice(0, 200), 'regular', preset.text.choice.size)
}

const signThickness = 0.7

/** In the middle of a line of the choices' words. */
function signMarks(sign: Choices['sign'], x: number, { preset, typeface }: Composing): Mark[] {
  const { ring, square, order } = preset.paper.question
  const middle = singleLeading(preset.text.choice, typeface) / 2 + 0.5
  if (sign === 'ring') return [ringMark(x + ring, middle, ring)]
  const side = sign === 'square' ? square : order
  return frame(x, middle - side / 2, side, side, signThickness)
}

const ringMark = (x: number, y: number, radius: number): Mark => ({
  mark: 'ring',
  x,
  y,
  radius,
  thickness: signThickness,
  tone: 'ink',
})

/** Numbers in a row, a ring above each. */
function scaleSlices(values: readonly string[], column: Column, composing: Composing): Slice[] {
  const { ring } = composing.preset.paper.question
  const step = Math.min(36, column.width / values.length)
  const top = 2 * ring + 2
  const cells = values.map((value, at) => {
    const box = { x: column.x + at * step, width: step, align: 'center' } as const
    const words = stacked(boxedLines('choice', value, box, composing))
    const marks = [ringMark(box.x + step / 2, ring + 1, ring), ...words.marks.map((mark) => moved(mark, 0, top))]
    return { height: top + words.height, marks }
  })
  const height = Math.max(...cells.map((cell) => cell.height))
  return [{ height, above: 4, marks: cells.flatMap(({ marks }) => marks), withNext: true }]
}
