// Reports on their way: those that the schedule looks after until they are ready and delivered, and how the last try of each went.
// The try lies beside the report, not in it: whoever edits a report never meets a job that only says how far it is.

import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { type OrganisationId, ReportId } from '../../shared/ids.ts'
import { FailureCode } from '../../shared/report/failure.ts'
import { key, partition } from './keys.ts'
import { type Report, revisionOf } from './reports.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

/** A report to be looked after. Each order has an item of its own: ending one never ends another that has just begun. */
export type OpenJob = {
  readonly reportId: ReportId
  readonly order: string
  /** ISO 8601, UTC. */
  readonly askedAt: string
  /** How often its message was sent on, because it was not ready when it should have been. */
  readonly resent: number
  readonly version: number
}

type Named = Pick<Report, 'organisationId' | 'id'>

/** Before the report is stored or changed: whoever dies in between leaves an order that leads to nothing, and ends by itself. */
export async function openJob(table: Table, { organisationId, id }: Named, now: string): Promise<void> {
  const place = key.openJob(organisationId, id, randomUUID())
  await table.insert({ ...place, askedAt: now, resent: 0, version: 1 })
}

function jobIn(item: Item): OpenJob {
  const [id, order = ''] = item.sk.split('#')
  return {
    reportId: v.parse(ReportId, id),
    order,
    askedAt: textOf(item, 'askedAt'),
    resent: numberOf(item, 'resent'),
    version: numberOf(item, 'version'),
  }
}

/** The open jobs by report, the oldest report first; of each the newest order first. */
export async function listOpenJobs(table: Table, org: OrganisationId): Promise<ReadonlyMap<ReportId, OpenJob[]>> {
  const found = new Map<ReportId, OpenJob[]>()
  for (const job of (await queryAll(table, partition.openJobs(org))).map(jobIn))
    found.set(job.reportId, [...(found.get(job.reportId) ?? []), job])
  for (const jobs of found.values()) jobs.sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
  return found
}

/** False where somebody else has just noted it. */
export const noteResent = (table: Table, org: OrganisationId, job: OpenJob): Promise<boolean> =>
  table.replace(
    {
      ...key.openJob(org, job.reportId, job.order),
      askedAt: job.askedAt,
      resent: job.resent + 1,
      version: job.version + 1,
    },
    job.version,
  )

export async function closeJobs(table: Table, org: OrganisationId, jobs: readonly OpenJob[]): Promise<void> {
  for (const { reportId, order } of jobs) await table.remove(key.openJob(org, reportId, order))
}

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const ReportTry = v.strictObject({
  /** What the report stood at: a change of it begins to count anew. */
  revision: Whole,
  /** With this one. */
  tries: Whole,
  /** When it began, or was last heard of; ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  step: v.picklist(['facts', 'composing']),
  /** Campaigns whose facts are read, of how many; 0 of 0 until that is known. */
  done: Whole,
  of: Whole,
  failure: v.optional(FailureCode),
})
export type ReportTry = v.InferOutput<typeof ReportTry>

type StoredTry = { readonly noted: ReportTry | undefined; readonly version: number }

async function readTry(table: Table, { organisationId, id }: Named): Promise<StoredTry> {
  const item = await table.get(key.reportTry(organisationId, id))
  return { noted: item && v.parse(ReportTry, JSON.parse(textOf(item, 'body'))), version: numberOf(item, 'version') }
}

/** The last try of a report as it stands now; undefined where none has begun. */
export async function findTry(table: Table, report: Report): Promise<ReportTry | undefined> {
  const { noted } = await readTry(table, report)
  return noted?.revision === revisionOf(report) ? noted : undefined
}

/** A try that is being noted. Where another one of the same report goes on noting, this one falls silent. */
export type RunningTry = {
  readonly tries: number
  readonly note: (change: Partial<Pick<ReportTry, 'step' | 'done' | 'of' | 'failure'>>, now: string) => Promise<void>
}

/** Counts a try. Two at once are two. */
export async function beginTry(table: Table, report: Report, now: string): Promise<RunningTry> {
  const place = key.reportTry(report.organisationId, report.id)
  const revision = revisionOf(report)
  const before = await readTry(table, report)
  let version = before.version
  let noted: ReportTry = {
    revision,
    tries: before.noted?.revision === revision ? before.noted.tries + 1 : 1,
    at: now,
    step: 'facts',
    done: 0,
    of: 0,
  }
  const write = async (next: ReportTry): Promise<boolean> => {
    if (!(await table.replace({ ...place, body: JSON.stringify(next), version: version + 1 }, version))) return false
    version += 1
    noted = next
    return true
  }
  if (!(await write(noted))) return beginTry(table, report, now)
  return {
    tries: noted.tries,
    note: async (change, at) => {
      await write({ ...noted, ...change, at })
    },
  }
}
