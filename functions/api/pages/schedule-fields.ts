// The fields that say when a report is made, read into a schedule, and back.

import {
  mostDaysAfter,
  mostMonthsAfter,
  mostWorkingDays,
  type ReportSchedule,
} from '../../../shared/report/schedule.ts'

/** What an hour and days begin with where nobody has chosen yet. */
const usual = { reportDays: '15', reportDay: '25', reportMonths: '0', reportWhich: 'last', reportHour: '7' } as const

/** The fields as a schedule stands; undefined: before anybody chose. */
export function scheduleFieldsOf(schedule: ReportSchedule | undefined): Record<string, string> {
  const kind = schedule?.kind ?? 'days-after'
  const fields = { ...usual, reportSchedule: kind }
  if (!schedule || schedule.kind === 'by-hand') return fields
  const timed = { ...fields, reportHour: String(schedule.hour) }
  switch (schedule.kind) {
    case 'days-after':
      return { ...timed, reportDays: String(schedule.days) }
    case 'day-of-month':
      return { ...timed, reportDay: String(schedule.day), reportMonths: String(schedule.monthsAfter) }
    case 'working-day':
      return { ...timed, reportWhich: String(schedule.which) }
  }
}

const kinds = ['days-after', 'day-of-month', 'working-day', 'by-hand'] as const
const whichDays = ['last', ...Array.from({ length: mostWorkingDays }, (_, n) => String(n + 1))]

type Reader = {
  readonly number: (fields: URLSearchParams, name: string, within: readonly [number, number]) => number | undefined
  readonly one: <const T extends string>(fields: URLSearchParams, name: string, options: readonly T[]) => T | undefined
}

/** What the fields make of it; undefined where something is wrong with them, which `faults` then notes. Only the chosen kind's fields count. */
export function readSchedule(fields: URLSearchParams, faults: Reader): ReportSchedule | undefined {
  const kind = faults.one(fields, 'reportSchedule', kinds)
  if (kind === undefined || kind === 'by-hand') return kind && { kind }
  const hour = faults.number(fields, 'reportHour', [0, 24])
  if (kind === 'days-after') {
    const days = faults.number(fields, 'reportDays', [0, mostDaysAfter])
    return days === undefined || hour === undefined ? undefined : { kind, days, hour }
  }
  if (kind === 'day-of-month') {
    const day = faults.number(fields, 'reportDay', [1, 31])
    const monthsAfter = faults.number(fields, 'reportMonths', [0, mostMonthsAfter])
    if (day === undefined || monthsAfter === undefined || hour === undefined) return undefined
    return { kind, day, monthsAfter, hour }
  }
  const which = faults.one(fields, 'reportWhich', whichDays)
  if (which === undefined || hour === undefined) return undefined
  return { kind, which: which === 'last' ? which : Number(which), hour }
}

/** Whether two schedules say the same. */
export const isSameSchedule = (one: ReportSchedule, other: ReportSchedule): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
