// When a report is due: a rule over its period, worked out by the organisation's clock and calendar each time it is asked for.

import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as v from 'valibot'
import { momentOf } from '../campaign/schedule.ts'
import { type DaysOff, isWorkingDay } from '../organisation/days-off.ts'
import { daysOf, type ReportPeriod } from './period.ts'

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const mostDaysAfter = 365
export const mostMonthsAfter = 12
/** Working days after a period's end that can be chosen. */
export const mostWorkingDays = 10

/** In the organisation's time zone; 24 is midnight after the day. */
const hour = v.pipe(Whole, v.maxValue(24))

export const ReportSchedule = v.variant('kind', [
  /** So many days after the period's last day. */
  v.strictObject({ kind: v.literal('days-after'), days: v.pipe(Whole, v.maxValue(mostDaysAfter)), hour }),
  /** A day of the period's last month (0) or of one so many months later; where the month is shorter, its last day. */
  v.strictObject({
    kind: v.literal('day-of-month'),
    day: v.pipe(Whole, v.minValue(1), v.maxValue(31)),
    monthsAfter: v.pipe(Whole, v.maxValue(mostMonthsAfter)),
    hour,
  }),
  /** The last working day of the period's last month, or the n-th one after the period's end. */
  v.strictObject({
    kind: v.literal('working-day'),
    which: v.union([v.literal('last'), v.pipe(Whole, v.minValue(1), v.maxValue(mostWorkingDays))]),
    hour,
  }),
  /** Only when somebody asks for it. */
  v.strictObject({ kind: v.literal('by-hand') }),
])
export type ReportSchedule = v.InferOutput<typeof ReportSchedule>

/** What an organisation's dates are reckoned by. */
export type Calendar = {
  /** IANA name. */
  readonly timeZone: string
  readonly daysOff?: DaysOff | undefined
}

/** When the report of a period is due: ISO 8601, UTC; undefined where only a person asks for it. */
export function dueAt(schedule: ReportSchedule, period: ReportPeriod, calendar: Calendar): string | undefined {
  if (schedule.kind === 'by-hand') return undefined
  return momentOf(dueDay(schedule, daysOf(period).end, calendar), schedule.hour, calendar.timeZone)
}

type Dated = Exclude<ReportSchedule, { kind: 'by-hand' }>

/** `end`: the period's last day. */
function dueDay(schedule: Dated, end: string, { daysOff = [] }: Calendar): string {
  const last = dayIn(end)
  switch (schedule.kind) {
    case 'days-after':
      return PlainDate.toString(PlainDate.addDays(last, schedule.days))
    case 'day-of-month': {
      const month = PlainDate.addMonths(PlainDate.withDayOfMonth(last, 1), schedule.monthsAfter)
      return PlainDate.toString(PlainDate.withDayOfMonth(month, Math.min(schedule.day, PlainDate.daysInMonth(month))))
    }
    case 'working-day':
      return schedule.which === 'last' ? lastWorkingDay(end, daysOff) : workingDayAfter(end, schedule.which, daysOff)
  }
}

function dayIn(text: string): PlainDate.Record {
  const [year = 1, month = 1, day = 1] = text.split('-').map(Number)
  return PlainDate.create(year, month, day)
}

/** Of a month that ends with `end`; its last day where it has none. */
function lastWorkingDay(end: string, daysOff: DaysOff): string {
  const last = dayIn(end)
  const days = Array.from({ length: PlainDate.daysInMonth(last) }, (_, back) =>
    PlainDate.toString(PlainDate.subtractDays(last, back)),
  )
  return days.find((day) => isWorkingDay(day, daysOff)) ?? end
}

function workingDayAfter(end: string, which: number, daysOff: DaysOff): string {
  let day = dayIn(end)
  let left = which
  while (left > 0) {
    day = PlainDate.addDays(day, 1)
    if (isWorkingDay(PlainDate.toString(day), daysOff)) left -= 1
  }
  return PlainDate.toString(day)
}
