// The fields about a campaign's own report: read into its rule, and back.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { templatesFor } from '../../../../shared/report/campaign-plan.ts'
import type { ReportRule } from '../../../../shared/report/rule.ts'
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

/** What the fields make of the campaign's report; undefined: none, or a fault. */
export function readReport(
  { now }: SignedInCall,
  campaign: PreparedCampaign,
  fields: URLSearchParams,
  faults: Faults,
): ReportRule | undefined {
  const { report: before, kind, state } = campaign
  const chosen = fields.get('reportTemplate') ?? 'none'
  // Of a report that may have been made the rule stays: who may read it follows from there.
  if (chosen === 'none') return before && state !== 'draft' ? { ...before, isStopped: true } : undefined
  const template = faults.one(fields, 'reportTemplate', templatesFor(kind))
  const frame = readFrame(fields, faults)
  const schedule = readSchedule(fields, faults)
  if (!template || !frame || !schedule) return undefined
  const isSameDates = before && !before.isStopped && isSameSchedule(before.schedule, schedule)
  return { template, ...frame, schedule, since: isSameDates ? before.since : now }
}
