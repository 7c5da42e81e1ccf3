import { describe, expect, test } from 'vitest'
import { answerOf } from '../evaluation-fixture.ts'

describe('in Vietnam, on 1 March 2026 at 10:00', () => {
  test.each([
    ['today()', '2026-03-01'],
    ['now()', '2026-03-01T10:00:00.000+07:00'],
    ['date(today() - 1)', '2026-02-28'],
    ['date("2024-2-29")', '2024-02-29'],
    ['date("2023-02-29")', 'Invalid Date'],
    ['date("soon")', 'Invalid Date'],
    ['date("")', ''],
    ['date("2026-03-01T12:00:00Z")', '2026-03-01T19:00:00.000+07:00'],
    ['date("2026-03-01T12:00")', '2026-03-01T12:00:00.000+07:00'],
    ['date("2026-03-01T24:00")', 'Invalid Date'],
    ['date("2026-03-01T12:00+25:00")', 'Invalid Date'],
    ['date(20000)', '2024-10-04T07:00:00.000+07:00'],
    ['date-time("20000")', '2024-10-04T07:00:00.000+07:00'],
    ['date(1 div 0)', 'Invalid Date'],
    ['date-time(today())', '2026-03-01'],
    ['decimal-date-time("1970-01-01T12:00:00Z")', 0.5],
    ['decimal-date-time("")', Number.NaN],
    ['decimal-time("18:00:00.000+07:00")', 0.75],
    ['decimal-time("23:00:00Z")', 0.25],
    ['decimal-time("06:00")', 0.25],
    ['decimal-time("2026-03-01T06:00:00+07:00")', 0.25],
    ['decimal-time("25:00")', Number.NaN],
    ['format-date("2026-03-05", "%Y %y %m %n %d %e %b %a %%")', '2026 26 03 3 05 5 Mar Thu %'],
    ['format-date-time("2026-03-05T08:07:06.005+07:00", "%H:%M:%S.%3 %h")', '08:07:06.005 8'],
    ['format-date("soon", "%Y")', ''],
    ['format-date("", "%Y")', ''],
  ])('%s', (expression, expected) => {
    expect(answerOf(expression)).toBe(expected)
  })

  test("names of months and days are the person's", () => {
    expect(answerOf('format-date("2026-03-05", "%b")', { environment: { locale: 'vi' } })).toBe('Tháng 3')
  })
})

describe('where clocks change', () => {
  const zone = 'Europe/Berlin'

  test('days counted on from a date end on a date', () => {
    expect(answerOf('date(today() + 60)', { zone })).toBe('2026-04-30')
    expect(answerOf('date(date("2026-07-01") + 180)', { zone })).toBe('2026-12-28')
  })

  test('the hour that is skipped or repeated is an instant still', () => {
    expect(answerOf('date-time("2026-03-29T02:30:00")', { zone })).toBe('2026-03-29T03:30:00.000+02:00')
    expect(answerOf('date-time("2026-10-25T02:30:00")', { zone })).toMatch(/^2026-10-25T02:30:00\.000\+0[12]:00$/)
  })
})

test('before 1911 clocks in Hanoi were ahead by an odd number of seconds', () => {
  expect(answerOf('date("1900-01-01")')).toBe('1900-01-01')
})
