// The report library: what there is, what is being made, and "make the report now".

import * as v from 'valibot'
import { periodSpan } from '../../../shared/campaign/period.ts'
import { PeriodId, type ReportId, ReportPlanId, UnitId } from '../../../shared/ids.ts'
import { mayAt, maySomewhere } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { isPeriodOf, planPeriods } from '../../../shared/report/campaign-plan.ts'
import { daysOf, ReportPeriod, spanOf } from '../../../shared/report/period.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { isUnderWay } from '../../../shared/report/progress.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { ReportsPage } from '../../../web/pages/reports.tsx'
import { askFor, unitsOf } from '../../report-asking.ts'
import { type PlansAndCampaigns, plansAndCampaigns } from '../../store/report-plans.ts'
import { findReport, listReports, newReport, type Report } from '../../store/reports.ts'
import type { At } from '../access.ts'
import { formFields } from '../body.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { reportAddress } from '../report-address.ts'
import { waitUntil } from '../waiting.ts'
import { hasPdf, lineOf, planTitle } from './report-line.ts'
import { findReports, mayReadSome, noFilters, readFilters } from './report-search.ts'

/** Reports shown on one page. */
const pageSize = 20
/** Plans of which one can be had made on this page; each has a page of its own. */
const mostMade = 6
/** The newest reports, as many as the schedule looks after: those of them that are being made are counted. */
const counted = 200

export async function showReports(call: SignedInCall): Promise<Response> {
  const { deps, c, me } = call
  const known = await plansAndCampaigns(deps.table, me.organisationId)
  const { filters, before } = readFilters(call)
  const { found, older } = await findReports(call, known.plans, { filters, before, limit: pageSize })
  const lines = await Promise.all(found.map((one) => lineOf(call, one)))
  const isMaking = before === undefined && lines.some(({ progress }) => isUnderWay(progress))
  const query = Object.fromEntries([...new URL(c.req.url).searchParams].filter(([, value]) => value !== ''))
  const { before: _, ...asked } = query
  const readable = known.plans.filter((plan) => mayReadSome(call, plan))
  const made = madeBy(call, known)
  return c.html(
    <ReportsPage
      context={pageContext(call)}
      reports={lines}
      making={isMaking ? await countMaking(call, known.plans) : 0}
      filters={filters}
      query={asked}
      isFirst={before === undefined}
      olderHref={older && path.reports({ ...asked, before: older })}
      plans={readable.map((plan) => ({ id: plan.id, title: planTitle(call, plan) }))}
      periods={periodsFor(readable, known, filters.period)}
      mayMake={maySomewhere(me.person, 'report.make')}
      made={made.slice(0, mostMade)}
      moreMade={Math.max(0, made.length - mostMade)}
    />,
  )
}

async function countMaking(call: SignedInCall, plans: readonly ReportPlan[]): Promise<number> {
  const making = { ...noFilters, state: 'making' } as const
  const { found } = await findReports(call, plans, { filters: making, limit: counted, lookAt: counted })
  return found.length
}

/** What the visitor can have made, each for the newest period that has begun; before any has, for the first. */
function madeBy(call: SignedInCall, { plans, campaigns }: PlansAndCampaigns) {
  const { me, now } = call
  return plans
    .filter(({ unitId, isStopped }) => !isStopped && mayAt(me.person, me.tree, 'report.make', unitId))
    .flatMap((plan) => {
      const periods = planPeriods(plan, campaigns)
      const periodId = periods.findLast((id) => periodSpan(id).start <= now) ?? periods[0]
      return periodId ? [{ id: plan.id, title: planTitle(call, plan), periodId }] : []
    })
}

/** The periods to choose from, newest first; a span that was asked for is one of them. */
function periodsFor(
  plans: readonly ReportPlan[],
  { campaigns }: PlansAndCampaigns,
  asked: ReportPeriod | undefined,
): ReportPeriod[] {
  const periods = new Set<ReportPeriod>(plans.flatMap((plan) => planPeriods(plan, campaigns)))
  if (asked) periods.add(asked)
  return [...periods].sort((a, b) => (daysOf(a).end < daysOf(b).end ? 1 : -1))
}

const MakeFields = v.object({
  plan: ReportPlanId,
  period: ReportPeriod,
  /** With it, all periods from `period` to this one together. */
  to: v.optional(v.union([v.literal(''), PeriodId])),
  /** Of a plan with a report for each unit: only this one's. */
  unit: v.optional(v.union([v.literal(''), UnitId])),
})

type Asked = { readonly plan: ReportPlan; readonly period: ReportPeriod; readonly unit: UnitId | undefined }

async function asked(call: SignedInCall): Promise<Result<Asked, Problem>> {
  const { deps, me } = call
  const fields = v.safeParse(MakeFields, Object.fromEntries(await formFields(call.c)))
  if (!fields.success) return fail(problem.wrongShape(['plan', 'period', 'to', 'unit']))
  const { plans, campaigns } = await plansAndCampaigns(deps.table, me.organisationId)
  const plan = plans.find(({ id }) => id === fields.output.plan)
  const { period: from, to, unit } = fields.output
  const period = to ? spanTo(from, to) : from
  if (!period) return fail(problem.spanBackwards())
  return plan && isPeriodOf(plan, campaigns, period)
    ? ok({ plan, period, unit: unit || undefined })
    : fail(problem.reportUnknown())
}

function spanTo(from: ReportPeriod, to: PeriodId): ReportPeriod | undefined {
  const first = v.safeParse(PeriodId, from)
  return first.success ? spanOf(first.output, to) : undefined
}

/** Making reports is for those who may at the unit that the plan is about. */
export async function makeAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const found = await asked(call)
  return found.ok ? ok({ action: 'report.make', unitId: found.value.plan.unitId }) : found
}

/** The page that follows then mostly shows it ready. */
const untilReady = ({ deps, me }: SignedInCall, id: ReportId): Promise<boolean> =>
  waitUntil(deps, async () => {
    const found = await findReport(deps.table, me.organisationId, id)
    return found !== undefined && hasPdf(deps, found.report)
  })

/** Looked at for one that is being made already. */
const lately = 10

/** A press while the same report is being made waits for that one: people press twice when nothing seems to happen. */
async function underWay(
  call: SignedInCall,
  { id, unitId }: ReportPlan,
  period: ReportPeriod,
): Promise<Report | undefined> {
  const { reports } = await listReports(call.deps.table, call.me.organisationId, lately)
  for (const { report } of reports) {
    const isSame = report.planId === id && report.unitId === unitId && report.periodId === period
    const isFresh = Date.parse(call.now) - Date.parse(report.requestedAt) < stuckMs
    if (isSame && isFresh && !(await hasPdf(call.deps, report))) return report
  }
  return undefined
}

/** After this long a press asks anew: the schedule takes care of the old one. */
const stuckMs = 60_000

/** POST: asks for the report, or for one for each unit, and waits a little for the first. */
export async function makeReportNow(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const found = await asked(call)
  if (!found.ok) return refuse(call, found.problem)
  const { plan, period, unit } = found.value
  const units = (await unitsOf(deps, plan, period)).filter((id) => unit === undefined || id === unit)
  const reports = units.map((unitId) =>
    newReport({ ...plan, unitId }, { periodId: period, requestedAt: now, requestedBy: me.person.id }),
  )
  const [first, ...others] = reports
  if (!first) return refuse(call, problem.reportUnknown())
  const made = (await underWay(call, { ...plan, unitId: first.unitId }, period)) ?? first
  await askFor(deps, made === first ? reports : others)
  await untilReady(call, made.id)
  return c.redirect(path.reports(), 303)
}

/** Reading a report is for those who may at the unit that it is about. */
export async function reportAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const found = await reportAddress(call)
  return found.ok ? ok({ action: 'report.read', unitId: found.value.plan.unitId }) : found
}
