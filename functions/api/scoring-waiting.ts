// Who waits to be scored by a visitor: what their first page tells them.

import { type Campaign, type CampaignPeriod, periodState } from '../../shared/campaign/campaign.ts'
import { topUnitsFor } from '../../shared/organisation/access.ts'
import { isUnder } from '../../shared/organisation/unit.ts'
import { path } from '../../shared/paths.ts'
import { outlines } from '../../shared/response/counted.ts'
import { isAccepted, isScored } from '../../shared/response/step.ts'
import type { ScoringLink } from '../../web/parts/scoring-links.tsx'
import { listCampaignUnits } from '../store/campaigns.ts'
import { readRound, type StoredRevision } from '../store/responses.ts'
import type { SignedInCall } from './call.ts'

/** Periods that are looked through, the newest; older ones are reached from the campaign's answers. */
const newestPeriods = 2
/** Who scores in more units than these is told of the list, without a number that would take long to count. */
const mostUnits = 30

/** The lists of one campaign that the visitor has something to do in, the newest first; always that of the newest period. */
export async function scoringWaiting(call: SignedInCall, campaign: Campaign): Promise<ScoringLink[]> {
  const { deps, me, now } = call
  const { survey, state, periods, title, id } = campaign
  const tops = survey?.scoring === undefined || state === 'draft' ? [] : topUnitsFor(me.person, me.tree, 'member.score')
  const begun = periods.filter((period) => periodState(period, now) !== 'early').slice(-newestPeriods)
  if (tops.length === 0 || begun.length === 0) return []
  const units = (await listCampaignUnits(deps.table, id)).filter(({ unitId }) =>
    tops.some((top) => isUnder(me.tree, unitId, top)),
  )
  if (units.length === 0) return []
  const waitingIn = async (period: CampaignPeriod): Promise<number> => {
    const rounds = units.map((campaignUnit) => readRound(deps.table, { campaign, period, campaignUnit }))
    return (await Promise.all(rounds)).reduce((sum, { revisions }) => sum + waitingAmong(revisions), 0)
  }
  const lists = begun.toReversed().map(async (period, at) => {
    const waiting = units.length > mostUnits ? undefined : await waitingIn(period)
    const link = { title, periodId: period.id, waiting, href: path.scoring(id, period.id) }
    return at === 0 || (waiting ?? 0) > 0 ? [link] : []
  })
  return (await Promise.all(lists)).flat()
}

/** Answers that stand, and are neither scored nor decided. */
function waitingAmong(revisions: readonly StoredRevision[]): number {
  return [...outlines(revisions)].filter(([id, { standing }]) => {
    if (!standing || standing.step.kind === 'returned' || isAccepted(standing.step)) return false
    return !isScored(revisions.filter((one) => one.id === id))
  }).length
}
