// "My forms": the units a person still has to report on, and those that are done.

import * as v from 'valibot'
import {
  answerAction,
  type Campaign,
  type CampaignPeriod,
  type CampaignUnit,
  periodState,
} from '../../../shared/campaign/campaign.ts'
import { stoodIn } from '../../../shared/campaign/placement.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { holdsAt, mayAt } from '../../../shared/organisation/access.ts'
import { unitIn } from '../../../shared/organisation/unit.ts'
import { draftNotices, path } from '../../../shared/paths.ts'
import { sendersOf } from '../../../shared/response/review.ts'
import { whyNotPossible } from '../../../shared/response/step.ts'
import { entryTiming } from '../../../shared/response/timing.ts'
import { isLeft, type VisitItem, type VisitPeriod, type VisitState, VisitsPage } from '../../../web/pages/visits.tsx'
import { listCampaigns, listCampaignUnits } from '../../store/campaigns.ts'
import { type DraftHead, listDrafts } from '../../store/drafts.ts'
import { type ReadRound, readRound, type StoredRevision } from '../../store/responses.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { type OwnAssignments, ownAssignments } from '../own-assignments.ts'
import { scoringWaiting } from '../scoring-waiting.ts'
import { openActionCounts } from '../unit-actions.ts'

/** Units shown for each campaign and period. A person with more than this many to call is an office, not an inspector. */
const mostUnits = 200

/** Rounds of closed periods that are looked through for what was returned: those of a person with few units go far back. */
const mostOlderRounds = 100

export async function showVisits(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const { person, organisationId } = me
  const actionsOf = openActionCounts(call)
  const drafts = await listDrafts(deps.table, { organisationId, personId: person.id }, now)
  const campaigns = []
  const scoring = []
  for (const campaign of await listCampaigns(deps.table, organisationId)) {
    scoring.push(...(await scoringWaiting(call, campaign)))
    const units = await ownUnits(call, campaign)
    if (units.length === 0) continue
    const current = currentPeriods(campaign, now)
    const own = await ownAssignments(call, campaign, current)
    const isOwn = ({ unitId }: CampaignUnit) => current.some((period) => own(period.id, unitId))
    const shown = units.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).slice(0, mostUnits)
    const hidden = units.length - shown.length
    const { title, kind, state } = campaign
    const periods = await periodsOf(call, campaign, shown, { drafts, actionsOf, own })
    campaigns.push({ title, kind, hidden, isPaused: state === 'paused', periods })
  }
  const notice = v.safeParse(v.picklist(draftNotices), c.req.query('notice'))
  return c.html(
    <VisitsPage
      context={pageContext(call)}
      today={me.today}
      scoring={scoring}
      notice={notice.success ? notice.output : undefined}
      campaigns={campaigns.sort((a, b) => (dueOf(a.periods) < dueOf(b.periods) ? -1 : 1))}
    />,
  )
}

/** What is due first of what is left, as text that sorts; what has no end, and then what is done, come last. */
function dueOf(periods: readonly VisitPeriod[]): string {
  const left = periods.filter(({ items }) => items.some(isLeft))
  return left.map(({ dueAt }) => dueAt ?? '~').sort()[0] ?? '~~'
}

/** What one request reads once, for all campaigns or for one. */
type Known = {
  readonly own: OwnAssignments
  readonly drafts: readonly DraftHead[]
  readonly actionsOf: (unitId: UnitId) => Promise<number>
}

async function periodsOf(
  call: SignedInCall,
  campaign: Campaign,
  units: readonly CampaignUnit[],
  known: Known,
): Promise<VisitPeriod[]> {
  const current = currentPeriods(campaign, call.now)
  const older = campaign.periods
    .filter((period) => !current.includes(period) && periodState(period, call.now) !== 'early')
    .slice(-Math.floor(mostOlderRounds / units.length) || campaign.periods.length)
  // Closed units are owed for the periods that ended while they stood; new ones for those in which they do.
  const read = (period: CampaignPeriod) =>
    Promise.all(
      units
        .filter(({ unitId }) => stoodIn(call.me.tree, unitId, period.id))
        .map((unit) => itemOf(call, campaign, period, unit, known)),
    )
  const shown = current.map(async (period) => viewOf(call, period, await read(period)))
  const returned = older.map(async (period) => {
    const items = (await read(period)).filter(({ state }) => state.kind === 'returned')
    return items.length > 0 ? [viewOf(call, period, items)] : []
  })
  const all = [...(await Promise.all(shown)), ...(await Promise.all(returned)).flat()]
  return all.sort(leftFirst)
}

/** What is due first of what is left comes first; what is done stands behind it, the newest first. */
function leftFirst(a: VisitPeriod, b: VisitPeriod): number {
  const [one, other] = [a, b].map(({ items }) => items.some(isLeft))
  if (one !== other) return one ? -1 : 1
  const isEarlier = (a.dueAt ?? '~') < (b.dueAt ?? '~')
  return isEarlier === one ? -1 : 1
}

const viewOf = ({ now }: SignedInCall, period: CampaignPeriod, items: readonly VisitItem[]): VisitPeriod => ({
  id: period.id,
  state: periodState(period, now),
  dueAt: period.closesAt,
  items,
})

/** What is open or in its days of grace; where nothing is, the last that was: what one came for, not a history. */
function currentPeriods(campaign: Campaign, now: string): CampaignPeriod[] {
  const begun = campaign.periods.filter((period) => !period.isPast && periodState(period, now) !== 'early')
  const current = begun.filter((period) => periodState(period, now) !== 'closed')
  return current.length > 0 ? current : begun.slice(-1)
}

async function ownUnits({ deps, me, now }: SignedInCall, campaign: Campaign): Promise<CampaignUnit[]> {
  const action = answerAction[campaign.kind]
  if (!action) return []
  const current = currentPeriods(campaign, now)
  const order = new Map([...me.tree.units.keys()].map((id, index) => [id, index]))
  const placeOf = ({ unitId }: CampaignUnit) => order.get(unitId) ?? order.size
  return (await listCampaignUnits(deps.table, campaign.id))
    .filter(({ unitId }) => holdsAt(me.person, me.tree, action, unitId))
    .filter(({ unitId }) => me.tree.units.has(unitId) || current.some(({ id }) => stoodIn(me.tree, unitId, id)))
    .sort((a, b) => placeOf(a) - placeOf(b))
}

async function itemOf(
  call: SignedInCall,
  campaign: Campaign,
  period: CampaignPeriod,
  campaignUnit: CampaignUnit,
  { drafts, actionsOf, own }: Known,
): Promise<VisitItem> {
  const { unitId } = campaignUnit
  const round = await readRound(call.deps.table, { campaign, period, campaignUnit })
  const draft = drafts.find(
    (one) => one.campaignId === campaign.id && one.periodId === period.id && one.unitId === unitId,
  )
  const state = stateOf(call, round, draft)
  const isOpen = entryTiming(campaign, period, undefined, call.now).ok
  const form = isOpen ? path.form(campaign.id, period.id, unitId) : undefined
  const { holder } = round
  const isReadable = holder && isOwn(call, round, holder, unitId)
  const receipt = isReadable ? path.receipt(campaign.id, period.id, unitId, holder.id) : undefined
  const mayMiss = campaign.kind === 'inspection' && isOpen && !holder
  return {
    unitId,
    ...unitHeading(call, unitId),
    state,
    visit: own(period.id, unitId) && { on: own(period.id, unitId)?.on ?? null },
    actions: await actionsOf(unitId),
    href:
      holder && state.kind === 'returned'
        ? path.editResponse(campaign.id, period.id, unitId, holder.id)
        : holder
          ? receipt
          : form,
    notPossible: mayMiss ? path.notPossible(campaign.id, period.id, unitId) : undefined,
  }
}

/** Whoever sent it may read it, and so may those with a role for it. */
function isOwn({ me }: SignedInCall, { revisions }: ReadRound, { id }: StoredRevision, unitId: UnitId): boolean {
  const senders = sendersOf(revisions.filter((one) => one.id === id))
  return senders.includes(me.person.id) || mayAt(me.person, me.tree, 'response.read', unitId)
}

/** Where a unit stands: what was sent, if anything was, else what was begun. */
function stateOf({ me }: SignedInCall, { holder, notPossible }: ReadRound, draft: DraftHead | undefined): VisitState {
  const [missed] = notPossible
  if (!holder && draft) return { kind: 'draft', at: draft.savedAt }
  if (!holder && missed)
    return { kind: 'not-possible', at: missed.receivedAt, reason: whyNotPossible(missed.step) ?? '' }
  if (!holder) return { kind: 'to-do' }
  const { step, receivedAt, id } = holder
  if (step.kind === 'returned') return { kind: 'returned', at: receivedAt, reason: step.reason, hasDraft: !!draft }
  const accepted = step.kind === 'accepted' ? { by: me.tree.units.get(step.at)?.name ?? '' } : undefined
  return { kind: 'done', at: receivedAt, responseId: id, accepted }
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
