// The campaign and the period that an address names. Whether the visitor may manage it, the route has decided.

import { type Campaign, type CampaignPeriod, findPeriod } from '../../../../shared/campaign/campaign.ts'
import { allowed, type CampaignAct } from '../../../../shared/campaign/lifecycle.ts'
import { wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { findPrepared, type VersionedPrepared } from '../../../store/prepared-campaigns.ts'
import { campaignParam, periodParam } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'

export async function foundCampaign({ deps, c, me }: SignedInCall): Promise<Result<VersionedPrepared, Problem>> {
  const id = campaignParam(c)
  const found = id && (await findPrepared(deps.table, me.organisationId, id))
  return found ? ok(found) : fail(problem.campaignUnknown())
}

export type FoundWhole = { readonly campaign: Campaign; readonly version: number }

/** The campaign where it lacks nothing and the lifecycle allows this of it now. */
export async function foundFor(call: SignedInCall, act: CampaignAct): Promise<Result<FoundWhole, Problem>> {
  const found = await foundCampaign(call)
  if (!found.ok) return found
  const { campaign, version } = found.value
  const may = allowed(act, campaign)
  if (!may.ok) return may
  const whole = wholeCampaign(campaign)
  return whole ? ok({ campaign: whole, version }) : fail(problem.campaignNotNow(campaign.state))
}

export type FoundPeriod = FoundWhole & { readonly period: CampaignPeriod }

export async function foundPeriodFor(call: SignedInCall, act: CampaignAct): Promise<Result<FoundPeriod, Problem>> {
  const found = await foundFor(call, act)
  if (!found.ok) return found
  const id = periodParam(call.c)
  const period = id && findPeriod(found.value.campaign, id)
  if (!period) return fail(problem.periodUnknown())
  return period.sealed ? fail(problem.surveySealed()) : ok({ ...found.value, period })
}
