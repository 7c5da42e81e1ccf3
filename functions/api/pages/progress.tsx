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
import { findDemoProgress } from '../../store/demo.ts'
import { surveyRates } from '../../survey-rate.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { pageLimits, progressAddress, readProgress } from '../progress.ts'
import { scoringWaiting } from '../scoring-waiting.ts'

/** Periods shown with their figures; older ones are linked. */
const newestPeriods = 4

export async function showProgressList(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const limits = pageLimits()
  const campaigns = []
  const scoring = []
  for (const campaign of await listCampaigns(deps.table, me.organisationId)) {
    scoring.push(...(await scoringWaiting(call, campaign)))
    if (campaign.kind === 'member-survey') {
      campaigns.push(await surveyListed(call, campaign))
      continue
    }
    const newestFirst = campaign.periods.toReversed()
    const periods = []
    for (const period of newestFirst.slice(0, newestPeriods)) {
      const { progress } = await readProgress(call, campaign, period.id, limits)
      periods.push(listed(campaign, period, progress, call.now))
    }
    const older = newestFirst
      .slice(newestPeriods)
      .map(({ id }) => ({ id, href: path.campaignProgress(campaign.id, id) }))
    const boardHref = path.board(campaign.id, {})
    campaigns.push({ title: campaign.title, kind: campaign.kind, boardHref, periods, older })
  }
  const demo = await findDemoProgress(deps.table, me.organisationId)
  return call.c.html(
    <ProgressListPage
      context={pageContext(call)}
      loading={demo && demo.done < demo.total ? demo : undefined}
      scoring={scoring}
      campaigns={campaigns}
    />,
  )
}

/** Of a survey only the rate is shown; what it came to is on its page of results. */
async function surveyListed(call: SignedInCall, campaign: Campaign) {
  const newestFirst = campaign.periods.filter((period) => periodState(period, call.now) !== 'early').toReversed()
  const shown = newestFirst.slice(0, newestPeriods)
  const rates = await surveyRates(call.deps.table, campaign, shown)
  const href = ({ id }: CampaignPeriod) => path.surveyResults(campaign.id, id)
  return {
    ...{ title: campaign.title, kind: campaign.kind, boardHref: undefined },
    periods: shown.map((period) => ({
      ...{ id: period.id, state: periodState(period, call.now), href: href(period) },
      reported: rates.get(period.id)?.answered ?? 0,
      expected: rates.get(period.id)?.invited,
    })),
    older: newestFirst.slice(newestPeriods).map((period) => ({ id: period.id, href: href(period) })),
  }
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

export async function showProgress(call: SignedInCall): Promise<Response> {
  const address = await progressAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period } = address.value
  const { progress, total, recounting } = await readProgress(call, campaign, period.id)
  return call.c.html(
    <ProgressPage
      context={pageContext(call)}
      boardHref={path.board(campaign.id, { period: period.id, to: period.id })}
      title={campaign.title}
      periodId={period.id}
      asOf={call.now}
      progress={progress}
      indicators={campaign.indicators.map((indicator) => indicatorLine(indicator, total, call.language))}
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
