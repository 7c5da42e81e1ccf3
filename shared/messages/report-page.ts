// The page of a report. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportPageEn } from './report-page-en.ts'
import { reportPageVi } from './report-page-vi.ts'

export type ReportPageMessages = typeof reportPageVi

export const reportPageMessages: Readonly<Record<Language, ReportPageMessages>> = { vi: reportPageVi, en: reportPageEn }
