// One report job: read the facts, compose, write the data, hand over to the renderer. A job may run twice, side by side
// or days apart; the first one to name its data in the report decides what the report says.

import * as v from 'valibot'
import { OrganisationId, ReportId } from '../../shared/ids.ts'
import { composeReport } from '../compose-report.ts'
import { putGenerated } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import type { RenderJob } from '../report-files.ts'
import { findPlan } from '../store/campaigns.ts'
import { findReport, type Report, reportFolder, saveReport, type VersionedReport } from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

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
