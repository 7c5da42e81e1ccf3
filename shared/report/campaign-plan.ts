// The plan of a campaign's own report, worked out from the rule that the campaign carries: nothing else has to be stored, and
// nothing can disagree with the campaign's periods.

import * as v from 'valibot'
import type { Campaign, CampaignPeriod } from '../campaign/campaign.ts'
import { periodSpan } from '../campaign/period.ts'
import type { PreparedCampaign } from '../campaign/prepared.ts'
import { momentAfter } from '../campaign/schedule.ts'
import { CampaignId, type PeriodId, ReportPlanId } from '../ids.ts'
import { resultsMessages } from '../messages/results.ts'
import { isSealable, sealsAt } from '../survey/sealing.ts'
import { fitsRole } from './fits.ts'
import type { ReportPlan } from './plan.ts'
import type { ReportRule } from './rule.ts'
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

export type Due = { readonly period: PeriodId; readonly dueAt: string }

/** When the report of each period is due (ISO 8601, UTC), earliest first. Nobody was asked in periods from before the campaign. */
export function dueMoments(
  { periods }: Pick<PreparedCampaign, 'periods'>,
  { daysAfter, hour }: Pick<ReportRule, 'daysAfter' | 'hour'>,
  timeZone: string,
): Due[] {
  return periods
    .filter(({ isPast }) => !isPast)
    .map(({ id }) => ({ period: id, dueAt: momentAfter(periodSpan(id).end, daysAfter, hour, timeZone) }))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

/** Periods whose report is made before they close, or that close only by hand. */
export function reportsEarly(campaign: PreparedCampaign, timeZone: string): number {
  const due = campaign.report ? dueMoments(campaign, campaign.report, timeZone) : []
  // Of a survey that is released, nothing is told before that.
  const readyAt = (period: CampaignPeriod) => (isSealable(campaign) ? sealsAt(period) : period.closesAt)
  const closing = new Map(campaign.periods.map((period) => [period.id, readyAt(period)]))
  return due.filter(({ period, dueAt }) => {
    const closesAt = closing.get(period)
    return !closesAt || Date.parse(dueAt) < Date.parse(closesAt)
  }).length
}

/** The plan of the campaign's own report; undefined where it has none. One that was stopped is due no more. */
export function planOfCampaign(campaign: Campaign, timeZone: string): ReportPlan | undefined {
  const id = v.safeParse(ReportPlanId, `${prefix}${campaign.id}`)
  const rule = campaign.report
  if (!rule || !id.success || campaign.state === 'draft') return undefined
  const { template, role, language, preset, header, recipients, sign, since, isStopped, delivery } = rule
  const { vi, en } = campaign.title
  return {
    id: id.output,
    organisationId: campaign.organisationId,
    title: {
      vi: resultsMessages.vi.title(vi).slice(0, 2_000),
      ...(en === undefined ? {} : { en: resultsMessages.en.title(en).slice(0, 2_000) }),
    },
    template,
    language,
    preset,
    unitId: campaign.unitId,
    campaigns: { [role]: campaign.id },
    header,
    recipients,
    sign,
    due: isStopped ? [] : dueMoments(campaign, rule, timeZone),
    since,
    ...(delivery === undefined ? {} : { delivery }),
  }
}
