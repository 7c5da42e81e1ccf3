// Counting in days, by which things are due, and late.

import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as v from 'valibot'
import { Day } from '../organisation/day.ts'

const read = (day: Day): PlainDate.Record => {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number)
  return PlainDate.create(year, month, date)
}

/** `days` after a day. */
export const daysAfter = (day: Day, days: number): Day =>
  v.parse(Day, PlainDate.toString(PlainDate.addDays(read(day), days)))

/** From one day to another; negative backwards. */
export const daysBetween = (from: Day, to: Day): number => PlainDate.diffDays(read(from), read(to))
