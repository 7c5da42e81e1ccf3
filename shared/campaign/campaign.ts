// A campaign asks a form version of a set of units, in periods. Which units it holds is kept unit by unit
// (CampaignUnit), because a campaign may hold 12,000 of them.

import * as Instant from 'temporal-polyfill/fns/Instant'
import * as v from 'valibot'
import { FormReference, VersionNumber } from '../form/form.ts'
import { CampaignId, OrganisationId, PeriodId, UnitId } from '../ids.ts'
import { LocalText } from '../language.ts'
import { Indicator } from '../summary/indicator.ts'

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const kindsOfCampaign = ['inspection', 'unit-report', 'member-survey'] as const

export const CampaignPeriod = v.strictObject({
  id: PeriodId,
  opensAt: Timestamp,
  /** Null until the office closes the period. */
  closesAt: v.nullable(Timestamp),
  /** Days after the close in which a record finished before it still counts, as late. */
  graceDays: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(365)),
})
export type CampaignPeriod = v.InferOutput<typeof CampaignPeriod>

/**
 * one-per-unit: a unit's first response of a period counts; a second one is refused, or, where two arrive at once,
 * kept and not counted. many: every response counts.
 */
export const CountingRule = v.picklist(['one-per-unit', 'many'])
export type CountingRule = v.InferOutput<typeof CountingRule>

/**
 * draft: being prepared, nobody can answer · open: its periods decide · paused: nothing new is taken for now · closed: over,
 * whatever its periods say.
 */
export const CampaignState = v.picklist(['draft', 'open', 'paused', 'closed'])
export type CampaignState = v.InferOutput<typeof CampaignState>

export const Campaign = v.strictObject({
  id: CampaignId,
  organisationId: OrganisationId,
  /** Whose campaign it is: who may manage campaigns at this unit manages it, and a response is accepted here last. */
  unitId: UnitId,
  state: CampaignState,
  /** What figures count: all that was submitted and not returned, or only what was accepted at the campaign's unit. */
  figures: v.picklist(['submitted', 'accepted']),
  title: LocalText,
  kind: v.picklist(kindsOfCampaign),
  form: FormReference,
  /** Versions of the form that the campaign asked before: what was begun with one of them may still be sent. */
  earlierVersions: v.optional(v.array(VersionNumber), []),
  countingRule: CountingRule,
  periods: v.pipe(v.array(CampaignPeriod), v.minLength(1), v.maxLength(200)),
  indicators: v.pipe(v.array(Indicator), v.maxLength(100)),
})
export type Campaign = v.InferOutput<typeof Campaign>

export const CampaignUnit = v.strictObject({
  unitId: UnitId,
  /** Responses expected in each period; frozen when the unit enters the campaign. */
  expected: Count,
  /** Buckets of the unit in each period: one for every 500 expected responses, fixed when the unit enters. */
  shards: Count,
})
export type CampaignUnit = v.InferOutput<typeof CampaignUnit>

/** A unit as it enters a campaign. A bucket of 500 responses of 1 KB is read in one page. */
export const enterUnit = (unitId: UnitId, expected: number): CampaignUnit => ({
  unitId,
  expected,
  shards: Math.ceil(expected / 500),
})

export const findPeriod = (campaign: Campaign, id: PeriodId): CampaignPeriod | undefined =>
  campaign.periods.find((period) => period.id === id)

export type PeriodState = 'early' | 'open' | 'grace' | 'closed'

/** Where a period stands at `now` (ISO 8601, UTC). The close itself belongs to the time after. */
export function periodState(period: CampaignPeriod, now: string): PeriodState {
  const instant = Instant.fromString(now)
  const isBefore = (text: string) => Instant.compare(instant, Instant.fromString(text)) < 0
  if (isBefore(period.opensAt)) return 'early'
  if (period.closesAt === null || isBefore(period.closesAt)) return 'open'
  const graceEnd = Instant.addHours(Instant.fromString(period.closesAt), 24 * period.graceDays)
  return Instant.compare(instant, graceEnd) < 0 ? 'grace' : 'closed'
}
