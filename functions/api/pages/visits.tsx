// "My visits": the units a person still has to report on, and those that are done.

import { unitBuckets } from '../../../shared/campaign/bucket.ts'
import {
  type Campaign,
  type CampaignPeriod,
  type CampaignUnit,
  periodState,
} from '../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { countedResponses } from '../../../shared/response/counted.ts'
import { type VisitItem, VisitsPage } from '../../../web/pages/visits.tsx'
import { listCampaigns, listCampaignUnits } from '../../store/campaigns.ts'
import { readBucket, type StoredRevision } from '../../store/responses.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { answerAction } from '../submit.ts'

/** Units shown for each campaign and period. A person with more than this many to call is an office, not an inspector. */
const mostUnits = 200

export async function showVisits(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const campaigns = []
  for (const campaign of await listCampaigns(deps.table, me.organisationId)) {
    const units = await ownUnits(call, campaign)
    if (units.length === 0) continue
    const periods = campaign.periods
      .filter((period) => periodState(period, now) !== 'early')
      .map(async (period) => ({
        id: period.id,
        state: periodState(period, now),
        items: await Promise.all(units.map((unit) => itemOf(call, campaign, period, unit))),
      }))
    campaigns.push({ title: campaign.title, kind: campaign.kind, periods: (await Promise.all(periods)).reverse() })
  }
  return c.html(<VisitsPage context={pageContext(call)} campaigns={campaigns} />)
}

async function ownUnits({ deps, me }: SignedInCall, campaign: Campaign): Promise<CampaignUnit[]> {
  const action = answerAction[campaign.kind]
  if (!action) return []
  const order = new Map([...me.tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = ({ unitId }: CampaignUnit) => order.get(unitId) ?? order.size
  return (await listCampaignUnits(deps.table, campaign.id))
    .filter(({ unitId }) => mayAt(me.person, me.tree, action, unitId))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .slice(0, mostUnits)
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
  const done = await countedOf(call, campaign, period, campaignUnit)
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

/** The response that counts for a unit, read from its buckets and not from a summary: it shows at once. */
async function countedOf(
  { deps }: SignedInCall,
  campaign: Campaign,
  period: CampaignPeriod,
  campaignUnit: CampaignUnit,
): Promise<StoredRevision | undefined> {
  const buckets = unitBuckets(campaign.id, period.id, campaignUnit)
  const revisions = (await Promise.all(buckets.map((bucket) => readBucket(deps.table, bucket)))).flat()
  return countedResponses(campaign.countingRule, revisions).counted[0]
}

/** A unit's name, code and what it belongs to, for the head of a page. */
export function unitHeading({ me }: SignedInCall, unitId: UnitId) {
  const unit = me.tree.units.get(unitId)
  return {
    name: unit?.name ?? unitId,
    code: unit?.code ?? '',
    parentName: unit?.parentId ? me.tree.units.get(unit.parentId)?.name : undefined,
  }
}
