// When a plan's reports are due, and for which units.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { dueMoments } from '../../../../shared/report/campaign-plan.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { reportUnits } from '../../../../shared/report/scope.ts'
import type { PlanDates } from '../../../../web/pages/report-plans/dates.tsx'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import type { SignedInCall } from '../../call.ts'
import type { Dated } from './fields.ts'

/** The units that would have a report of their own today; of one report for the whole, its unit. */
export async function unitsNow({ deps, me }: SignedInCall, plan: Dated): Promise<UnitId[]> {
  if (plan.scope === 'whole') return [plan.unitId]
  const ids = [...new Set(Object.values(plan.campaigns))]
  const asked = await Promise.all(ids.map((id) => listCampaignUnits(deps.table, id)))
  return reportUnits(
    me.tree,
    plan,
    asked.flat().map(({ unitId }) => unitId),
  )
}

/** The dates that lie ahead; `since`: what was due before is not made by itself. */
export async function datesOf(
  call: SignedInCall,
  plan: Dated & Partial<Pick<ReportPlan, 'since' | 'isStopped'>>,
  campaigns: readonly Campaign[],
): Promise<PlanDates> {
  const due = dueMoments(plan, campaigns, call.me.organisation)
  const after = (moment: string) => due.filter(({ dueAt }) => Date.parse(dueAt) > Date.parse(moment))
  return {
    ahead: after(call.now),
    passed: due.length - after(plan.since ?? call.now).length,
    isByHand: plan.schedule.kind === 'by-hand',
    isStopped: plan.isStopped ?? false,
    units: plan.scope === 'children' ? (await unitsNow(call, plan)).length : undefined,
  }
}
