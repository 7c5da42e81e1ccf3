// The page of one plan, also of a campaign's own report.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { periodSpan } from '../../../../shared/campaign/period.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { campaignOfPlan, planPeriods } from '../../../../shared/report/campaign-plan.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { PlanPage, type PlanPageProps } from '../../../../web/pages/report-plans/show.tsx'
import { plansAndCampaigns } from '../../../store/report-plans.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { lineOf, planTitle } from '../report-line.ts'
import { findReports, noFilters } from '../report-search.ts'
import { datesOf, unitsNow } from './dates.ts'
import { foundPlan } from './found.ts'
import { templatesFor } from './offered.ts'

/** Reports that are shown with their plan; the library has all. */
const newest = 5

export async function showPlan(call: SignedInCall): Promise<Response> {
  const found = await foundPlan(call)
  if (!found.ok) return refuse(call, found.problem)
  const { deps, me, now, c } = call
  const plan = found.value
  const { campaigns } = await plansAndCampaigns(deps.table, me.organisationId)
  const template = (await templatesFor(call)).find(({ id }) => id === plan.template)
  const reports = await findReports(call, [plan], { filters: noFilters, limit: newest })
  const periods = planPeriods(plan, campaigns).toReversed()
  const units = plan.scope === 'children' ? await unitsNow(call, plan) : []
  const nameOf = (unitId: ReportPlan['unitId']) => unitIn(me.tree, unitId)?.name ?? unitId
  return c.html(
    <PlanPage
      context={pageContext(call)}
      plan={{ ...plan, title: planTitle(call, plan) }}
      isStopped={plan.isStopped ?? false}
      template={template?.name}
      unitName={nameOf(plan.unitId)}
      campaigns={(template?.roles ?? []).map(({ key, title }) => ({
        role: title,
        ...campaignLine(
          call,
          campaigns.find(({ id }) => id === plan.campaigns[key]),
        ),
      }))}
      ofCampaign={ofCampaign(call, plan, campaigns)}
      dates={await datesOf(call, plan, campaigns)}
      periods={periods}
      latest={periods.find((id) => periodSpan(id).start <= now) ?? periods.at(-1)}
      units={units.map((id) => ({ id, name: nameOf(id) }))}
      reports={await Promise.all(reports.found.map((one) => lineOf(call, one)))}
    />,
  )
}

const mayManage = ({ me }: SignedInCall, { unitId }: Campaign): boolean =>
  mayAt(me.person, me.tree, 'campaign.manage', unitId)

function campaignLine(call: SignedInCall, campaign: Campaign | undefined) {
  if (!campaign) return { title: undefined }
  return { title: campaign.title, ...(mayManage(call, campaign) ? { href: path.campaign(campaign.id) } : {}) }
}

function ofCampaign(call: SignedInCall, plan: ReportPlan, campaigns: readonly Campaign[]): PlanPageProps['ofCampaign'] {
  const id = campaignOfPlan(plan.id)
  const campaign = campaigns.find((one) => one.id === id)
  return campaign && { id: campaign.id, title: campaign.title, mayChange: mayManage(call, campaign) }
}
