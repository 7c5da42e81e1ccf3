// A form as a workbook again, and its lists as the CSV files beside it: what importing them gives is the form.

import { exportXlsForm } from '../../shared/xlsform/export.ts'
import type { FileList, XlsForm } from '../../shared/xlsform/form.ts'
import type { FormBook } from './import-form.ts'
import type { Row } from './workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const widths: Readonly<Record<string, number>> = { type: 24, name: 20 }
const usualWidth = 30

/** The bytes of a workbook (.xlsx). */
export const writeForm = (form: XlsForm): Uint8Array =>
  writeWorkbook(
    exportXlsForm(form).map(({ name, rows }) => ({
      name,
      rows,
      columnWidths: (rows[0] ?? []).map((header) => widths[header] ?? usualWidth),
    })),
  )

/** The bytes of a CSV file. The mark in front tells Excel that it is UTF-8. */
export const writeFileList = ({ columns, rows }: FileList): Uint8Array => {
  const line = (texts: readonly string[]) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')
  return Buffer.from(`\ufeff${[columns, ...rows].map(line).join('\r\n')}\r\n`)
}

const rowsOf = (rows: readonly (readonly string[])[]): Row[] =>
  rows.flatMap((texts, at) => {
    const cells = texts.flatMap((text, column) => (text === '' ? [] : { column, text }))
    return cells.length === 0 ? [] : [{ row: at + 1, cells }]
  })

/** The cells of that workbook, with the files beside it. */
export const bookOf = (form: XlsForm): FormBook => ({
  sheets: exportXlsForm(form).map(({ name, rows }) => ({ name, rows: rowsOf(rows), uncalculated: [] })),
  files: new Map(form.fileLists.map((list) => [list.name, writeFileList(list)])),
})
