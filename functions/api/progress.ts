// Progress as the visitor may see it: the units under those at which the person holds a role for it, figures as of now.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import { type Progress, progressOf } from '../../shared/campaign/progress.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { topUnitsFor } from '../../shared/organisation/access.ts'
import { dividingLevel, isUnder } from '../../shared/organisation/unit.ts'
import { mergeAll, type Summary } from '../../shared/summary/summary.ts'
import { readFacts } from '../store/facts.ts'
import type { FoldLimits } from '../store/fold.ts'
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

export async function readProgress(
  { deps, me }: SignedInCall,
  campaign: Campaign,
  periodId: PeriodId,
  limits: FoldLimits = pageLimits(),
): Promise<CampaignProgress> {
  const { facts, recounting } = await readFacts(deps, campaign, periodId, limits)
  const tops = topUnitsFor(me.person, me.tree, 'progress.read')
  const level = dividingLevel(me.tree)
  const parts = tops.map((top) => progressOf(me.tree, facts.units, facts.summaries, { top, level }))
  const visible = [...facts.summaries].filter(([unitId]) => tops.some((top) => isUnder(me.tree, unitId, top)))
  return {
    progress: {
      expected: parts.reduce((sum, part) => sum + part.expected, 0),
      reported: parts.reduce((sum, part) => sum + part.reported, 0),
      missing: parts.flatMap((part) => part.missing),
      groups: parts.flatMap((part) => part.groups),
    },
    total: mergeAll(visible.map(([, summary]) => summary)),
    recounting,
  }
}
