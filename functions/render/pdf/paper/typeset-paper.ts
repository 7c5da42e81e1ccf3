// A paper as pages of marks: every part begins on a page of its own, with its own page numbers, foot and mark.

import type { Paper, PaperBlock, PaperPart } from '../../../../shared/report/paper.ts'
import { type Preset, pageOf, pointsOf } from '../../../../shared/report/preset.ts'
import { letterheadSlice, titleSlices } from '../letterhead.ts'
import { type Mark, moved } from '../marks.ts'
import { cutPages, type Slice } from '../pages.ts'
import { type Composing, textSlices } from '../paragraph.ts'
import { tableSlices } from '../table.ts'
import type { Typeface } from '../typeface.ts'
import { blockSlices, keptWithNext, marginMarks, shadesFirst } from '../typeset.ts'
import { boxedLines, rule } from './boxed.ts'
import { factsSlices } from './facts.ts'
import { picturesSlices, signaturesSlices } from './pictures.ts'
import { questionSlices } from './question.ts'
import { slipPages } from './slips.ts'

export type PaperPage = {
  readonly number: number
  /** On the first page of a part: what the outline calls it. */
  readonly bookmark: string | undefined
  readonly marks: readonly Mark[]
}

export function typesetPaper(paper: Paper, preset: Preset, typeface: Typeface): PaperPage[] {
  const composing = { preset, typeface }
  const pages = paper.parts.flatMap((part) =>
    ('slips' in part ? slipPages(part, composing) : partPages(part, composing)).map((marks, at) => ({
      marks,
      bookmark: at === 0 ? part.bookmark : undefined,
    })),
  )
  return pages.map((page, at) => ({ ...page, number: at + 1 }))
}

function partPages(part: PaperPart, composing: Composing): Mark[][] {
  const page = pageOf(composing.preset)
  const body = part.blocks.flatMap((block) => paperSlices(block, composing))
  const [closing, ...before] = body.toReversed()
  const slices = [...headSlices(part, composing), ...keptWithNext(before.reverse()), ...(closing ? [closing] : [])]
  const pages = cutPages(slices, page.textHeight)
  return pages.map((marks, at) => [
    ...pageMarks(part, at + 1, pages.length, composing),
    ...shadesFirst(marks).map((mark) => moved(mark, page.left, page.top)),
  ])
}

function headSlices(part: PaperPart, composing: Composing): Slice[] {
  const title = part.subject === '' ? bareTitle(part.kind, composing) : titleSlices(part, composing)
  return part.header.type === 'letterhead' ? [letterheadSlice(part.header, composing), ...title] : title
}

/** A title alone, without the short rule below. */
function bareTitle(kind: string, composing: Composing): Slice[] {
  const placing = { role: 'kind', above: 0, align: 'center', indent: 0, withNext: true } as const
  const lines = textSlices(kind, placing, composing)
  const { spaceAfter } = composing.preset.title
  return lines.map((line, at) => (at === lines.length - 1 ? { ...line, height: line.height + spaceAfter } : line))
}

function paperSlices(block: PaperBlock, composing: Composing): Slice[] {
  const { gridRowHeight } = composing.preset.paper
  switch (block.type) {
    case 'facts':
      return factsSlices(block, composing)
    case 'pictures':
      return picturesSlices(block, composing)
    case 'signatures':
      return signaturesSlices(block, composing)
    case 'question':
      return questionSlices(block, composing)
    case 'matrix':
      return [...gapSlice(composing), ...tableSlices(matrixTable(block), composing, { leastRow: 22, signs: signSizes })]
    case 'grid':
      return [
        ...gapSlice(composing),
        ...tableSlices(gridTable(block), composing, { leastRow: gridRowHeight, signs: new Map() }),
      ]
    case 'section':
      return sectionSlices(block, composing)
    case 'remark':
      return remarkSlices(block.text, composing)
    default:
      return [...blockSlices(block, composing)]
  }
}

const gapSlice = ({ preset }: Composing): Slice[] => [
  { height: preset.paragraph.spacing / 2, above: 0, marks: [], withNext: true },
]

type Section = Extract<PaperBlock, { type: 'section' }>

/** Stays with what follows, like every heading. */
function sectionSlices({ level, text }: Section, composing: Composing): Slice[] {
  const { preset } = composing
  const role = level === 1 ? 'formPart' : 'formSection'
  const placing = { role, above: preset.paragraph.spacing * 2.5, align: 'left', indent: 0, withNext: true } as const
  const lines = textSlices(text, placing, composing)
  if (level !== 1) return lines
  const line: Slice = { height: 3, above: 0, marks: [rule(0, pageOf(preset).textWidth, 2, 0.8)], withNext: true }
  return [...lines, line]
}

function remarkSlices(text: string, composing: Composing): Slice[] {
  const placing = { role: 'remark', align: 'left', indent: 0, withNext: false } as const
  const above = composing.preset.paragraph.spacing
  return text
    .split('\n')
    .flatMap((line, at) => textSlices(line, { ...placing, above: at === 0 ? above : 2 }, composing))
}

type Matrix = Extract<PaperBlock, { type: 'matrix' }>
const signs = { ring: '○', square: '□' } as const
/** The two are drawn in different sizes by the face. */
const signSizes: ReadonlyMap<string, number> = new Map([
  [signs.ring, 20],
  [signs.square, 15],
])

function matrixTable({ sign, columns, rows }: Matrix) {
  return {
    type: 'table' as const,
    caption: '',
    columns: [
      { header: '', weight: 44, align: 'left' as const },
      ...columns.map((header) => ({ header, weight: 56 / columns.length, align: 'center' as const })),
    ],
    rows: rows.map(({ number, label, isRequired, remark }) => ({
      kind: 'row' as const,
      cells: [
        { runs: [{ text: `${number}. ${label}${isRequired ? ' *' : ''}${remark === '' ? '' : `\n${remark}`}` }] },
        ...columns.map(() => ({ runs: [{ text: signs[sign] }] })),
      ],
    })),
  }
}

type Grid = Extract<PaperBlock, { type: 'grid' }>

/** The first column counts the rows. */
function gridTable({ columns, rows }: Grid) {
  return {
    type: 'table' as const,
    caption: '',
    columns: columns.map(({ header, weight }, at) => ({
      header,
      weight,
      align: at === 0 ? ('center' as const) : ('left' as const),
    })),
    rows: Array.from({ length: rows }, (_, at) => ({
      kind: 'row' as const,
      cells: [{ runs: [{ text: String(at + 1) }] }],
    })),
  }
}

/** What stands in the margins: number, mark and the plain line at the top, small lines at the foot. */
function pageMarks(part: PaperPart, number: number, of: number, composing: Composing): Mark[] {
  const { preset } = composing
  const { header, mark, numbering } = part
  const isNumbered = numbering === 'top' && number >= preset.pageNumber.firstPage
  return [
    ...(isNumbered ? marginMarks('pageNumber', String(number), preset.pageNumber.baselineMm, 'center', composing) : []),
    ...(mark === null ? [] : marginMarks('draftMark', mark, preset.draftMark.baselineMm, 'right', composing)),
    ...(header.type === 'line' ? topLine(header, composing) : []),
    ...footMarks(part, number, of, composing),
  ]
}

function topLine({ left, right }: { left: string; right: string }, composing: Composing): Mark[] {
  const { baselineMm } = composing.preset.pageNumber
  return [
    ...marginMarks('marginLine', left, baselineMm, 'left', composing),
    ...marginMarks('marginLine', right, baselineMm, 'right', composing),
  ]
}

function footMarks({ footer, numbering }: PaperPart, number: number, of: number, composing: Composing): Mark[] {
  const { preset } = composing
  const { left, textWidth } = pageOf(preset)
  const { baselineMm, leading } = preset.paper.footer
  const top = pointsOf(baselineMm) - leading
  const lines = footer.flatMap((text) =>
    boxedLines('footer', text, { x: left, width: textWidth, align: 'left' }, composing),
  )
  const counted =
    numbering === 'foot'
      ? boxedLines('footer', `${number}/${of}`, { x: left, width: textWidth, align: 'right' }, composing)
      : []
  if (lines.length + counted.length === 0) return []
  return [
    rule(left, left + textWidth, top - 2, 0.4),
    ...lines.slice(0, 3).flatMap(({ marks }, at) => marks.map((mark) => moved(mark, 0, top + at * leading))),
    ...counted.slice(0, 1).flatMap(({ marks }) => marks.map((mark) => moved(mark, 0, top))),
  ]
}
