// The sentences of the report on the results of any campaign. Vietnamese is the source: English has exactly its keys.

import type { Language } from '../language.ts'
import { resultsEn } from './results-en.ts'
import { resultsVi } from './results-vi.ts'

export type ResultsMessages = typeof resultsVi

export const resultsMessages: Readonly<Record<Language, ResultsMessages>> = { vi: resultsVi, en: resultsEn }
