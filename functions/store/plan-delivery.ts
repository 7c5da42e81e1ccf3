// To whom a plan's reports are brought, changed by itself: in a plan that is stored, or in the campaign whose own report it is.

import type { OrganisationId, ReportPlanId } from '../../shared/ids.ts'
import { campaignOfPlan } from '../../shared/report/campaign-plan.ts'
import type { Delivery } from '../../shared/report/delivery.ts'
import { findCampaign, saveCampaign } from './campaigns.ts'
import { findStoredPlan, savePlan } from './report-plans.ts'
import type { Table } from './table.ts'

/** The same with another delivery, or with none. */
function withDelivery<T extends { readonly delivery?: Delivery | undefined }>(
  { delivery: _, ...rest }: T,
  delivery: Delivery | undefined,
): Omit<T, 'delivery'> & { delivery?: Delivery } {
  return delivery ? { ...rest, delivery } : rest
}

const isSame = (a: Delivery | undefined, b: Delivery | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** False where the plan is gone, or its delivery is another than `before` by now; whatever else changed meanwhile is kept. */
export async function savePlanDelivery(
  table: Table,
  org: OrganisationId,
  id: ReportPlanId,
  delivery: Delivery | undefined,
  before: Delivery | undefined,
): Promise<boolean> {
  const campaignId = campaignOfPlan(id)
  if (campaignId === undefined) {
    const found = await findStoredPlan(table, org, id)
    if (!found || !isSame(found.plan.delivery, before)) return false
    if (await savePlan(table, withDelivery(found.plan, delivery), found.version)) return true
    return savePlanDelivery(table, org, id, delivery, before)
  }
  const found = await findCampaign(table, org, campaignId)
  const report = found?.campaign.report
  if (!found || !report || !isSame(report.delivery, before)) return false
  const campaign = { ...found.campaign, report: withDelivery(report, delivery) }
  if (await saveCampaign(table, campaign, found.version)) return true
  return savePlanDelivery(table, org, id, delivery, before)
}
