// The pages about records and blank forms in both languages. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { papersEn } from './papers-en.ts'
import { papersVi } from './papers-vi.ts'

export type PapersMessages = typeof papersVi

export const papersMessages: Readonly<Record<Language, PapersMessages>> = { vi: papersVi, en: papersEn }
