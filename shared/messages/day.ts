// Days as people read them.

import type { Language } from '../language.ts'
import { type Day, firstDay } from '../organisation/day.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "31/03/2026" in Vietnamese, "31 Mar 2026" in English. */
export function formatDay(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'vi' ? `${date}/${month}/${year}` : `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

/** Whether a unit that begins on this day has stood for as long as anybody asks. */
export const isAlways = (day: Day): boolean => day === firstDay
