// The report on the quality of cells of the starter's complete period, from summaries to the PDF: what composing takes
// here, and what the built renderer takes in processes of its own, cold and warm.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { openDirectory } from '../../functions/store/directory.ts'
import { readFacts } from '../../functions/store/facts.ts'
import { asId, type CampaignId, ReportId } from '../../shared/ids.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { compose } from '../../shared/report/compose.ts'
import type { ReportInput } from '../../shared/report/input.ts'
import { cellQuality } from '../../shared/report/templates/cell-quality.ts'
import {
  cellCampaign,
  committeeCampaign,
  starterCampaigns,
  starterPeriods,
  starterPlan,
} from '../../shared/starter/campaigns.ts'
import { organisation, units } from '../../shared/starter/organisation.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { readPdf } from '../support/pdf.ts'
import { addressOf, bundleOf, inProcess } from './support/child-process.ts'
import { callsPerSecond, median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'
import { starterApi } from './support/starter-api.ts'

const renderBudget = { milliseconds: 1_000, megabytes: 300 }
const coldProcesses = 5
const warmUps = 5
const warmRenderings = 15

/** What the schedule function would compose from, after everybody's responses came in. */
async function reportInput(): Promise<ReportInput> {
  const table = partitionedTable()
  const api = await starterApi(table)
  for (const one of starterSubmissions()) await api.call(await api.submitEvent(one), 201)
  const directory = openDirectory(table)
  const factsOf = async (id: CampaignId) => {
    const campaign = starterCampaigns.map((one) => one.campaign).find((one) => one.id === id)
    if (!campaign) throw new Error(`The starter has no campaign ${id}`)
    return (await readFacts({ table, directory }, campaign, starterPeriods.complete)).facts
  }
  return {
    template: cellQuality,
    id: asId(ReportId, 'bench'),
    plan: starterPlan,
    period: starterPeriods.complete,
    asOf: '2013-07-15T00:00:00.000Z',
    timeZone: organisation.timeZone,
    tree: unitTree(units),
    publicUrl: 'https://phieu.example.org',
    facts: {
      cells: await factsOf(cellCampaign.id),
      committees: await factsOf(committeeCampaign.id),
    },
  }
}

const Rendered = v.object({ imported: v.number(), rendered: v.array(v.number()), mostKilobytes: v.number() })
const megabytes = (kilobytes: number) => kilobytes / 1_024

const input = await reportInput()
const { composed } = await callsPerSecond({ composed: { calls: 1, run: () => compose(input) } })
printFigure('report-compose-cpu', 1_000 / composed, 'CPU ms')

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
try {
  const data = join(folder, 'report.json')
  const pdf = join(folder, 'report.pdf')
  await writeFile(data, JSON.stringify(compose(input)))
  const render = (times: number) =>
    inProcess('render-process', [addressOf(bundleOf('render')), data, String(times), pdf], Rendered)

  const cold = []
  for (let count = 0; count < coldProcesses; count += 1) cold.push(await render(1))
  const warm = await render(warmUps + warmRenderings)

  printFigure('report-render-warm-cpu', median(warm.rendered.slice(warmUps)), 'CPU ms', {
    budget: renderBudget.milliseconds,
    detail: { warmUps, renderings: warmRenderings },
  })
  const imports = median(cold.map(({ imported }) => imported))
  const first = median(cold.map(({ rendered }) => rendered[0] ?? 0))
  printFigure('report-render-cold-cpu', imports + first, 'CPU ms', {
    detail: { processes: coldProcesses, import: rounded(imports), firstRendering: rounded(first) },
  })
  printFigure('report-peak-memory', megabytes(Math.max(...cold.map(({ mostKilobytes }) => mostKilobytes))), 'MB', {
    budget: renderBudget.megabytes,
    detail: { renderings: 1 },
  })
  printFigure('report-peak-memory-warm', megabytes(warm.mostKilobytes), 'MB', {
    budget: renderBudget.megabytes,
    detail: { renderings: warmUps + warmRenderings },
  })
  const bytes = await readFile(pdf)
  printFigure('report-pdf-bytes', bytes.length, 'bytes', { detail: { pages: (await readPdf(bytes)).pages.length } })
} finally {
  await rm(folder, { recursive: true, force: true })
}
