// Goes on with figures from before where a request stopped: a page may be closed before all rows are brought in.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { mayAt } from '../../shared/organisation/access.ts'
import { isUnderWay, type PastImport } from '../../shared/past/import.ts'
import { path } from '../../shared/paths.ts'
import { appendAudit } from '../store/audit.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { findPastImport, listPastImports } from '../store/past-imports.ts'
import { findPerson } from '../store/people.ts'
import type { ScheduleDeps } from './deps.ts'

/** A tick has other work: the rest waits for the next one. */
const patienceMs = 20_000

/** Imports of a campaign that are looked at: as many as its page lists. */
const newestImports = 20

/** The number of imports that were gone on with, each as whoever began it may do it now. */
export async function bringInFigures(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const started = performance.now()
  const isLate = () => performance.now() - started > patienceMs
  const now = deps.now()
  let gone = 0
  for (const campaign of await listCampaigns(deps.table, org))
    for (const entry of await listPastImports(deps.table, campaign.id, now, newestImports))
      if (isUnderWay(entry) && !isLate() && (await goOnWith(deps, campaign, entry, isLate))) gone += 1
  return gone
}

async function goOnWith(
  deps: ScheduleDeps,
  campaign: Campaign,
  { id, by, phase }: PastImport,
  isLate: () => boolean,
): Promise<boolean> {
  const org = campaign.organisationId
  const now = deps.now()
  const [person, directed] = await Promise.all([findPerson(deps.table, org, by), deps.directory.organisation(org, now)])
  if (!person || !mayAt(person, directed.tree, 'response.amend', campaign.unitId)) return false
  // Loaded when there is something to do: checking answers is no work of other ticks.
  const { goOn, openRun } = await import('../past-figures/run.ts')
  const call = { deps, me: { ...directed, person, organisationId: org }, now, language: 'vi' } as const
  let found = await findPastImport(deps.table, campaign.id, id, now)
  const run = found && (await openRun(call, campaign, found.entry))
  if (!found || !run) return false
  const first = found.entry.next
  while (isUnderWay(found.entry) && !isLate()) found = await goOn(call, found, run)
  const { entry, version } = found
  if (phase === 'applying' && entry.next > first) {
    const details = `${entry.fileName}: ${entry.tally.added} + ${entry.tally.changed} / ${entry.rows}`
    const place = { subject: path.pastImport(campaign.id, id), unitId: campaign.unitId }
    await appendAudit(
      deps.table,
      org,
      { at: now, by, verb: 'responses.imported', ...place, details },
      `${id.slice(-12)}-${version}`,
    )
  }
  return true
}
