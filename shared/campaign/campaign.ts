// A campaign asks a form version of a set of units, in periods. Which units it holds is kept unit by unit
// (CampaignUnit), because a campaign may hold 12,000 of them.

import * as Instant from 'temporal-polyfill/fns/Instant'
import * as v from 'valibot'
import { FormReference, VersionNumber } from '../form/form.ts'
import { CampaignId, OrganisationId, PeriodId, UnitId } from '../ids.ts'
import { LocalText } from '../language.ts'
import type { Action } from '../organisation/access.ts'
import { Day } from '../organisation/day.ts'
import { ReportRule } from '../report/rule.ts'
import { Indicator } from '../summary/indicator.ts'
import { Survey } from '../survey/survey.ts'

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Whole = v.pipe(v.number(), v.safeInteger())
const Count = v.pipe(Whole, v.minValue(1))
const Days = v.pipe(Whole, v.minValue(0), v.maxValue(365))

export const kindsOfCampaign = ['inspection', 'unit-report', 'member-survey'] as const

/** Who may answer in each kind of campaign. Member surveys are answered by invitation, never by role. */
export const answerAction: Record<(typeof kindsOfCampaign)[number], Action | undefined> = {
  inspection: 'inspection.answer',
  'unit-report': 'unit-report.answer',
  'member-survey': undefined,
}

export const CampaignPeriod = v.strictObject({
  id: PeriodId,
  opensAt: Timestamp,
  /** Null until the office closes the period. */
  closesAt: v.nullable(Timestamp),
  /** Days after the close in which a record finished before it still counts, as late. */
  graceDays: Days,
  /** Added for figures from before the campaign (past-period.ts): nobody was asked in it, and nobody is late in it. */
  isPast: v.optional(v.literal(true)),
  /** Of a survey, noted before its results are released: from then on it can't be extended. */
  sealed: v.optional(v.literal(true)),
})
export type CampaignPeriod = v.InferOutput<typeof CampaignPeriod>

/** How often a campaign asks. */
const repeats = ['once', 'month', 'quarter', 'half', 'year'] as const

const DaysFrom = v.pipe(Whole, v.minValue(-366), v.maxValue(366))

/** The rule that periods are made by (schedule.ts). Hours are those of the organisation's time zone; 24 is midnight after the day. */
export const Schedule = v.strictObject({
  repeat: v.picklist(repeats),
  from: PeriodId,
  to: PeriodId,
  /** Opens so many days after the first day of the period, or after its last; before it where negative. */
  opens: v.strictObject({ anchor: v.picklist(['start', 'end']), days: DaysFrom }),
  /** Closes so many days after the last day of the period. Null: when the office closes it. */
  closes: v.nullable(v.strictObject({ days: DaysFrom, hour: v.pipe(Whole, v.minValue(0), v.maxValue(24)) })),
  graceDays: Days,
})
export type Schedule = v.InferOutput<typeof Schedule>

/** Units named one by one. Whoever needs more of them chooses another subtree or level. */
export const mostNamedUnits = 2_000
const NamedUnits = v.pipe(v.array(UnitId), v.maxLength(mostNamedUnits))

/** Which units a campaign asks, as a rule over the tree (scope.ts); worked out unit by unit until the campaign opens. */
export const Scope = v.strictObject({
  from: v.variant('kind', [
    /** `top` and everything below it, or only what is of one level there. */
    v.strictObject({ kind: v.literal('subtree'), top: UnitId, level: v.nullable(v.pipe(v.string(), v.maxLength(40))) }),
    /** The units of another campaign that still stand, with what was expected of each. */
    v.strictObject({ kind: v.literal('campaign'), campaignId: CampaignId }),
  ]),
  except: NamedUnits,
  also: NamedUnits,
  /** Answers expected of each unit in each period; 'members': one for each of its members. */
  expected: v.union([v.pipe(Count, v.maxValue(100_000)), v.literal('members')]),
})
export type Scope = v.InferOutput<typeof Scope>

/** Who hasn't answered is reminded from `daysBefore` the close until `daysAfter` it, at most once every `everyDays`. */
export const ReminderRule = v.strictObject({
  daysBefore: v.pipe(Whole, v.minValue(0), v.maxValue(60)),
  daysAfter: v.pipe(Whole, v.minValue(0), v.maxValue(60)),
  everyDays: v.pipe(Whole, v.minValue(1), v.maxValue(60)),
})
export type ReminderRule = v.InferOutput<typeof ReminderRule>

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
  /** What it is for and who sees what: it stands at the top of each form. */
  description: v.optional(LocalText),
  kind: v.picklist(kindsOfCampaign),
  form: FormReference,
  /** Versions of the form that the campaign asked before: what was begun with one of them may still be sent. */
  earlierVersions: v.optional(v.array(VersionNumber), []),
  countingRule: CountingRule,
  periods: v.pipe(v.array(CampaignPeriod), v.minLength(1), v.maxLength(200)),
  indicators: v.pipe(v.array(Indicator), v.maxLength(100)),
  /** The languages of the form that people choose from, as the form calls them; left out: all that it has. */
  languages: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(50))),
  reminders: v.optional(ReminderRule),
  /** Member surveys alone. */
  survey: v.optional(Survey),
  /** The report that is made of it by itself; left out: none. */
  report: v.optional(ReportRule),
  /** What units and periods were made by, for the next one who changes or copies them. */
  scope: v.optional(Scope),
  schedule: v.optional(Schedule),
  /** When it was paused, while it is. */
  pausedAt: v.optional(Timestamp),
})
export type Campaign = v.InferOutput<typeof Campaign>

export const CampaignUnit = v.strictObject({
  unitId: UnitId,
  /** Responses expected in each period; frozen when the unit enters the campaign. */
  expected: Count,
  /** Buckets of the unit in each period: one for every 500 expected responses, fixed when the unit enters. */
  shards: Count,
  /** The day on which it entered a campaign that was under way: in periods that had ended by then nothing was expected of it. */
  since: v.optional(Day),
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
