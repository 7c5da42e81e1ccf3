// Progress as the visitor may see it: the units under those at which the person holds a role for it today, placed by the tree
// at the period's end, figures as of now.

import { type Campaign, findPeriod } from '../../shared/campaign/campaign.ts'
import { placementDay } from '../../shared/campaign/placement.ts'
import { type Progress, progressOf } from '../../shared/campaign/progress.ts'
import type { PeriodId, UnitId } from '../../shared/ids.ts'
import { topUnitsFor } from '../../shared/organisation/access.ts'
import { dividingLevel, isUnder } from '../../shared/organisation/unit.ts'
import { problem } from '../../shared/problems.ts'
import { fail } from '../../shared/result.ts'
import { mergeAll, type Summary } from '../../shared/summary/summary.ts'
import { withWholes } from '../../shared/summary/wholes.ts'
import { readsSingly } from '../../shared/survey/survey.ts'
import { readFacts } from '../store/facts.ts'
import type { FoldLimits } from '../store/fold.ts'
import { campaignAddress } from './address.ts'
import type { SignedInCall } from './call.ts'

/** What a page may spend on folding before it is shown, with a word on what is still being recounted. */
export function pageLimits(): FoldLimits {
  const started = performance.now()
  return { buckets: 200, isLate: () => performance.now() - started > 2_000 }
}

export type CampaignProgress = {
  readonly progress: Progress
  /** All that counts in the visitor's units, merged. */
  readonly total: Summary
  readonly recounting: number
}

/** .../campaigns/:campaign/periods/:period of a campaign whose answers are read singly: figures of other surveys are shown once they are released. */
export async function progressAddress(call: SignedInCall): ReturnType<typeof campaignAddress> {
  const address = await campaignAddress(call)
  return address.ok && !readsSingly(address.value.campaign) ? fail(problem.campaignUnknown()) : address
}

export async function readProgress(
  { deps, me }: SignedInCall,
  campaign: Campaign,
  periodId: PeriodId,
  limits: FoldLimits = pageLimits(),
): Promise<CampaignProgress> {
  const { facts, recounting } = await readFacts(deps, campaign, periodId, limits)
  // Who sees what follows today's tree; where it is placed, the tree of the period.
  const tops = topUnitsFor(me.person, me.tree, 'progress.read')
  const isVisible = (id: UnitId) => tops.some((top) => isUnder(me.tree, id, top))
  const tree = me.treeOn(placementDay(periodId, me.today))
  const period = findPeriod(campaign, periodId) ?? { id: periodId }
  const units = facts.units.filter(({ unitId }) => isVisible(unitId))
  const visible = [...withWholes(facts, tree, period)].filter(([unitId]) => isVisible(unitId))
  return {
    progress: progressOf(tree, units, facts.summaries, { period, level: dividingLevel(tree) }),
    total: mergeAll(visible.map(([, summary]) => summary)),
    recounting,
  }
}
