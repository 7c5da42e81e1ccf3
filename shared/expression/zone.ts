// The offset of a time zone, from the tables that every browser and Node carry.

import type { Zone } from './date.ts'

/** Beyond this no Date exists. */
const lastInstant = 8.64e15

/** `timeZone`: an IANA name ("Asia/Ho_Chi_Minh"). Throws RangeError for one that isn't known. */
export function zoneOf(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (instant) => {
    if (!(Math.abs(instant) <= lastInstant)) return 0
    // "11/22/2026, GMT-07:00", and nothing behind GMT in UTC; with seconds before zones were rounded (GMT+07:06:30).
    const [, sign, hours, minutes, seconds = '0'] = /([+-])(\d+):(\d+)(?::(\d+))?$/.exec(format.format(instant)) ?? []
    if (sign === undefined) return 0
    return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000)
  }
}
