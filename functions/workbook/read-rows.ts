// A plain table that somebody imports, as CSV or as the first sheet of a workbook.

import { fail, ok, type Result } from '../../shared/result.ts'
import { type WorkbookProblem, workbookProblem } from './problems.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { Row } from './workbook.ts'

const zipSignature = [0x50, 0x4b] as const
const oldOffice = [0xd0, 0xcf] as const
const beginsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte)

/** The rows that hold anything, by the first bytes of the file: its name may say what it likes. */
export function readRows(bytes: Uint8Array): Result<readonly Row[], WorkbookProblem> {
  if (!beginsWith(bytes, zipSignature) && !beginsWith(bytes, oldOffice)) {
    const csv = readCsv(bytes)
    return csv.ok ? ok(csv.value.rows) : csv
  }
  const workbook = readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const [first] = workbook.value.sheets
  return first ? ok(first.rows) : fail(workbookProblem.otherFormat('unknown'))
}
