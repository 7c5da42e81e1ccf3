// The facts of a campaign in one period, read once: what a page or a report is made of.

import { type Bucket, unitBuckets } from '../../shared/campaign/bucket.ts'
import { type Campaign, type CampaignPeriod, type CampaignUnit, periodState } from '../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { PeriodId } from '../../shared/ids.ts'
import type { CampaignFacts } from '../../shared/report/input.ts'
import { listCampaignUnits } from './campaigns.ts'
import type { Directory } from './directory.ts'
import {
  type FoldLimits,
  type FoldRules,
  foldEveryBucket,
  foldRules,
  readBucketSummaries,
  readPeriodSummaries,
} from './fold.ts'
import { key } from './keys.ts'
import type { Table } from './table.ts'

/** What the summaries of a campaign are made with. What members say of themselves is nobody's to put right. */
export const rulesOf = (campaign: Campaign, form: FormVersion): FoldRules =>
  foldRules(
    { form, indicators: campaign.indicators, countingRule: campaign.countingRule, figures: campaign.figures },
    campaign.kind === 'member-survey' ? undefined : campaign.organisationId,
  )

/** Reads and, within the limits, folds. Without limits every figure covers every acknowledged response. */
export async function readFacts(
  deps: { readonly table: Table; readonly directory: Directory },
  campaign: Campaign,
  periodId: PeriodId,
  limits?: FoldLimits,
): Promise<{ facts: CampaignFacts; recounting: number }> {
  const form = await deps.directory.form(campaign.organisationId, campaign.form)
  const units = await listCampaignUnits(deps.table, campaign.id)
  const scope = { campaignId: campaign.id, periodId }
  const { summaries, recounting } = await readPeriodSummaries(deps.table, rulesOf(campaign, form), scope, limits)
  return { facts: { campaign, form, units, summaries }, recounting }
}

/** The summaries of a period; of some units alone, where they are few, without reading those of others. */
export async function readSummariesOf(
  table: Table,
  campaign: Campaign,
  form: FormVersion,
  periodId: PeriodId,
  units: readonly CampaignUnit[] | undefined,
): Promise<CampaignFacts['summaries']> {
  const rules = rulesOf(campaign, form)
  if (units) return readBucketSummaries(table, rules, bucketsOf(campaign, periodId, units))
  return (await readPeriodSummaries(table, rules, { campaignId: campaign.id, periodId })).summaries
}

const bucketsOf = (campaign: Campaign, periodId: PeriodId, units: readonly CampaignUnit[]): Bucket[] =>
  units.flatMap((unit) => unitBuckets(campaign.id, periodId, unit))

/**
 * Folds every bucket of a period once when it closes and once more when its days of grace end, dirty or not: a client
 * may have died between put and mark and never come back. Notes what was done, so that it is done once.
 */
export async function foldAtClose(
  deps: { readonly table: Table; readonly directory: Directory },
  campaign: Campaign,
  period: CampaignPeriod,
  now: string,
): Promise<boolean> {
  const state = periodState(period, now)
  if (state !== 'grace' && state !== 'closed') return false
  const done = key.closed(campaign.id, period.id, state, period.closesAt ?? '')
  if (await deps.table.get(done)) return false
  const form = await deps.directory.form(campaign.organisationId, campaign.form)
  const units = await listCampaignUnits(deps.table, campaign.id)
  await foldEveryBucket(deps.table, rulesOf(campaign, form), bucketsOf(campaign, period.id, units))
  await deps.table.insert(done)
  return true
}
