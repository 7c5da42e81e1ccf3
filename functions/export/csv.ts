// CSV as Excel opens it right: UTF-8 with its mark in front, CRLF, and nothing that Excel would take for a formula. One file
// for the form, one for each repeat.

import type { ExportRequest } from '../../shared/export/request.ts'
import type { ExportTable, TableColumn } from '../../shared/export/rows.ts'
import { neutralText } from '../workbook/escape.ts'
import { fileNames } from './file-names.ts'
import { directPart, type Part, spooledPart } from './table-parts.ts'
import type { ExportWriter } from './writer.ts'
import type { ZipWriter } from './zip-writer.ts'

type Separator = ExportRequest['separator']

const signs: Record<Separator, string> = { comma: ',', semicolon: ';' }

/** `folder`: of temporary files. */
export async function csvWriter(
  zip: ZipWriter,
  tables: readonly ExportTable[],
  separator: Separator,
  folder: string,
): Promise<ExportWriter> {
  const names = fileNames(tables.map(({ name }) => name || 'responses')).map((name) => `${name}.csv`)
  const files: { readonly table: ExportTable; readonly part: Part; readonly name: string }[] = []
  for (const [n, table] of tables.entries()) {
    const name = names[n] ?? ''
    const part = n === 0 ? await directPart(zip, name) : await spooledPart(zip, folder)
    files.push({ table, part, name })
    await part.text(`\ufeff${lineOf(headings(table), table.columns.map(asText), separator)}`)
  }
  return {
    add: async (response) => {
      for (const { table, part } of files)
        for (const row of table.rowsOf(response)) {
          const full = part.text(lineOf(row, table.columns, separator))
          if (full) await full
        }
    },
    finish: async () => {
      for (const { part } of files) await part.end()
      for (const { part, name } of files) await part.place(name)
    },
    discard: async () => {
      for (const { part } of files) await part.discard()
    },
  }
}

const headings = ({ columns }: ExportTable) => columns.map(({ heading }) => heading)
const asText = (): Pick<TableColumn, 'kind'> => ({ kind: 'text' })

const quoted = /[",;\r\n\t]|^\s|\s$/

function lineOf(texts: readonly string[], columns: readonly Pick<TableColumn, 'kind'>[], separator: Separator): string {
  let line = ''
  const sign = signs[separator]
  for (const [n, text] of texts.entries()) {
    if (n > 0) line += sign
    line += fieldOf(text, columns[n]?.kind, separator)
  }
  return `${line}\r\n`
}

function fieldOf(text: string, kind: TableColumn['kind'] | undefined, separator: Separator): string {
  if (text === '') return ''
  const shown = kind === 'moment' ? text.replace('T', ' ') : kind === 'number' ? numberIn(text, separator) : text
  const neutral = neutralText(shown)
  return quoted.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral
}

/** Where the comma is the decimal sign, "1.5" would be read as the first of May. */
const numberIn = (text: string, separator: Separator) =>
  separator === 'semicolon' && /^-?\d+\.\d+$/.test(text) ? text.replace('.', ',') : text
