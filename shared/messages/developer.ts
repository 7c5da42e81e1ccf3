// The pages for whoever writes programs, in both languages. Vietnamese is the source.

import type { Language } from '../language.ts'
import { developerEn } from './developer-en.ts'
import { developerVi } from './developer-vi.ts'

export const developerMessages: Record<Language, typeof developerVi> = { vi: developerVi, en: developerEn }
