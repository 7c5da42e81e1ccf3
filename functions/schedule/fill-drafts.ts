// Goes on with writing the units of drafts where a request stopped: a page may be closed before all of them are there.

import type { OrganisationId } from '../../shared/ids.ts'
import { fillUnits, findFilling } from '../store/campaign-units.ts'
import { listPrepared } from '../store/prepared-campaigns.ts'
import type { ScheduleDeps } from './deps.ts'

/** A tick has other work: the rest waits for the next one. */
const patienceMs = 20_000

/** The number of drafts that were gone on with. */
export async function fillDrafts(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const started = performance.now()
  const isLate = () => performance.now() - started > patienceMs
  let filled = 0
  for (const { campaign, version } of await listPrepared(deps.table, org)) {
    if (campaign.state !== 'draft') continue
    if ((await findFilling(deps.table, campaign.id)).length === 0) continue
    const { tree } = await deps.directory.organisation(org, deps.now())
    await fillUnits(deps.table, { campaign, version, tree }, isLate)
    filled += 1
  }
  return filled
}
