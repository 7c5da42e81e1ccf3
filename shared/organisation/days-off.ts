// The days on which an organisation doesn't work, besides Saturdays and Sundays: single days and stretches, as its office types them.

import * as v from 'valibot'
import { Day, readDay } from './day.ts'

/** From one day to another, both included. */
const Stretch = v.pipe(
  v.strictObject({ from: Day, to: Day }),
  v.check(({ from, to }) => from <= to),
)
/** Some years of holidays. */
const mostDaysOff = 200
/** The longest stretch, in days. */
const longestStretch = 100
export const DaysOff = v.pipe(v.array(Stretch), v.maxLength(mostDaysOff))
export type DaysOff = v.InferOutput<typeof DaysOff>

export type DaysOffFault =
  | { readonly is: 'no-day' | 'backwards' | 'too-long'; readonly line: string }
  | { readonly is: 'too-many' }

const daysIn = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/**
 * Reads what was typed: a day a line, or the first and the last with "–", "-" or "đến" between them, "28/1/2025 - 2/2/2025".
 * What is the same twice stands once; in the order of the calendar.
 */
export function readDaysOff(text: string): { readonly daysOff: DaysOff } | { readonly fault: DaysOffFault } {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const found = new Map<string, DaysOff[number]>()
  for (const line of lines) {
    if (line === '') continue
    const [first = '', second = first, ...more] = line.split(/\s*(?:–|\.\.|đến|\bto\b)\s*|\s+-\s+/)
    const [from, to] = [readDay(first), readDay(second)]
    if (!from || !to || more.length > 0) return { fault: { is: 'no-day', line } }
    if (to < from) return { fault: { is: 'backwards', line } }
    if (daysIn(from, to) > longestStretch) return { fault: { is: 'too-long', line } }
    found.set(`${from} ${to}`, { from, to })
  }
  if (found.size > mostDaysOff) return { fault: { is: 'too-many' } }
  return { daysOff: [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1)) }
}

const shown = (day: Day): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`

/** As readDaysOff reads it back. */
export const daysOffText = (daysOff: DaysOff): string =>
  daysOff.map(({ from, to }) => (from === to ? shown(from) : `${shown(from)} - ${shown(to)}`)).join('\n')

/** Monday to Friday, and none of the days off. `day`: "2025-02-03". */
export function isWorkingDay(day: string, daysOff: DaysOff): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !daysOff.some(({ from, to }) => from <= day && day <= to)
}
