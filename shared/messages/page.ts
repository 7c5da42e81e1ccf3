// Everything the pages say, in both languages. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { pagesEn } from './page-en.ts'
import { pagesVi } from './page-vi.ts'

export type PageMessages = typeof pagesVi

export const pageMessages: Record<Language, PageMessages> = { vi: pagesVi, en: pagesEn }
