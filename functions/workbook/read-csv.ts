// External choice lists as CSV, in the encodings and with the separators that spreadsheets write: a comma, a semicolon
// where the comma is the decimal sign (Vietnam), or a tab ("Unicode text").

import { CsvError, parse } from 'csv-parse/sync'
import type { Result } from '../../shared/result.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { type WorkbookProblem, workbookProblem } from './problems.ts'
import { Refused, unlessRefused } from './refused.ts'
import type { Row } from './workbook.ts'

export type CsvLimits = {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Values, empty ones too: 4 MB of separators would be four million. */
  readonly cells: number
  /** UTF-16 units of one value. */
  readonly textLength: number
}

/** All 10,600 communes of Viet Nam with five columns are 0.5 MB and 53,000 values. */
const csvLimits: CsvLimits = { bytes: 4 * 2 ** 20, rows: 50_000, columns: 256, cells: 500_000, textLength: 32_767 }

export type CsvTable = {
  /** As a sheet's: `row` counts records from 1, so that a value with line breaks counts once, as in a spreadsheet. */
  readonly rows: readonly Row[]
  readonly separator: ',' | ';' | '\t'
  /** 'windows-1258' was assumed, not declared: worth a word to whoever imports. */
  readonly encoding: TextEncoding
}

export function readCsv(bytes: Uint8Array, limits: CsvLimits = csvLimits): Result<CsvTable, WorkbookProblem> {
  return unlessRefused(() => {
    if (bytes.length > limits.bytes) throw new Refused(workbookProblem.csvTooLarge(limits.bytes))
    const decoded = decodeText(bytes)
    if (!decoded) throw new Refused(workbookProblem.csvEncoding())
    const separator = separatorOf(decoded.text)
    countSigns(decoded.text, separator, limits)
    const rows = parseRecords(decoded.text, separator, limits).flatMap((record, n) => rowOf(record, n + 1, limits))
    return { rows, separator, encoding: decoded.encoding }
  })
}

/** The sign that stands most often in the first record outside quotes; a comma where there is none. */
function separatorOf(text: string): CsvTable['separator'] {
  const seen = { ',': 0, ';': 0, '\t': 0 }
  let quoted = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === ',' || sign === ';' || sign === '\t') seen[sign]++
    else if ((sign === '\n' || sign === '\r') && seen[','] + seen[';'] + seen['\t'] > 0) break
  }
  if (seen[';'] > seen[','] && seen[';'] >= seen['\t']) return ';'
  return seen['\t'] > seen[','] ? '\t' : ','
}

/** The parser reads all of the text before it looks at a bound, so that what is far beyond them is refused before. */
function countSigns(text: string, separator: string, limits: CsvLimits): void {
  let breaks = 0
  let cells = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\n' || sign === '\r') breaks++
    else if (sign === separator) cells++
  }
  // A record may be ended by two signs, or have a line break in a value.
  if (breaks > 4 * limits.rows) throw new Refused(workbookProblem.csvTooManyRows(limits.rows))
  if (cells > limits.cells) throw new Refused(workbookProblem.csvTooManyCells(limits.cells))
}

function parseRecords(text: string, separator: string, limits: CsvLimits): readonly (readonly string[])[] {
  try {
    const records = parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // A quote in the middle of a value is a quote: 5" pipe.
      relax_quotes: true,
      to: limits.rows + 1,
    })
    if (records.length > limits.rows) throw new Refused(workbookProblem.csvTooManyRows(limits.rows))
    return records
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown
    const { records } = thrown
    throw new Refused(workbookProblem.csvQuote(typeof records === 'number' ? records + 1 : 1))
  }
}

function rowOf(record: readonly string[], row: number, limits: CsvLimits): readonly Row[] {
  if (record.length > limits.columns) throw new Refused(workbookProblem.csvTooManyColumns(limits.columns, row))
  if (record.some((text) => text.length > limits.textLength)) {
    throw new Refused(workbookProblem.csvTextTooLong(limits.textLength, row))
  }
  const cells = record.flatMap((text, column) => (text === '' ? [] : { column, text }))
  return cells.length === 0 ? [] : [{ row, cells }]
}
