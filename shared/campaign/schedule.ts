// Periods made by a rule: which there are between two of them, and when each opens and closes in the organisation's time
// zone. Days are counted on the calendar, so that a change of clocks moves nothing.

import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'
import { asId, PeriodId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { CampaignPeriod, Schedule } from './campaign.ts'
import { periodSpan } from './period.ts'

/** As many periods as a campaign may have: sixteen years of months. */
export const mostPeriods = 200

export type ScheduleFault =
  /** The first or the last period isn't of the kind that repeats. */
  | 'wrong-kind'
  | 'backwards'
  | 'too-many'
  /** A period would close before or as it opens. */
  | 'closes-first'
  /** Before 1900 or after 2199. */
  | 'out-of-range'

const perYear = { month: 12, quarter: 4, half: 2, year: 1 } as const
type Kind = keyof typeof perYear

const idOf = (kind: Kind, year: number, ordinal: number): PeriodId => {
  const part = {
    month: `-${String(ordinal).padStart(2, '0')}`,
    quarter: `-Q${ordinal}`,
    half: `-H${ordinal}`,
    year: '',
  }
  return asId(PeriodId, `${String(year).padStart(4, '0')}${part[kind]}`)
}

/** Periods of a kind counted one after the other from the year 0. */
export const periodPlace = (id: PeriodId): number => {
  const { kind, year, ordinal } = periodSpan(id)
  return year * perYear[kind] + ordinal - 1
}

/** The period of a kind at such a place. */
export const periodAt = (kind: Kind, place: number): PeriodId =>
  idOf(kind, Math.floor(place / perYear[kind]), (place % perYear[kind]) + 1)

/** The same period so many years later: a month stays that month. */
export function laterPeriod(id: PeriodId, years: number): PeriodId {
  const { kind, year, ordinal } = periodSpan(id)
  return idOf(kind, year + years, ordinal)
}

/** The periods right before one, of its kind, the nearest first. */
export function periodsBefore(id: PeriodId, count: number): PeriodId[] {
  const { kind } = periodSpan(id)
  const places = Array.from({ length: count }, (_, index) => periodPlace(id) - 1 - index)
  return places.filter((place) => place >= yearsTaken.first * perYear[kind]).map((place) => periodAt(kind, place))
}

const yearsTaken = { first: 1900, last: 2199 } as const

/** The periods from one to the other, both included. */
function periodIds({ repeat, from, to }: Schedule): Result<PeriodId[], ScheduleFault> {
  const [first, last] = [periodSpan(from), periodSpan(to)]
  if (first.year < yearsTaken.first || last.year > yearsTaken.last) return fail('out-of-range')
  if (repeat === 'once') return from === to ? ok([from]) : fail('too-many')
  if (first.kind !== repeat || last.kind !== repeat) return fail('wrong-kind')
  const [begin, end] = [periodPlace(from), periodPlace(to)]
  if (end < begin) return fail('backwards')
  if (end - begin >= mostPeriods) return fail('too-many')
  return ok(Array.from({ length: end - begin + 1 }, (_, index) => periodAt(repeat, begin + index)))
}

/**
 * The moment of an hour of a day, so many days after `date` ("2026-03-31"), ISO 8601 in UTC; 24 is midnight after the day. Of an hour
 * that the clocks skip it is the first moment after the gap, of one that comes twice the first.
 */
function momentAfter(date: string, days: number, hour: number, timeZone: string): string {
  const [year = 1, month = 1, first = 1] = date.split('-').map(Number)
  const day = PlainDate.addDays(PlainDate.create(year, month, first), days + Math.floor(hour / 24))
  const zoned =
    hour % 24 === 0
      ? PlainDate.toZonedDateTime(day, timeZone)
      : afterGap(PlainDateTime.addHours(PlainDate.toPlainDateTime(day), hour), timeZone)
  return Instant.toString(ZonedDateTime.toInstant(zoned))
}

function afterGap(time: PlainDateTime.Record, timeZone: string): ZonedDateTime.Record {
  const zoned = PlainDateTime.toZonedDateTime(time, timeZone)
  if (PlainDateTime.equals(ZonedDateTime.toPlainDateTime(zoned), time)) return zoned
  const before = PlainDateTime.toZonedDateTime(time, timeZone, { disambiguation: 'earlier' })
  return ZonedDateTime.getTimeZoneTransition(before, 'next') ?? zoned
}

/** The moment of an hour of a day ("2026-03-31"), ISO 8601 in UTC; 24 is midnight after it. */
export const momentOf = (day: string, hour: number, timeZone: string): string => momentAfter(day, 0, hour, timeZone)

/** Makes the periods of a schedule, in their order; at most 200. `timeZone`: IANA name. */
export function periodsOf(schedule: Schedule, timeZone: string): Result<CampaignPeriod[], ScheduleFault> {
  const ids = periodIds(schedule)
  if (!ids.ok) return ids
  const { opens, closes, graceDays } = schedule
  const periods = ids.value.map((id): CampaignPeriod => {
    const span = periodSpan(id)
    const opensAt = momentAfter(opens.anchor === 'start' ? span.start : span.end, opens.days, 0, timeZone)
    const closesAt = closes && momentAfter(span.end, closes.days, closes.hour, timeZone)
    return { id, opensAt, closesAt, graceDays }
  })
  const isWrong = periods.some(
    ({ opensAt, closesAt }) => closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt),
  )
  return isWrong ? fail('closes-first') : ok(periods)
}
