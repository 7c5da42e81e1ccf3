// A workbook or CSV file of figures from before becomes a table: the first sheet that has rows.

import type { Language } from '../../../../shared/language.ts'
import type { PastTable } from '../../../../shared/past/table.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { type WorkbookLimits, workbookLimits } from '../../../workbook/limits.ts'
import type { WorkbookProblem } from '../../../workbook/problems.ts'
import { readCsv } from '../../../workbook/read-csv.ts'
import { readWorkbook } from '../../../workbook/read-workbook.ts'
import type { Row } from '../../../workbook/workbook.ts'

/** All units of a large campaign, twice. */
export const mostPastRows = 25_000

/** 10,000 rows of 30 questions are 14 MB unpacked; at 10 MB a second this is what keeps the worst file under 5 s. */
const limits: WorkbookLimits = { ...workbookLimits, unpackedBytes: 48 * 2 ** 20, cells: 1_000_000 }
const csvLimits = { bytes: 8 * 2 ** 20, rows: mostPastRows + 1, columns: 2_000, cells: 2_000_000, textLength: 32_767 }

export type PastFileProblem = WorkbookProblem | { readonly code: 'empty' } | { readonly code: 'too-many-rows' }

/** Excel's files, also those of its old format, which the reader refuses in words. */
const isWorkbook = ([first, second]: Uint8Array): boolean =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)

export function readPastFile(bytes: Uint8Array): Result<PastTable, PastFileProblem> {
  if (isWorkbook(bytes)) {
    const book = readWorkbook(bytes, limits, { marksNumbers: true })
    return book.ok ? tableOf(book.value.sheets.find(({ rows }) => rows.length > 0)?.rows ?? [], 'vi') : book
  }
  const csv = readCsv(bytes, csvLimits)
  // Where commas part the cells, they don't begin fractions.
  return csv.ok ? tableOf(csv.value.rows, csv.value.separator === ',' ? 'en' : 'vi') : csv
}

function tableOf([header, ...rows]: readonly Row[], locale: Language): Result<PastTable, PastFileProblem> {
  if (!header || rows.length === 0) return fail({ code: 'empty' })
  return rows.length > mostPastRows ? fail({ code: 'too-many-rows' }) : ok({ header, rows, locale })
}
