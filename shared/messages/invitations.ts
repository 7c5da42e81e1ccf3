// The catalogue of the pages on which members are invited to a survey. Only those pages load it.

import type { Language } from '../language.ts'
import { invitationsEn } from './invitations-en.ts'
import { invitationsVi } from './invitations-vi.ts'

export const invitationsMessages: Record<Language, typeof invitationsVi> = { vi: invitationsVi, en: invitationsEn }
