// Words of the command that makes reports. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportMakeEn } from './report-make-en.ts'
import { reportMakeVi } from './report-make-vi.ts'

export type ReportMakeMessages = typeof reportMakeVi

export const reportMakeMessages: Readonly<Record<Language, ReportMakeMessages>> = { vi: reportMakeVi, en: reportMakeEn }
