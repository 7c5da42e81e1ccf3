// Functions on numbers.

import type { Call, FunctionEntry, FunctionTable } from '../call.ts'
import { msPerDay } from '../date.ts'
import { isMoment, numberOf, textOf, type Value } from '../value.ts'

/** Moves the decimal point in the digits, not by a multiplication: 1.475 * 100 is 147.49999999999997. */
function shift(value: number, places: number): number {
  const [digits = '', exponent = '0'] = `${value}`.split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** Half away from zero, as ODK rounds; XPath alone would round -1.5 to -1. */
function round(call: Call): number {
  const value = call.number(0)
  const places = call.count > 1 ? Math.trunc(call.number(1)) : 0
  const rounded = shift(Math.round(shift(Math.abs(value), places)), -places)
  return Number.isFinite(value) ? Math.sign(value) * rounded : value
}

/** Of a date: days in numbers, but only the whole ones in text ("20692"), as in Collect. */
function number(call: Call): Value {
  const value = call.valueOrHere()
  const { zone } = call.run.environment
  const days = numberOf(value, zone)
  // A text that says a number has no digits around a hyphen; one that says a date has.
  if (Number.isNaN(days) || !(isMoment(value) || /\d-\d/.test(textOf(value)))) return days
  const instant = Math.round(days * msPerDay)
  const wall = instant + zone(instant)
  return { days, text: `${wall % msPerDay === 0 ? wall / msPerDay : Math.floor(days)}` }
}

const of = (apply: (value: number) => number): FunctionEntry => [1, 1, (call) => apply(call.number(0))]

export const numberFunctions: FunctionTable = {
  number: [0, 1, number],
  int: of(Math.trunc),
  round: [1, 2, round],
  floor: of(Math.floor),
  ceiling: of(Math.ceil),
  abs: of(Math.abs),
}
