// A form as a workbook again: what importing the bytes gives is the form.

import { exportXlsForm } from '../../shared/xlsform/export.ts'
import type { XlsForm } from '../../shared/xlsform/form.ts'
import { writeWorkbook } from './write-workbook.ts'

const widths: Readonly<Record<string, number>> = { type: 24, name: 20 }
const usualWidth = 30

export const writeForm = (form: XlsForm): Uint8Array =>
  writeWorkbook(
    exportXlsForm(form).map(({ name, rows }) => ({
      name,
      rows,
      columnWidths: (rows[0] ?? []).map((header) => widths[header] ?? usualWidth),
    })),
  )
