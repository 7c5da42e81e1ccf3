// What the pages of exports and the exported files say, in both languages. Vietnamese is the source.

import type { Language } from '../language.ts'
import { exportsEn } from './exports-en.ts'
import { exportsVi } from './exports-vi.ts'

export const exportMessages: Record<Language, typeof exportsVi> = { vi: exportsVi, en: exportsEn }
