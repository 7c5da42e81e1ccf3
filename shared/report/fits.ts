// Which campaigns can play a role in a template's reports.

import type { Campaign } from '../campaign/campaign.ts'
import { readsSingly } from '../survey/survey.ts'
import type { ReportTemplate } from './template.ts'

export type TemplateRole = ReportTemplate['roles'][number]

/** By its kind: what reads answers unit by unit never gets an anonymous or an open survey. */
export function fitsRole({ kind }: Pick<TemplateRole, 'kind'>, campaign: Pick<Campaign, 'kind' | 'survey'>): boolean {
  if (kind === undefined) return campaign.kind !== 'member-survey'
  if (kind === 'named-survey') return campaign.kind === 'member-survey' && readsSingly(campaign)
  return campaign.kind === kind
}
