// One report job: read the facts, compose, write the data, hand over to the renderer. A job may run twice, side by side
// or days apart; the first one to name its data in the report decides what the report says.

import * as v from 'valibot'
import { OrganisationId, ReportId } from '../../shared/ids.ts'
import { CannotMake, codeOf, jobTries, type ReportFailure } from '../../shared/report/failure.ts'
import { composeReport, type Tell } from '../compose-report.ts'
import { putGenerated } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import type { RenderJob } from '../report-files.ts'
import { beginTry } from '../store/report-jobs.ts'
import { findPlan } from '../store/report-plans.ts'
import {
  findReport,
  goingOn,
  type Report,
  reportFolder,
  revisionOf,
  saveReport,
  type VersionedReport,
} from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

/** The body of a message on the report queue. */
export const ReportJob = v.strictObject({ organisationId: OrganisationId, reportId: ReportId })
export type ReportJob = v.InferOutput<typeof ReportJob>

/** Throws where the report, its plan or its campaigns don't exist: the queue tries again and then sets the job aside. */
export async function makeReport(deps: ScheduleDeps, job: ReportJob): Promise<void> {
  const found = await findReport(deps.table, job.organisationId, job.reportId)
  if (!found) throw new Error(`No report ${job.reportId}`)
  if (found.report.state === 'ready') return
  const folder = reportFolder(found.report) ?? (await tried(deps, found))
  await deps.renderQueue.send({ folder } satisfies RenderJob)
}

/** Writes no more often than this how far it is: most reports take less. */
const tellEveryMs = 1_000

/** One try, counted. The last that is left to it says of the report that it failed; another message may still make it. */
async function tried(deps: ScheduleDeps, found: VersionedReport): Promise<string> {
  const { report } = found
  const { tries, note } = await beginTry(deps.table, report, deps.now())
  let told = Date.parse(deps.now())
  const tell: Tell = async (change) => {
    const now = deps.now()
    if (Date.parse(now) - told < tellEveryMs) return
    told = Date.parse(now)
    await note(change, now)
  }
  try {
    return await writeData(deps, found, tell)
  } catch (error) {
    const failure = { code: codeOf(error), tries, at: deps.now() }
    await note({ failure: failure.code }, failure.at)
    if (tries >= jobTries) await noteFailure(deps, report, failure)
    throw error
  }
}

/** Not where somebody has changed the report, or another try has composed it. */
async function noteFailure({ table }: ScheduleDeps, of: Report, failure: ReportFailure): Promise<void> {
  const now = await findReport(table, of.organisationId, of.id)
  if (!now || now.report.content !== null || revisionOf(now.report) !== revisionOf(of)) return
  // Where it is refused, whoever was quicker knows better; else the schedule says it from the try that was noted.
  await saveReport(table, { ...now.report, state: 'failed', failure }, now.version)
}

/**
 * Composes, writes the data under their own hash, with what the office has edited laid over them, and names them in the report:
 * the first job to do so decides.
 */
async function writeData(deps: ScheduleDeps, { report, version }: VersionedReport, tell: Tell): Promise<string> {
  const plan = await findPlan(deps.table, report.organisationId, report.planId)
  if (!plan) throw new CannotMake('report.plan-gone', `No report plan ${report.planId}`)
  const named = await putGenerated(deps, report, await composeReport(deps, plan, report, tell))
  const composed: Report = { ...goingOn(report, 'composed'), ...named }
  const folder = reportFolder(composed)
  if (folder === undefined) throw new Error('A composed report has a folder')
  if (await saveReport(deps.table, composed, version)) {
    log(logCode.reportComposed, { report: report.id })
    return folder
  }
  const again = await findReport(deps.table, report.organisationId, report.id)
  if (!again) throw new Error(`No report ${report.id}`)
  return reportFolder(again.report) ?? (await writeData(deps, again, tell))
}
