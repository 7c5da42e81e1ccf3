// One report job: read the facts, compose, write the data, hand over to the renderer. A job may run twice, side by side
// or days apart; the first one that wrote the data decided what the report says.

import * as v from 'valibot'
import { findPeriod } from '../../shared/campaign/campaign.ts'
import { type CampaignId, OrganisationId, ReportId } from '../../shared/ids.ts'
import { compose } from '../../shared/report/compose.ts'
import type { CampaignFacts } from '../../shared/report/input.ts'
import { log, logCode } from '../log.ts'
import { findCampaign, findPlan } from '../store/campaigns.ts'
import { foldAtClose, readFacts } from '../store/facts.ts'
import { findReport, type Report, reportObjects, saveReport } from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

/** The body of a message on the report queue. */
export const ReportJob = v.strictObject({ organisationId: OrganisationId, reportId: ReportId })
export type ReportJob = v.InferOutput<typeof ReportJob>

/** Throws where the report, its plan or its campaigns don't exist: the queue tries again and then sets the job aside. */
export async function makeReport(deps: ScheduleDeps, job: ReportJob): Promise<void> {
  const found = await findReport(deps.table, job.organisationId, job.reportId)
  if (!found) throw new Error(`No report ${job.reportId}`)
  const { data } = reportObjects(job.reportId)
  if (!(await deps.objects.exists(data))) {
    const document = await composeReport(deps, found.report)
    await deps.objects.put(data, new TextEncoder().encode(JSON.stringify(document)), 'application/json')
    log(logCode.reportComposed, { report: job.reportId })
  }
  if (found.report.state === 'requested') {
    const composed: Report = { ...found.report, state: 'composed' }
    await saveReport(deps.table, composed, found.version)
  }
  await deps.renderQueue.send({ reportId: job.reportId })
}

async function composeReport(deps: ScheduleDeps, report: Report) {
  const plan = await findPlan(deps.table, report.organisationId, report.planId)
  if (!plan) throw new Error(`No report plan ${report.planId}`)
  const { organisation, tree } = await deps.directory.organisation(report.organisationId)
  const asOf = deps.now()
  const factsOf = async (id: CampaignId): Promise<CampaignFacts> => {
    const campaign = (await findCampaign(deps.table, report.organisationId, id))?.campaign
    const period = campaign && findPeriod(campaign, report.periodId)
    if (!campaign || !period) throw new Error(`Campaign ${id} has no period ${report.periodId}`)
    await foldAtClose(deps, campaign, period, asOf)
    return (await readFacts(deps, campaign, report.periodId)).facts
  }
  const facts = { cells: await factsOf(plan.campaigns.cells), committees: await factsOf(plan.campaigns.committees) }
  return compose({ id: report.id, plan, period: report.periodId, asOf, timeZone: organisation.timeZone, tree, facts })
}
