import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asId, PeriodId } from '../ids.ts'
import { fail } from '../result.ts'
import type { Schedule } from './campaign.ts'
import { periodSpan } from './period.ts'
import { laterPeriod, mostPeriods, periodsOf } from './schedule.ts'

const id = (text: string) => asId(PeriodId, text)
const schedule = (changes: Partial<Schedule>): Schedule => ({
  repeat: 'quarter',
  from: id('2026-Q1'),
  to: id('2026-Q4'),
  opens: { anchor: 'start', days: 0 },
  closes: { days: 10, hour: 17 },
  graceDays: 3,
  ...changes,
})
const made = (changes: Partial<Schedule>, timeZone = 'Asia/Ho_Chi_Minh') => {
  const periods = periodsOf(schedule(changes), timeZone)
  if (!periods.ok) throw new Error(periods.problem)
  return periods.value
}

test('quarters open with their first day and close at an hour some days after their last', () => {
  expect(made({})).toEqual([
    { id: '2026-Q1', opensAt: '2025-12-31T17:00:00Z', closesAt: '2026-04-10T10:00:00Z', graceDays: 3 },
    { id: '2026-Q2', opensAt: '2026-03-31T17:00:00Z', closesAt: '2026-07-10T10:00:00Z', graceDays: 3 },
    { id: '2026-Q3', opensAt: '2026-06-30T17:00:00Z', closesAt: '2026-10-10T10:00:00Z', graceDays: 3 },
    { id: '2026-Q4', opensAt: '2026-09-30T17:00:00Z', closesAt: '2027-01-10T10:00:00Z', graceDays: 3 },
  ])
})

test('a report opens days before the end, and closes at midnight or when the office says', () => {
  const [first] = made({ opens: { anchor: 'end', days: -5 }, closes: { days: 0, hour: 24 } })
  expect([first?.opensAt, first?.closesAt]).toEqual(['2026-03-25T17:00:00Z', '2026-03-31T17:00:00Z'])
  expect(made({ closes: null }).map(({ closesAt }) => closesAt)).toEqual([null, null, null, null])
})

test.each([
  ['month', '2025-11', '2026-02', '2025-11 2025-12 2026-01 2026-02'],
  ['half', '2025-H2', '2026-H2', '2025-H2 2026-H1 2026-H2'],
  ['year', '2024', '2026', '2024 2025 2026'],
  ['once', '2026-H1', '2026-H1', '2026-H1'],
] as const)('%s from %s to %s', (repeat, from, to, ids) => {
  const periods = made({ repeat, from: id(from), to: id(to) })
  expect(periods.map((period) => period.id).join(' ')).toBe(ids)
})

test.each<[Partial<Schedule>, string]>([
  [{ from: id('2026-01') }, 'wrong-kind'],
  [{ to: id('2026') }, 'wrong-kind'],
  [{ to: id('2025-Q4') }, 'backwards'],
  [{ repeat: 'month', from: id('2000-01'), to: id('2016-09') }, 'too-many'],
  [{ repeat: 'once' }, 'too-many'],
  [{ closes: { days: -90, hour: 0 } }, 'closes-first'],
  [{ from: id('1899-Q4'), to: id('1899-Q4') }, 'out-of-range'],
  [{ from: id('2200-Q1'), to: id('2200-Q1') }, 'out-of-range'],
])('%j is refused: %s', (changes, fault) => {
  expect(periodsOf(schedule(changes), 'Asia/Ho_Chi_Minh')).toEqual(fail(fault))
})

test('as many as there may be', () => {
  expect(made({ repeat: 'month', from: id('2000-01'), to: id('2016-08') })).toHaveLength(mostPeriods)
})

test('a period some years later is of the same kind', () => {
  expect(['2025-02', '2025-Q3', '2025-H1', '2025'].map((one) => laterPeriod(id(one), 1))).toEqual([
    '2026-02',
    '2026-Q3',
    '2026-H1',
    '2026',
  ])
})

describe('where clocks change', () => {
  // Midnight doesn't exist on some days in São Paulo, Cairo, Beirut; Apia skipped a whole day; Lord Howe moves half an hour.
  const zones = [
    'Asia/Ho_Chi_Minh',
    'Europe/London',
    'America/New_York',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Asia/Beirut',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'America/St_Johns',
  ]
  const localOf = (ms: number, timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(ms))
  const dayAfter = (date: string, days: number) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

  const arbitrary = fc.record({
    timeZone: fc.constantFrom(...zones),
    year: fc.integer({ min: 1995, max: 2037 }),
    month: fc.integer({ min: 1, max: 12 }),
    opens: fc.integer({ min: -40, max: 20 }),
    closes: fc.integer({ min: 0, max: 60 }),
    hour: fc.integer({ min: 1, max: 24 }),
  })

  test('a period opens with the first moment of its day and closes at its hour', () => {
    fc.assert(
      fc.property(arbitrary, ({ timeZone, year, month, opens, closes, hour }) => {
        const only = id(`${year}-${String(month).padStart(2, '0')}`)
        const [period] = made(
          {
            repeat: 'month',
            from: only,
            to: only,
            opens: { anchor: 'start', days: opens },
            closes: { days: closes, hour },
          },
          timeZone,
        )
        const { start, end } = periodSpan(only)
        const opened = Date.parse(period?.opensAt ?? '')
        const firstDay = dayAfter(start, opens)
        expect(localOf(opened, timeZone).slice(0, 10) >= firstDay).toBe(true)
        expect(localOf(opened - 1, timeZone).slice(0, 10) < firstDay).toBe(true)
        const closed = Date.parse(period?.closesAt ?? '')
        const wanted =
          hour === 24
            ? `${dayAfter(end, closes + 1)} 00:00:00`
            : `${dayAfter(end, closes)} ${String(hour).padStart(2, '0')}:00:00`
        // An hour that is skipped begins when the clock has jumped over it; an hour that comes twice is the first of both.
        expect(localOf(closed, timeZone) >= wanted).toBe(true)
        expect(localOf(closed - 1, timeZone) < wanted || localOf(closed, timeZone) !== wanted).toBe(true)
        if (localOf(closed, timeZone) !== wanted) {
          const skipped = localOf(closed - 7_200_000, timeZone) < wanted
          expect(skipped || timeZone === 'Pacific/Apia').toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })
})
