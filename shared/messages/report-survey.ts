// What reports say of surveys of members. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportSurveyEn } from './report-survey-en.ts'
import { reportSurveyVi } from './report-survey-vi.ts'

export type ReportSurveyMessages = typeof reportSurveyVi

export const reportSurveyMessages: Readonly<Record<Language, ReportSurveyMessages>> = {
  vi: reportSurveyVi,
  en: reportSurveyEn,
}
