// What plans have to do with campaigns: the plan of a campaign's own report, worked out from the rule that the campaign carries, and
// the periods and due moments of a plan, worked out from its campaigns'. None of it is stored, so nothing can disagree.

import * as v from 'valibot'
import type { Campaign, CampaignPeriod } from '../campaign/campaign.ts'
import { periodSpan } from '../campaign/period.ts'
import type { PreparedCampaign } from '../campaign/prepared.ts'
import { CampaignId, type PeriodId, ReportPlanId } from '../ids.ts'
import { resultsMessages } from '../messages/results.ts'
import { isSealable, sealsAt } from '../survey/sealing.ts'
import { fitsRole } from './fits.ts'
import { endsOf, periodOn, periodsWithin, type ReportPeriod } from './period.ts'
import type { ReportPlan } from './plan.ts'
import { type Calendar, dueAt } from './schedule.ts'
import type { ReportTemplate } from './template.ts'

/** The templates that a campaign's own report can follow: those that are made of one campaign, and of its kind. */
export const templatesFor = (
  campaign: Pick<Campaign, 'kind' | 'survey'>,
  templates: readonly ReportTemplate[],
): readonly ReportTemplate[] =>
  templates.filter(({ roles: [role, ...others] }) => role && others.length === 0 && fitsRole(role, campaign))

const prefix = 'of-'

/** The campaign whose own report a plan's id names; undefined for a plan that is stored by itself. */
export function campaignOfPlan(id: ReportPlanId): CampaignId | undefined {
  const read = v.safeParse(CampaignId, id.slice(prefix.length))
  return id.startsWith(prefix) && read.success ? read.output : undefined
}

/** The plan of the campaign's own report; undefined where it has none. */
export function planOfCampaign(campaign: Campaign): ReportPlan | undefined {
  const id = v.safeParse(ReportPlanId, `${prefix}${campaign.id}`)
  const rule = campaign.report
  if (!rule || !id.success || campaign.state === 'draft') return undefined
  const { role, ...carried } = rule
  const { vi, en } = campaign.title
  return {
    ...carried,
    id: id.output,
    organisationId: campaign.organisationId,
    title: {
      vi: resultsMessages.vi.title(vi).slice(0, 2_000),
      ...(en === undefined ? {} : { en: resultsMessages.en.title(en).slice(0, 2_000) }),
    },
    unitId: campaign.unitId,
    scope: 'whole',
    every: 'period',
    campaigns: { [role]: campaign.id },
  }
}

/** As much of a campaign as its periods are known by, drafts included. */
type Asking = Pick<PreparedCampaign, 'id' | 'periods'>
type Planned = Pick<ReportPlan, 'every' | 'campaigns'>

/** Nobody was asked in periods from before the campaign. */
const askedIn = ({ periods }: Asking): PeriodId[] => periods.filter(({ isPast }) => !isPast).map(({ id }) => id)

/**
 * The periods that a plan has reports of, earliest first: those in which each of its campaigns asked something. `campaigns`: at least
 * the plan's; one that isn't among them leaves the plan without periods.
 */
export function planPeriods({ every, campaigns: roles }: Planned, campaigns: readonly Asking[]): PeriodId[] {
  const ids = [...new Set(Object.values(roles))]
  const [first, ...others] = ids.map((id) => {
    const campaign = campaigns.find((one) => one.id === id)
    return new Set(campaign ? periodsOf(every, askedIn(campaign)) : [])
  })
  return [...(first ?? [])].filter((id) => others.every((one) => one.has(id))).sort(byEnd)
}

/** The periods of a campaign, or the longer ones that one of them lies in. */
function periodsOf(every: ReportPlan['every'], own: readonly PeriodId[]): PeriodId[] {
  if (every === 'period') return [...own]
  return own.flatMap((id) => {
    const longer = periodOn(every, periodSpan(id).start)
    return periodsWithin([{ id }], longer).length > 0 ? [longer] : []
  })
}

const byEnd = (a: PeriodId, b: PeriodId): number => {
  const [one, other] = [periodSpan(a), periodSpan(b)]
  return one.end === other.end ? 0 : one.end < other.end ? -1 : 1
}

/** Whether a report of the plan can be of this period: one of its own, or a span from one of its own to another. */
export function isPeriodOf(plan: Planned, campaigns: readonly Asking[], period: ReportPeriod): boolean {
  const own = planPeriods(plan, campaigns)
  const { first, last } = endsOf(period)
  return own.includes(first) && own.includes(last)
}

export type Due = { readonly period: PeriodId; readonly dueAt: string }

/** When the report of each period is due (ISO 8601, UTC), earliest first; none where only a person asks for it. */
export function dueMoments(
  plan: Planned & Pick<ReportPlan, 'schedule'>,
  campaigns: readonly Asking[],
  calendar: Calendar,
): Due[] {
  return planPeriods(plan, campaigns)
    .flatMap((period) => {
      const moment = dueAt(plan.schedule, period, calendar)
      return moment === undefined ? [] : [{ period, dueAt: moment }]
    })
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

/** The plan of a campaign's own report as far as its dates follow from it; a draft's too. */
export const ownDates = ({ id, report }: PreparedCampaign): Parameters<typeof dueMoments>[0] | undefined =>
  report && !report.isStopped
    ? { every: 'period', campaigns: { [report.role]: id }, schedule: report.schedule }
    : undefined

/** What is due by `now` (ISO 8601, UTC); not what was due before its dates were set, nor anything of a plan that was stopped. */
export function dueBy(plan: ReportPlan, campaigns: readonly Asking[], calendar: Calendar, now: string): Due[] {
  const [from, to] = [Date.parse(plan.since), Date.parse(now)]
  const isDue = ({ dueAt: at }: Due) => Date.parse(at) > from && Date.parse(at) <= to
  return plan.isStopped ? [] : dueMoments(plan, campaigns, calendar).filter(isDue)
}

/** Periods whose report is made before they close, or that close only by hand. */
export function reportsEarly(campaign: PreparedCampaign, calendar: Calendar): number {
  const dates = ownDates(campaign)
  // Of a survey that is released, nothing is told before that.
  const readyAt = (period: CampaignPeriod) => (isSealable(campaign) ? sealsAt(period) : period.closesAt)
  const closing = new Map(campaign.periods.map((period) => [period.id, readyAt(period)]))
  return (dates ? dueMoments(dates, [campaign], calendar) : []).filter(({ period, dueAt: at }) => {
    const closesAt = closing.get(period)
    return !closesAt || Date.parse(at) < Date.parse(closesAt)
  }).length
}
