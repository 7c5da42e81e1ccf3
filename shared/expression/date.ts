// Reading dates. In ODK a date stays the text that was typed, and turns into days since 1970-01-01 in UTC, with a fraction,
// where a number is wanted (XForms spec, number()). Plain arithmetic on Date in UTC and an offset from the environment:
// temporal-polyfill would be more than the whole evaluator may weigh in the browser.

/** Milliseconds that the clock on the wall is ahead of UTC at an instant (itself in milliseconds since 1970, UTC). */
export type Zone = (instant: number) => number

export const msPerDay = 86_400_000

const dayPattern = /^(\d{4})-(\d\d?)-(\d\d?)$/
const timePattern = /^(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?$/

/** Midnight in UTC of "2024-02-29"; NaN for a day that no calendar has. */
function midnightOf(text: string): number {
  const [, year, month, day] = dayPattern.exec(text) ?? []
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return new Date(midnight).getUTCDate() === Number(day) ? midnight : Number.NaN
}

/** "06:30:00.000-07:00" as milliseconds into the day, and those its offset is ahead of UTC (undefined: not said). */
export function readTime(text: string): { readonly time: number; readonly offset: number | undefined } | undefined {
  const [, hour, minute, second = '0', fraction = '0', utc, sign, hours, minutes = '0'] = timePattern.exec(text) ?? []
  if (!(Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)) return undefined
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second) + Number(fraction)) * 1000
  if (hours === undefined) return { time, offset: utc ? 0 : undefined }
  if (!(Number(hours) < 24 && Number(minutes) < 60)) return undefined
  return { time, offset: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000) }
}

/** The instant at which clocks in the zone show a time; in the hour that a clock change skips or repeats, one of the two. */
export function fromWall(wall: number, zone: Zone): number {
  return wall - zone(wall - zone(wall))
}

/** A date, or a date and a time, as milliseconds since 1970; NaN for any other text. */
export function instantOf(text: string, zone: Zone): number {
  const [day = '', time, more] = text.split('T')
  const midnight = midnightOf(day)
  if (time === undefined) return fromWall(midnight, zone)
  const clock = more === undefined ? readTime(time) : undefined
  if (!clock) return Number.NaN
  const wall = midnight + clock.time
  return clock.offset === undefined ? fromWall(wall, zone) : wall - clock.offset
}
