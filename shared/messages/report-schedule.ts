// When reports are made, in words.

import type { Language } from '../language.ts'
import type { ReportSchedule } from '../report/schedule.ts'
import { reportScheduleEn } from './report-schedule-en.ts'
import { type ReportScheduleMessages, reportScheduleVi } from './report-schedule-vi.ts'

export const reportScheduleMessages: Readonly<Record<Language, ReportScheduleMessages>> = {
  vi: reportScheduleVi,
  en: reportScheduleEn,
}

/** "ngày 25 tháng cuối kỳ, lúc 7 giờ": fit for the middle of a sentence. */
export function scheduleText(schedule: ReportSchedule, language: Language): string {
  const { said } = reportScheduleMessages[language]
  switch (schedule.kind) {
    case 'days-after':
      return said['days-after'](schedule.days, schedule.hour)
    case 'day-of-month':
      return said['day-of-month'](schedule.day, schedule.monthsAfter, schedule.hour)
    case 'working-day':
      return said['working-day'](schedule.which, schedule.hour)
    case 'by-hand':
      return said['by-hand']()
  }
}
