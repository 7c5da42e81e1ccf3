// The catalogue of the pages about campaigns. Only those pages load it.

import type { Language } from '../language.ts'
import { campaignsEn } from './campaigns-en.ts'
import { campaignsVi } from './campaigns-vi.ts'

export const campaignMessages: Record<Language, typeof campaignsVi> = { vi: campaignsVi, en: campaignsEn }
export type CampaignMessages = typeof campaignsVi
