// Every sentence of the reports, in both languages; what stands between the figures is written here and nowhere else.
// Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportEn } from './report-en.ts'
import { reportVi } from './report-vi.ts'

export type ReportMessages = typeof reportVi

export const reportMessages: Readonly<Record<Language, ReportMessages>> = { vi: reportVi, en: reportEn }
