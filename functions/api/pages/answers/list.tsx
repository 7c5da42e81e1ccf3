// The campaigns whose responses a visitor may read, each with what its newest periods hold.

import type { Campaign, CampaignPeriod } from '../../../../shared/campaign/campaign.ts'
import { path } from '../../../../shared/paths.ts'
import type { Summary } from '../../../../shared/summary/summary.ts'
import { readsSingly } from '../../../../shared/survey/survey.ts'
import { AnswersListPage, type PeriodLine } from '../../../../web/pages/answers/list.tsx'
import { listCampaigns } from '../../../store/campaigns.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { pageLimits, readProgress } from '../../progress.ts'
import { queryOf, readFilter, type StateFilter } from './filter.ts'

/** Periods shown with what they hold; the table has the others. */
const newestPeriods = 2

const everything = readFilter(new URLSearchParams())

export async function showAnswersList(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const limits = pageLimits()
  const campaigns = []
  for (const campaign of await listCampaigns(deps.table, me.organisationId)) {
    if (!readsSingly(campaign) || campaign.state === 'draft') continue
    const begun = campaign.periods.filter(({ opensAt }) => Date.parse(opensAt) <= Date.parse(call.now))
    const periods: PeriodLine[] = []
    let expected = 0
    for (const period of begun.toReversed().slice(0, newestPeriods)) {
      const { progress, total } = await readProgress(call, campaign, period.id, limits)
      expected += progress.expected
      periods.push(lineOf(campaign, period, total))
    }
    if (expected > 0 || periods.some(({ counts }) => counts.length > 0))
      campaigns.push({ title: campaign.title, kind: campaign.kind, href: path.campaignAnswers(campaign.id), periods })
  }
  return call.c.html(<AnswersListPage context={pageContext(call)} campaigns={campaigns} />)
}

/** What there is of a period, each with the rows behind it. */
function lineOf(campaign: Campaign, { id }: CampaignPeriod, total: Summary): PeriodLine {
  const to = (state?: StateFilter) => path.campaignAnswers(campaign.id, queryOf({ ...everything, period: id, state }))
  const counts = [
    ['counted', total.responses],
    ['late', total.late],
    ['waiting', total.waiting],
    ['returned', total.returned],
    ['quarantined', total.quarantined],
    ['second', total.uncounted],
    ['not-possible', total.notPossible],
  ] as const
  return {
    id,
    href: to(),
    counts: counts.flatMap(([kind, n]) => (n > 0 ? [{ kind, n, href: to(kind) }] : [])),
  }
}
