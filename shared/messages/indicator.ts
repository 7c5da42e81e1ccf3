// Indicators and their targets as people read them, on pages and in reports alike.

import { compareDecimals, type Decimal, divideDecimals, toDecimal } from '../form/decimal.ts'
import type { Language } from '../language.ts'
import { type Indicator, indicatorValue, type Tally } from '../summary/indicator.ts'
import { formatDecimal, formatPercent } from './number.ts'

/** A share of a whole: "53,6 %". All and none are "100 %" and "0 %", because nothing was rounded there. */
export function shareText(part: Decimal, whole: Decimal, places: number, language: Language): string | undefined {
  if (whole.units === 0n) return undefined
  if (part.units === 0n) return formatPercent(toDecimal(0), language)
  if (compareDecimals(part, whole) === 0) return formatPercent(toDecimal(1), language)
  const rounded = divideDecimals(part, whole, places + 2)
  return rounded && formatPercent(rounded, language)
}

/** An indicator's value; undefined where nothing was answered. */
export function valueText(indicator: Indicator, tally: Tally, language: Language): string | undefined {
  const value = indicatorValue(indicator, tally)
  if (!value) return undefined
  if (indicator.format === 'number') return formatDecimal(value, language)
  if (indicator.measure.kind === 'sum') return formatPercent(value, language)
  return shareText(tally.numerator, tally.denominator, indicator.decimals, language)
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

/** "≥ 12", for a table; empty where there is no target. */
export function targetSign(indicator: Indicator, language: Language): string {
  const value = targetValue(indicator, language)
  if (!indicator.target || value === undefined) return ''
  if (isAll(indicator)) return value
  return `${indicator.target.direction === 'at-least' ? '≥' : '≤'}\u00a0${value}`
}
