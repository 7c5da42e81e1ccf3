// Reports: which were asked for, when and by whom, and how far each one is. What a report says lies in the object store
// under the SHA-256 of its data, which the report names: two jobs for one report may both write, the report names one.

import * as v from 'valibot'
import { OrganisationId, PersonId, ReportId, ReportPlanId, UnitId } from '../../shared/ids.ts'
import { Edits, hasEdits, noEdits } from '../../shared/report/edits.ts'
import { ReportFailure } from '../../shared/report/failure.ts'
import { ReportIssue } from '../../shared/report/issue.ts'
import { ReportPeriod } from '../../shared/report/period.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { reportFiles } from '../report-files.ts'
import { key, partition } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

/**
 * requested: asked for · composed: its data are written and handed to the renderer · ready: its PDF was seen · failed: it was
 * tried often enough, and waits for a person; of one that has content, drawing failed.
 */
const ReportState = v.picklist(['requested', 'composed', 'ready', 'failed'])

const ContentHash = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

export const Report = v.strictObject({
  id: ReportId,
  organisationId: OrganisationId,
  planId: ReportPlanId,
  /** What the report is about, and where one must hold a role to read it. */
  unitId: UnitId,
  periodId: ReportPeriod,
  requestedAt: v.pipe(v.string(), v.isoTimestamp()),
  requestedBy: v.union([v.literal('schedule'), PersonId]),
  state: ReportState,
  /** Why, while its state is failed. */
  failure: v.optional(ReportFailure),
  /** SHA-256 of the report's data as they are shown, base64url; null until it is composed, and while it is made again. */
  content: v.nullable(ContentHash),
  /** The same of what was generated, where the office has edited it or it is issued: edits are laid over that. */
  generated: v.optional(ContentHash),
  /** What the office has changed. `revision` rises with each change of it, and whenever the report is made again. */
  edits: v.optional(Edits),
  revision: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  /** From the moment that somebody issues it: nothing else of it changes any more. */
  issue: v.optional(ReportIssue),
  /** The issued report that this one is to take the place of. */
  corrects: v.optional(ReportId),
})
export type Report = v.InferOutput<typeof Report>
export type VersionedReport = { readonly report: Report; readonly version: number }

/** The folder of a report's files in the object store; undefined until the report is composed. */
export const reportFolder = ({ organisationId, id, content }: Report): string | undefined =>
  content === null ? undefined : `reports/${organisationId}/${id}/${content}`

/** A report that goes on: whatever it failed for is over. */
export function goingOn({ failure: _, ...report }: Report, state: 'requested' | 'composed' | 'ready'): Report {
  return { ...report, state }
}

/** What stands beside a report's states: how many changes it has seen, and what the office has written in it. */
export const revisionOf = ({ revision = 0 }: Report): number => revision
export const editsOf = ({ edits = noEdits }: Report): Edits => edits

/** What a reader is told of a report that is there. issuing: its files are being drawn and kept. */
export type Standing = 'draft' | 'edited' | 'issuing' | 'issued' | 'withdrawn'
export function standingOf({ issue, edits = noEdits }: Report): Standing {
  if (issue) return issue.withdrawn ? 'withdrawn' : issue.files ? 'issued' : 'issuing'
  return hasEdits(edits) ? 'edited' : 'draft'
}

/** The PDF's key; undefined until the report is composed. */
export function reportPdfKey(report: Report): string | undefined {
  const folder = reportFolder(report)
  return folder === undefined ? undefined : reportFiles(folder).pdf
}

const compact = (iso: string) => iso.replace(/\.\d+/, '').replace(/[^0-9TZ]/g, '')

type Of = Pick<ReportPlan, 'id' | 'organisationId' | 'unitId' | 'scope'>
type Asked = Pick<Report, 'periodId' | 'requestedAt' | 'requestedBy'>

/** Begins with the moment, so that reports sort by time; names the unit where a plan has a report for each of several. */
const reportId = ({ id, unitId, scope }: Of, { periodId, requestedAt }: Asked): ReportId =>
  v.parse(
    ReportId,
    [
      `${compact(new Date(requestedAt).toISOString())}-${id}-${periodId.replace('..', '_')}`,
      ...(scope === 'children' ? [unitId] : []),
    ].join('__'),
  )

const versioned = (item: Parameters<typeof textOf>[0]): VersionedReport => ({
  report: v.parse(Report, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

const toItem = (report: Report, version: number) => ({
  ...key.report(report.organisationId, report.id),
  body: JSON.stringify(report),
  version,
})

/** A new report of a plan, not stored yet; `plan` as it is for the report's unit (planAt). */
export const newReport = (plan: Of, asked: Asked): Report => ({
  id: reportId(plan, asked),
  organisationId: plan.organisationId,
  planId: plan.id,
  unitId: plan.unitId,
  ...asked,
  state: 'requested',
  content: null,
})

/** A draft that is to take the place of an issued report, with what was edited in that one; not stored yet. */
export function newCorrection(plan: Of, replaced: Report, asked: Omit<Asked, 'periodId'>): Report {
  const { periodId, edits } = replaced
  const draft = newReport(plan, { periodId, ...asked })
  // What is made anew in the same second has an id without this ending.
  return { ...draft, id: v.parse(ReportId, `${draft.id}-c`), corrects: replaced.id, ...(edits ? { edits } : {}) }
}

/** Stores a new report; false where it was asked for before. */
export const insertReport = (table: Table, report: Report): Promise<boolean> => table.insert(toItem(report, 1))

export async function findReport(
  table: Table,
  org: OrganisationId,
  id: ReportId,
): Promise<VersionedReport | undefined> {
  const item = await table.get(key.report(org, id))
  return item && versioned(item)
}

/** Writes a report if it is still the version that was read; false, and nothing written, otherwise. */
export const saveReport = (table: Table, report: Report, replaces: number): Promise<boolean> =>
  table.replace(toItem(report, replaces + 1), replaces)

/** The newest reports, at most `limit`. `before`: the id after which older ones follow. */
export async function listReports(
  table: Table,
  org: OrganisationId,
  limit: number,
  before?: ReportId,
): Promise<{ reports: VersionedReport[]; older: ReportId | undefined }> {
  const page = await table.query(partition.reports(org), {
    limit,
    backwards: true,
    ...(before === undefined ? {} : { after: before }),
  })
  return {
    reports: page.items.map(versioned),
    older: page.next === undefined ? undefined : v.parse(ReportId, page.next),
  }
}
