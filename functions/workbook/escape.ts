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

/** The text as XML content. A carriage return is escaped too: XML would read it as a line feed. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(ambiguous, '_x005F_')
    .replace(unwritable, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
