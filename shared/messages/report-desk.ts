// What people read where reports are edited, discussed, issued and verified.

import type { Language } from '../language.ts'
import { reportDeskEn } from './report-desk-en.ts'
import { reportDeskVi } from './report-desk-vi.ts'

export type ReportDeskMessages = typeof reportDeskVi

export const reportDeskMessages: Readonly<Record<Language, ReportDeskMessages>> = { vi: reportDeskVi, en: reportDeskEn }
