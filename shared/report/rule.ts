// The report that a campaign carries with it: a template that fits its kind, how the document reads, and when it is made.
// It is part of the campaign, so that it is edited, copied and versioned with it; campaign-plan.ts makes a plan of it.

import * as v from 'valibot'
import { Delivery } from './delivery.ts'
import { ReportFrame } from './plan.ts'
import { ReportSchedule } from './schedule.ts'
import { RoleKey, TemplateId } from './template-id.ts'

export const ReportRule = v.strictObject({
  /** One with a single role (templatesFor), and the role that the campaign plays in it. */
  template: TemplateId,
  role: RoleKey,
  ...ReportFrame.entries,
  schedule: ReportSchedule,
  /** When the schedule was set: what was due before is not made by itself. */
  since: v.pipe(v.string(), v.isoTimestamp()),
  /** To whom its reports are brought; nobody where it isn't set. */
  delivery: v.optional(Delivery),
  /** No report is made any more; those that were made stay readable. */
  isStopped: v.optional(v.literal(true)),
})
export type ReportRule = v.InferOutput<typeof ReportRule>
