// The values of expressions and how one type becomes another (XPath 1.0 section 4, with ODK's dates).

import { instantOf, msPerDay, type Zone } from './date.ts'
import type { TreeNode } from './tree.ts'

/**
 * What date(), today(), now() and number() of a date answer: a number where one is wanted, a text where that is.
 * A date that can't be read has NaN days.
 */
export type Moment = { readonly days: number; readonly text: string }

export type Value = string | number | boolean | Moment | readonly TreeNode[]

export const isNodes = (value: Value): value is readonly TreeNode[] => Array.isArray(value)
export const isMoment = (value: Value): value is Moment => typeof value === 'object' && !isNodes(value)

/** XPath writes numbers without an exponent. */
const numberText = (value: number): string =>
  /e/.test(`${value}`) ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : `${value}`

export function textOf(value: Value): string {
  if (isNodes(value)) return value[0]?.text ?? ''
  return typeof value === 'object' ? value.text : typeof value === 'number' ? numberText(value) : `${value}`
}

/** The exponent is not XPath's, but answers and calculations of other tools come with one. */
const numeric = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)[ \t\r\n]*$/i

/** The number that a text says, or the days of the date it says; NaN for any other text. */
export function numberIn(text: string, zone: Zone): number {
  const digits = numeric.exec(text)?.[1]
  return digits === undefined ? instantOf(text.trim(), zone) / msPerDay : Number(digits)
}

export function numberOf(value: Value, zone: Zone): number {
  if (isMoment(value)) return value.days
  return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : numberIn(textOf(value), zone)
}

export function truthOf(value: Value): boolean {
  if (isNodes(value)) return value.length > 0
  return typeof value === 'object' ? !Number.isNaN(value.days) : Boolean(value)
}
