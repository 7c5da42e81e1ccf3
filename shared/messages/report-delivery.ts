// Bringing reports to their readers. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { reportDeliveryEn } from './report-delivery-en.ts'
import { reportDeliveryVi } from './report-delivery-vi.ts'

export type ReportDeliveryMessages = typeof reportDeliveryVi

export const reportDeliveryMessages: Readonly<Record<Language, ReportDeliveryMessages>> = {
  vi: reportDeliveryVi,
  en: reportDeliveryEn,
}
