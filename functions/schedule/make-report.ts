// One report job: read the facts, compose, write the data, hand over to the renderer. A job may run twice, side by side
// or days apart; the first one to name its data in the report decides what the report says.

import * as v from 'valibot'
import { findPeriod } from '../../shared/campaign/campaign.ts'
import { earlierPeriods } from '../../shared/campaign/period.ts'
import { placementDay } from '../../shared/campaign/placement.ts'
import { type CampaignId, OrganisationId, ReportId } from '../../shared/ids.ts'
import { compose } from '../../shared/report/compose.ts'
import type { CampaignFacts, PeriodFacts } from '../../shared/report/input.ts'
import { putGenerated } from '../issuing.ts'
import { log, logCode } from '../log.ts'
import type { RenderJob } from '../report-files.ts'
import { readSheets } from '../store/actions.ts'
import { findCampaign, findPlan } from '../store/campaigns.ts'
import { foldAtClose, readFacts } from '../store/facts.ts'
import { findReport, type Report, reportFolder, saveReport, type VersionedReport } from '../store/reports.ts'
import type { ScheduleDeps } from './deps.ts'

/** The body of a message on the report queue. */
export const ReportJob = v.strictObject({ organisationId: OrganisationId, reportId: ReportId })
export type ReportJob = v.InferOutput<typeof ReportJob>

/** Throws where the report, its plan or its campaigns don't exist: the queue tries again and then sets the job aside. */
export async function makeReport(deps: ScheduleDeps, job: ReportJob): Promise<void> {
  const found = await findReport(deps.table, job.organisationId, job.reportId)
  if (!found) throw new Error(`No report ${job.reportId}`)
  const folder = reportFolder(found.report) ?? (await writeData(deps, found))
  await deps.renderQueue.send({ folder } satisfies RenderJob)
}

/**
 * Composes, writes the data under their own hash, with what the office has edited laid over them, and names them in the report:
 * the first job to do so decides.
 */
async function writeData(deps: ScheduleDeps, { report, version }: VersionedReport): Promise<string> {
  const named = await putGenerated(deps, report, await composeReport(deps, report))
  const composed: Report = { ...report, state: 'composed', ...named }
  const folder = reportFolder(composed)
  if (folder === undefined) throw new Error('A composed report has a folder')
  if (await saveReport(deps.table, composed, version)) {
    log(logCode.reportComposed, { report: report.id })
    return folder
  }
  const again = await findReport(deps.table, report.organisationId, report.id)
  if (!again) throw new Error(`No report ${report.id}`)
  return reportFolder(again.report) ?? (await writeData(deps, again))
}

/** With the report's own period a year of months. */
const mostEarlier = 11

async function composeReport(deps: ScheduleDeps, report: Report) {
  const plan = await findPlan(deps.table, report.organisationId, report.planId)
  if (!plan) throw new Error(`No report plan ${report.planId}`)
  const asOf = deps.now()
  const { organisation, today, treeOn } = await deps.directory.organisation(report.organisationId, asOf)
  const tree = treeOn(placementDay(report.periodId, today))
  const { timeZone } = organisation
  const common = { id: report.id, period: report.periodId, asOf, timeZone, tree, publicUrl: deps.publicUrl }
  const factsOf = (id: CampaignId, period = report.periodId) => factsIn(deps, { ...report, periodId: period }, id, asOf)
  if (plan.template === 'cell-quality') {
    const { cells, committees } = plan.campaigns
    const facts = { cells: await factsOf(cells), committees: await factsOf(committees) }
    return compose({ ...common, template: plan.template, plan, facts })
  }
  const results = await factsOf(plan.campaigns.results)
  const earlier: PeriodFacts[] = []
  for (const { id } of earlierPeriods(results.campaign.periods, report.periodId).slice(-mostEarlier))
    earlier.push({ period: id, summaries: (await factsOf(plan.campaigns.results, id)).summaries })
  const before = earlier.at(-1)
  const units = results.units.map(({ unitId }) => unitId)
  const sheets = await readSheets(deps.table, report.organisationId, units)
  return compose({
    ...common,
    template: plan.template,
    plan,
    facts: { results, ...(before && { before, earlier }) },
    sheets,
  })
}

/** What a campaign comes to in the report's period; folded once more where that is due. */
async function factsIn(
  deps: ScheduleDeps,
  { organisationId, periodId }: Pick<Report, 'organisationId' | 'periodId'>,
  id: CampaignId,
  asOf: string,
): Promise<CampaignFacts> {
  const campaign = (await findCampaign(deps.table, organisationId, id))?.campaign
  const period = campaign && findPeriod(campaign, periodId)
  if (!campaign || !period) throw new Error(`Campaign ${id} has no period ${periodId}`)
  await foldAtClose(deps, campaign, period, asOf)
  return (await readFacts(deps, campaign, periodId)).facts
}
