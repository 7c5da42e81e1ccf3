// The page of one campaign. A draft's page is its check list.

import { type Campaign, periodState } from '../../../../shared/campaign/campaign.ts'
import { wholeCampaign } from '../../../../shared/campaign/prepared.ts'
import { formLanguage, formTitle } from '../../../../shared/form/texts.ts'
import { path } from '../../../../shared/paths.ts'
import { type Due, dueMoments } from '../../../../shared/report/campaign-plan.ts'
import { planAt } from '../../../../shared/report/plan.ts'
import { formatLinkKey } from '../../../../shared/survey/link-key.ts'
import { CampaignPage, type OverviewProps } from '../../../../web/pages/campaigns/overview.tsx'
import { qrCode } from '../../../qr.ts'
import { askedUnits } from '../../../store/campaign-units.ts'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import { plansAndCampaigns } from '../../../store/report-plans.ts'
import { surveyRates } from '../../../survey-rate.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { foundCampaign } from './found.ts'
import { breakdownsOf } from './questions.ts'
import { scoringLabel } from './survey-fields.tsx'

export async function showCampaign(call: SignedInCall): Promise<Response> {
  const found = await foundCampaign(call)
  if (!found.ok) return refuse(call, found.problem)
  const { deps, me, now, language } = call
  const campaign = wholeCampaign(found.value.campaign)
  if (!campaign || campaign.state === 'draft')
    return call.c.redirect(path.campaignStep(found.value.campaign.id, 'check'), 302)
  const [{ form, version }, units, { plans, campaigns }] = await Promise.all([
    deps.directory.form(me.organisationId, campaign.form),
    listCampaignUnits(deps.table, campaign.id),
    plansAndCampaigns(deps.table, me.organisationId),
  ])
  const own = plans.filter((plan) => !plan.isStopped && Object.values(plan.campaigns).includes(campaign.id))
  return call.c.html(
    <CampaignPage
      context={pageContext(call)}
      campaign={campaign}
      unitName={me.tree.units.get(campaign.unitId)?.name ?? campaign.unitId}
      form={{ title: formTitle(form, formLanguage(form, language)), version }}
      units={units.length}
      reports={own.map((plan) => ({
        id: plan.id,
        title: planAt(plan, plan.unitId, me.tree).title,
        next: nextOf(dueMoments(plan, campaigns, me.organisation), now),
      }))}
      periods={campaign.periods.map((period) => ({ ...period, state: periodState(period, now) }))}
      survey={await surveyOverview(call, campaign)}
    />,
  )
}

/** Periods whose rate is shown: each of an anonymous survey has invitations of its own to read. */
const newestRates = 6

async function surveyOverview(call: SignedInCall, campaign: Campaign): Promise<OverviewProps['survey']> {
  const { deps, me, now } = call
  const { survey } = campaign
  if (!survey) return undefined
  const begun = campaign.periods.filter((period) => periodState(period, now) !== 'early').slice(-newestRates)
  const [options, asked, rates] = await Promise.all([
    breakdownsOf(call, campaign),
    askedUnits(deps.table, campaign, me.tree),
    surveyRates(deps.table, campaign, begun),
  ])
  const labels = new Map(options.map(({ key, label }) => [key, label]))
  const address =
    survey.way === 'open' && survey.door
      ? `${deps.publicUrl}${path.survey(formatLinkKey({ kind: 'open', door: survey.door }))}`
      : undefined
  return {
    ...{ survey, rates },
    scoring: await scoringLabel(call, campaign),
    breakdowns: survey.breakdowns.map((key) => labels.get(key) ?? key),
    units: asked.length,
    link: address === undefined ? undefined : { address, code: qrCode(address) },
  }
}

/** Of moments in their order. */
const nextOf = (due: readonly Due[], now: string): Due | undefined =>
  due.find(({ dueAt }) => Date.parse(dueAt) > Date.parse(now))
