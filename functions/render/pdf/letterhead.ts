// The top of the first page: who issues the document, under whom, its number, place and date, and what it is.

import type { ReportDocument } from '../../../shared/report/document.ts'
import { type LetterheadLine, type Preset, pageOf, type Rule } from '../../../shared/report/preset.ts'
import { keepBlanks } from './legible.ts'
import { breakLines, type Line } from './lines.ts'
import { baselineIn, lineMarks, type Mark, moved, singleLeading } from './marks.ts'
import type { Slice } from './pages.ts'
import { type Composing, textSlices } from './paragraph.ts'

type Stack = { marks: Mark[]; height: number }
type Column = { x: number; width: number; align: 'left' | 'center' | 'right' }

/** Rows of two blocks side by side, as the preset has them. */
export function letterheadSlice(header: ReportDocument['header'], composing: Composing): Slice {
  const { letterhead } = composing.preset
  const { left, right } = columnsOf(composing.preset)
  const marks: Mark[] = []
  let height = 0
  for (const row of letterhead.rows) {
    const baseline = Math.max(firstBaseline(row.left, header, composing), firstBaseline(row.right, header, composing))
    const blocks = [
      stackOf(row.left, left, baseline, header, composing),
      stackOf(row.right, right, baseline, header, composing),
    ]
    const most = Math.max(...blocks.map((block) => block.height))
    if (most === 0) continue
    marks.push(...blocks.flatMap((block) => block.marks.map((mark) => moved(mark, 0, height + row.spaceAbove))))
    height += row.spaceAbove + most
  }
  if (letterhead.foot) {
    const { thickness, gap } = letterhead.foot
    marks.push(ruleMark(0, pageOf(composing.preset).textWidth, height + gap, thickness))
    height += gap + thickness
  }
  return { height: height + letterhead.spaceAfter, above: 0, marks, withNext: true }
}

/** Where one block begins with larger type, the other starts a little lower, for their baselines to meet. */
function firstBaseline(
  lines: readonly LetterheadLine[],
  header: ReportDocument['header'],
  { preset, typeface }: Composing,
): number {
  const first = lines.find((line) => textOf(line, header) !== '')
  const style = first && preset.text[first.role]
  return style ? baselineIn(singleLeading(style, typeface), style, typeface) : 0
}

function columnsOf(preset: Preset): { left: Column; right: Column } {
  const { textWidth } = pageOf(preset)
  const { leftShare, align } = preset.letterhead
  const width = textWidth * leftShare
  const { left, right } = align
  return { left: { x: 0, width, align: left }, right: { x: width, width: textWidth - width, align: right } }
}

const textOf = ({ text }: LetterheadLine, header: ReportDocument['header']): string =>
  typeof text === 'string' ? (header[text] ?? '') : text.fixed

/** Texts below one another, each with its rule; the first line stands on the baseline. */
function stackOf(
  texts: readonly LetterheadLine[],
  column: Column,
  firstLine: number,
  header: ReportDocument['header'],
  composing: Composing,
): Stack {
  const { preset, typeface } = composing
  const marks: Mark[] = []
  const drop = firstLine - firstBaseline(texts, header, composing)
  let height = 0
  for (const line of texts) {
    const style = preset.text[line.role]
    const leading = singleLeading(style, typeface)
    const setting = { typeface, style, width: column.width, balanced: column.align === 'center' }
    const lines = breakLines(keepBlanks(textOf(line, header)), setting)
    if (height === 0 && lines.length > 0) height = drop
    for (const one of lines) {
      marks.push(...lineMarks(one, height + baselineIn(leading, style, typeface), column, style, typeface))
      height += leading
    }
    const last = lines.at(-1)
    if (!line.rule || !last) continue
    marks.push(ruleBelow(line.rule, last, column, height))
    height += line.rule.gap * 2
  }
  return { marks, height }
}

const ruleMark = (x1: number, x2: number, y: number, thickness: number): Mark => ({
  mark: 'line',
  x1,
  x2,
  y1: y,
  y2: y,
  thickness,
  tone: 'ink',
})

/** A rule that goes by the length of the line above it. */
function ruleBelow({ share, thickness, gap }: Rule, line: Line, { x, width, align }: Column, top: number): Mark {
  const length = line.width * share
  const slack = width - length
  const x1 = x + (align === 'center' ? slack / 2 : align === 'right' ? slack : 0)
  return ruleMark(x1, x1 + length, top + gap / 2, thickness)
}

/** Kind and subject, and what stands below them. */
export function titleSlices(
  { kind, subject }: Pick<ReportDocument, 'kind' | 'subject'>,
  composing: Composing,
): Slice[] {
  const { title } = composing.preset
  const placing = { above: 0, align: title.align, indent: 0, withNext: true } as const
  const last = subjectRule(subject, composing)
  return [
    ...textSlices(kind, { ...placing, role: 'kind' }, composing),
    ...textSlices(subject, { ...placing, role: 'subject' }, composing),
    ...last.map((slice) => ({ ...slice, height: slice.height + title.spaceAfter })),
  ]
}

function subjectRule(subject: string, composing: Composing): Slice[] {
  const { preset, typeface } = composing
  const { align, subjectRule: rule } = preset.title
  const { textWidth: width } = pageOf(preset)
  if (typeof rule === 'string') {
    const placing = { role: 'subject', above: 0, align, indent: 0, withNext: true } as const
    return textSlices(rule, placing, composing)
  }
  const style = preset.text.subject
  const line = rule && breakLines(subject, { typeface, style, width, balanced: align === 'center' }).at(-1)
  const marks = rule && line ? [ruleBelow(rule, line, { x: 0, width, align }, rule.gap)] : []
  return [{ height: rule ? rule.gap * 2 : 0, above: 0, marks, withNext: true }]
}
