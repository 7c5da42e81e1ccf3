// The progress board in both languages. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { boardEn } from './board-en.ts'
import { boardVi } from './board-vi.ts'

export type BoardMessages = typeof boardVi

export const boardMessages: Readonly<Record<Language, BoardMessages>> = { vi: boardVi, en: boardEn }
