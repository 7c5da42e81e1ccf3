// Characters that XML can't hold, as Office writes them (ST_Xstring): U+0001 is "_x0001_", and a text that says
// "_x0001_" itself is "_x005F_x0001_".

const escaped = /_x([0-9A-Fa-f]{4})_/g
const unwritable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu
/** An underscore that would read as the start of an escape, also of one that only the next escape completes. */
const ambiguous = /_(?=x[0-9A-Fa-f]{4}(?:_|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]))/gu

/** Never yields half a surrogate pair, whatever the escapes say. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).toWellFormed()
}

/** Most texts hold nothing of what has to be escaped. */
const delicate = /[&<>"\r\uD800-\uDFFF\uFFFE\uFFFF]|_x|(?![\t\n])\p{Cc}/u

/** The text as XML content. A carriage return is escaped too: XML would read it as a line feed. */
export function escapeText(text: string): string {
  if (!delicate.test(text)) return text
  return text
    .toWellFormed()
    .replace(ambiguous, '_x005F_')
    .replace(unwritable, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** What a spreadsheet would take for the start of a formula, full-width signs and what is not seen before it included. */
const startsFormula = /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u
const plainNumber = /^-?\d+(?:[.,]\d+)?$/

/** Whether a text that stands in a cell could act; a number may begin with a minus. */
export const isFormulaLike = (text: string): boolean => startsFormula.test(text) && !plainNumber.test(text)

/** The text as it can stand in a CSV file: an apostrophe in front makes it a text in every spreadsheet. */
export const neutralText = (text: string): string => (isFormulaLike(text) ? `'${text}` : text)
