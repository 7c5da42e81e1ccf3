// Whether a response may enter now, and as what: on time, late or to be looked at by the office.

import { type Campaign, type CampaignPeriod, periodState } from '../campaign/campaign.ts'
import { mayNow } from '../campaign/lifecycle.ts'
import { type Problem, problem } from '../problems.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Standing } from './counted.ts'

/**
 * The server's clock decides on time, late or closed. A record that was finished before the close, offline, is late
 * within the days of grace and goes to quarantine after them; what was finished after the close is refused. What was
 * finished before a pause is judged as if there were none. A campaign that is closed has closed its periods with it.
 */
export function entryTiming(
  campaign: Pick<Campaign, 'state' | 'pausedAt'>,
  period: CampaignPeriod,
  finishedAt: string | undefined,
  now: string,
): Result<Standing, Problem> {
  if (campaign.state === 'draft') return fail(problem.campaignInDraft())
  if (campaign.state === 'paused' && !isBefore(finishedAt, campaign.pausedAt))
    return fail(problem.campaignPaused(campaign.pausedAt ?? now))
  const state = periodState(period, now)
  const takesNew = mayNow('answer', campaign) || campaign.state === 'paused'
  if (!takesNew && (state === 'early' || state === 'open')) return fail(problem.campaignClosed(now))
  if (state === 'early') return fail(problem.campaignNotYetOpen(period.opensAt))
  if (state === 'open' || period.closesAt === null) return ok('on-time')
  const finishedInTime = finishedAt !== undefined && ['early', 'open'].includes(periodState(period, finishedAt))
  if (!finishedInTime) return fail(problem.campaignClosed(period.closesAt))
  return ok(state === 'grace' ? 'late' : 'quarantined')
}

/**
 * What the office brings in from before is late only where it was asked for and the close has passed: a period that was
 * added for such figures asked nobody.
 */
export function pastTiming(
  campaign: Pick<Campaign, 'state'>,
  period: CampaignPeriod,
  now: string,
): Result<Standing, Problem> {
  if (campaign.state === 'draft') return fail(problem.campaignInDraft())
  const state = periodState(period, now)
  if (state === 'early') return fail(problem.campaignNotYetOpen(period.opensAt))
  return ok(period.isPast || state === 'open' ? 'on-time' : 'late')
}

const isBefore = (moment: string | undefined, limit: string | undefined): boolean =>
  moment !== undefined && limit !== undefined && Date.parse(moment) < Date.parse(limit)
