// The offset of a time zone, from the tables that every browser and Node carry.

import type { Zone } from './date.ts'

/** Beyond this no Date exists. */
const lastInstant = 8.64e15

/**
 * Clocks change on a quarter of an hour in UTC, so one look serves it all. Only when a place left its sun time, a century
 * ago, may an instant of that one quarter get its neighbour's offset.
 */
const quarter = 900_000

/** `timeZone`: an IANA name ("Asia/Ho_Chi_Minh"). Throws RangeError for one that isn't known. */
export function zoneOf(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const known = new Map<number, number>()
  const look = (instant: number): number => {
    // "11/22/2026, GMT-07:00", and nothing behind GMT in UTC; with seconds before zones were rounded (GMT+07:06:30).
    const [, sign, hours, minutes, seconds = '0'] = /([+-])(\d+):(\d+)(?::(\d+))?$/.exec(format.format(instant)) ?? []
    if (sign === undefined) return 0
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000)
  }
  return (instant) => {
    if (!(Math.abs(instant) <= lastInstant)) return 0
    const key = Math.floor(instant / quarter)
    const offset = known.get(key) ?? look(instant)
    if (known.size > 1000) known.clear()
    known.set(key, offset)
    return offset
  }
}
