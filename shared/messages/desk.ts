// The pages on forms themselves: the library, previews, versions and rehearsals.

import type { Language } from '../language.ts'
import { deskEn } from './desk-en.ts'
import { deskVi } from './desk-vi.ts'

export const deskMessages: Record<Language, typeof deskVi> = { vi: deskVi, en: deskEn }
