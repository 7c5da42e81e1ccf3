// A workbook that travels with a page instead of being stored: its cells, packed into a text. What comes back may be anything,
// and is bounded like an upload.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as v from 'valibot'
import type { FormBook } from './import-form.ts'
import { workbookLimits } from './limits.ts'

const Rows = v.array(
  v.object({
    row: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    cells: v.array(v.object({ column: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), text: v.string() })),
  }),
)
const Carried = v.object({
  sheets: v.pipe(v.array(v.object({ name: v.string(), rows: Rows })), v.maxLength(workbookLimits.sheets)),
  /** Their bytes, each as a character. */
  files: v.pipe(v.array(v.tuple([v.string(), v.string()])), v.maxLength(100)),
})

/** Unpacked; numbers of rows and columns are text too. */
const mostUnpacked = 2 * workbookLimits.unpackedBytes

export const packBook = ({ sheets, files }: FormBook): string => {
  const plain = {
    sheets: sheets.map(({ name, rows }) => ({ name, rows })),
    files: [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
  }
  return deflateRawSync(Buffer.from(JSON.stringify(plain))).toString('base64url')
}

/** Undefined where the text is nothing that packBook wrote. */
export function unpackBook(text: string): FormBook | undefined {
  const carried = v.safeParse(Carried, unpacked(text))
  if (!carried.success) return undefined
  const { sheets, files } = carried.output
  const cells = sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.cells.length, 0)
  if (cells > workbookLimits.cells) return undefined
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, uncalculated: [] })),
    files: new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes, 'latin1')])),
  }
}

/** A cell is one bracket, its row two more: more of them, and deeper ones, cost what no workbook does. */
const mostBrackets = 3 * workbookLimits.cells + 1_000
const deepest = 8

/** Whether the brackets of a JSON text, outside of its strings, are few and shallow enough to be read. */
function isBounded(json: Uint8Array): boolean {
  let [brackets, depth, isInString] = [0, 0, false]
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (isInString) {
      if (byte === 0x5c) at += 1
      else if (byte === 0x22) isInString = false
    } else if (byte === 0x22) isInString = true
    else if (byte === 0x5b || byte === 0x7b) {
      brackets += 1
      depth += 1
      if (brackets > mostBrackets || depth > deepest) return false
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1
  }
  return true
}

function unpacked(text: string): unknown {
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: mostUnpacked })
    return isBounded(bytes) ? JSON.parse(bytes.toString('utf8')) : undefined
  } catch (error) {
    // zlib throws plain errors with a code, for damage and for more than the bound.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}
