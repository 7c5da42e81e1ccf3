import { describe, expect, test } from 'vitest'
import { aCampaign, period } from '../../test/support/scenario.ts'
import { problem } from '../problems.ts'
import { entryTiming } from '../response/timing.ts'
import { fail, ok } from '../result.ts'
import { CampaignState } from './campaign.ts'
import { allowed, type CampaignAct, campaignCan, mayNow } from './lifecycle.ts'

const acts = Object.keys(campaignCan) as CampaignAct[]
const actsIn = (state: CampaignState) => acts.filter((act) => mayNow(act, { state })).join(' ')

test.each([
  ['draft', 'shape adjust open assign delete'],
  ['open', 'answer adjust move changeUnits assign remind pause extendPeriod closePeriod close copy'],
  ['paused', 'adjust move changeUnits assign resume extendPeriod closePeriod close copy'],
  ['closed', 'copy'],
] as const)('a campaign that is %s allows: %s', (state, expected) => {
  expect(actsIn(state)).toBe(expected)
})

test('what the table refuses names the state', () => {
  for (const state of CampaignState.options)
    for (const act of acts)
      expect(allowed(act, { state })).toEqual(
        mayNow(act, { state }) ? ok({ state }) : fail(problem.campaignNotNow(state)),
      )
})

describe('what enters', () => {
  const closing = { id: period, opensAt: '2013-01-01T00:00:00Z', closesAt: '2013-07-11T00:00:00Z', graceDays: 3 }
  const pausedAt = '2013-03-01T00:00:00Z'
  const february = '2013-02-01T00:00:00Z'
  const march = '2013-03-02T00:00:00Z'
  const code = (state: CampaignState, now: string, finishedAt?: string) => {
    const campaign = aCampaign({ state, ...(state === 'paused' ? { pausedAt } : {}) })
    const timed = entryTiming(campaign, closing, finishedAt, now)
    return timed.ok ? timed.value : timed.problem.code
  }

  test.each([
    // state, now, finished in the field, what it comes to
    ['draft', march, undefined, 'campaign.in-draft'],
    ['draft', march, february, 'campaign.in-draft'],
    ['open', '2012-12-01T00:00:00Z', undefined, 'campaign.not-yet-open'],
    ['open', march, undefined, 'on-time'],
    ['open', '2013-07-12T00:00:00Z', undefined, 'campaign.closed'],
    ['open', '2013-07-12T00:00:00Z', february, 'late'],
    ['open', '2013-07-20T00:00:00Z', february, 'quarantined'],
    ['paused', march, undefined, 'campaign.paused'],
    ['paused', march, march, 'campaign.paused'],
    ['paused', march, february, 'on-time'],
    ['paused', '2013-07-12T00:00:00Z', february, 'late'],
    ['paused', '2013-07-20T00:00:00Z', february, 'quarantined'],
    ['closed', march, undefined, 'campaign.closed'],
    ['closed', '2013-07-12T00:00:00Z', undefined, 'campaign.closed'],
    ['closed', '2013-07-12T00:00:00Z', february, 'late'],
    ['closed', '2013-07-20T00:00:00Z', february, 'quarantined'],
  ] as const)('%s at %s, finished %s: %s', (state, now, finishedAt, expected) => {
    expect(code(state, now, finishedAt)).toBe(expected)
  })
})
