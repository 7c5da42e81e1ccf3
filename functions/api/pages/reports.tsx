// The report library: what there is, what is being made, and "make the report now".

import * as v from 'valibot'
import { PeriodId, ReportPlanId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type ReportLine, ReportsPage } from '../../../web/pages/reports.tsx'
import { findPlan, listPlans } from '../../store/campaigns.ts'
import { findPerson } from '../../store/organisation.ts'
import { insertReport, listReports, type Report, reportId, reportObjects } from '../../store/reports.ts'
import type { At } from '../access.ts'
import { reportAddress } from '../address.ts'
import { refuse } from '../problem-response.tsx'
import { pageContext, type SignedInVisit } from '../visit.ts'

const newest = 50

export async function showReports(visit: SignedInVisit): Promise<Response> {
  const { deps, c, me } = visit
  const plans = await listPlans(deps.table, me.organisationId)
  const readable = new Map(plans.filter(mayAtPlan(visit, 'report.read')).map((plan) => [plan.id, plan]))
  const { reports } = await listReports(deps.table, me.organisationId, newest)
  const lines = reports.flatMap(({ report }) => {
    const plan = readable.get(report.planId)
    return plan ? [lineOf(visit, report, plan)] : []
  })
  return c.html(
    <ReportsPage
      context={pageContext(visit)}
      reports={await Promise.all(lines)}
      plans={plans.filter(mayAtPlan(visit, 'report.make')).map((plan) => ({
        id: plan.id,
        title: plan.title,
        periodIds: plan.due.map(({ period }) => period).toReversed(),
      }))}
    />,
  )
}

const mayAtPlan =
  ({ me }: SignedInVisit, action: 'report.read' | 'report.make') =>
  (plan: ReportPlan): boolean =>
    mayAt(me.person, me.tree, action, plan.unitId)

async function lineOf({ deps, me }: SignedInVisit, report: Report, plan: ReportPlan): Promise<ReportLine> {
  const { requestedBy } = report
  const isReady = report.state === 'ready' || (await deps.objects.exists(reportObjects(report.id).pdf))
  const person = requestedBy === 'schedule' ? undefined : await findPerson(deps.table, me.organisationId, requestedBy)
  return {
    id: report.id,
    title: plan.title,
    periodId: report.periodId,
    requestedAt: report.requestedAt,
    requestedBy: requestedBy === 'schedule' ? { by: 'schedule' } : { by: 'person', name: person?.name ?? requestedBy },
    state: isReady ? 'ready' : report.state,
    pdfHref: path.reportPdf(report.id),
  }
}

const MakeFields = v.object({ plan: ReportPlanId, period: PeriodId })

async function asked(visit: SignedInVisit): Promise<Result<{ plan: ReportPlan; period: PeriodId }, Problem>> {
  const fields = v.safeParse(MakeFields, await visit.c.req.parseBody())
  if (!fields.success) return { ok: false, problem: problem.wrongShape(['plan', 'period']) }
  const plan = await findPlan(visit.deps.table, visit.me.organisationId, fields.output.plan)
  const hasPeriod = plan?.due.some(({ period }) => period === fields.output.period)
  if (!plan || !hasPeriod) return { ok: false, problem: problem.reportUnknown() }
  return ok({ plan, period: fields.output.period })
}

/** Making a report is for those who may at the unit that the plan is about. */
export async function makeAt(visit: SignedInVisit): Promise<Result<At, Problem>> {
  const found = await asked(visit)
  return found.ok ? ok({ action: 'report.make', unitId: found.value.plan.unitId }) : found
}

/** How long a press waits for its report, and how often it looks. A report takes two or three seconds. */
const patience = { looks: 20, everyMs: 500 }

/** The page that follows then mostly shows it ready, without a script and without reloading under the reader's eyes. */
async function untilReady({ objects, pause }: SignedInVisit['deps'], report: Report): Promise<void> {
  for (let looks = 0; looks < patience.looks; looks += 1) {
    await pause(patience.everyMs)
    if (await objects.exists(reportObjects(report.id).pdf)) return
  }
}

/** POST: asks for the report; two presses within a second ask for one. */
export async function makeReportNow(visit: SignedInVisit): Promise<Response> {
  const { deps, c, me, now } = visit
  const found = await asked(visit)
  if (!found.ok) return refuse(visit, found.problem)
  const { plan, period } = found.value
  const report: Report = {
    id: reportId(plan.id, period, now),
    organisationId: me.organisationId,
    planId: plan.id,
    periodId: period,
    requestedAt: now,
    requestedBy: me.person.id,
    state: 'requested',
    resent: 0,
  }
  await insertReport(deps.table, report)
  await deps.reportQueue.send({ organisationId: me.organisationId, reportId: report.id })
  await untilReady(deps, report)
  return c.redirect(path.reports(), 303)
}

/** Reading a report is for those who may at the unit that it is about. */
export async function reportAt(visit: SignedInVisit): Promise<Result<At, Problem>> {
  const found = await reportAddress(visit)
  return found.ok ? ok({ action: 'report.read', unitId: found.value.plan.unitId }) : found
}

/**
 * GET: the PDF as a download, through the function itself: the right to read is checked at the moment of reading, and no
 * link exists that could be passed on. A function answers with at most 6 MB, a report of some hundred pages.
 */
export async function sendReportPdf(visit: SignedInVisit): Promise<Response> {
  const { deps, c } = visit
  const found = await reportAddress(visit)
  if (!found.ok) return refuse(visit, found.problem)
  const { report } = found.value
  const pdf = await deps.objects.get(reportObjects(report.id).pdf)
  if (!pdf) return refuse(visit, problem.reportNotReady())
  return c.body(Buffer.from(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${report.planId}-${report.periodId}.pdf"`,
  })
}
