// A table as slices, one for each row, so that no row is cut in two; the header row comes again on every page.

import type { Cell, TableBlock } from '../../../shared/report/document.ts'
import { pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { columnWidths } from './columns.ts'
import { breakLines, type Line } from './lines.ts'
import { type LinkedText, linkedText, linksByLine } from './links.ts'
import { type Align, baselineIn, lineMarks, type Mark, singleLeading, type Tone } from './marks.ts'
import type { Slice, Upright } from './pages.ts'
import { type Composing, textSlices } from './paragraph.ts'

type RowKind = TableBlock['rows'][number]['kind'] | 'header'
type CellLook = { style: TextStyle; tone: Tone; shade: Tone | undefined; leading: number }
type CellSetting = LinkedText & CellLook & { align: Align }
type Grid = Composing & { widths: readonly number[]; height: number; leastRow: number; upright: Upright }
type SetCell = { cell: CellSetting; lines: readonly Line[]; x: number; width: number }

/** What a table is set with besides, where it is filled in by pen: the least height of its rows, and the size of signs. */
type ForPen = { leastRow: number; signs: ReadonlyMap<string, number> }
const notForPen: ForPen = { leastRow: 0, signs: new Map() }

export function* tableSlices(table: TableBlock, composing: Composing, pen = notForPen): Iterable<Slice> {
  const { preset } = composing
  const looks = new Map<string, CellLook>()
  const header = table.columns.map((column) =>
    cellSetting([{ text: column.header }], lookOf('header', undefined, table, composing, looks), 'center', composing),
  )
  const rows = table.rows.map(({ kind, cells }) =>
    table.columns.map((column, index) => {
      const cell: Cell = cells[index] ?? { runs: [] }
      const look = lookOf(kind, cell.emphasis, table, composing, looks)
      const setting = cellSetting(cell.runs, look, column.align, composing)
      const size = pen.signs.get(setting.text)
      return size === undefined ? setting : { ...setting, style: { ...setting.style, size } }
    }),
  )
  const weights = table.columns.map((column) => column.weight)
  const widths = columnWidths([header, ...rows], weights, composing)
  const upright = { at: edgesOf(widths), thickness: preset.table.border }
  const grid: Grid = { ...composing, widths, height: pageOf(preset).textHeight, leastRow: pen.leastRow, upright }
  const headerRows = rowSlices(header, grid, true).map((slice) => ({ ...slice, withNext: true }))
  const repeated = headerRows.find((slice) => headerRows.length === 1 && slice.height < grid.height / 2)
  yield* captionSlices(table.caption, composing)
  for (const [index, slice] of headerRows.entries())
    yield { ...slice, above: index === 0 ? preset.paragraph.spacing / 2 : 0 }
  for (const [index, cells] of rows.entries()) {
    const withNext = isHeld(index, table)
    for (const slice of rowSlices(cells, grid, false, repeated)) yield withNext ? { ...slice, withNext } : slice
  }
  yield* noteSlices(table.note, composing)
}

/** The first row stays with the header, the last with the row before it and with the note. */
function isHeld(index: number, { rows, note }: TableBlock): boolean {
  return (index === 0 && rows.length > 1) || index === rows.length - 2 || (index === rows.length - 1 && Boolean(note))
}

export function captionSlices(caption: string, composing: Composing): Slice[] {
  const above = composing.preset.paragraph.spacing * 2
  return textSlices(caption, { role: 'caption', above, align: 'center', indent: 0, withNext: true }, composing)
}

function noteSlices(note: string | undefined, composing: Composing): Slice[] {
  if (!note) return []
  const above = composing.preset.paragraph.spacing / 2
  return textSlices(note, { role: 'tableNote', above, align: 'left', indent: 0, withNext: false }, composing)
}

/** How a cell looks: cells of one kind of row and one emphasis look alike. */
function lookOf(
  kind: RowKind,
  emphasis: Cell['emphasis'],
  table: TableBlock,
  { preset, typeface }: Composing,
  looks: Map<string, CellLook>,
): CellLook {
  const known = looks.get(`${kind} ${emphasis}`)
  if (known) return known
  const role = kind === 'header' ? 'tableHeader' : kind === 'total' ? 'tableTotal' : 'tableCell'
  const { dense } = preset.table
  const size = table.columns.length >= dense.fromColumns ? dense.size : preset.text[role].size
  const style: TextStyle = {
    ...preset.text[role],
    size,
    ...(kind === 'target' || emphasis === 'missing' ? { slant: 'italic' } : {}),
    ...(emphasis === 'missed' ? { weight: 'bold' } : {}),
  }
  const look: CellLook = {
    style,
    tone: emphasis === 'missing' ? 'quiet' : 'ink',
    shade: emphasis === 'missed' ? 'shade-missed' : kind === 'row' ? undefined : 'shade',
    leading: singleLeading(style, typeface),
  }
  looks.set(`${kind} ${emphasis}`, look)
  return look
}

function cellSetting(
  runs: Cell['runs'],
  { style, tone, shade, leading }: CellLook,
  align: Align,
  { typeface, links }: Composing,
): CellSetting {
  const { text, spans } = linkedText(runs, typeface, links)
  return { text, spans, style, align, tone, shade, leading }
}

/** Where the rules between columns stand, with the outer ones. */
function edgesOf(widths: readonly number[]): number[] {
  let x = 0
  return [0, ...widths.map((width) => (x += width))]
}

/** One slice, or several where a row is taller than a page. */
function rowSlices(cells: readonly CellSetting[], grid: Grid, isHeader: boolean, repeated?: Slice): Slice[] {
  const set = setCells(cells, grid)
  const room = grid.height - (repeated?.height ?? 0) - 2 * grid.preset.table.paddingY
  const leading = most(set, ({ cell }) => cell.leading)
  const linesOfRow = most(set, ({ lines }) => Math.max(1, lines.length))
  const linesOfSlice = Math.max(1, Math.floor(room / leading))
  if (linesOfRow <= linesOfSlice) return [rowSlice(set, grid, isHeader, repeated)]
  const slices: Slice[] = []
  for (let from = 0; from < linesOfRow; from += linesOfSlice) {
    const part = set.map((one) => ({ ...one, lines: one.lines.slice(from, from + linesOfSlice) }))
    slices.push(rowSlice(part, grid, isHeader, repeated))
  }
  return slices
}

function setCells(cells: readonly CellSetting[], { widths, upright, preset, typeface }: Grid): SetCell[] {
  return cells.map((cell, index) => {
    const width = widths[index] ?? 0
    const inner = width - 2 * preset.table.paddingX
    const lines = breakLines(cell.text, { typeface, style: cell.style, width: inner })
    return { cell, lines, x: upright.at[index] ?? 0, width }
  })
}

function rowSlice(cells: readonly SetCell[], grid: Grid, isHeader: boolean, repeated?: Slice): Slice {
  const { paddingY } = grid.preset.table
  const ofText = 2 * paddingY + most(cells, ({ cell, lines }) => Math.max(1, lines.length) * cell.leading)
  const height = Math.max(ofText, isHeader ? 0 : grid.leastRow)
  const marks: Mark[] = []
  for (const { cell, x, width } of cells)
    if (cell.shade) marks.push({ mark: 'area', x, y: 0, width, height, tone: cell.shade })
  for (const cell of cells) setMarks(cell, height, grid, marks)
  if (isHeader) marks.push(ruleAcross(0, grid))
  marks.push(ruleAcross(height, grid))
  const slice = { height, above: 0, marks, withNext: false, upright: grid.upright }
  return repeated ? { ...slice, repeated } : slice
}

/** A cell's lines stand in the middle of the row's height. */
function setMarks({ cell, lines, x, width }: SetCell, height: number, { preset, typeface }: Grid, marks: Mark[]): void {
  const { paddingX } = preset.table
  const top = (height - lines.length * cell.leading) / 2
  const box = { x: x + paddingX, width: width - 2 * paddingX, align: cell.align }
  const baseline = top + baselineIn(cell.leading, cell.style, typeface)
  const set = lines.map((line, index) =>
    lineMarks(line, baseline + index * cell.leading, box, cell.style, typeface, cell.tone),
  )
  for (const line of set) marks.push(...line)
  for (const links of linksByLine(set, cell, typeface)) marks.push(...links)
}

/** Rules between rows; the header draws the one above it, so that each page's table is closed. */
function ruleAcross(y: number, { upright }: Grid): Mark {
  return { mark: 'line', x1: 0, x2: upright.at.at(-1) ?? 0, y1: y, y2: y, thickness: upright.thickness, tone: 'ink' }
}

const most = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((found, value) => Math.max(found, of(value)), 0)
