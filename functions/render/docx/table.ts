// A table of the report: its header row comes again on every page, no row is cut in two, and its caption and note stay with it.

import { widthOf } from '../../../shared/report/chart-marks.ts'
import type { Cell, TableBlock } from '../../../shared/report/document.ts'
import { pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { plainText } from '../../../shared/report/runs.ts'
import { share } from '../share-width.ts'
import { type Emphasis, paragraph, runs, textParagraph, textRun } from './paragraph.ts'
import { styleId, type WordRole } from './styles.ts'
import type { Writing } from './writing.ts'
import { twips, w } from './xml.ts'

type Kind = TableBlock['rows'][number]['kind'] | 'header'
const roles = { header: 'tableHeader', row: 'tableCell', target: 'tableCell', total: 'tableTotal' } as const

const grey = '666666'
const shades = { missed: 'DDDDDD', row: 'EEEEEE' } as const

export function tableBlock(writing: Writing, table: TableBlock): string {
  const { preset } = writing
  const widths = columnWidths(table, writing)
  const border = { val: 'single', sz: Math.round(preset.table.border * 8), space: 0, color: 'auto' }
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => w(edge, border)).join('')
  const padding = (edge: string, points: number) => w(edge, { w: twips(points), type: 'dxa' })
  const { paddingX, paddingY } = preset.table
  const properties = w(
    'tblPr',
    {},
    w('tblW', { w: twips(pageOf(preset).textWidth), type: 'dxa' }),
    w('jc', { val: 'center' }),
    w('tblBorders', {}, edges),
    w('tblLayout', { type: 'fixed' }),
    w(
      'tblCellMar',
      {},
      padding('top', paddingY),
      padding('left', paddingX),
      padding('bottom', paddingY),
      padding('right', paddingX),
    ),
    w('tblLook', { val: '0020', firstRow: 1, lastRow: 0, firstColumn: 0, lastColumn: 0, noHBand: 1, noVBand: 1 }),
    w('tblCaption', { val: table.caption }),
  )
  const header = w(
    'tr',
    {},
    w('trPr', {}, w('cantSplit'), w('tblHeader')),
    ...table.columns.map((column, index) =>
      cell(writing, table, {
        kind: 'header',
        runs: [{ text: column.header }],
        align: 'center',
        width: widths[index] ?? 0,
      }),
    ),
  )
  const rows = table.rows.map(({ kind, cells }, at) =>
    w(
      'tr',
      {},
      w('trPr', {}, w('cantSplit')),
      ...table.columns.map(({ align }, index) => {
        const { runs: content, emphasis } = cells[index] ?? { runs: [], emphasis: undefined }
        const isKept = isHeld(at, table)
        return cell(writing, table, { kind, runs: content, emphasis, align, width: widths[index] ?? 0, isKept })
      }),
    ),
  )
  const grid = w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: twips(width) })))
  return [
    textParagraph('caption', table.caption),
    w('tbl', {}, properties, grid, header, ...rows),
    table.note === undefined ? '' : textParagraph('tableNote', table.note),
  ].join('')
}

/** The first row stays with the header, the last with the row before it and with the note. */
const isHeld = (at: number, { rows, note }: TableBlock): boolean =>
  (at === 0 && rows.length > 1) || at === rows.length - 2 || (at === rows.length - 1 && note !== undefined)

type CellSetting = Cell & {
  readonly kind: Kind
  readonly align: TableBlock['columns'][number]['align']
  readonly width: number
  readonly isKept?: boolean
  readonly emphasis?: Cell['emphasis'] | undefined
}

function cell(writing: Writing, table: TableBlock, setting: CellSetting): string {
  const { kind, emphasis, align, width, isKept } = setting
  const role: WordRole = roles[kind]
  const fill = emphasis === 'missed' ? shades.missed : kind === 'row' ? undefined : shades.row
  const look = emphasisOf(writing, table, setting)
  const properties = [
    w('tcW', { w: twips(width), type: 'dxa' }),
    fill === undefined ? '' : w('shd', { val: 'clear', color: 'auto', fill }),
    w('vAlign', { val: 'center' }),
  ]
  const content = kind === 'header' ? textRun(plainText(setting.runs), look) : runs(writing, setting.runs, look)
  const placed = (isKept ? w('keepNext') : '') + w('jc', { val: align })
  return w('tc', {}, w('tcPr', {}, ...properties), paragraph(styleId(role), content, placed))
}

function emphasisOf({ preset }: Writing, { columns }: TableBlock, { kind, emphasis }: CellSetting): Emphasis {
  const { dense } = preset.table
  const style: Partial<TextStyle> = {
    ...(columns.length >= dense.fromColumns ? { size: dense.size } : {}),
    ...(kind === 'target' || emphasis === 'missing' ? { slant: 'italic' as const } : {}),
    ...(emphasis === 'missed' ? { weight: 'bold' as const } : {}),
  }
  return { style, ...(emphasis === 'missing' ? { color: grey } : {}) }
}

/** Bold letters are wider by about a twelfth; a little more keeps a word from being cut by another face's widths. */
const roomy = 1.12
/** Letters of a word that are measured: no column is wider. */
const longest = 40

/** The weights decide, except that no column is narrower than its longest word, as in the PDF. */
function columnWidths(table: TableBlock, { preset }: Writing): number[] {
  const { dense, paddingX } = preset.table
  const size = table.columns.length >= dense.fromColumns ? dense.size : preset.text.tableCell.size
  const known = new Map<string, number>()
  const widthOfWord = (word: string): number => {
    const width = known.get(word) ?? widthOf(word.slice(0, longest), size) * roomy
    known.set(word, width)
    return width
  }
  const longestWord = (text: string) => Math.max(...text.split(/[ \n]+/u).map(widthOfWord)) + 2 * paddingX
  const least = table.columns.map(({ header }, index) =>
    Math.max(longestWord(header), ...table.rows.map(({ cells }) => longestWord(plainText(cells[index]?.runs ?? [])))),
  )
  const weights = table.columns.map(({ weight }) => weight)
  return share(pageOf(preset).textWidth, weights, least)
}
