// Functions on dates and times. What they answer is a Moment: text as ODK writes it, days since 1970 where a number is wanted.

import type { Call, FunctionTable } from '../call.ts'
import { fromWall, instantOf, msPerDay, readTime, type Zone } from '../date.ts'
import { expressionProblem } from '../problem.ts'
import { isMoment, type Moment, numberIn, textOf, type Value } from '../value.ts'

const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0')

/** What a clock in the zone shows, as ISO 8601 without an offset; undefined for what no Date can hold. */
function wallText(instant: number, zone: Zone): string | undefined {
  const wall = new Date(instant + zone(instant))
  return Number.isNaN(wall.getTime()) ? undefined : wall.toISOString().slice(0, -1)
}

/** ODK writes a moment at midnight as the date alone. */
function momentAt(instant: number, zone: Zone): Moment {
  const wall = wallText(instant, zone)
  if (wall === undefined) return { days: Number.NaN, text: 'Invalid Date' }
  const ahead = zone(instant) / 60_000
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`
  return { days: instant / msPerDay, text: wall.endsWith('T00:00:00.000') ? wall.slice(0, 10) : wall + offset }
}

/** Days become an instant to the millisecond; a fraction of one is rounding. */
const instantOfDays = (days: number) => Math.round(days * msPerDay)

/** Undefined for blank: no date, but no mistake either. */
function readMoment(value: Value, zone: Zone): Moment | undefined {
  if (isMoment(value)) return value
  if (typeof value === 'number') return momentAt(instantOfDays(value), zone)
  const text = textOf(value).trim()
  if (text === '') return undefined
  const instant = instantOf(text, zone)
  return momentAt(Number.isNaN(instant) ? instantOfDays(numberIn(text, zone)) : instant, zone)
}

const half = 182 * msPerDay

/**
 * date(). Days counted on from a date pass the changes of the clock: today() + 180 may fall at 23:00 or 01:00. The date is
 * meant; so a time that is midnight by the zone's offset half a year away is taken as midnight.
 */
function date(call: Call): Value {
  const { zone } = call.run.environment
  const value = call.value(0)
  const moment = readMoment(value, zone)
  if (!moment || typeof value !== 'number') return moment ?? ''
  const instant = instantOfDays(value)
  const wall = instant + zone(instant - half)
  return wall % msPerDay === 0 ? momentAt(fromWall(wall, zone), zone) : moment
}

/** Milliseconds since the last midnight, before 1970 too. */
const intoDay = (wall: number) => ((wall % msPerDay) + msPerDay) % msPerDay

const today = ({ run: { environment } }: Call): Moment => {
  const { now, zone } = environment
  const wall = now + zone(now)
  return momentAt(fromWall(wall - intoDay(wall), zone), zone)
}

/** The fraction of the day that has passed on a clock in the zone. */
function decimalTime(call: Call): number {
  const { zone, now } = call.run.environment
  const value = call.value(0)
  const clock = readTime(textOf(value))
  const moment = clock ? undefined : readMoment(value, zone)
  const instant = instantOfDays(moment?.days ?? Number.NaN)
  const wall = clock
    ? clock.time + (clock.offset === undefined ? 0 : zone(now) - clock.offset)
    : instant + zone(instant)
  return intoDay(wall) / msPerDay
}

type Part = (wall: string, locale: string) => string
/** From the ISO text of the wall clock: cut out, without leading zeros, or as the locale names it. */
const cut =
  (from: number, until: number): Part =>
  (wall) =>
    wall.slice(from, until)
const bare =
  (from: number, until: number): Part =>
  (wall) =>
    `${Number(wall.slice(from, until))}`
const named = (options: Intl.DateTimeFormatOptions): Part => {
  return (wall, locale) => new Date(`${wall}Z`).toLocaleDateString(locale, { ...options, timeZone: 'UTC' })
}
const parts: Readonly<Record<string, Part>> = {
  '%': () => '%',
  Y: cut(0, 4),
  y: cut(2, 4),
  m: cut(5, 7),
  n: bare(5, 7),
  b: named({ month: 'short' }),
  d: cut(8, 10),
  e: bare(8, 10),
  a: named({ weekday: 'short' }),
  H: cut(11, 13),
  h: bare(11, 13),
  M: cut(14, 16),
  S: cut(17, 19),
  3: cut(20, 23),
}

/** One function for dates and times: the engines of the field fill in the time in format-date() too. */
function format(call: Call): string {
  const { zone, locale } = call.run.environment
  const moment = readMoment(call.value(0), zone)
  const wall = moment && wallText(instantOfDays(moment.days), zone)
  if (wall === undefined) return ''
  return call.text(1).replace(/%(.?)/gs, (whole, letter: string) => {
    const part = Object.hasOwn(parts, letter) ? parts[letter] : undefined
    return part ? part(wall, locale) : call.fail(expressionProblem.formatUnknown(whole))
  })
}

export const dateFunctions: FunctionTable = {
  today: [0, 0, today],
  now: [0, 0, ({ run: { environment } }) => momentAt(environment.now, environment.zone)],
  date: [1, 1, date],
  'date-time': [1, 1, (call) => readMoment(call.value(0), call.run.environment.zone) ?? ''],
  'decimal-date-time': [1, 1, (call) => readMoment(call.value(0), call.run.environment.zone)?.days ?? Number.NaN],
  'decimal-time': [1, 1, decimalTime],
  'format-date': [2, 2, format],
  'format-date-time': [2, 2, format],
}
