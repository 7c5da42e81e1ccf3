// The leader's pages: every campaign and period at a glance, and one of them by committee.

import { type Campaign, type CampaignPeriod, periodState } from '../../../shared/campaign/campaign.ts'
import type { Language } from '../../../shared/language.ts'
import { targetSign, valueText } from '../../../shared/messages/indicator.ts'
import { path } from '../../../shared/paths.ts'
import { emptyTally, type Indicator, meetsTarget } from '../../../shared/summary/indicator.ts'
import type { Summary } from '../../../shared/summary/summary.ts'
import { type IndicatorLine, ProgressPage } from '../../../web/pages/progress.tsx'
import { ProgressListPage } from '../../../web/pages/progress-list.tsx'
import { listCampaigns } from '../../store/campaigns.ts'
import { campaignAddress } from '../address.ts'
import { refuse } from '../problem-response.tsx'
import { pageLimits, readProgress } from '../progress.ts'
import { pageContext, type SignedInVisit } from '../visit.ts'

export async function showProgressList(visit: SignedInVisit): Promise<Response> {
  const { deps, me } = visit
  const limits = pageLimits()
  const campaigns = []
  for (const campaign of await listCampaigns(deps.table, me.organisationId)) {
    const periods = []
    for (const period of campaign.periods.toReversed()) {
      const { progress } = await readProgress(visit, campaign, period.id, limits)
      periods.push(listed(campaign, period, progress, visit.now))
    }
    campaigns.push({ title: campaign.title, kind: campaign.kind, periods })
  }
  return visit.c.html(<ProgressListPage context={pageContext(visit)} campaigns={campaigns} />)
}

const listed = (
  campaign: Campaign,
  period: CampaignPeriod,
  { expected, reported }: { readonly expected: number; readonly reported: number },
  now: string,
) => ({
  id: period.id,
  state: periodState(period, now),
  expected,
  reported,
  href: path.campaignProgress(campaign.id, period.id),
})

export async function showProgress(visit: SignedInVisit): Promise<Response> {
  const address = await campaignAddress(visit)
  if (!address.ok) return refuse(visit, address.problem)
  const { campaign, period } = address.value
  const { progress, total, recounting } = await readProgress(visit, campaign, period.id)
  return visit.c.html(
    <ProgressPage
      context={pageContext(visit)}
      title={campaign.title}
      periodId={period.id}
      asOf={visit.now}
      progress={progress}
      indicators={campaign.indicators.map((indicator) => indicatorLine(indicator, total, visit.language))}
      recounting={recounting}
    />,
  )
}

function indicatorLine(indicator: Indicator, total: Summary, language: Language): IndicatorLine {
  const tally = total.tallies.get(indicator.id) ?? emptyTally
  return {
    name: indicator.name,
    value: valueText(indicator, tally, language),
    target: targetSign(indicator, language) || undefined,
    met: meetsTarget(indicator, tally),
  }
}
