// What the demo's cells must put right: raised by their responses like anybody's, then taken up. Written to the table,
// because the page takes no day that is over already.

import { listUnitActions, saveAction } from '../../functions/store/actions.ts'
import { rulesOf } from '../../functions/store/facts.ts'
import { foldDirtyBuckets } from '../../functions/store/fold.ts'
import type { Table } from '../../functions/store/table.ts'
import { dayOf } from '../../shared/organisation/day.ts'
import { starterCampaigns } from '../../shared/starter/campaigns.ts'
import { followedUp } from '../../shared/starter/follow-up.ts'
import { cells, organisation } from '../../shared/starter/organisation.ts'

/** A fold under way may write an action meanwhile; more than this many times in a row is a bug. */
const mostTries = 10

/** Raises what the responses so far found, and takes some of it up; changes nothing that was taken up before. `now`: ISO 8601, UTC. */
export async function followUp(table: Table, now: string): Promise<void> {
  const [{ campaign, form }] = starterCampaigns
  for (const { id } of campaign.periods)
    await foldDirtyBuckets(table, rulesOf(campaign, form), { campaignId: campaign.id, periodId: id })
  for (let tries = 0; tries < mostTries; tries += 1) if (await takeUp(table, now)) return
  throw new Error(`What the demo's cells must put right changed ${mostTries} times under its loading`)
}

/** Whether nothing is left to be taken up. */
async function takeUp(table: Table, now: string): Promise<boolean> {
  const known = (await Promise.all(cells.map(({ id }) => listUnitActions(table, organisation.id, id)))).flat()
  const raised = known.map(({ action }) => action)
  const versions = new Map(known.map(({ action, version }) => [action.id, version]))
  const changed = followedUp(raised, now, dayOf(now, organisation.timeZone))
  const writes = changed.map((action) => saveAction(table, organisation.id, action, versions.get(action.id) ?? 0))
  return (await Promise.all(writes)).every((isWritten) => isWritten)
}
