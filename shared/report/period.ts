// The period of a report: one of a campaign's own, a longer one that is made of them, or a span of several.

import * as v from 'valibot'
import { type PeriodSpan, periodSpan } from '../campaign/period.ts'
import { periodAt, periodPlace } from '../campaign/schedule.ts'
import { asId, PeriodId, SpanId } from '../ids.ts'

/** "2013-H1" or "2013-02..2013-05"; of a span the first period lies before the last and is of its kind. */
export const ReportPeriod = v.union([
  PeriodId,
  v.pipe(
    SpanId,
    v.check((id) => {
      const { first, last } = endsOf(id)
      return first < last
    }),
  ),
])
export type ReportPeriod = v.InferOutput<typeof ReportPeriod>

const isSpan = (id: ReportPeriod): id is SpanId => id.includes('..')

/** The first and the last of a span's periods; a period alone is both. */
export function endsOf(id: ReportPeriod): { readonly first: PeriodId; readonly last: PeriodId } {
  if (!isSpan(id)) return { first: id, last: id }
  const [first = '', last = ''] = id.split('..')
  return { first: asId(PeriodId, first), last: asId(PeriodId, last) }
}

/** From one period to another of its kind, both included; one of them where they are the same. Undefined where there is no such span. */
export function spanOf(first: PeriodId, last: PeriodId): ReportPeriod | undefined {
  const read = v.safeParse(ReportPeriod, first === last ? first : `${first}..${last}`)
  return read.success ? read.output : undefined
}

/** The days that it covers, first and last; ISO 8601. */
export function daysOf(id: ReportPeriod): Pick<PeriodSpan, 'start' | 'end'> {
  const { first, last } = endsOf(id)
  return { start: periodSpan(first).start, end: periodSpan(last).end }
}

/** So many of its own length later, or earlier where negative: half a year, a span of four months. */
export function shifted(id: ReportPeriod, times: number): ReportPeriod {
  const { first, last } = endsOf(id)
  const { kind } = periodSpan(first)
  const by = times * (periodPlace(last) - periodPlace(first) + 1)
  const moved = spanOf(periodAt(kind, periodPlace(first) + by), periodAt(kind, periodPlace(last) + by))
  if (!moved) throw new Error(`No period ${times} after ${id}`)
  return moved
}

/** The same period or span a year ago. */
export function yearEarlier(id: ReportPeriod): ReportPeriod {
  const { first, last } = endsOf(id)
  const ago = (one: PeriodId) =>
    asId(PeriodId, `${String(Number(one.slice(0, 4)) - 1).padStart(4, '0')}${one.slice(4)}`)
  const moved = spanOf(ago(first), ago(last))
  if (!moved) throw new Error(`No period a year before ${id}`)
  return moved
}

/**
 * The periods that lie wholly in another one, earliest first. Where some of them lie in others (a month in a quarter), only the
 * longer ones: nothing is counted twice.
 */
export function periodsWithin<P extends { readonly id: PeriodId }>(periods: readonly P[], id: ReportPeriod): P[] {
  const whole = daysOf(id)
  const inside = periods
    .map((period) => ({ period, ...periodSpan(period.id) }))
    .filter(({ start, end }) => start >= whole.start && end <= whole.end)
  return inside
    .filter((one) => !inside.some((other) => other !== one && other.start <= one.start && other.end >= one.end))
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ period }) => period)
}

/** The period of a kind that a day ("2013-05-31") lies in. */
export function periodOn(kind: PeriodSpan['kind'], day: string): PeriodId {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const months = { month: 1, quarter: 3, half: 6, year: 12 }[kind]
  return periodAt(kind, year * (12 / months) + Math.floor((month - 1) / months))
}
