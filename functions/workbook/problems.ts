// Why a file isn't read: expected failures, each with what a message needs. A code is a promise: it is never given a
// second meaning. `sheet` and `part` come from the file itself and are cut to a length that fits a message.

const shown = (text: string) => (text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text)

export const workbookProblem = {
  /** The file as sent. */
  tooLarge: (limitBytes: number) => ({ code: 'workbook.too-large', limitBytes }) as const,
  /** No such file, or none that may be read: on the command line alone. */
  absent: () => ({ code: 'workbook.absent' }) as const,
  notAZip: () => ({ code: 'workbook.not-a-zip' }) as const,
  /** Excel 97-2003 (.xls): to be saved as .xlsx. */
  oldFormat: () => ({ code: 'workbook.old-format' }) as const,
  /** A zip that holds something else: an OpenDocument or binary (.xlsb) workbook, a document, anything. */
  otherFormat: (format: 'ods' | 'xlsb' | 'unknown') => ({ code: 'workbook.other-format', format }) as const,
  encrypted: () => ({ code: 'workbook.encrypted' }) as const,
  /** Truncated, contradictory or not well-formed. `part` is the file inside the workbook, '' for the whole. */
  damaged: (part: string) => ({ code: 'workbook.damaged', part: shown(part) }) as const,
  /** A document type declaration: the way to entity expansion and outside files. Excel never writes one. */
  forbiddenXml: (part: string) => ({ code: 'workbook.forbidden-xml', part: shown(part) }) as const,
  tooManyParts: (limit: number) => ({ code: 'workbook.too-many-parts', limit }) as const,
  /** Unpacked it is too much, or far too much for its packed size. `limitBytes` is the bound that was passed. */
  unpacksTooLarge: (limitBytes: number, part: string) =>
    ({ code: 'workbook.unpacks-too-large', limitBytes, part: shown(part) }) as const,
  tooManySheets: (limit: number) => ({ code: 'workbook.too-many-sheets', limit }) as const,
  tooManyCells: (limit: number, sheet: string, row: number) =>
    ({ code: 'workbook.too-many-cells', limit, sheet: shown(sheet), row }) as const,
  /** All cells together, counted as often as they are used. */
  tooMuchText: (limit: number, sheet: string, row: number) =>
    ({ code: 'workbook.too-much-text', limit, sheet: shown(sheet), row }) as const,
  /** One cell. */
  textTooLong: (limit: number, sheet: string, row: number) =>
    ({ code: 'workbook.text-too-long', limit, sheet: shown(sheet), row }) as const,
  csvTooLarge: (limitBytes: number) => ({ code: 'csv.too-large', limitBytes }) as const,
  /** Neither UTF-8, UTF-16 with its mark, nor Windows-1258; or not text at all. */
  csvEncoding: () => ({ code: 'csv.encoding' }) as const,
  /** A quote that is never closed: `row` is where it opens. */
  csvQuote: (row: number) => ({ code: 'csv.quote', row }) as const,
  csvTooManyRows: (limit: number) => ({ code: 'csv.too-many-rows', limit }) as const,
  csvTooManyCells: (limit: number) => ({ code: 'csv.too-many-cells', limit }) as const,
  csvTooManyColumns: (limit: number, row: number) => ({ code: 'csv.too-many-columns', limit, row }) as const,
  csvTextTooLong: (limit: number, row: number) => ({ code: 'csv.text-too-long', limit, row }) as const,
}
export type WorkbookProblem = ReturnType<(typeof workbookProblem)[keyof typeof workbookProblem]>
