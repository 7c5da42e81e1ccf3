// When reports are due: by the clock of the organisation, over gaps and overlaps of its zone, short months and days off.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { asId, CampaignId, PeriodId } from '../ids.ts'
import { isWorkingDay, readDaysOff } from '../organisation/days-off.ts'
import { dueBy, dueMoments, isPeriodOf, planPeriods } from './campaign-plan.ts'
import { ReportPeriod } from './period.ts'
import type { ReportPlan } from './plan.ts'
import { dueAt, ReportSchedule } from './schedule.ts'

const hanoi = { timeZone: 'Asia/Ho_Chi_Minh' }
const period = (id: string) => v.parse(ReportPeriod, id)
const own = (id: string) => asId(PeriodId, id)
const on = (schedule: ReportSchedule, id: string, calendar: Parameters<typeof dueAt>[2] = hanoi) =>
  dueAt(schedule, period(id), calendar)
const daysOff = (text: string) => {
  const read = readDaysOff(text)
  if ('fault' in read) throw new Error(JSON.stringify(read.fault))
  return read.daysOff
}

describe('a day of the month', () => {
  const the = (day: number, monthsAfter = 0, hour = 7): ReportSchedule => ({
    kind: 'day-of-month',
    day,
    monthsAfter,
    hour,
  })

  test('is that of the last month of the period, or of one after it, at the hour of the organisation', () => {
    expect(on(the(25), '2013-02')).toBe('2013-02-25T00:00:00Z')
    expect(on(the(25), '2013-Q1')).toBe('2013-03-25T00:00:00Z')
    expect(on(the(20, 1), '2013-H2')).toBe('2014-01-20T00:00:00Z')
    expect(on(the(1, 12, 24), '2013')).toBe('2014-12-01T17:00:00Z')
    expect(on(the(10), '2013-02..2013-05')).toBe('2013-05-10T00:00:00Z')
  })

  test('of a shorter month is its last day, also in a leap year', () => {
    expect(on(the(31), '2013-02')).toBe('2013-02-28T00:00:00Z')
    expect(on(the(30), '2012-02')).toBe('2012-02-29T00:00:00Z')
    expect(on(the(31, 1), '2012-01')).toBe('2012-02-29T00:00:00Z')
    expect(on(the(31), '2013-04')).toBe('2013-04-30T00:00:00Z')
  })
})

describe('working days', () => {
  const last = (hour = 7): ReportSchedule => ({ kind: 'working-day', which: 'last', hour })
  const nth = (which: number): ReportSchedule => ({ kind: 'working-day', which, hour: 7 })

  test('the last one of a month that ends on a Sunday is its Friday', () => {
    expect(on(last(), '2013-Q1')).toBe('2013-03-29T00:00:00Z')
    expect(on(last(), '2013-H1')).toBe('2013-06-28T00:00:00Z')
    expect(on(last(), '2013-04')).toBe('2013-04-30T00:00:00Z')
  })

  test('days off of the organisation are none', () => {
    const calendar = { ...hanoi, daysOff: daysOff('30/4/2013 - 1/5/2013\n2013-12-31') }
    expect(on(last(), '2013-04', calendar)).toBe('2013-04-29T00:00:00Z')
    expect(on(last(), '2013', calendar)).toBe('2013-12-30T00:00:00Z')
    expect(on(nth(1), '2013-04', calendar)).toBe('2013-05-02T00:00:00Z')
    expect(on(nth(3), '2013-04', calendar)).toBe('2013-05-06T00:00:00Z')
  })

  test('a month that is off as a whole has its last day', () => {
    expect(on(last(), '2013-02', { ...hanoi, daysOff: daysOff('1/2/2013 - 28/2/2013') })).toBe('2013-02-28T00:00:00Z')
  })
})

test('so many days after the period; by hand never', () => {
  expect(on({ kind: 'days-after', days: 15, hour: 7 }, '2013-H1')).toBe('2013-07-15T00:00:00Z')
  expect(on({ kind: 'days-after', days: 60, hour: 0 }, '2011-12')).toBe('2012-02-28T17:00:00Z')
  expect(on({ kind: 'by-hand' }, '2013-H1')).toBeUndefined()
})

test('an hour that the clocks skip is the first moment after the gap; one that comes twice the first', () => {
  const at = (day: number, hour: number): ReportSchedule => ({ kind: 'day-of-month', day, monthsAfter: 0, hour })
  const berlin = { timeZone: 'Europe/Berlin' }
  expect(on(at(31, 2), '2013-03', berlin)).toBe('2013-03-31T01:00:00Z')
  expect(on(at(31, 3), '2013-03', berlin)).toBe('2013-03-31T01:00:00Z')
  expect(on(at(27, 2), '2013-10', berlin)).toBe('2013-10-27T00:00:00Z')
  // A gap of half an hour, one at midnight, and a day that never was.
  expect(on(at(6, 2), '2013-10', { timeZone: 'Australia/Lord_Howe' })).toBe('2013-10-05T15:30:00Z')
  expect(on(at(20, 0), '2013-10', { timeZone: 'America/Sao_Paulo' })).toBe('2013-10-20T03:00:00Z')
  expect(on(at(30, 7), '2011-12', { timeZone: 'Pacific/Apia' })).toBe('2011-12-30T10:00:00Z')
})

const seed = 20130725
const kinds: fc.Arbitrary<ReportSchedule> = fc.oneof(
  fc.record({ kind: fc.constant('days-after' as const), days: fc.nat(365), hour: fc.nat(24) }),
  fc.record({
    kind: fc.constant('day-of-month' as const),
    day: fc.integer({ min: 1, max: 31 }),
    monthsAfter: fc.nat(12),
    hour: fc.nat(24),
  }),
  fc.record({
    kind: fc.constant('working-day' as const),
    which: fc.oneof(fc.constant('last' as const), fc.integer({ min: 1, max: 10 })),
    hour: fc.nat(24),
  }),
)
const zone = fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC')
const month = fc
  .tuple(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, one]) => own(`${year}-${String(one).padStart(2, '0')}`))

test(`any rule is a moment whose clock shows the hour, or the first after a gap (seed ${seed})`, () => {
  fc.assert(
    fc.property(kinds, zone, month, (schedule, timeZone, id) => {
      const read = v.parse(ReportSchedule, schedule)
      const moment = dueAt(read, id, { timeZone })
      if (moment === undefined || read.kind === 'by-hand') throw new Error('It has a moment')
      const shown = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)
      const first = Temporal.PlainDate.from(`${id}-01`)
      const end = first.add({ months: 1 }).subtract({ days: 1 })
      const day = shown.toPlainDate().subtract({ days: read.hour === 24 ? 1 : 0 })
      const before = Temporal.Instant.from(moment).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(timeZone)
      const isAfterGap = before.offsetNanoseconds < shown.offsetNanoseconds
      if (!isAfterGap) expect([shown.hour, shown.minute]).toEqual([read.hour % 24, 0])
      if (read.kind === 'days-after') expect(end.until(day).days).toBe(read.days)
      if (read.kind === 'day-of-month')
        expect(day.day).toBe(Math.min(read.day, first.add({ months: read.monthsAfter }).daysInMonth))
      if (read.kind === 'working-day') {
        expect(isWorkingDay(day.toString(), [])).toBe(true)
        expect(read.which === 'last' ? day.month === end.month : Temporal.PlainDate.compare(day, end) > 0).toBe(true)
      }
    }),
    { seed },
  )
})

describe('the dates of a plan', () => {
  const [one, other] = [asId(CampaignId, 'one'), asId(CampaignId, 'other')]
  const asked = (id: string, isPast = false) => ({
    id: own(id),
    opensAt: '2013-01-01T00:00:00Z',
    closesAt: null,
    graceDays: 0,
    ...(isPast ? { isPast: true as const } : {}),
  })
  const campaigns = [
    {
      id: one,
      periods: [asked('2012-12', true), ...['2013-01', '2013-02', '2013-03', '2013-04'].map((id) => asked(id))],
    },
    { id: other, periods: [asked('2013-Q1'), asked('2013-Q2')] },
  ]
  const schedule: ReportSchedule = { kind: 'day-of-month', day: 25, monthsAfter: 0, hour: 7 }
  const plan = (changes: Partial<ReportPlan> = {}): ReportPlan =>
    ({ every: 'period', schedule, since: '2013-01-01T00:00:00Z', campaigns: { a: one }, ...changes }) as ReportPlan

  test('are those of the campaign’s own periods, without the ones from before', () => {
    expect(planPeriods(plan(), campaigns)).toEqual(['2013-01', '2013-02', '2013-03', '2013-04'])
    expect(dueMoments(plan(), campaigns, hanoi)[0]).toEqual({ period: '2013-01', dueAt: '2013-01-25T00:00:00Z' })
    expect(planPeriods(plan({ campaigns: { a: asId(CampaignId, 'gone') } }), campaigns)).toEqual([])
  })

  test('of a longer period are those in which every campaign asked something', () => {
    expect(planPeriods(plan({ every: 'quarter' }), campaigns)).toEqual(['2013-Q1', '2013-Q2'])
    expect(planPeriods(plan({ every: 'year', campaigns: { a: one, b: other } }), campaigns)).toEqual(['2013'])
    expect(planPeriods(plan({ campaigns: { a: one, b: other } }), campaigns)).toEqual([])
    expect(planPeriods(plan({ every: 'quarter', campaigns: { a: one, b: other } }), campaigns)).toHaveLength(2)
  })

  test('a span goes from one of its periods to another', () => {
    expect(isPeriodOf(plan(), campaigns, period('2013-02..2013-04'))).toBe(true)
    expect(isPeriodOf(plan(), campaigns, period('2012-12..2013-04'))).toBe(false)
    expect(isPeriodOf(plan({ every: 'quarter' }), campaigns, period('2013-Q1..2013-Q2'))).toBe(true)
    for (const wrong of ['2013-04..2013-02', '2013-02..2013-02', '2013-02..2013-Q2', '2013-13..2013-14', '2013..'])
      expect(v.is(ReportPeriod, wrong)).toBe(false)
  })

  test('what was due before the plan was made is not due, nor is anything of a stopped one', () => {
    const due = (changes: Partial<ReportPlan>, now: string) =>
      dueBy(plan(changes), campaigns, hanoi, now).map(({ period: id }) => id)
    expect(due({}, '2013-01-24T23:59:59Z')).toEqual([])
    expect(due({}, '2013-01-25T00:00:00Z')).toEqual(['2013-01'])
    expect(due({ since: '2013-02-25T00:00:00Z' }, '2013-05-01T00:00:00Z')).toEqual(['2013-03', '2013-04'])
    expect(due({ isStopped: true }, '2013-05-01T00:00:00Z')).toEqual([])
    expect(due({ schedule: { kind: 'by-hand' } }, '2013-05-01T00:00:00Z')).toEqual([])
  })
})

test('days off are read as people type them', () => {
  expect(daysOff('\n 2/9/2025 \n28/1/2025 – 2/2/2025\n2025-04-30 đến 2025-05-01\n2/9/2025')).toEqual([
    { from: '2025-01-28', to: '2025-02-02' },
    { from: '2025-04-30', to: '2025-05-01' },
    { from: '2025-09-02', to: '2025-09-02' },
  ])
  const fault = (text: string) => {
    const read = readDaysOff(text)
    return 'fault' in read ? read.fault.is : 'none'
  }
  expect([fault('30/2/2025'), fault('2/2/2025 - 1/2/2025'), fault('1/1/2025 - 31/12/2025'), fault('Tết')]).toEqual([
    'no-day',
    'backwards',
    'too-long',
    'no-day',
  ])
  const many = Array.from(
    { length: 201 },
    (_, n) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
  )
  expect(fault(many.join('\n'))).toBe('too-many')
})
