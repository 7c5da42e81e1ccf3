// One report job: read the facts, compose, write the data, hand over to the renderer. A job may run twice, side by side
// or days apart; the first one to name its data in the report decides what the report says.

import * as v from 'valibot'
import { placementDay } from '../../shared/campaign/placement.ts'
import { OrganisationId, ReportId } from '../../shared/ids.ts'
import { unitIn } from '../../shared/organisation/unit.ts'
import { compose } from '../../shared/report/compose.ts'
import type { ReportDocument } from '../../shared/report/document.ts'
import { planAt, type ReportPlan } from '../../shared/report/plan.ts'
import { shippedTemplate } from '../../shared/report/templates/shipped.ts'
import { putGenerated } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import type { RenderJob } from '../report-files.ts'
import { findPlan } from '../store/report-plans.ts'
import { findReport, type Report, reportFolder, saveReport, type VersionedReport } from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'
import { reportFacts } from './report-facts.ts'
import { reportScope } from './report-scope.ts'

/** The body of a message on the report queue. */
export const ReportJob = v.strictObject({ organisationId: OrganisationId, reportId: ReportId })
export type ReportJob = v.InferOutput<typeof ReportJob>

/** Throws where the report, its plan or its campaigns don't exist: the queue tries again and then sets the job aside. */
export async function makeReport(deps: ScheduleDeps, job: ReportJob): Promise<void> {
  const found = await findReport(deps.table, job.organisationId, job.reportId)
  if (!found) throw new Error(`No report ${job.reportId}`)
  const folder = reportFolder(found.report) ?? (await writeData(deps, found))
  await deps.renderQueue.send({ folder } satisfies RenderJob)
}

/**
 * Composes, writes the data under their own hash, with what the office has edited laid over them, and names them in the report:
 * the first job to do so decides.
 */
async function writeData(deps: ScheduleDeps, { report, version }: VersionedReport): Promise<string> {
  const plan = await findPlan(deps.table, report.organisationId, report.planId)
  if (!plan) throw new Error(`No report plan ${report.planId}`)
  const named = await putGenerated(deps, report, await composeReport(deps, plan, report))
  const composed: Report = { ...report, state: 'composed', ...named }
  const folder = reportFolder(composed)
  if (folder === undefined) throw new Error('A composed report has a folder')
  if (await saveReport(deps.table, composed, version)) {
    log(logCode.reportComposed, { report: report.id })
    return folder
  }
  const again = await findReport(deps.table, report.organisationId, report.id)
  if (!again) throw new Error(`No report ${report.id}`)
  return reportFolder(again.report) ?? (await writeData(deps, again))
}

type ComposingDeps = Pick<ScheduleDeps, 'table' | 'directory' | 'publicUrl' | 'now'>

/** What a plan's report of a period says now; folds what is due. Throws where its campaigns have no such period. */
export async function composeReport(
  deps: ComposingDeps,
  planned: ReportPlan,
  report: Pick<Report, 'id' | 'organisationId' | 'unitId' | 'periodId'>,
): Promise<ReportDocument> {
  const asOf = deps.now()
  const directed = await deps.directory.organisation(report.organisationId, asOf)
  const { organisation, today, treeOn } = directed
  const tree = treeOn(placementDay(report.periodId, today))
  const { timeZone, daysOff } = organisation
  const plan = planAt(planned, report.unitId, unitIn(tree, report.unitId)?.name ?? report.unitId)
  const template = shippedTemplate(plan.template)
  if (!template) throw new Error(`No report template ${plan.template}`)
  const period = report.periodId
  const scope = reportScope(tree, plan.unitId)
  const facts = await reportFacts({ deps, organisation: directed, scope, period, asOf }, template, plan)
  return compose({
    id: report.id,
    plan,
    template,
    period,
    asOf,
    timeZone,
    daysOff,
    tree,
    publicUrl: deps.publicUrl,
    facts,
  })
}
