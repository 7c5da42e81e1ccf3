// What the pages of what came in say, in both languages. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { answersEn } from './answers-en.ts'
import { answersVi } from './answers-vi.ts'

export type AnswersMessages = typeof answersVi

export const answersMessages: Record<Language, AnswersMessages> = { vi: answersVi, en: answersEn }
