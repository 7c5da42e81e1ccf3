// Texts of figures from before.

import type { Language } from '../language.ts'
import type { RowRemark } from '../past/import.ts'
import { pastEn } from './past-en.ts'
import { pastVi } from './past-vi.ts'
import { periodName } from './period.ts'
import { describeFault } from './problem.ts'

export type PastMessages = typeof pastVi
export const pastMessages: Record<Language, PastMessages> = { vi: pastVi, en: pastEn }

/** What is said of a row. */
export function describeRemark(remark: RowRemark, language: Language): string {
  const m = pastMessages[language]
  switch (remark.code) {
    case 'answer':
      return `${describeFault(remark.fault, language)}.`
    case 'period-not-held':
      return m.periodNotHeld(periodName(remark.period, language))
    case 'period-early':
      return m.periodEarly(periodName(remark.period, language))
    case 'row-twice':
      return m.rowTwice(remark.other)
    default:
      return m.remarks[remark.code]
  }
}
