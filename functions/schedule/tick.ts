// A tick: fold what came in, fold what closed, ask for the reports that are due, send on what got stuck, and go on with the
// units of drafts and with figures from before. A tick may come late, twice or days after the last one; what is due is found by looking at all of it, not
// at what is new.

import * as Instant from 'temporal-polyfill/fns/Instant'
import { periodState } from '../../shared/campaign/campaign.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { finishIssue } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import { sealDue } from '../seal.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { foldAtClose, rulesOf } from '../store/facts.ts'
import { foldDirtyBuckets } from '../store/fold.ts'
import { listOrganisations } from '../store/organisation.ts'
import { listReports, reportPdfKey, saveReport, type VersionedReport } from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'
import { fillDrafts } from './fill-drafts.ts'
import { bringInFigures } from './past-figures.ts'
import { remind } from './remind.ts'
import { requestDue } from './request-due.ts'

/**
 * A report that isn't ready after this long has lost its job (or is about to run twice, which does no harm); each time it
 * was sent on in vain doubles the wait, so that a report that always fails doesn't fill the dead-letter queue.
 */
const stuckAfterMinutes = 2

/** Reports looked at for being stuck. A job lost so long ago that 200 newer reports exist needs a person. */
const newestReports = 200

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
    const issued = await alone(org, 'issue', () => finishIssues(deps, org))
    const resent = await alone(org, 'stuck', () => sendStuckOn(deps, org))
    const filled = await alone(org, 'fill', () => fillDrafts(deps, org))
    const imported = await alone(org, 'figures', () => bringInFigures(deps, org))
    const sealed = await alone(org, 'seal', async () => sealDue(deps, await listCampaigns(deps.table, org)))
    const reminded = await alone(org, 'remind', () => remind(deps, org))
    log(logCode.tickDone, { org, folded, requested, issued, resent, filled, imported, sealed, reminded })
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

async function sendStuckOn(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const now = Instant.fromString(deps.now())
  const { reports } = await listReports(deps.table, org, newestReports)
  let resent = 0
  for (const found of reports) {
    if (found.report.state === 'ready' || (await noteReady(deps, found))) continue
    const age = Instant.diffMinutes(Instant.fromString(found.report.requestedAt), now)
    if (age < stuckAfterMinutes * 2 ** found.report.resent) continue
    if (!(await saveReport(deps.table, { ...found.report, resent: found.report.resent + 1 }, found.version))) continue
    await deps.reportQueue.send({ organisationId: org, reportId: found.report.id })
    resent += 1
  }
  return resent
}

/** Keeps the files of reports whose issuing page was left before they were drawn. */
async function finishIssues(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const { reports } = await listReports(deps.table, org, newestReports)
  let finished = 0
  for (const found of reports) {
    if (!found.report.issue || found.report.issue.files) continue
    if ((await finishIssue(deps, found)) === 'issued') finished += 1
  }
  return finished
}

async function noteReady(deps: ScheduleDeps, { report, version }: VersionedReport): Promise<boolean> {
  const pdf = reportPdfKey(report)
  if (pdf === undefined || !(await deps.objects.exists(pdf))) return false
  return saveReport(deps.table, { ...report, state: 'ready' }, version)
}
