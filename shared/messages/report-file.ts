// Words of the files that a report is handed out as. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportFileEn } from './report-file-en.ts'
import { reportFileVi } from './report-file-vi.ts'

export type ReportFileMessages = typeof reportFileVi

export const reportFileMessages: Readonly<Record<Language, ReportFileMessages>> = { vi: reportFileVi, en: reportFileEn }
