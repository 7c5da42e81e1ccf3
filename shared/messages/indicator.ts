// Indicators and their targets as people read them, on pages and in reports alike.

import { compareDecimals, type Decimal, divideDecimals, toDecimal } from '../form/decimal.ts'
import type { Language } from '../language.ts'
import { type Indicator, indicatorValue, isPlain, type Tally } from '../summary/indicator.ts'
import { formatDecimal, formatPercent } from './number.ts'

/**
 * A share of a whole with the decimals it is shown with, as a fraction of one. All and none are 1 and 0 without decimals, because
 * nothing was rounded there; undefined where there is no whole.
 */
export function shownShare(part: Decimal, whole: Decimal, places: number): Decimal | undefined {
  if (whole.units === 0n) return undefined
  if (part.units === 0n) return toDecimal(0)
  return compareDecimals(part, whole) === 0 ? toDecimal(1) : divideDecimals(part, whole, places + 2)
}

/** A share of a whole: "53,6 %", "100 %". */
export function shareText(part: Decimal, whole: Decimal, places: number, language: Language): string | undefined {
  const share = shownShare(part, whole, places)
  return share && formatPercent(share, language)
}

/** An indicator's value with the decimals it is shown with; undefined where nothing was answered. */
export function shownValue(indicator: Indicator, tally: Tally): Decimal | undefined {
  const value = indicatorValue(indicator, tally)
  if (!value || indicator.format === 'number' || isPlain(indicator)) return value
  return shownShare(tally.numerator, tally.denominator, indicator.decimals)
}

/** An indicator's value; undefined where nothing was answered. */
export function valueText(indicator: Indicator, tally: Tally, language: Language): string | undefined {
  const value = shownValue(indicator, tally)
  if (!value) return undefined
  return indicator.format === 'number' ? formatDecimal(value, language) : formatPercent(value, language)
}

/** A target's value: "12", "85 %". */
export function targetValue({ target, format }: Indicator, language: Language): string | undefined {
  if (!target) return undefined
  const value = toDecimal(target.value)
  return format === 'percent' ? formatPercent(value, language) : formatDecimal(value, language)
}

/** All of them: there is no more than that. */
export const isAll = ({ target, format }: Indicator) =>
  target?.direction === 'at-least' &&
  format === 'percent' &&
  compareDecimals(toDecimal(target.value), toDecimal(1)) === 0

/** How a target's direction is written before its value. */
export const boundSigns = { 'at-least': '≥', 'at-most': '≤' } as const

/** "≥ 12", for a table; empty where there is no target. */
export function targetSign(indicator: Indicator, language: Language): string {
  const value = targetValue(indicator, language)
  if (!indicator.target || value === undefined) return ''
  if (isAll(indicator)) return value
  return `${boundSigns[indicator.target.direction]}\u00a0${value}`
}
