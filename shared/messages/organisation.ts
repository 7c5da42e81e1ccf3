// What the pages about the organisation's tree say, in both languages.

import type { Language } from '../language.ts'
import { organisationEn } from './organisation-en.ts'
import { organisationVi } from './organisation-vi.ts'

export type OrganisationMessages = typeof organisationVi

export const organisationMessages: Record<Language, OrganisationMessages> = { vi: organisationVi, en: organisationEn }
