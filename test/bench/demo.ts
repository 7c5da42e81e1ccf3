// Each report of the demo: composed from its summaries, and made into a file of every format, one after another in one
// process that is warm.

import { composeReport } from '../../functions/compose-report.ts'
import { openPatternsFor } from '../../functions/patterns.ts'
import { listCampaigns } from '../../functions/store/campaigns.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { listPlans } from '../../functions/store/report-plans.ts'
import { rendered } from '../../infra/cli/report-files.ts'
import { reportFormats } from '../../infra/cli/report-make.ts'
import { loadDemo } from '../../infra/local/demo.ts'
import { asId, ReportId } from '../../shared/ids.ts'
import { dueBy } from '../../shared/report/campaign-plan.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { cpuMilliseconds, median } from './support/cpu.ts'
import { printFigure } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

const renderBudget = 1_000
const warmUps = 2
const runs = 7

async function usual(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < warmUps + runs; run += 1) times.push(await cpuMilliseconds(work))
  return median(times.slice(warmUps))
}

const table = partitionedTable()
const now = await loadDemo(table)
const deps = {
  table,
  directory: openDirectory(table, openPatternsFor),
  publicUrl: 'https://phieu.example',
  now: () => now,
}
const campaigns = await listCampaigns(table, organisation.id)
for (const plan of await listPlans(table, organisation.id)) {
  const [due] = dueBy(plan, campaigns, organisation, now)
  if (!due) continue
  const asked = {
    id: asId(ReportId, plan.id),
    organisationId: plan.organisationId,
    unitId: plan.unitId,
    periodId: due.period,
  }
  const compose = () => composeReport(deps, plan, asked)
  const document = await compose()
  const detail = { template: plan.template, period: due.period, blocks: document.blocks.length }
  printFigure(`demo-${plan.template}-compose-cpu`, await usual(compose), 'CPU ms', { detail })
  for (const format of reportFormats) {
    const file = await rendered(document, format)
    printFigure(`demo-${plan.template}-${format}-cpu`, await usual(() => rendered(document, format)), 'CPU ms', {
      ...(format === 'pdf' ? { budget: renderBudget } : {}),
      detail: { bytes: file.length },
    })
  }
}
