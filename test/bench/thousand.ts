// A thousand reports due in the same minute: the schedule finds them at one tick, a second tick at the same moment and every
// message delivered twice make nothing twice. Then what the renderer does with some of them in one process, and whether
// its memory grows.

import type { SQSRecord } from 'aws-lambda'
import * as v from 'valibot'
import { RenderJob, reportFiles } from '../../functions/report-files.ts'
import { scheduleHandler } from '../../functions/schedule/handler.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import { listReports } from '../../functions/store/reports.ts'
import { loadDemo } from '../../infra/local/demo.ts'
import { asId, ReportPlanId } from '../../shared/ids.ts'
import { ReportDocument } from '../../shared/report/document.ts'
import { starterPlan } from '../../shared/starter/campaigns.ts'
import { organisation } from '../../shared/starter/organisation.ts'
import { testApi } from '../support/api.ts'
import { renderPdf } from '../support/renderer.ts'
import { cpuMilliseconds } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'
import { partitionedTable } from './support/partitioned-table.ts'

const reports = 1_000
/** Two of each are due: of both periods. */
const plans = reports / 2
const drawn = 100
/** Messages that the queue hands over at once, as the cloud is set to. */
const batch = 10

const table = partitionedTable()
const now = await loadDemo(table)
for (let index = 0; index < plans; index += 1)
  await savePlan(table, { ...starterPlan, id: asId(ReportPlanId, `r${String(index).padStart(6, '0')}`) }, 0)

const api = testApi({ table, now: () => now })
const handle = scheduleHandler({ ...api.deps, mail: undefined, webhooks: { post: async () => ({ ok: true }) } })
/** The log of a thousand jobs would hide the figures. */
const log = console.log
console.log = () => undefined

const ticking = await cpuMilliseconds(() => handle({ kind: 'tick' }))
const secondTick = await cpuMilliseconds(() => handle({ kind: 'tick' }))
const bodies = api.sent.map((message) => JSON.stringify(message))
const deliver = async () => {
  for (let from = 0; from < bodies.length; from += batch) {
    const answer = await handle({ Records: bodies.slice(from, from + batch).map(recordOf) })
    if (answer && answer.batchItemFailures.length > 0) throw new Error('A report could not be composed')
  }
}
const composing = await cpuMilliseconds(deliver)
const composed = await reportsOf()
await deliver()
console.log = log

// Of the demo itself some are due as well.
const asked = new Set(bodies).size
const folders = new Set(api.toRender.map((job) => v.parse(RenderJob, job).folder))
const again = await reportsOf()
const contents = new Set([...composed.values()].filter((content) => content !== null))
if (asked < reports || bodies.length !== asked || composed.size !== asked)
  throw new Error(`${bodies.length} messages for ${asked} reports, ${composed.size} of them stored`)
if (folders.size !== asked || [...composed].some(([id, content]) => content === null || again.get(id) !== content))
  throw new Error(`${folders.size} folders for ${asked} reports: one was made twice, or not at all`)

printFigure('thousand-reports-cpu', (ticking + composing) / 1_000, 'CPU s', {
  detail: {
    reports: asked,
    tick: rounded(ticking / 1_000),
    secondTick: rounded(secondTick / 1_000),
    compose: rounded(composing / 1_000),
    madeTwice: 0,
    differentContents: contents.size,
  },
})

const held: number[] = []
const times: number[] = []
for (const folder of [...folders].slice(0, drawn)) {
  const data = api.objects.stored.get(reportFiles(folder).data)
  if (!data) throw new Error(`There is no data in ${folder}`)
  const document = v.parse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  times.push(await cpuMilliseconds(() => renderPdf(document)))
  held.push(process.memoryUsage().heapUsed / 2 ** 20)
}
/** The least that was held in a stretch: what the collector can't free. */
const leastOf = (from: number, to: number) => Math.min(...held.slice(from, to))
const spent = times.reduce((sum, one) => sum + one, 0)
printFigure('thousand-reports-render-cpu', ((spent / drawn) * reports) / 1_000, 'CPU s', {
  detail: { extrapolatedFrom: drawn, each: rounded(spent / drawn) },
})
printFigure('thousand-reports-memory-growth', leastOf(drawn * 0.75, drawn) - leastOf(drawn * 0.25, drawn / 2), 'MB', {
  detail: { renderings: drawn / 2, held: rounded(leastOf(drawn * 0.75, drawn)) },
})

async function reportsOf(): Promise<Map<string, string | null>> {
  const found = await listReports(table, organisation.id, 2 * reports)
  return new Map(found.reports.map(({ report }) => [report.id, report.content]))
}

function recordOf(body: string, index: number): SQSRecord {
  return {
    messageId: `m${index}`,
    receiptHandle: '',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: 'local',
  }
}
