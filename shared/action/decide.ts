// What responses do to an action by themselves: it comes to be, goes, and comes again. Several folds may decide at once, the
// older ones late; an action keeps how much was known when it was decided over, and who knows less changes nothing.

import type { CountingRule } from '../campaign/campaign.ts'
import type { ActionId, CampaignId, PeriodId, UnitId } from '../ids.ts'
import { type ActionStep, mostSteps, type UnitAction } from './action.ts'
import type { RaisingResponse, Wanted } from './derive.ts'

/** What the form says about a finding, and by when it has to be put right. */
export type FindingWords = Pick<UnitAction, 'question' | 'message' | 'remedy' | 'severity' | 'dueOn'>

export type ActionPlace = {
  readonly id: ActionId
  readonly unitId: UnitId
  readonly campaignId: CampaignId
  readonly periodId: PeriodId
}

/** An action as it comes to be: open, or, where its finding was gone before anything was made of it, as one that never was. */
export function newAction(wanted: Wanted<RaisingResponse>, place: ActionPlace, words: FindingWords): UnitAction {
  const { finding, isRaised, first, known } = wanted
  return {
    ...place,
    responseId: first.id,
    finding,
    ...words,
    raisedAt: first.receivedAt,
    state: isRaised ? 'open' : 'dropped',
    owner: null,
    known,
    steps: [stepOf(wanted)],
  }
}

const stepOf = ({ isRaised, first, newest }: Wanted<RaisingResponse>): ActionStep => ({
  kind: isRaised ? 'raised' : 'gone',
  at: (isRaised ? first : newest).receivedAt,
  by: null,
})

/**
 * The action as the responses want it; undefined where it is that way. What a person decided stays: confirmed, dropped with
 * a reason, or reopened after its finding had gone.
 */
export function decided(
  action: UnitAction,
  wanted: Wanted<RaisingResponse>,
  countingRule: CountingRule,
): UnitAction | undefined {
  // Among responses that take places from each other all of the bucket matters; else the response alone.
  const measure = countingRule === 'many' ? 'response' : 'bucket'
  const more = wanted.known[measure] - action.known[measure]
  if (more < 0) return undefined
  const noted = { ...action, known: wanted.known }
  const last = action.steps.at(-1)?.kind
  const comes = wanted.isRaised && action.state === 'dropped' && last === 'gone'
  const isLive = action.state === 'open' || action.state === 'done'
  const goes = !wanted.isRaised && isLive && (last !== 'reopened' || more > 0)
  if (!comes && !goes) return wanted.isSettled || more === 0 ? undefined : noted
  const before = action.steps.length < mostSteps ? action.steps : action.steps.slice(0, -1)
  return {
    ...noted,
    state: comes ? 'open' : 'dropped',
    steps: [...before, { ...stepOf(wanted), at: wanted.newest.receivedAt }],
  }
}
