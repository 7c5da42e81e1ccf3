// What a period is called.

import { periodSpan } from '../campaign/period.ts'
import type { Language } from '../language.ts'
import { endsOf, type ReportPeriod } from '../report/period.ts'

const roman = ['I', 'II', 'III', 'IV'] as const
const months = 'January February March April May June July August September October November December'.split(' ')

const names = {
  vi: {
    year: (year: number) => `năm ${year}`,
    half: (year: number, half: number) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    quarter: (year: number, quarter: number) => `quý ${roman[quarter - 1]} năm ${year}`,
    month: (year: number, month: number) => `tháng ${month} năm ${year}`,
    span: (first: string, last: string) => `từ ${first} đến ${last}`,
    withoutYear: / năm \d+$/,
  },
  en: {
    year: (year: number) => `${year}`,
    half: (year: number, half: number) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (year: number, quarter: number) => `quarter ${quarter} of ${year}`,
    month: (year: number, month: number) => `${months[month - 1]} ${year}`,
    span: (first: string, last: string) => `${first} to ${last}`,
    withoutYear: /(?: of)? \d+$/,
  },
} as const

/** "6 tháng đầu năm 2013", "February to May 2013": fit for the middle of a sentence. */
export function periodName(id: ReportPeriod, language: Language): string {
  const words = names[language]
  const { first, last } = endsOf(id)
  const [from, to] = [periodSpan(first), periodSpan(last)]
  const whole = words[to.kind](to.year, to.ordinal)
  if (first === last) return whole
  const begin = words[from.kind](from.year, from.ordinal)
  // A year that both have stands once; of years it is the name.
  const isOnce = from.year === to.year && from.kind !== 'year'
  return words.span(isOnce ? begin.replace(words.withoutYear, '') : begin, whole)
}
