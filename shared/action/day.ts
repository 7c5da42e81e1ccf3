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

/** Lists compare the same few hundred days tens of thousands of times. */
const counted = new Map<Day, number>()
const mostCounted = 2_000
const origin = PlainDate.create(2000, 1, 1)

function count(day: Day): number {
  const known = counted.get(day)
  if (known !== undefined) return known
  const days = PlainDate.diffDays(origin, read(day))
  if (counted.size >= mostCounted) counted.clear()
  counted.set(day, days)
  return days
}

/** From one day to another; negative backwards. */
export const daysBetween = (from: Day, to: Day): number => count(to) - count(from)
