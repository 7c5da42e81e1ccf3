// The catalogue of the desk of periodic reports. Only its pages load it.

import type { Language } from '../language.ts'
import { reportPlansEn } from './report-plans-en.ts'
import { reportPlansVi } from './report-plans-vi.ts'

export type ReportPlansMessages = typeof reportPlansVi
export const reportPlansMessages: Record<Language, ReportPlansMessages> = { vi: reportPlansVi, en: reportPlansEn }
