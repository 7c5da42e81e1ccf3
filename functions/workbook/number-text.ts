// Numbers and dates of a workbook as the text that its author meant, the way tools of XLSForm read them: 1.0 is "1".

import type { DateKind } from './number-format.ts'

const day = 86_400_000
/** 31 December 9999, the last day that Excel knows. */
const lastSerial = 2_958_465

/** A decimal without exponent (XPath has none) and as short as the number allows; what isn't a number stays as it is. */
export function numberText(raw: string): string {
  const text = raw.trim()
  if (text.length > 40 || !/^[+-]?\d*\.?\d*(e[+-]?\d+)?$/i.test(text) || !/\d/.test(text)) return text
  if (/^-?[1-9]\d*$/.test(text)) return text
  const value = Number(text)
  return Number.isFinite(value) ? plainDecimal(value) : text
}

function plainDecimal(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const [mantissa = '', exponent] = String(value).split('e-')
  if (exponent === undefined) return mantissa
  const sign = value < 0 ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits}`
}

/**
 * A serial number as ISO text: "2026-11-22", "07:30:00" or "2026-11-22T07:30:00"; milliseconds only where there are any.
 * Below 1 it is a time whatever the format says. What no calendar holds stays a number.
 */
export function dateText(raw: string, kind: DateKind, from1904: boolean): string {
  const serial = Number(raw.trim() || Number.NaN)
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  if (!(serial >= 0 && serial < lastSerial + 1)) return numberText(raw)
  // Excel's 1900 has a 29 February: up to it, its days are one ahead of the calendar.
  const days = !from1904 && serial >= 1 && serial < 60 ? serial + 1 : serial
  const [date = '', clock = ''] = new Date(first + Math.round(days * day)).toISOString().split('T')
  const time = clock.replace(/(\.000)?Z$/, '')
  if (serial < 1) return time
  return kind === 'date' ? date : `${date}T${time}`
}
