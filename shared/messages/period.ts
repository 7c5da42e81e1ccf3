// What a period is called.

import { periodSpan } from '../campaign/period.ts'
import type { PeriodId } from '../ids.ts'
import type { Language } from '../language.ts'

const roman = ['I', 'II', 'III', 'IV'] as const
const months = 'January February March April May June July August September October November December'.split(' ')

const names = {
  vi: {
    year: (year: number) => `năm ${year}`,
    half: (year: number, half: number) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
    quarter: (year: number, quarter: number) => `quý ${roman[quarter - 1]} năm ${year}`,
    month: (year: number, month: number) => `tháng ${month} năm ${year}`,
  },
  en: {
    year: (year: number) => `${year}`,
    half: (year: number, half: number) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    quarter: (year: number, quarter: number) => `quarter ${quarter} of ${year}`,
    month: (year: number, month: number) => `${months[month - 1]} ${year}`,
  },
} as const

/** "6 tháng đầu năm 2013", "first half of 2013": fit for the middle of a sentence. */
export function periodName(id: PeriodId, language: Language): string {
  const { kind, year, ordinal } = periodSpan(id)
  return names[language][kind](year, ordinal)
}
