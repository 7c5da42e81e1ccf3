// The report library: what there is, what is being made, and "make the report now".

import * as v from 'valibot'
import { ReportId, ReportPlanId, type UnitId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { unitIn } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { isPeriodOf, planPeriods } from '../../../shared/report/campaign-plan.ts'
import { ReportPeriod } from '../../../shared/report/period.ts'
import { planAt, type ReportPlan } from '../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type ReportLine, ReportsPage } from '../../../web/pages/reports.tsx'
import { supersededBy } from '../../issuing.ts'
import { askFor, unitsOf } from '../../report-asking.ts'
import { progressOf } from '../../report-progress.ts'
import { findPersonName } from '../../store/people.ts'
import { plansAndCampaigns } from '../../store/report-plans.ts'
import { findReport, listReports, newReport, type Report, reportPdfKey, standingOf } from '../../store/reports.ts'
import type { At } from '../access.ts'
import { reportAddress } from '../address.ts'
import { formFields } from '../body.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { waitUntil } from '../waiting.ts'

/** Reports shown on one page. */
const pageSize = 20

export async function showReports(call: SignedInCall): Promise<Response> {
  const { deps, c, me } = call
  const { plans, campaigns } = await plansAndCampaigns(deps.table, me.organisationId)
  const before = v.safeParse(ReportId, c.req.query('before'))
  const page = await readablePage(call, plans, before.success ? before.output : undefined)
  return c.html(
    <ReportsPage
      context={pageContext(call)}
      reports={await Promise.all(page.reports.map((one) => lineOf(call, one)))}
      olderHref={page.older && path.reports(page.older)}
      plans={plans
        .filter(({ unitId, isStopped }) => !isStopped && mayAt(me.person, me.tree, 'report.make', unitId))
        .map((plan) => ({ plan, periods: planPeriods(plan, campaigns).toReversed() }))
        .filter(({ periods }) => periods.length > 0)
        .map(({ plan, periods }) => ({
          id: plan.id,
          title: planHere(call, plan, plan.unitId).title,
          periodIds: periods,
        }))}
    />,
  )
}

/** A plan as it is for a unit, by the unit's name of today. */
const planHere = ({ me }: SignedInCall, plan: ReportPlan, unitId: UnitId): ReportPlan => planAt(plan, unitId, me.tree)

/** `plan` as it is for the report's unit. */
type Readable = { readonly report: Report; readonly plan: ReportPlan; readonly isOfSeveral: boolean }

/** Reports that are looked at for some that the visitor may read. */
const lookedAtOnce = 100

/** The next reports that the visitor may read at the units that they are about; `older` where there may be more. */
async function readablePage(
  call: SignedInCall,
  plans: readonly ReportPlan[],
  before: ReportId | undefined,
): Promise<{ reports: Readable[]; older: ReportId | undefined }> {
  const { deps, me } = call
  const byId = new Map(plans.map((plan) => [plan.id, plan]))
  const reports: Readable[] = []
  let after = before
  do {
    const page = await listReports(deps.table, me.organisationId, lookedAtOnce, after)
    for (const { report } of page.reports) {
      const plan = byId.get(report.planId)
      if (plan && mayAt(me.person, me.tree, 'report.read', report.unitId))
        reports.push({
          report,
          plan: planHere(call, plan, report.unitId),
          isOfSeveral: plan.scope === 'children',
        })
      if (reports.length === pageSize) return { reports, older: report.id }
    }
    after = page.older
  } while (after !== undefined)
  return { reports, older: after }
}

async function hasPdf({ objects }: SignedInCall['deps'], report: Report): Promise<boolean> {
  const pdf = reportPdfKey(report)
  return pdf !== undefined && objects.exists(pdf)
}

async function lineOf(call: SignedInCall, { report, plan, isOfSeveral }: Readable): Promise<ReportLine> {
  const { deps, me } = call
  const { requestedBy } = report
  const superseded = report.issue?.files ? await supersededBy(deps, report) : undefined
  const name = requestedBy === 'schedule' ? undefined : await findPersonName(deps.table, me.organisationId, requestedBy)
  return {
    id: report.id,
    title: plan.title,
    unitName: isOfSeveral ? (unitIn(me.tree, report.unitId)?.name ?? report.unitId) : undefined,
    periodId: report.periodId,
    requestedAt: report.requestedAt,
    requestedBy: requestedBy === 'schedule' ? { by: 'schedule' } : { by: 'person', name: name ?? requestedBy },
    progress: await progressOf(deps, report),
    mayMake: mayAt(me.person, me.tree, 'report.make', report.unitId),
    standing: superseded ? 'superseded' : standingOf(report),
    issue: report.issue,
    superseded: superseded?.issue,
    pdfHref: path.reportPdf(report.id),
  }
}

const MakeFields = v.object({ plan: ReportPlanId, period: ReportPeriod })

async function asked(call: SignedInCall): Promise<Result<{ plan: ReportPlan; period: ReportPeriod }, Problem>> {
  const { deps, me } = call
  const fields = v.safeParse(MakeFields, Object.fromEntries(await formFields(call.c)))
  if (!fields.success) return fail(problem.wrongShape(['plan', 'period']))
  const { plans, campaigns } = await plansAndCampaigns(deps.table, me.organisationId)
  const plan = plans.find(({ id }) => id === fields.output.plan)
  const { period } = fields.output
  return plan && !plan.isStopped && isPeriodOf(plan, campaigns, period)
    ? ok({ plan, period })
    : fail(problem.reportUnknown())
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
  const { plan, period } = found.value
  const units = await unitsOf(deps, plan, period)
  const reports = units.map((unitId) =>
    newReport({ ...plan, unitId }, { periodId: period, requestedAt: now, requestedBy: me.person.id }),
  )
  const [first, ...others] = reports
  if (!first) return c.redirect(path.reports(), 303)
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
