// A table as slices, one for each row, so that no row is cut in two; the header row comes again on every page.

import type { Cell, TableBlock } from '../../../shared/report/document.ts'
import { pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { columnWidths } from './columns.ts'
import { breakLines, type Line } from './lines.ts'
import { type LinkedText, linkedText, linksByLine } from './links.ts'
import { type Align, baselineIn, lineMarks, type Mark, singleLeading, type Tone } from './marks.ts'
import type { Slice } from './pages.ts'
import { type Composing, textSlices } from './paragraph.ts'

type RowKind = TableBlock['rows'][number]['kind'] | 'header'
type CellSetting = LinkedText & { style: TextStyle; align: Align; tone: Tone; shade: Tone | undefined }
type Grid = Composing & { widths: readonly number[]; height: number; leastRow: number }
type SetCell = CellSetting & { lines: readonly Line[]; x: number; width: number; leading: number }

/** What a table is set with besides, where it is filled in by pen: the least height of its rows, and the size of signs. */
type ForPen = { leastRow: number; signs: ReadonlyMap<string, number> }
const notForPen: ForPen = { leastRow: 0, signs: new Map() }

export function tableSlices(table: TableBlock, composing: Composing, pen = notForPen): Slice[] {
  const { preset } = composing
  const header = table.columns.map((column) =>
    cellSetting([{ text: column.header }], 'header', 'center', table, composing),
  )
  const rows = table.rows.map(({ kind, cells }) =>
    table.columns.map((column, index) => {
      const cell: Cell = cells[index] ?? { runs: [] }
      const setting = cellSetting(cell.runs, kind, column.align, table, composing, cell.emphasis)
      const size = pen.signs.get(setting.text)
      return size === undefined ? setting : { ...setting, style: { ...setting.style, size } }
    }),
  )
  const weights = table.columns.map((column) => column.weight)
  const widths = columnWidths([header, ...rows], weights, composing)
  const grid: Grid = { ...composing, widths, height: pageOf(preset).textHeight, leastRow: pen.leastRow }
  const headerRows = rowSlices(header, grid, true).map((slice) => ({ ...slice, withNext: true }))
  const repeated = headerRows.find((slice) => headerRows.length === 1 && slice.height < grid.height / 2)
  const body = rows.flatMap((cells, index) =>
    rowSlices(cells, grid, false, repeated).map((slice) => ({ ...slice, withNext: isHeld(index, table) })),
  )
  return [
    ...captionSlices(table.caption, composing),
    ...headerRows.map((slice, index) => ({ ...slice, above: index === 0 ? preset.paragraph.spacing / 2 : 0 })),
    ...body,
    ...noteSlices(table.note, composing),
  ]
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

function cellSetting(
  runs: Cell['runs'],
  kind: RowKind,
  align: Align,
  table: TableBlock,
  { preset, typeface, links }: Composing,
  emphasis?: Cell['emphasis'],
): CellSetting {
  const role = kind === 'header' ? 'tableHeader' : kind === 'total' ? 'tableTotal' : 'tableCell'
  const { dense } = preset.table
  const size = table.columns.length >= dense.fromColumns ? dense.size : preset.text[role].size
  const style: TextStyle = {
    ...preset.text[role],
    size,
    ...(kind === 'target' || emphasis === 'missing' ? { slant: 'italic' } : {}),
    ...(emphasis === 'missed' ? { weight: 'bold' } : {}),
  }
  const shade = emphasis === 'missed' ? 'shade-missed' : kind === 'row' ? undefined : 'shade'
  return {
    ...linkedText(runs, typeface, links),
    style,
    align,
    tone: emphasis === 'missing' ? 'quiet' : 'ink',
    shade,
  }
}

/** One slice, or several where a row is taller than a page. */
function rowSlices(cells: readonly CellSetting[], grid: Grid, isHeader: boolean, repeated?: Slice): Slice[] {
  const set = setCells(cells, grid)
  const room = grid.height - (repeated?.height ?? 0) - 2 * grid.preset.table.paddingY
  const leading = Math.max(...set.map((cell) => cell.leading))
  const linesOfRow = Math.max(1, ...set.map((cell) => cell.lines.length))
  const linesOfSlice = Math.max(1, Math.floor(room / leading))
  const slices: Slice[] = []
  for (let from = 0; from < linesOfRow; from += linesOfSlice) {
    const part = set.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + linesOfSlice) }))
    slices.push(rowSlice(part, grid, isHeader, repeated))
  }
  return slices
}

function setCells(cells: readonly CellSetting[], { widths, preset, typeface }: Grid): SetCell[] {
  let x = 0
  return cells.map((cell, index) => {
    const width = widths[index] ?? 0
    const inner = width - 2 * preset.table.paddingX
    const lines = breakLines(cell.text, { typeface, style: cell.style, width: inner })
    const set = { ...cell, lines, x, width, leading: singleLeading(cell.style, typeface) }
    x += width
    return set
  })
}

function rowSlice(cells: readonly SetCell[], grid: Grid, isHeader: boolean, repeated?: Slice): Slice {
  const { paddingY } = grid.preset.table
  const ofText = 2 * paddingY + Math.max(...cells.map((cell) => Math.max(1, cell.lines.length) * cell.leading))
  const height = Math.max(ofText, isHeader ? 0 : grid.leastRow)
  const marks = [
    ...cells.flatMap((cell) => shadeMarks(cell, height)),
    ...cells.flatMap((cell) => cellMarks(cell, height, grid)),
    ...borderMarks(cells, height, grid, isHeader),
  ]
  return { height, above: 0, marks, withNext: false, ...(repeated ? { repeated } : {}) }
}

const shadeMarks = ({ x, width, shade }: SetCell, height: number): Mark[] =>
  shade ? [{ mark: 'area', x, y: 0, width, height, tone: shade }] : []

/** A cell's lines stand in the middle of the row's height. */
function cellMarks(cell: SetCell, height: number, { preset, typeface }: Grid): Mark[] {
  const { paddingX } = preset.table
  const top = (height - cell.lines.length * cell.leading) / 2
  const box = { x: cell.x + paddingX, width: cell.width - 2 * paddingX, align: cell.align }
  const baseline = baselineIn(cell.leading, cell.style, typeface)
  const lines = cell.lines.map((line, index) =>
    lineMarks(line, top + index * cell.leading + baseline, box, cell.style, typeface, cell.tone),
  )
  return [...lines, ...linksByLine(lines, cell, typeface)].flat()
}

/** Rules between rows and between columns; the header draws the one above it, so that each page's table is closed. */
function borderMarks(cells: readonly SetCell[], height: number, { preset }: Grid, isHeader: boolean): Mark[] {
  const thickness = preset.table.border
  const right = cells.reduce((sum, cell) => sum + cell.width, 0)
  const across = (y: number): Mark => ({ mark: 'line', x1: 0, x2: right, y1: y, y2: y, thickness, tone: 'ink' })
  const down = (x: number): Mark => ({ mark: 'line', x1: x, x2: x, y1: 0, y2: height, thickness, tone: 'ink' })
  return [...(isHeader ? [across(0)] : []), across(height), down(0), ...cells.map((cell) => down(cell.x + cell.width))]
}
