// Campaigns for programs: what is asked, of which form, in which periods.

import { type Campaign, periodState } from '../../../shared/campaign/campaign.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { isUnder } from '../../../shared/organisation/unit.ts'
import { problem } from '../../../shared/problems.ts'
import { findCampaign, listCampaigns } from '../../store/campaigns.ts'
import { campaignParam } from '../address.ts'
import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'

/** Whether the campaign may concern the person: it is above, at or below a unit at which the person holds a role. */
function concerns({ me }: SignedInCall, { unitId, state }: Campaign): boolean {
  if (state === 'draft') return mayAt(me.person, me.tree, 'campaign.manage', unitId)
  return me.person.roles.some((held) => isUnder(me.tree, held.unitId, unitId) || isUnder(me.tree, unitId, held.unitId))
}

const told = (campaign: Campaign, now: string) => ({
  id: campaign.id,
  title: campaign.title,
  kind: campaign.kind,
  state: campaign.state,
  unit: campaign.unitId,
  form: { id: campaign.form.formId, version: campaign.form.version, earlierVersions: campaign.earlierVersions },
  countingRule: campaign.countingRule,
  figures: campaign.figures,
  periods: campaign.periods.map((period) => ({ ...period, state: periodState(period, now) })),
})

/** GET /api/campaigns */
export async function getCampaigns(call: SignedInCall): Promise<Response> {
  const all = await listCampaigns(call.deps.table, call.me.organisationId)
  const mine = all.filter((campaign) => concerns(call, campaign))
  return call.c.json({ campaigns: mine.map((campaign) => told(campaign, call.now)) })
}

/** GET /api/campaigns/:campaign */
export async function getCampaign(call: SignedInCall): Promise<Response> {
  const id = campaignParam(call.c)
  const found = id && (await findCampaign(call.deps.table, call.me.organisationId, id))
  if (!found || !concerns(call, found.campaign)) return refuse(call, problem.campaignUnknown())
  return call.c.json(told(found.campaign, call.now))
}
