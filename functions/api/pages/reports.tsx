// The report library: what there is, what is being made, and "make the report now".

import * as v from 'valibot'
import { PeriodId, ReportId, ReportPlanId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type ReportLine, ReportsPage } from '../../../web/pages/reports.tsx'
import { supersededBy } from '../../issuing.ts'
import { progressOf } from '../../report-progress.ts'
import { findPlan, listPlans } from '../../store/campaigns.ts'
import { findPersonName } from '../../store/people.ts'
import { openJob } from '../../store/report-jobs.ts'
import {
  findReport,
  insertReport,
  listReports,
  newReport,
  type Report,
  reportPdfKey,
  standingOf,
} from '../../store/reports.ts'
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
  const plans = await listPlans(deps.table, me.organisationId)
  const readable = new Map(plans.filter(mayAtPlan(call, 'report.read')).map((plan) => [plan.id, plan]))
  const before = v.safeParse(ReportId, c.req.query('before'))
  const page = await readablePage(call, readable, before.success ? before.output : undefined)
  return c.html(
    <ReportsPage
      context={pageContext(call)}
      reports={await Promise.all(page.reports.map(({ report, plan }) => lineOf(call, report, plan)))}
      olderHref={page.older && path.reports(page.older)}
      plans={plans
        .filter(isMade)
        .filter(mayAtPlan(call, 'report.make'))
        .map((plan) => ({
          id: plan.id,
          title: plan.title,
          periodIds: plan.due.map(({ period }) => period).toReversed(),
        }))}
    />,
  )
}

/** A plan that was stopped only keeps its reports readable. */
const isMade = ({ due }: ReportPlan): boolean => due.length > 0

type Readable = { readonly report: Report; readonly plan: ReportPlan }

/** The next reports that the visitor may read; `older` where there may be more. */
async function readablePage(
  { deps, me }: SignedInCall,
  plans: ReadonlyMap<ReportPlan['id'], ReportPlan>,
  before: ReportId | undefined,
): Promise<{ reports: Readable[]; older: ReportId | undefined }> {
  const reports: Readable[] = []
  let after = before
  do {
    const page = await listReports(deps.table, me.organisationId, pageSize, after)
    for (const { report } of page.reports) {
      const plan = plans.get(report.planId)
      if (plan) reports.push({ report, plan })
    }
    after = page.older
  } while (after !== undefined && reports.length < pageSize)
  return { reports, older: after }
}

const mayAtPlan =
  ({ me }: SignedInCall, action: 'report.read' | 'report.make') =>
  (plan: ReportPlan): boolean =>
    mayAt(me.person, me.tree, action, plan.unitId)

async function hasPdf({ objects }: SignedInCall['deps'], report: Report): Promise<boolean> {
  const pdf = reportPdfKey(report)
  return pdf !== undefined && objects.exists(pdf)
}

async function lineOf(call: SignedInCall, report: Report, plan: ReportPlan): Promise<ReportLine> {
  const { deps, me } = call
  const { requestedBy } = report
  const superseded = report.issue?.files ? await supersededBy(deps, report) : undefined
  const name = requestedBy === 'schedule' ? undefined : await findPersonName(deps.table, me.organisationId, requestedBy)
  return {
    id: report.id,
    title: plan.title,
    periodId: report.periodId,
    requestedAt: report.requestedAt,
    requestedBy: requestedBy === 'schedule' ? { by: 'schedule' } : { by: 'person', name: name ?? requestedBy },
    progress: await progressOf(deps, report),
    mayMake: mayAtPlan(call, 'report.make')(plan),
    standing: superseded ? 'superseded' : standingOf(report),
    issue: report.issue,
    superseded: superseded?.issue,
    pdfHref: path.reportPdf(report.id),
  }
}

const MakeFields = v.object({ plan: ReportPlanId, period: PeriodId })

async function asked(call: SignedInCall): Promise<Result<{ plan: ReportPlan; period: PeriodId }, Problem>> {
  const fields = v.safeParse(MakeFields, Object.fromEntries(await formFields(call.c)))
  if (!fields.success) return { ok: false, problem: problem.wrongShape(['plan', 'period']) }
  const plan = await findPlan(call.deps.table, call.me.organisationId, fields.output.plan)
  const hasPeriod = plan?.due.some(({ period }) => period === fields.output.period)
  if (!plan || !hasPeriod) return { ok: false, problem: problem.reportUnknown() }
  return ok({ plan, period: fields.output.period })
}

/** Making a report is for those who may at the unit that the plan is about. */
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
async function underWay(call: SignedInCall, plan: ReportPlan, period: PeriodId): Promise<Report | undefined> {
  const { reports } = await listReports(call.deps.table, call.me.organisationId, lately)
  for (const { report } of reports) {
    const isSame = report.planId === plan.id && report.periodId === period
    const isFresh = Date.parse(call.now) - Date.parse(report.requestedAt) < stuckMs
    if (isSame && isFresh && !(await hasPdf(call.deps, report))) return report
  }
  return undefined
}

/** After this long a press asks anew: the schedule takes care of the old one. */
const stuckMs = 60_000

/** POST: asks for the report and waits a little for it. */
export async function makeReportNow(call: SignedInCall): Promise<Response> {
  const { deps, c, me, now } = call
  const found = await asked(call)
  if (!found.ok) return refuse(call, found.problem)
  const { plan, period } = found.value
  const { organisationId } = me
  const by = { organisationId, planId: plan.id, periodId: period, requestedAt: now, requestedBy: me.person.id }
  const report = (await underWay(call, plan, period)) ?? newReport(by)
  if (!(await findReport(deps.table, organisationId, report.id))) {
    await openJob(deps.table, report, now)
    if (await insertReport(deps.table, report)) await deps.reportQueue.send({ organisationId, reportId: report.id })
  }
  await untilReady(call, report.id)
  return c.redirect(path.reports(), 303)
}

/** Reading a report is for those who may at the unit that it is about. */
export async function reportAt(call: SignedInCall): Promise<Result<At, Problem>> {
  const found = await reportAddress(call)
  return found.ok ? ok({ action: 'report.read', unitId: found.value.plan.unitId }) : found
}
