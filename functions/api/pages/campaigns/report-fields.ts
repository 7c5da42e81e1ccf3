// The fields about a campaign's own report: read into its rule, and back.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import type { ReportRule } from '../../../../shared/report/rule.ts'
import type { ReportTemplate } from '../../../../shared/report/template.ts'
import type { SignedInCall } from '../../call.ts'
import { isSameSchedule, readSchedule, scheduleFieldsOf } from '../schedule-fields.ts'
import { frameFieldsOf, readFrame } from './report-frame.ts'
import type { Faults } from './step.ts'

/** The fields as the campaign stands. */
export function reportFieldsOf(call: SignedInCall, { report, unitId }: PreparedCampaign): Record<string, string> {
  return {
    reportTemplate: report && !report.isStopped ? report.template : 'none',
    ...frameFieldsOf(call, report, unitId),
    ...scheduleFieldsOf(report?.schedule),
  }
}

/** What the fields make of the campaign's report; undefined: none, or a fault. `templates`: those that fit the campaign. */
export function readReport(
  { now }: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
  faults: Faults,
  templates: readonly ReportTemplate[],
): ReportRule | undefined {
  const { report: before, state } = campaign
  const chosen = fields.get('reportTemplate') ?? 'none'
  // Of a report that may have been made the rule stays: who may read it follows from there.
  if (chosen === 'none') return before && state !== 'draft' ? { ...before, isStopped: true } : undefined
  const template = faults.one(
    fields,
    'reportTemplate',
    templates.map(({ id }) => id),
  )
  const role = templates.find(({ id }) => id === template)?.roles[0]?.key
  const frame = readFrame(fields, faults)
  const schedule = readSchedule(fields, faults)
  if (!template || !role || !frame || !schedule) return undefined
  const isSameDates = before && !before.isStopped && isSameSchedule(before.schedule, schedule)
  return {
    template,
    role,
    ...frame,
    schedule,
    since: isSameDates ? before.since : now,
    // To whom it is brought is set on a page of its own.
    ...(before?.delivery ? { delivery: before.delivery } : {}),
  }
}
