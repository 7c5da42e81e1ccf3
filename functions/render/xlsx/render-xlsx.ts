// A report as a workbook: its text on the first sheet, a sheet for each table and for what each chart was drawn from, and on the
// last one every figure that stands in a sentence. Figures are numbers, as exact as they are printed.

import type { Language } from '../../../shared/language.ts'
import { reportFileMessages } from '../../../shared/messages/report-file.ts'
import type { Cell, KeyedBlock, ReportDocument, Run, TableBlock } from '../../../shared/report/document.ts'
import { figureHref } from '../../../shared/report/links.ts'
import { plainText } from '../../../shared/report/runs.ts'
import { acceptableNames } from '../../workbook/workbook-parts.ts'
import { type CellToWrite, type SheetToWrite, writeWorkbook } from '../../workbook/write-workbook.ts'
import { cellOf, cut, numberCell, splitCell } from './cells.ts'

/** "Bảng 2" of "Bảng 2. Kiểm tra, giám sát": a tab shows no more; the whole caption where it has no number. */
const sheetName = (caption: string): string => /^\p{L}[\p{L} ]* \d+(?=\. )/u.exec(caption)?.[0] ?? caption

/** The bytes of the .xlsx; the same document gives the same bytes. */
export function renderXlsx(document: ReportDocument): Uint8Array {
  const words = reportFileMessages[document.language]
  const captions = document.blocks.flatMap((block) => ('caption' in block ? [sheetName(block.caption)] : []))
  const [, ...names] = acceptableNames([words.report, ...captions, words.figures])
  const sheets = document.blocks.flatMap((block) => sheetOf(block, document.language))
  const figures = figuresSheet(document)
  return writeWorkbook([textSheet(document, names), ...sheets, ...(figures.rows.length > 1 ? [figures] : [])])
}

const bold = (text: string): CellToWrite => ({ text: cut(text), isBold: true })
const wrapped = (text: string): CellToWrite => ({ text: cut(text), isWrapped: true })

/** All that is read from top to bottom; of tables and charts the captions, with the names of their sheets. */
function textSheet(document: ReportDocument, sheetNames: readonly string[]): SheetToWrite {
  const { header, kind, subject, draftMark, recipients, sign, language } = document
  const words = reportFileMessages[language]
  let sheet = -1
  const rowsOf = (block: KeyedBlock): CellToWrite[][] => {
    switch (block.type) {
      case 'heading':
        return [[bold(block.marker), bold(block.text)]]
      case 'paragraph':
        return [['', wrapped(plainText(block.runs))]]
      case 'list':
        return block.items.map((item) => ['-', wrapped(plainText(item))])
      case 'table':
      case 'chart': {
        sheet += 1
        const reference = `${block.caption} ${words.onSheet(sheetNames[sheet] ?? '')}`
        const below = block.type === 'table' ? block.note : block.alternative
        return [['', wrapped(reference)], ...(below === undefined ? [] : [['', wrapped(below)]])]
      }
    }
  }
  const above = [header.bodyAbove, header.body, header.documentNumber, header.heading, header.placeAndDate]
  const signing = [sign.authority ?? '', sign.post, sign.name]
  const rows: CellToWrite[][] = [
    [words.part, words.content],
    ...[...above, draftMark ?? ''].filter((text) => text !== '').map((text): CellToWrite[] => ['', wrapped(text)]),
    ['', bold(kind)],
    ['', { text: cut(subject), isBold: true, isWrapped: true }],
    ...document.blocks.flatMap(rowsOf),
    ...(recipients.items.length === 0 ? [] : [['', recipients.heading]]),
    ...recipients.items.map((item): CellToWrite[] => ['-', wrapped(item)]),
    ...signing.filter((text) => text !== '').map((text): CellToWrite[] => ['', bold(text)]),
  ]
  return { name: words.report, rows, columnWidths: [8, 110] }
}

function sheetOf(block: KeyedBlock, language: Language): SheetToWrite[] {
  if (block.type === 'table') return [tableSheet(block, language)]
  if (block.type !== 'chart') return []
  const rows = block.data.rows.map((cells) => cells.map(({ runs }) => cellOf(runs, false)))
  return [{ name: sheetName(block.caption), rows: [block.data.columns, ...rows], columnWidths: [36, 20] }]
}

/** A column in which figures stand in brackets behind others has a column for those beside it. */
function tableSheet({ caption, columns, rows }: TableBlock, language: Language): SheetToWrite {
  const words = reportFileMessages[language]
  const split = rows.map(({ kind, cells }) => ({ kind, cells: columns.map((_, at) => splitCell(runsAt(cells, at))) }))
  const isDouble = columns.map((_, at) => split.some(({ cells }) => (cells[at]?.aside.length ?? 0) > 0))
  const doubled = <T>(at: number, main: T, aside: T): T[] => (isDouble[at] ? [main, aside] : [main])
  return {
    name: sheetName(caption),
    rows: [
      columns.flatMap(({ header }, at) => doubled(at, cut(header), cut(words.inBrackets(header)))),
      ...split.map(({ kind, cells }) => {
        const isBold = kind === 'total'
        return cells.flatMap(({ main, aside }, at) => doubled(at, cellOf(main, isBold), cellOf(aside, isBold)))
      }),
    ],
    columnWidths: columns.flatMap(({ header }, at) => doubled(at, at === 0 ? 36 : Math.max(12, header.length + 2), 14)),
  }
}

const runsAt = (cells: readonly Cell[], at: number): readonly Run[] => cells[at]?.runs ?? []

/** Each figure of a sentence in a row: where it stands, its number, and where it came from. */
function figuresSheet(document: ReportDocument): SheetToWrite {
  const words = reportFileMessages[document.language]
  const rows: CellToWrite[][] = [
    [words.part, words.sentence, words.figure, words.period, words.responses, words.address],
  ]
  let part = ''
  for (const block of document.blocks) {
    if (block.type === 'heading') part = `${block.marker} ${block.text}`.trim()
    for (const sentence of sentencesOf(block))
      for (const { number, source } of sentence) {
        if (!number || !source) continue
        const responses = { value: String(source.responses), format: 'number', decimals: 0 } as const
        rows.push([
          cut(part),
          cut(plainText(sentence)),
          numberCell(number),
          source.period,
          numberCell(responses),
          figureHref(document, source),
        ])
      }
  }
  return { name: words.figures, rows, columnWidths: [32, 80, 12, 12, 12, 40] }
}

function sentencesOf(block: KeyedBlock): readonly (readonly Run[])[] {
  if (block.type === 'paragraph') return [block.runs]
  return block.type === 'list' ? block.items : []
}
