// The plan that an address names, and who may look after it: whoever may make reports at its unit.

import * as v from 'valibot'
import { ReportPlanId } from '../../../../shared/ids.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { campaignOfPlan } from '../../../../shared/report/campaign-plan.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { findPlan, findStoredPlan, type VersionedPlan } from '../../../store/report-plans.ts'
import type { At } from '../../access.ts'
import type { SignedInCall } from '../../call.ts'

const planParam = ({ c }: SignedInCall): ReportPlanId | undefined => {
  const read = v.safeParse(ReportPlanId, c.req.param('plan'))
  return read.success ? read.output : undefined
}

/** A plan that is stored by itself, or that of a campaign's own report. */
export async function foundPlan(call: SignedInCall): Promise<Result<ReportPlan, Problem>> {
  const { deps, me } = call
  const id = planParam(call)
  const plan = id && (await findPlan(deps.table, me.organisationId, id))
  return plan ? ok(plan) : fail(problem.reportPlanUnknown())
}

/** A plan that can be changed on this desk. */
export async function foundStored(call: SignedInCall): Promise<Result<VersionedPlan, Problem>> {
  const { deps, me } = call
  const id = planParam(call)
  if (id && campaignOfPlan(id) !== undefined) return fail(problem.reportPlanOfCampaign())
  const found = id && (await findStoredPlan(deps.table, me.organisationId, id))
  return found ? ok(found) : fail(problem.reportPlanUnknown())
}

export async function planNeeds(call: SignedInCall): Promise<Result<At, Problem>> {
  const found = await foundPlan(call)
  return found.ok ? ok({ action: 'report.make', unitId: found.value.unitId }) : found
}
