// Report plans: those that are stored by themselves, and those of the campaigns' own reports.

import * as v from 'valibot'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { OrganisationId, ReportPlanId } from '../../shared/ids.ts'
import { campaignOfPlan, planOfCampaign } from '../../shared/report/campaign-plan.ts'
import { ReportPlan } from '../../shared/report/plan.ts'
import { findCampaign, listCampaigns } from './campaigns.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

export type VersionedPlan = { readonly plan: ReportPlan; readonly version: number }

const versioned = (item: Item): VersionedPlan => ({
  plan: v.parse(ReportPlan, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

/** A plan that is stored by itself; undefined for that of a campaign's own report. */
export async function findStoredPlan(
  table: Table,
  org: OrganisationId,
  id: ReportPlanId,
): Promise<VersionedPlan | undefined> {
  const item = campaignOfPlan(id) === undefined ? await table.get(key.plan(org, id)) : undefined
  return item && versioned(item)
}

/** The plans that are stored by themselves, by id. */
export async function listStoredPlans(table: Table, org: OrganisationId): Promise<VersionedPlan[]> {
  return (await queryAll(table, partition.organisation(org), 'PLAN#')).map(versioned)
}

/** Writes a plan if it is still the version that was read (0: a new one); false, and nothing written, otherwise. */
export function savePlan(table: Table, plan: ReportPlan, replaces: number): Promise<boolean> {
  if (campaignOfPlan(plan.id) !== undefined) throw new Error(`The plan ${plan.id} is part of its campaign`)
  const item = { ...key.plan(plan.organisationId, plan.id), body: JSON.stringify(plan), version: replaces + 1 }
  return table.replace(item, replaces)
}

/** A plan that is stored by itself, or that of a campaign's own report. */
export async function findPlan(table: Table, org: OrganisationId, id: ReportPlanId): Promise<ReportPlan | undefined> {
  const campaignId = campaignOfPlan(id)
  if (campaignId === undefined) return (await findStoredPlan(table, org, id))?.plan
  const found = await findCampaign(table, org, campaignId)
  return found && planOfCampaign(found.campaign)
}

/** Every opened campaign, and the plans that their periods and due moments are worked out for. */
export type PlansAndCampaigns = { readonly plans: readonly ReportPlan[]; readonly campaigns: readonly Campaign[] }

/** The plans that are stored by themselves, and behind them those of the campaigns' own reports. */
export async function plansAndCampaigns(table: Table, org: OrganisationId): Promise<PlansAndCampaigns> {
  const [stored, campaigns] = await Promise.all([listStoredPlans(table, org), listCampaigns(table, org)])
  const own = campaigns.flatMap((campaign) => planOfCampaign(campaign) ?? [])
  return { plans: [...stored.map(({ plan }) => plan), ...own], campaigns }
}

/** All plans of an organisation, for those who don't ask when they are due. */
export const listPlans = async (table: Table, org: OrganisationId): Promise<readonly ReportPlan[]> =>
  (await plansAndCampaigns(table, org)).plans
