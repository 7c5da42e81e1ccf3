// Which campaigns can play a role in a template's reports.

import type { Campaign } from '../campaign/campaign.ts'
import type { UnitId } from '../ids.ts'
import { isUnder, type UnitTree } from '../organisation/unit.ts'
import type { ReportTemplate } from './template.ts'

export type TemplateRole = ReportTemplate['roles'][number]

/** By its kind. What members say of themselves is shown only with small groups kept hidden, so no role without a kind takes it. */
export const fitsRole = ({ kind }: TemplateRole, campaign: Pick<Campaign, 'kind'>): boolean =>
  kind === undefined ? campaign.kind !== 'member-survey' : campaign.kind === kind

/** Whether a campaign may have units below a unit: it is of that branch, or of one above it. */
export const reaches = (tree: UnitTree, campaign: Pick<Campaign, 'unitId'>, unitId: UnitId): boolean =>
  isUnder(tree, campaign.unitId, unitId) || isUnder(tree, unitId, campaign.unitId)
