// The life of a campaign as one table: what may be done in which state. Buttons, handlers and the submit path ask it.

import { type Problem, problem } from '../problems.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Campaign, CampaignState } from './campaign.ts'

export const campaignCan = {
  /** Take new responses. What was finished in the field before a pause or a close is judged by response/timing.ts. */
  answer: ['open'],
  /** Kind, unit, form version, units by rule, periods by rule, how answers count. */
  shape: ['draft'],
  /** Title, description, figures, indicators, targets, languages, reminders. */
  adjust: ['draft', 'open', 'paused'],
  /** Ask another version of the form, after a rehearsal. */
  move: ['open', 'paused'],
  open: ['draft'],
  /** Let single units in or out. */
  changeUnits: ['open', 'paused'],
  assign: ['draft', 'open', 'paused'],
  remind: ['open'],
  pause: ['open'],
  resume: ['paused'],
  extendPeriod: ['open', 'paused'],
  closePeriod: ['open', 'paused'],
  close: ['open', 'paused'],
  copy: ['open', 'paused', 'closed'],
  delete: ['draft'],
} as const satisfies Record<string, readonly CampaignState[]>
export type CampaignAct = keyof typeof campaignCan

export const mayNow = (act: CampaignAct, { state }: Pick<Campaign, 'state'>): boolean =>
  (campaignCan[act] as readonly CampaignState[]).includes(state)

/** The campaign where the table allows it, else the problem that names its state. */
export const allowed = <C extends Pick<Campaign, 'state'>>(act: CampaignAct, campaign: C): Result<C, Problem> =>
  mayNow(act, campaign) ? ok(campaign) : fail(problem.campaignNotNow(campaign.state))
