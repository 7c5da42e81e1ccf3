// What happens to a campaign once it has opened: paused, gone on with, closed, its periods extended or closed. Pure: whoever
// calls has asked the lifecycle first, and stores what comes out.

import type { PeriodId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { type Campaign, type CampaignPeriod, periodState } from './campaign.ts'

export const paused = (campaign: Campaign, now: string): Campaign => ({ ...campaign, state: 'paused', pausedAt: now })

export function resumed({ pausedAt: _, ...campaign }: Campaign): Campaign {
  return { ...campaign, state: 'open' }
}

const isUnbegun = (period: CampaignPeriod, now: string) => periodState(period, now) === 'early'

/** A period closed at this moment; one that closed before stays as it is. */
const closedBy = (period: CampaignPeriod, now: string): CampaignPeriod =>
  periodState(period, now) === 'open' ? { ...period, closesAt: now } : period

/**
 * The campaign closed, and with it every period that has begun, so that figures are folded for good. Periods that have not
 * begun go; where none has, the first stays, closed as it opens, because a campaign has one.
 */
export function closed({ pausedAt: _, ...campaign }: Campaign, now: string): Campaign {
  const begun = campaign.periods.filter((period) => !isUnbegun(period, now)).map((period) => closedBy(period, now))
  const [first] = campaign.periods
  const periods = begun.length > 0 || !first ? begun : [{ ...first, opensAt: now, closesAt: now, graceDays: 0 }]
  return { ...campaign, state: 'closed', periods }
}

export type PeriodFault =
  | 'not-begun'
  | 'closed-already'
  /** The new closing time is not ahead, or not after the opening. */
  | 'in-the-past'
  | 'before-opening'
  /** The days of grace are over: what was final becomes open again, and that takes words. */
  | 'needs-words'

const withPeriod = (campaign: Campaign, changed: CampaignPeriod): Campaign => ({
  ...campaign,
  periods: campaign.periods.map((period) => (period.id === changed.id ? changed : period)),
})

const found = (campaign: Campaign, id: PeriodId): CampaignPeriod => {
  const period = campaign.periods.find((one) => one.id === id)
  if (!period) throw new Error(`Campaign ${campaign.id} has no period ${id}`)
  return period
}

/** Closes one period at this moment. */
export function periodClosed(campaign: Campaign, id: PeriodId, now: string): Result<Campaign, PeriodFault> {
  const period = found(campaign, id)
  const state = periodState(period, now)
  if (state === 'early') return fail('not-begun')
  return state === 'open' ? ok(withPeriod(campaign, closedBy(period, now))) : fail('closed-already')
}

/** Gives a period another closing time (ISO 8601, UTC), later or sooner, which is ahead. `words`: why, or ''. */
export function periodExtended(
  campaign: Campaign,
  change: { readonly id: PeriodId; readonly closesAt: string; readonly words: string },
  now: string,
): Result<Campaign, PeriodFault> {
  const period = found(campaign, change.id)
  const closing = Date.parse(change.closesAt)
  if (closing <= Date.parse(now)) return fail('in-the-past')
  if (closing <= Date.parse(period.opensAt)) return fail('before-opening')
  if (periodState(period, now) === 'closed' && change.words.trim() === '') return fail('needs-words')
  return ok(withPeriod(campaign, { ...period, closesAt: change.closesAt }))
}
