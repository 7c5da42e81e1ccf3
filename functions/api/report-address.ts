// The report that an address names. Apart from other addresses, so that only pages about reports load it.

import { ReportId } from '../../shared/ids.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { planAt, type ReportPlan } from '../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findPlan } from '../store/report-plans.ts'
import { findReport, type Report } from '../store/reports.ts'
import { param } from './address.ts'
import type { SignedInCall } from './call.ts'

/** /reports/:report, with the plan that says what it is of, as it is for the report's unit. */
export async function reportAddress({
  deps,
  c,
  me,
}: SignedInCall): Promise<Result<{ report: Report; version: number; plan: ReportPlan }, Problem>> {
  const id = param(c, 'report', ReportId)
  const found = id && (await findReport(deps.table, me.organisationId, id))
  const plan = found && (await findPlan(deps.table, me.organisationId, found.report.planId))
  if (!plan) return fail(problem.reportUnknown())
  const { unitId } = found.report
  return ok({ ...found, plan: planAt(plan, unitId, me.tree) })
}
