// The pages about people, in both languages.

import type { Language } from '../language.ts'
import { peopleEn } from './people-en.ts'
import { peopleVi } from './people-vi.ts'

export const peopleMessages: Record<Language, typeof peopleVi> = { vi: peopleVi, en: peopleEn }
