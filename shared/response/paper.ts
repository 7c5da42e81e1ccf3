// The day on a paper form, as the moment by which it is judged.

import { zoneOf } from '../expression/zone.ts'
import { momentTypes } from '../form/types-moment.ts'

/**
 * The beginning of a day as it stands on paper ("2013-07-15", "15/7/2013"), in a time zone; ISO 8601, UTC. A paper says no
 * hour, so that one of the day of the close was in time. Undefined for a text that is no day, and for a day that is yet to
 * come at `now`.
 */
export function paperMoment(text: string, timeZone: string, now: string): string | undefined {
  const { date } = momentTypes
  const day = date?.read?.(text.trim(), false, 'vi') ?? ''
  if (!date || date.fault(day, false) || !/^(19|20)/.test(day)) return undefined
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const moment = midnight - zoneOf(timeZone)(midnight)
  return moment <= Date.parse(now) ? new Date(moment).toISOString() : undefined
}
