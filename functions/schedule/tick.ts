// A tick: fold what came in, fold what closed, ask for the reports that are due, and send on what got stuck. A tick may
// come late, twice or days after the last one; what is due is found by looking at all of it, not at what is new.

import { Temporal } from 'temporal-polyfill'
import { periodState } from '../../shared/campaign/campaign.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { log, logCode } from '../log.ts'
import { listCampaigns, listPlans } from '../store/campaigns.ts'
import { foldAtClose, rulesOf } from '../store/facts.ts'
import { foldDirtyBuckets } from '../store/fold.ts'
import { listOrganisations } from '../store/organisation.ts'
import {
  findReport,
  insertReport,
  listReports,
  type Report,
  reportId,
  reportObjects,
  saveReport,
  type VersionedReport,
} from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

/**
 * A report that isn't ready after this long has lost its job (or is about to run twice, which does no harm); each time it
 * was sent on in vain doubles the wait, so that a report that always fails doesn't fill the dead-letter queue.
 */
const stuckAfterMinutes = 2

/** Reports looked at for being stuck. A job lost so long ago that 200 newer reports exist needs a person. */
const newestReports = 200

export async function tick(deps: ScheduleDeps): Promise<void> {
  for (const org of await listOrganisations(deps.table)) {
    const folded = await foldCampaigns(deps, org)
    const requested = await requestDue(deps, org)
    const resent = await sendStuckOn(deps, org)
    log(logCode.tickDone, { org, folded, requested, resent })
  }
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

const isPast = (moment: string, now: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(moment), Temporal.Instant.from(now)) <= 0

async function requestDue(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const now = deps.now()
  let requested = 0
  for (const plan of await listPlans(deps.table, org)) {
    for (const due of plan.due.filter(({ dueAt }) => isPast(dueAt, now))) {
      const report: Report = {
        id: reportId(plan.id, due.period, due.dueAt),
        organisationId: org,
        planId: plan.id,
        periodId: due.period,
        requestedAt: now,
        requestedBy: 'schedule',
        state: 'requested',
        resent: 0,
      }
      // Read first: a refused write costs as much as one that isn't, and most of what is due was asked for long ago.
      if (await findReport(deps.table, org, report.id)) continue
      if (!(await insertReport(deps.table, report))) continue
      await deps.reportQueue.send({ organisationId: org, reportId: report.id })
      requested += 1
    }
  }
  return requested
}

async function sendStuckOn(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  const now = Temporal.Instant.from(deps.now())
  const { reports } = await listReports(deps.table, org, newestReports)
  let resent = 0
  for (const found of reports) {
    if (found.report.state === 'ready' || (await noteReady(deps, found))) continue
    const age = Temporal.Instant.from(found.report.requestedAt).until(now).total('minutes')
    if (age < stuckAfterMinutes * 2 ** found.report.resent) continue
    if (!(await saveReport(deps.table, { ...found.report, resent: found.report.resent + 1 }, found.version))) continue
    await deps.reportQueue.send({ organisationId: org, reportId: found.report.id })
    resent += 1
  }
  return resent
}

async function noteReady(deps: ScheduleDeps, { report, version }: VersionedReport): Promise<boolean> {
  if (!(await deps.objects.exists(reportObjects(report.id).pdf))) return false
  return saveReport(deps.table, { ...report, state: 'ready' }, version)
}
