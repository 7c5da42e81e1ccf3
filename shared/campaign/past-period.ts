// Periods from before a campaign: added so that figures of then can be brought in and compared with. Nobody was asked in
// them, so nobody is late in them.

import type { PeriodId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Campaign, type CampaignPeriod, findPeriod } from './campaign.ts'
import { periodSpan } from './period.ts'
import { momentOf, mostPeriods, periodsBefore } from './schedule.ts'

export type PastPeriodFault = 'is-there' | 'not-over' | 'too-many' | 'out-of-range'

/** A period that was over before `now` (ISO 8601, UTC), as one that figures can be brought in for. */
function pastPeriod(id: PeriodId, timeZone: string, now: string): Result<CampaignPeriod, PastPeriodFault> {
  const { start, end, year } = periodSpan(id)
  if (year < 1900) return fail('out-of-range')
  const closesAt = momentOf(end, 24, timeZone)
  if (Date.parse(closesAt) > Date.parse(now)) return fail('not-over')
  return ok({ id, opensAt: momentOf(start, 0, timeZone), closesAt, graceDays: 0, isPast: true })
}

const byStart = (a: CampaignPeriod, b: CampaignPeriod) => {
  const [one, other] = [periodSpan(a.id), periodSpan(b.id)]
  return one.start < other.start ? -1 : one.start > other.start ? 1 : 0
}

/** The campaign with one more past period, in the order of time. Figures, units and everything else stay. */
export function addPastPeriod(
  campaign: Campaign,
  id: PeriodId,
  { timeZone, now }: { readonly timeZone: string; readonly now: string },
): Result<Campaign, PastPeriodFault> {
  if (findPeriod(campaign, id)) return fail('is-there')
  if (campaign.periods.length >= mostPeriods) return fail('too-many')
  const period = pastPeriod(id, timeZone, now)
  return period.ok ? ok({ ...campaign, periods: [...campaign.periods, period.value].sort(byStart) }) : period
}

/** Periods that one may want to add: the nearest before the first that the campaign has of each of its kinds. */
export function offeredPeriods(
  campaign: Campaign,
  count: number,
  at: { readonly timeZone: string; readonly now: string },
): PeriodId[] {
  const first = new Map<string, PeriodId>()
  for (const { id } of campaign.periods.toSorted(byStart)) {
    const { kind } = periodSpan(id)
    if (!first.has(kind)) first.set(kind, id)
  }
  return [...first.values()]
    .flatMap((id) => periodsBefore(id, count))
    .filter((id) => addPastPeriod(campaign, id, at).ok)
}
