// Which campaigns can play a role in a template's reports.

import type { Campaign } from '../campaign/campaign.ts'
import type { ReportTemplate } from './template.ts'

export type TemplateRole = ReportTemplate['roles'][number]

/** By its kind. What members say of themselves is shown only with small groups kept hidden, so no role without a kind takes it. */
export const fitsRole = ({ kind }: TemplateRole, campaign: Pick<Campaign, 'kind'>): boolean =>
  kind === undefined ? campaign.kind !== 'member-survey' : campaign.kind === kind
