// Numbers and times as people read them: decimal comma and thousands dot in Vietnamese (1.730.523; 53,6 %).

import { type Decimal, decimalText } from '../form/decimal.ts'
import type { Language } from '../language.ts'

const marks = { vi: { point: ',', thousands: '.' }, en: { point: '.', thousands: ',' } } as const

/** An exact decimal with the language's marks, all its decimals shown. */
export function formatDecimal(value: Decimal, language: Language): string {
  const [whole = '', fraction] = decimalText(value).split('.')
  const { point, thousands } = marks[language]
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, thousands)
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`
}

/** A whole number with the language's marks. */
export const formatCount = (value: number, language: Language): string =>
  formatDecimal({ units: BigInt(value), scale: 0 }, language)

/**
 * A fraction of one as a percentage: 0.536 is "53,6 %" in Vietnamese and "53.6%" in English. The blank before the sign
 * does not break. The fraction carries two more decimals than are shown.
 */
export function formatPercent(fraction: Decimal, language: Language): string {
  const places = Math.max(fraction.scale - 2, 0)
  const units = fraction.scale >= 2 ? fraction.units : fraction.units * 10n ** BigInt(2 - fraction.scale)
  const number = formatDecimal({ units, scale: places }, language)
  return language === 'vi' ? `${number}\u00a0%` : `${number}%`
}

/** A moment in the organisation's time zone: "15/07/2013 07:00" in Vietnamese, "15 Jul 2013, 07:00" in English. */
export function formatMoment(iso: string, language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone,
    day: '2-digit',
    month: language === 'vi' ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return language === 'vi'
    ? `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`
    : `${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`
}
