// Reports: which were asked for, when and by whom, and how far each one is. What they say lies in the object store
// (reportObjects); a report's id names both, and a job for it may run any number of times.

import * as v from 'valibot'
import { OrganisationId, PeriodId, PersonId, ReportId, ReportPlanId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

/** requested: asked for · composed: its data are written and handed to the renderer · ready: its PDF was seen. */
const ReportState = v.picklist(['requested', 'composed', 'ready'])

export const Report = v.strictObject({
  id: ReportId,
  organisationId: OrganisationId,
  planId: ReportPlanId,
  periodId: PeriodId,
  requestedAt: v.pipe(v.string(), v.isoTimestamp()),
  requestedBy: v.union([v.literal('schedule'), PersonId]),
  state: ReportState,
  /** How often its job was sent on after the first time, because it was not ready when it should have been. */
  resent: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type Report = v.InferOutput<typeof Report>
export type VersionedReport = { readonly report: Report; readonly version: number }

/** Where a report's files lie in the object store. */
export const reportObjects = (id: ReportId) => ({
  data: `reports/${id}/report.json`,
  pdf: `reports/${id}/report.pdf`,
})

const compact = (iso: string) => iso.replace(/\.\d+/, '').replace(/[^0-9TZ]/g, '')

/**
 * The id of a plan's report for a period at a moment. It begins with the moment, so that reports sort by time; the same
 * due moment always gives the same id, so that two ticks ask for one report.
 */
export const reportId = (planId: ReportPlanId, periodId: PeriodId, at: string): ReportId =>
  v.parse(ReportId, `${compact(new Date(at).toISOString())}-${planId}-${periodId}`)

const versioned = (item: Parameters<typeof textOf>[0]): VersionedReport => ({
  report: v.parse(Report, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

const toItem = (report: Report, version: number) => ({
  ...key.report(report.organisationId, report.id),
  body: JSON.stringify(report),
  version,
})

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
  return { reports: page.items.map(versioned), older: page.next as ReportId | undefined }
}
