// What the audit log says, in both languages.

import type { Language } from '../language.ts'
import { auditEn } from './audit-en.ts'
import { auditVi } from './audit-vi.ts'

export const auditMessages: Record<Language, typeof auditVi> = { vi: auditVi, en: auditEn }
