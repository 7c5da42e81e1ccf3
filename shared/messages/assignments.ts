// The catalogue of the pages about assignments. Only those pages load it.

import type { Language } from '../language.ts'
import { assignmentsEn } from './assignments-en.ts'
import { assignmentsVi } from './assignments-vi.ts'

export const assignmentMessages: Record<Language, typeof assignmentsVi> = { vi: assignmentsVi, en: assignmentsEn }
