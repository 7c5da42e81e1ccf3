// Rows as CSV that spreadsheets open right: UTF-8 with its mark, every value in quotes. A text that a spreadsheet would take
// for a formula gets an apostrophe in front; reading takes it off again.

/** What a spreadsheet takes for the beginning of a formula, or skips before one. */
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/

/** The text as it can stand in a cell without being calculated. */
const guarded = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/** What `guarded` was given; a text that it wouldn't have written stays as it is. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text

/** The bytes of a CSV file. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const line = (texts: readonly string[]) => texts.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(',')
  return Buffer.from(`\ufeff${rows.map((row) => `${line(row)}\r\n`).join('')}`)
}
