// The pages about actions, in both languages. Only they load it.

import type { Language } from '../language.ts'
import { actionsEn } from './actions-en.ts'
import { actionsVi } from './actions-vi.ts'

export const actionMessages: Record<Language, typeof actionsVi> = { vi: actionsVi, en: actionsEn }
