// Slips to cut out, two a row on the whole sheet: the QR code and the typed code at the left, words beside them. Sizes are
// those of a slip held in the hand; no guideline speaks of them.

import type { SlipsPart, SlipsPerPage } from '../../../../shared/report/paper.ts'
import { pageOf, pointsOf, type TextStyle } from '../../../../shared/report/preset.ts'
import { qrRuns } from '../../../qr.ts'
import { breakLines, type Line } from '../lines.ts'
import { type Align, baselineIn, lineMarks, type Mark, moved, singleLeading } from '../marks.ts'
import type { Composing } from '../paragraph.ts'
import type { SetLine } from './boxed.ts'
import { stacked } from './boxed.ts'

const plain = { weight: 'regular', slant: 'upright', letters: 'as-written', underline: false } as const
const bold = { ...plain, weight: 'bold' } as const

type Look = {
  /** The QR code with its light margin, and the column that it stands in, above the code that is typed. */
  readonly qrMm: number
  readonly codesMm: number
  readonly code: TextStyle
  readonly organisation: TextStyle
  readonly title: TextStyle
  readonly whose: TextStyle
  readonly how: TextStyle
  readonly promise: TextStyle
  readonly gap: number
}

/** 105 by 74 mm, or by 37: of a longer text the slip shows as many lines as it has room for. */
const looks: Record<SlipsPerPage, Look> = {
  8: {
    qrMm: 41,
    codesMm: 41,
    code: { ...bold, size: 13 },
    organisation: { ...plain, size: 9 },
    title: { ...bold, size: 13 },
    whose: { ...bold, size: 10 },
    how: { ...plain, size: 10 },
    promise: { ...plain, slant: 'italic', size: 9.5 },
    gap: 6,
  },
  16: {
    qrMm: 25,
    codesMm: 30,
    code: { ...bold, size: 9.5 },
    organisation: { ...plain, size: 7 },
    title: { ...bold, size: 9 },
    whose: { ...bold, size: 8 },
    how: { ...plain, size: 7.5 },
    promise: { ...plain, slant: 'italic', size: 7.5 },
    gap: 2,
  },
}

const columns = 2
/** What stays empty at the edges of a slip: printers don't reach the edge of the paper, and scissors slip. */
const paddingMm = 4
/** Between the codes and the words. */
const besideMm = 3

/** The marks of each page, in points from its corner. */
export function slipPages(part: SlipsPart, composing: Composing): Mark[][] {
  const { perPage, slips } = part
  const { width, height } = pageOf(composing.preset)
  const cell = { width: width / columns, height: height / (perPage / columns) }
  return Array.from({ length: Math.ceil(slips.length / perPage) }, (_, page) => [
    ...cutMarks(width, height, perPage / columns),
    ...slips
      .slice(page * perPage, (page + 1) * perPage)
      .flatMap((slip, at) =>
        slipMarks(part, slip, cell, composing).map((mark) =>
          moved(mark, (at % columns) * cell.width, Math.floor(at / columns) * cell.height),
        ),
      ),
  ])
}

/** A cross wherever two cuts meet, and a stroke where one begins. */
function cutMarks(width: number, height: number, rows: number): Mark[] {
  const arm = pointsOf(4)
  const stroke = { mark: 'line', thickness: 0.5, tone: 'quiet' } as const
  const tops = Array.from({ length: rows + 1 }, (_, row) => (row * height) / rows)
  const lefts = Array.from({ length: columns + 1 }, (_, column) => (column * width) / columns)
  return tops.flatMap((y) =>
    lefts.flatMap((x): Mark[] => [
      ...(y === 0 || y === height ? [] : [{ ...stroke, x1: x - arm, x2: x + arm, y1: y, y2: y }]),
      ...(x === 0 || x === width ? [] : [{ ...stroke, x1: x, x2: x, y1: y - arm, y2: y + arm }]),
    ]),
  )
}

type Cell = { readonly width: number; readonly height: number }

function slipMarks(part: SlipsPart, slip: SlipsPart['slips'][number], cell: Cell, composing: Composing): Mark[] {
  const look = looks[part.perPage]
  const [padding, side, codes] = [pointsOf(paddingMm), pointsOf(look.qrMm), pointsOf(look.codesMm)]
  const room = cell.height - 2 * padding
  const words = { x: padding + codes + pointsOf(besideMm), width: 0 }
  words.width = cell.width - words.x - padding
  const { size, runs } = qrRuns(slip.link)
  const code = stacked(setLines(slip.code, look.code, { x: padding, width: codes, align: 'center' }, composing))
  const codesTop = padding + (room - side - code.height) / 2
  const text = fitting(part, slip, words, composing, room)
  return [
    { mark: 'squares', x: padding + (codes - side) / 2, y: codesTop, unit: side / size, runs, tone: 'ink' },
    ...code.marks.map((mark) => moved(mark, 0, codesTop + side)),
    ...text.marks.map((mark) => moved(mark, 0, padding + (room - text.height) / 2)),
  ]
}

/** The words of a slip. What is promised stays whole; a long title and a long organisation give way. */
function fitting(
  part: SlipsPart,
  slip: SlipsPart['slips'][number],
  box: { readonly x: number; readonly width: number },
  composing: Composing,
  room: number,
): { height: number; marks: Mark[] } {
  const look = looks[part.perPage]
  const lines = (text: string, style: TextStyle, most: number) =>
    withGap(setLines(text, style, { ...box, align: 'left' }, composing, most), look.gap)
  const set = (titleLines: number, most: number) =>
    stacked([
      ...lines(part.organisation, look.organisation, 1),
      ...lines(part.title, look.title, titleLines),
      ...lines(slip.whose, look.whose, most),
      ...lines(part.how, look.how, most + 1),
      ...lines(part.promise, look.promise, 6),
    ])
  for (const [titleLines, most] of [
    [4, 3],
    [3, 2],
    [2, 2],
    [2, 1],
  ] as const) {
    const text = set(titleLines, most)
    if (text.height <= room) return text
  }
  return set(1, 1)
}

/** The last line of a paragraph stands a little off the next. */
const withGap = (lines: readonly SetLine[], gap: number): SetLine[] =>
  lines.map((line, at) => (at === lines.length - 1 ? { ...line, height: line.height + gap } : line))

type Box = { readonly x: number; readonly width: number; readonly align: Align }

function setLines(
  text: string,
  style: TextStyle,
  box: Box,
  { typeface }: Composing,
  most = Number.POSITIVE_INFINITY,
): SetLine[] {
  if (text === '') return []
  const height = singleLeading(style, typeface)
  const baseline = baselineIn(height, style, typeface)
  const lines = breakLines(text, { typeface, style, width: box.width })
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), cut(lines[most - 1])]
  return shown.map((line) => ({ height, marks: lineMarks(line, baseline, box, style, typeface) }))
}

/** A line that others would follow. */
const cut = (line: Line | undefined): Line =>
  line ? { ...line, words: [...line.words.slice(0, -1), '…'] } : { words: ['…'], width: 0, last: true }
