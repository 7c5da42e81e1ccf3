// Actions come to be in a fold. A page that lists them folds first what came in since, in the campaigns whose forms can
// raise any: what one looks at is never older than the last acknowledged response.

import { type Campaign, periodState } from '../../../../shared/campaign/campaign.ts'
import { type FormVersion, formItems } from '../../../../shared/form/form.ts'
import { rulesOf } from '../../../store/facts.ts'
import { foldDirtyBuckets } from '../../../store/fold.ts'
import type { SignedInCall } from '../../call.ts'
import { pageLimits } from '../../progress.ts'

const raises = ({ form }: FormVersion): boolean =>
  formItems(form).some(({ source }) => source.consistency || (!('questions' in source) && source.finding))

export async function foldRaising({ deps, me, now }: SignedInCall, campaigns: readonly Campaign[]): Promise<void> {
  const limits = pageLimits()
  const work = campaigns.map(async (campaign) => {
    if (campaign.state === 'draft') return
    const form = await deps.directory.form(me.organisationId, campaign.form)
    if (!raises(form)) return
    const current = campaign.periods.filter((period) => ['open', 'grace'].includes(periodState(period, now)))
    for (const { id } of current)
      await foldDirtyBuckets(deps.table, rulesOf(campaign, form), { campaignId: campaign.id, periodId: id }, limits)
  })
  await Promise.all(work)
}
