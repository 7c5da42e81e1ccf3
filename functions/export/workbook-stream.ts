// A workbook written as it comes, a sheet for the form and one for each repeat. A sheet that is full goes on in another. The
// parts that name the sheets are written last, when it is known how many there are.

import type { ExportTable, TableColumn } from '../../shared/export/rows.ts'
import { isFormulaLike } from '../workbook/escape.ts'
import { excelLimits } from '../workbook/limits.ts'
import { acceptableNames, frameParts, sheetPart } from '../workbook/workbook-parts.ts'
import { sheetFoot, sheetHead, sheetRow, styles } from './sheet-xml.ts'
import { directPart, type Part, spooledPart } from './table-parts.ts'
import type { AboutLines, ExportWriter } from './writer.ts'
import type { ZipWriter } from './zip-writer.ts'

type Sheet = { readonly part: Part; rows: number }
type Book = { readonly table: ExportTable; readonly name: string; readonly isFirst: boolean; readonly sheets: Sheet[] }

export type WorkbookWords = { readonly responses: string; readonly about: string }

/** Whether a sheet has enough columns: a CSV file takes any number. */
export const fitsSheets = (tables: readonly ExportTable[]): boolean =>
  tables.every(({ columns }) => columns.length <= excelLimits.columns)

/** `folder`: of temporary files. `mostRows`: of one sheet; smaller only in tests. */
export async function workbookWriter(
  zip: ZipWriter,
  tables: readonly ExportTable[],
  words: WorkbookWords,
  { folder, mostRows = excelLimits.rows }: { readonly folder: string; readonly mostRows?: number },
): Promise<ExportWriter> {
  const books: Book[] = tables.map((table, n) => {
    return { table, name: table.label || words.responses, isFirst: n === 0, sheets: [] }
  })
  for (const book of books) await openSheet(zip, book, folder)
  const addRow = async (book: Book, row: readonly string[]) => {
    const last = book.sheets.at(-1)
    const isFull = !last || last.rows >= mostRows
    if (isFull) await closeSheet(book)
    const sheet = isFull ? await openSheet(zip, book, folder) : last
    sheet.rows += 1
    const full = sheet.part.text(sheetRow(row, sheet.rows, book.table.columns))
    if (full) await full
  }
  return {
    add: async (response) => {
      for (const book of books) for (const row of book.table.rowsOf(response)) await addRow(book, row)
    },
    finish: async (about) => {
      for (const book of books) await closeSheet(book)
      await placeSheets(zip, books, words, about)
    },
    discard: async () => {
      for (const { part } of books.flatMap(({ sheets }) => sheets)) await part.discard()
    },
  }
}

async function openSheet(zip: ZipWriter, { isFirst, sheets, table }: Book, folder: string): Promise<Sheet> {
  const part = isFirst ? await directPart(zip, `xl/${sheetPart(sheets.length)}`) : await spooledPart(zip, folder)
  const sheet = { part, rows: 1 }
  sheets.push(sheet)
  await part.text(sheetHead(table.columns))
  return sheet
}

async function closeSheet({ table, sheets }: Book): Promise<void> {
  const sheet = sheets.at(-1)
  await sheet?.part.text(sheetFoot(table.columns.length, sheet.rows))
  await sheet?.part.end()
}

/** The sheets of the form lie there as the first ones; the others follow, and what the workbook says of itself. */
async function placeSheets(
  zip: ZipWriter,
  books: readonly Book[],
  words: WorkbookWords,
  about: AboutLines,
): Promise<void> {
  const names: string[] = []
  for (const { name, sheets } of books)
    for (const { part } of sheets) {
      await part.place(`xl/${sheetPart(names.length)}`)
      names.push(isFormulaLike(name) ? `_${name}` : name)
    }
  await writePart(zip, `xl/${sheetPart(names.length)}`, aboutSheet(words, about))
  const all = acceptableNames([...names, words.about])
  for (const [path, xml] of [...frameParts(all), ['xl/styles.xml', styles] as const]) await writePart(zip, path, xml)
}

function aboutSheet({ about }: WorkbookWords, lines: AboutLines): string {
  const columns: readonly TableColumn[] = [
    { heading: about, kind: 'text' },
    { heading: '', kind: 'text' },
  ]
  const rows = lines.map((line, n) => sheetRow(line, n + 2, columns))
  return `${sheetHead(columns)}${rows.join('')}${sheetFoot(columns.length, lines.length + 1)}`
}

async function writePart(zip: ZipWriter, path: string, xml: string): Promise<void> {
  const entry = await zip.entry(path, 'deflate')
  await entry.text(xml)
  await entry.end()
}
