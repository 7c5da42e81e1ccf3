// Days of the calendar as ISO text, "2026-03-31": they sort as text, and have no time zone of their own.

import * as v from 'valibot'
import { zoneOf } from '../expression/zone.ts'

/** Before any organisation that keeps its tree here: what holds from this day on has always held. */
export const firstDay = '1900-01-01' as Day
/** Beyond any plan. */
export const lastDay = '2199-12-31' as Day

/** Whether the calendar has the day, and it is none of the years in which only slips of the pen lie. */
function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === undefined || text < firstDay || text > lastDay) return false
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  return read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(date)
}

export const Day = v.pipe(v.string(), v.check(isDay), v.brand('Day'))
export type Day = v.InferOutput<typeof Day>

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  if (one < other) return other
  return one
}

/** The day as typed: "2026-03-31", or as people write it here, "31/3/2026"; undefined where the calendar has none such. */
export function readDay(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  const iso = year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text.trim()
  const read = v.safeParse(Day, iso)
  return read.success ? read.output : undefined
}

const zones = new Map<string, ReturnType<typeof zoneOf>>()

/** The day on which `instant` (ISO 8601, UTC) falls in a time zone, an IANA name. */
export function dayOf(instant: string, timeZone: string): Day {
  const zone = zones.get(timeZone) ?? zoneOf(timeZone)
  zones.set(timeZone, zone)
  const time = Date.parse(instant)
  return v.parse(Day, new Date(time + zone(time)).toISOString().slice(0, 10))
}
