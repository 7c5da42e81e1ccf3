// Which cells are dates: in a workbook a date is a number, and only its number format says so.

import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'
import { readXml } from './xml.ts'

export type DateKind = 'date' | 'time' | 'date-time'

/** Formats that every program knows by number; 27 to 36 and 50 to 58 are the dates of East Asian Excels. */
const builtIn = new Map<number, DateKind>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
])

/** Excel's own bound. */
const maxStyles = 65_490

/** The kind of date of each cell style, by its index; undefined for numbers. */
export function readDateStyles(part: string, chunks: Iterable<Uint8Array>): readonly (DateKind | undefined)[] {
  const custom = new Map<number, DateKind | undefined>()
  const styles: (DateKind | undefined)[] = []
  let inCellStyles = false
  readXml(part, chunks, {
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId'] ?? 0)
      if (name === 'numFmt') custom.set(id, dateKindOf(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) styles.push(custom.has(id) ? custom.get(id) : builtIn.get(id))
      if (styles.length > maxStyles) throw new Refused(workbookProblem.damaged(part))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

/** Reads a format code ("dd/mm/yyyy hh:mm;@"). "m" is a minute beside hours or seconds, else a month. */
export function dateKindOf(code: string): DateKind | undefined {
  if (code.length > 255) return undefined
  const letters = code
    .toLowerCase()
    .replace(/"[^"]*"|[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/g, '')
    .replace(/;.*$/s, '')
  const time = /[hs]/.test(letters)
  const date = /[yd]/.test(letters) || (!time && letters.includes('m') && !letters.includes('[m'))
  if (date) return time ? 'date-time' : 'date'
  return time || letters.includes('[m') ? 'time' : undefined
}
