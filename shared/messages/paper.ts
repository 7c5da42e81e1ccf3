// Every word of records and blank forms on paper, in both languages. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { paperEn } from './paper-en.ts'
import { paperVi } from './paper-vi.ts'

export type PaperMessages = typeof paperVi

export const paperMessages: Readonly<Record<Language, PaperMessages>> = { vi: paperVi, en: paperEn }
