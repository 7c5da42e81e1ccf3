// Texts of answers that come in beyond a first sending.

import type { Language } from '../language.ts'
import { enteringEn } from './entering-en.ts'
import { enteringVi } from './entering-vi.ts'

export type EnteringMessages = typeof enteringVi
export type NotPossibleKind = keyof EnteringMessages['notPossible']['reasons']
export const enteringMessages: Record<Language, EnteringMessages> = { vi: enteringVi, en: enteringEn }
