// Looks after the reports that are on their way: notes what is ready, keeps the files of what is issued, sends on what got stuck,
// and says so of what was tried often enough. A tick may come late, twice, or die at any point: each step is one conditional
// write, and what was begun is found by the next.

import * as Instant from 'temporal-polyfill/fns/Instant'
import type { OrganisationId, ReportId } from '../../shared/ids.ts'
import { jobTries, type ReportFailure } from '../../shared/report/failure.ts'
import type { DeliverJob } from '../deliver.ts'
import { findDrawing } from '../drawing.ts'
import { finishIssue } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import { owedOf } from '../owed-deliveries.ts'
import { closeJobs, findTry, listOpenJobs, noteResent, type OpenJob } from '../store/report-jobs.ts'
import { findPlan } from '../store/report-plans.ts'
import {
  findReport,
  goingOn,
  type Report,
  reportFolder,
  reportPdfKey,
  saveReport,
  type VersionedReport,
} from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

/**
 * A report that isn't ready after this long has lost its message (or is about to run twice, which does no harm); each time it
 * was sent on in vain doubles the wait.
 */
const stuckAfterMinutes = 2

/** A try that hasn't been heard of for so long was broken off: longer than the functions may run. */
const brokenOffAfterMinutes = { facts: 5, drawing: 3 }

/** An order whose report was never stored leads to nothing. */
const abandonedAfterMinutes = 15

/** As long as the dead-letter queues keep a message: until then its redrive may still make the report. */
const failedForMinutes = 14 * 24 * 60

/** Reports looked after at once: a thousand may be due in one minute. */
const atOnce = 8

/** The number of reports that moved. One that can't be looked after takes nothing from the others; then it throws. */
export async function lookAfterReports(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const open = [...(await listOpenJobs(deps.table, org))]
  const failures: unknown[] = []
  let moved = 0
  for (let start = 0; start < open.length; start += atOnce)
    await Promise.all(
      open.slice(start, start + atOnce).map(async ([id, jobs]) => {
        try {
          if (await lookAfter(deps, org, id, jobs)) moved += 1
        } catch (error) {
          log(logCode.tickFailed, { org, step: 'report', report: id }, error)
          failures.push(error)
        }
      }),
    )
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reports could not be looked after`)
  return moved
}

const minutesSince = (moment: string, now: string): number =>
  Instant.diffMinutes(Instant.fromString(moment), Instant.fromString(now))

async function lookAfter(
  deps: ScheduleDeps,
  org: OrganisationId,
  id: ReportId,
  jobs: readonly OpenJob[],
): Promise<boolean> {
  const [newest] = jobs
  const found = await findReport(deps.table, org, id)
  if (!newest) return false
  const age = minutesSince(newest.askedAt, deps.now())
  if (!found) {
    if (age >= abandonedAfterMinutes) await closeJobs(deps.table, org, jobs)
    return false
  }
  const { report } = found
  const isReady =
    report.issue && !report.issue.files
      ? (await finishIssue(deps, found)) === 'issued'
      : report.state === 'ready' || (await noteReady(deps, found))
  if (isReady) return deliver(deps, org, id, jobs)
  if (report.state === 'failed') {
    if (age >= failedForMinutes) await closeJobs(deps.table, org, jobs)
    return false
  }
  const going = await goingOf(deps, report)
  if (going.failure)
    return saveReport(deps.table, { ...report, state: 'failed', failure: going.failure }, found.version)
  if (going.isRunning || age < stuckAfterMinutes * 2 ** newest.resent) return false
  if (!(await noteResent(deps.table, org, newest))) return false
  await deps.reportQueue.send({ organisationId: org, reportId: id })
  return true
}

/** A report that is ready is looked after until all of it is delivered that its plan says. */
async function deliver(
  { table, reportQueue, now }: ScheduleDeps,
  org: OrganisationId,
  id: ReportId,
  jobs: readonly OpenJob[],
): Promise<boolean> {
  const found = await findReport(table, org, id)
  const plan = found && (await findPlan(table, org, found.report.planId))
  const owed = plan ? await owedOf(table, found.report, plan, now()) : []
  if (owed.length === 0) {
    await closeJobs(table, org, jobs)
    return true
  }
  if (!owed.some(({ dueAt }) => dueAt <= now())) return false
  await reportQueue.send({ organisationId: org, reportId: id, deliver: true } satisfies DeliverJob)
  return true
}

async function noteReady(deps: ScheduleDeps, { report, version }: VersionedReport): Promise<boolean> {
  const pdf = reportPdfKey(report)
  if (pdf === undefined || !(await deps.objects.exists(pdf))) return false
  return saveReport(deps.table, goingOn(report, 'ready'), version)
}

type Going = { readonly isRunning: boolean; readonly failure: ReportFailure | undefined }

/** How the last try goes: of its facts, or of its files. One that was broken off says nothing more, so it is known by its age. */
async function goingOf({ table, objects, now }: ScheduleDeps, report: Report): Promise<Going> {
  const folder = reportFolder(report)
  const drawing = folder === undefined ? undefined : await findDrawing(objects, folder)
  const noted = folder === undefined ? await findTry(table, report) : drawing
  if (!noted) return { isRunning: false, failure: undefined }
  const patience = folder === undefined ? brokenOffAfterMinutes.facts : brokenOffAfterMinutes.drawing
  const isRunning = noted.failure === undefined && minutesSince(noted.at, now()) < patience
  const brokenOff = folder === undefined ? 'report.job-broken-off' : 'report.drawing-broken-off'
  const { tries, at } = noted
  if (isRunning || tries < jobTries) return { isRunning, failure: undefined }
  return { isRunning, failure: { code: noted.failure ?? brokenOff, tries, at } }
}
