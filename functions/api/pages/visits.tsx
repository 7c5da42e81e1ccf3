// "My visits": the units a person still has to report on, and those that are done.

import {
  answerAction,
  type Campaign,
  type CampaignPeriod,
  type CampaignUnit,
  periodState,
} from '../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { unitIn } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import { type VisitItem, VisitsPage } from '../../../web/pages/visits.tsx'
import { listCampaigns, listCampaignUnits } from '../../store/campaigns.ts'
import { findHolder } from '../../store/responses.ts'
import { pageContext, type SignedInCall } from '../call.ts'

/** Units shown for each campaign and period. A person with more than this many to call is an office, not an inspector. */
const mostUnits = 200

export async function showVisits(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const campaigns = []
  for (const campaign of await listCampaigns(deps.table, me.organisationId)) {
    const units = await ownUnits(call, campaign)
    if (units.length === 0) continue
    const shown = units.slice(0, mostUnits)
    const periods = currentPeriods(campaign, now).map(async (period) => ({
      id: period.id,
      state: periodState(period, now),
      items: await Promise.all(shown.map((unit) => itemOf(call, campaign, period, unit))),
    }))
    const hidden = units.length - shown.length
    campaigns.push({
      title: campaign.title,
      kind: campaign.kind,
      hidden,
      periods: (await Promise.all(periods)).reverse(),
    })
  }
  return c.html(<VisitsPage context={pageContext(call)} campaigns={campaigns} />)
}

/** What is open or in its days of grace; where nothing is, the last that was: what one came for, not a history. */
function currentPeriods(campaign: Campaign, now: string): CampaignPeriod[] {
  const begun = campaign.periods.filter((period) => periodState(period, now) !== 'early')
  const current = begun.filter((period) => periodState(period, now) !== 'closed')
  return current.length > 0 ? current : begun.slice(-1)
}

async function ownUnits({ deps, me }: SignedInCall, campaign: Campaign): Promise<CampaignUnit[]> {
  const action = answerAction[campaign.kind]
  if (!action) return []
  const order = new Map([...me.tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = ({ unitId }: CampaignUnit) => order.get(unitId) ?? order.size
  return (await listCampaignUnits(deps.table, campaign.id))
    .filter(({ unitId }) => mayAt(me.person, me.tree, action, unitId))
    .sort((a, b) => placeOf(a) - placeOf(b))
}

async function itemOf(
  call: SignedInCall,
  campaign: Campaign,
  period: CampaignPeriod,
  campaignUnit: CampaignUnit,
): Promise<VisitItem> {
  const { me, now } = call
  const { unitId } = campaignUnit
  const unit = me.tree.units.get(unitId)
  const done = await findHolder(call.deps.table, { campaign, period, campaignUnit })
  const isOpen = periodState(period, now) === 'open'
  const isReadable = done && (done.by === me.person.id || mayAt(me.person, me.tree, 'response.read', unitId))
  return {
    unitId,
    name: unit?.name ?? unitId,
    code: unit?.code ?? '',
    parentName: unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined,
    done: done && { receivedAt: done.receivedAt, responseId: done.id },
    href: done
      ? isReadable
        ? path.receipt(campaign.id, period.id, unitId, done.id)
        : undefined
      : isOpen
        ? path.form(campaign.id, period.id, unitId)
        : undefined,
  }
}

/** A unit's name, code and what it belongs to, for the head of a page. */
export function unitHeading({ me }: SignedInCall, unitId: UnitId) {
  const unit = unitIn(me.tree, unitId)
  return {
    name: unit?.name ?? unitId,
    code: unit?.code ?? '',
    parentName: unit?.parentId ? unitIn(me.tree, unit.parentId)?.name : undefined,
  }
}
