// Asking for reports: which units a plan has one for, and some of them stored and put on the queue.

import { placementDay } from '../shared/campaign/placement.ts'
import type { UnitId } from '../shared/ids.ts'
import type { ReportPeriod } from '../shared/report/period.ts'
import type { ReportPlan } from '../shared/report/plan.ts'
import { reportUnits } from '../shared/report/scope.ts'
import type { Queue } from './queue.ts'
import { listCampaignUnits } from './store/campaigns.ts'
import type { Directory } from './store/directory.ts'
import { openJob } from './store/report-jobs.ts'
import { insertReport, type Report } from './store/reports.ts'
import type { Table } from './store/table.ts'

export type AskingDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly reportQueue: Queue
  readonly now: () => string
}

/** The units that have a report of the period, by the tree that its figures are placed by. */
export async function unitsOf(
  { table, directory, now }: Omit<AskingDeps, 'reportQueue'>,
  plan: ReportPlan,
  period: ReportPeriod,
): Promise<UnitId[]> {
  if (plan.scope === 'whole') return [plan.unitId]
  const { today, treeOn } = await directory.organisation(plan.organisationId, now())
  const campaigns = [...new Set(Object.values(plan.campaigns))]
  const asked = await Promise.all(campaigns.map((id) => listCampaignUnits(table, id)))
  return reportUnits(
    treeOn(placementDay(period, today)),
    plan,
    asked.flat().map(({ unitId }) => unitId),
  )
}

/** Reports that are stored and sent at once. */
export const askedAtOnce = 10

/** Stores new reports and has them made. Once more is no harm: one that is stored already is sent again, which its job bears. */
export async function askFor(
  { table, reportQueue, now }: Pick<AskingDeps, 'table' | 'reportQueue' | 'now'>,
  reports: readonly Report[],
): Promise<void> {
  for (let start = 0; start < reports.length; start += askedAtOnce) {
    const some = reports.slice(start, start + askedAtOnce)
    await Promise.all(
      some.map(async (report) => {
        await openJob(table, report, now())
        await insertReport(table, report)
      }),
    )
    await Promise.all(some.map(({ organisationId, id }) => reportQueue.send({ organisationId, reportId: id })))
  }
}
