// The pages on templates of reports, in both languages.

import type { Language } from '../language.ts'
import { templatesEn } from './templates-en.ts'
import { type TemplateMessages, templatesVi } from './templates-vi.ts'

export const templateMessages: Record<Language, TemplateMessages> = { vi: templatesVi, en: templatesEn }
