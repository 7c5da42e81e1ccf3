// A figure as a number that knows how it is shown, and its text.

import { type Decimal, decimalText, toDecimal } from '../form/decimal.ts'
import type { Language } from '../language.ts'
import { boundSigns, isAll } from '../messages/indicator.ts'
import { formatDecimal, formatPercent } from '../messages/number.ts'
import type { Indicator } from '../summary/indicator.ts'
import type { FigureNumber, FigureSource, Run } from './document.ts'

/** `value` with the decimals that are shown; a percentage is a fraction of one, and carries two more. */
export const numberOf = (value: Decimal, format: FigureNumber['format']): FigureNumber => ({
  value: decimalText(value),
  format,
  decimals: format === 'percent' ? Math.max(value.scale - 2, 0) : value.scale,
})

/** "1.730", "53,6 %", "+2,0": a change has its sign, and is "0" where there is none. */
export function numberText({ bound, ...number }: FigureNumber, language: Language): string {
  const text = valueText(number, language)
  return bound ? `${boundSigns[bound]}\u00a0${text}` : text
}

function valueText({ value, format }: FigureNumber, language: Language): string {
  const decimal = toDecimal(value)
  if (format === 'percent') return formatPercent(decimal, language)
  if (format === 'number') return formatDecimal(decimal, language)
  if (decimal.units === 0n) return '0'
  const size = decimal.units < 0n ? -decimal.units : decimal.units
  return `${decimal.units > 0n ? '+' : '−'}${formatDecimal({ ...decimal, units: size }, language)}`
}

/** What an indicator should be, "≥ 12"; nothing where it has no target. It rests on no answers, and leads nowhere. */
export function targetRuns(indicator: Indicator, language: Language): Run[] {
  const { target, format } = indicator
  if (!target) return []
  const plain = numberOf(toDecimal(target.value), format)
  const number = isAll(indicator) ? plain : { ...plain, bound: target.direction }
  return [{ text: numberText(number, language), number }]
}

/** A figure: its number, the text that says the same, and where it came from. */
export const figureRun = (number: FigureNumber, language: Language, source: FigureSource): Run => ({
  text: numberText(number, language),
  number,
  source,
})
