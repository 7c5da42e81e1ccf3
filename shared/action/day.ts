// Days of the calendar where the organisation is: "2013-07-15". By them things are due, and late.

import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as v from 'valibot'
import { zoneOf } from '../expression/zone.ts'

/** Throws RangeError for a day that doesn't exist. */
const read = (day: string): PlainDate.Record => {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number)
  return PlainDate.create(year, month, date)
}

export const Day = v.pipe(v.string(), v.isoDate(), v.check(isDay, 'A day that exists'))

function isDay(text: string): boolean {
  try {
    read(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The day that it is at `now` (ISO 8601, UTC) in an IANA time zone. */
export function dayAt(now: string, timeZone: string): string {
  const instant = Date.parse(now)
  return new Date(instant + zoneOf(timeZone)(instant)).toISOString().slice(0, 10)
}

/** `days` after a day. */
export const daysAfter = (day: string, days: number): string => PlainDate.toString(PlainDate.addDays(read(day), days))

/** From one day to another; negative backwards. */
export const daysBetween = (from: string, to: string): number => PlainDate.diffDays(read(from), read(to))
