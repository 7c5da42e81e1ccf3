// The list of plans: those at whose unit the visitor may make reports.

import { localize } from '../../../../shared/language.ts'
import { reportPlansMessages } from '../../../../shared/messages/report-plans.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { campaignOfPlan, dueMoments } from '../../../../shared/report/campaign-plan.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { type PlanLine, PlansPage, type TemplateLine } from '../../../../web/pages/report-plans/list.tsx'
import { type PlansAndCampaigns, plansAndCampaigns } from '../../../store/report-plans.ts'
import type { Report } from '../../../store/reports.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { planTitle } from '../report-line.ts'
import { findReports, noFilters } from '../report-search.ts'
import { type OfferedTemplate, offeredTemplates, templatesFor } from './offered.ts'

const perPage = 50
/** Reports that are looked through for the newest of each plan. */
const mostLookedAt = 500

export async function showPlans(call: SignedInCall): Promise<Response> {
  const { deps, me, c } = call
  const known = await plansAndCampaigns(deps.table, me.organisationId)
  const own = known.plans.filter(({ unitId }) => mayAt(me.person, me.tree, 'report.make', unitId))
  const templates = await templatesFor(call)
  const lines = own.map((plan) => lineOf(call, plan, known, templates)).sort(soonestFirst)
  const pages = Math.max(1, Math.ceil(lines.length / perPage))
  const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1))
  const shown = lines.slice((page - 1) * perPage, page * perPage)
  const last = await lastReports(call, own)
  const offered = await offeredTemplates(call, known.campaigns)
  return c.html(
    <PlansPage
      context={pageContext(call)}
      lines={shown.map((line) => ({ ...line, last: last.get(line.id) }))}
      page={page}
      pages={pages}
      templates={offered.map((one) => templateLine(call, one))}
      hasCampaigns={offered.some(({ roles }) => roles.some(({ campaigns }) => campaigns.length > 0))}
    />,
  )
}

function lineOf(
  call: SignedInCall,
  plan: ReportPlan,
  { campaigns }: PlansAndCampaigns,
  templates: Awaited<ReturnType<typeof templatesFor>>,
): PlanLine {
  const { me, now } = call
  const { id, unitId, scope, isStopped, schedule } = plan
  const ahead = dueMoments(plan, campaigns, me.organisation).find(({ dueAt }) => Date.parse(dueAt) > Date.parse(now))
  return {
    id,
    title: planTitle(call, plan),
    template: templates.find((one) => one.id === plan.template)?.name,
    unitName: unitIn(me.tree, unitId)?.name ?? unitId,
    scope,
    state: isStopped ? 'stopped' : schedule.kind === 'by-hand' ? 'by-hand' : 'running',
    next: ahead && { period: ahead.period, at: ahead.dueAt },
    last: undefined,
    campaign: campaignOfPlan(id),
  }
}

/** What is made next comes first, what is made no more last. */
const soonestFirst = (a: PlanLine, b: PlanLine): number => placeOf(a) - placeOf(b)
const placeOf = ({ state, next }: PlanLine): number => {
  if (state === 'stopped') return Number.MAX_SAFE_INTEGER
  return next ? Date.parse(next.at) : Number.MAX_SAFE_INTEGER - 1
}

async function lastReports(call: SignedInCall, plans: readonly ReportPlan[]) {
  const search = { filters: noFilters, limit: mostLookedAt, lookAt: mostLookedAt }
  const { found } = await findReports(call, plans, search)
  const last = new Map<Report['planId'], NonNullable<PlanLine['last']>>()
  for (const { report } of found)
    if (!last.has(report.planId)) last.set(report.planId, { period: report.periodId, at: report.requestedAt })
  return last
}

function templateLine({ language }: SignedInCall, { template, roles }: OfferedTemplate): TemplateLine {
  const { kinds } = reportPlansMessages[language]
  const needs = roles.map(({ role }) => {
    const title = localize(role.title, language)
    return role.kind ? `${title} (${kinds[role.kind]})` : title
  })
  return { id: template.id, name: template.name, needs: needs.join('; ') }
}
