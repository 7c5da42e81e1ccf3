// A tick: fold what came in, fold what closed, ask for the reports that are due, send on what got stuck, and go on with the
// units of drafts and with figures from before. A tick may come late, twice or days after the last one; what is due is found by looking at all of it, not
// at what is new.

import { periodState } from '../../shared/campaign/campaign.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { log, logCode } from '../log.ts'
import { sealDue } from '../seal.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { foldAtClose, rulesOf } from '../store/facts.ts'
import { foldDirtyBuckets } from '../store/fold.ts'
import { listOrganisations } from '../store/organisation.ts'
import type { ScheduleDeps } from './deps.ts'
import { fillDrafts } from './fill-drafts.ts'
import { lookAfterReports } from './look-after.ts'
import { bringInFigures } from './past-figures.ts'
import { remind } from './remind.ts'
import { requestDue } from './request-due.ts'

/**
 * Each step of each organisation stands alone: one that fails takes nothing from the others, is written to the log and
 * fails the tick at its end, so that it rings.
 */
export async function tick(deps: ScheduleDeps): Promise<void> {
  const failures: unknown[] = []
  const alone = async (org: OrganisationId, step: string, work: () => Promise<number>): Promise<number> => {
    try {
      return await work()
    } catch (error) {
      log(logCode.tickFailed, { org, step }, error)
      failures.push(error)
      return 0
    }
  }
  for (const org of await listOrganisations(deps.table)) {
    const folded = await alone(org, 'fold', () => foldCampaigns(deps, org))
    const requested = await alone(org, 'due', () => requestDue(deps, org))
    const moved = await alone(org, 'reports', () => lookAfterReports(deps, org))
    const filled = await alone(org, 'fill', () => fillDrafts(deps, org))
    const imported = await alone(org, 'figures', () => bringInFigures(deps, org))
    const sealed = await alone(org, 'seal', async () => sealDue(deps, await listCampaigns(deps.table, org)))
    const reminded = await alone(org, 'remind', () => remind(deps, org))
    log(logCode.tickDone, { org, folded, requested, moved, filled, imported, sealed, reminded })
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} steps of this tick failed`)
}

async function foldCampaigns(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  let folded = 0
  const now = deps.now()
  for (const campaign of await listCampaigns(deps.table, org)) {
    const form = await deps.directory.form(org, campaign.form)
    for (const period of campaign.periods) {
      const state = periodState(period, now)
      if (state === 'open' || state === 'grace')
        folded += await foldDirtyBuckets(deps.table, rulesOf(campaign, form), {
          campaignId: campaign.id,
          periodId: period.id,
        })
      await foldAtClose(deps, campaign, period, now)
    }
  }
  return folded
}
