// An export of 10,000 and of 100,000 responses to a form of 20 questions, in processes of their own, from a table that makes its
// items up as it is asked: rows for each second of the processor, and whether memory stays flat. What travels is thrown away.

import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import type { ExportDeps } from '../../functions/export/deps.ts'
import { runExport } from '../../functions/export/run-export.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { findExport, insertExport, newExport } from '../../functions/store/exports.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { key, partition } from '../../functions/store/keys.ts'
import { insertRevision, nothingRaised } from '../../functions/store/responses.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import type { Uploads } from '../../functions/uploads.ts'
import { type ExportFormat, exportFormats } from '../../shared/export/request.ts'
import { checkedAnswers } from '../../shared/form/draft-fixture.ts'
import { sentStep } from '../../shared/response/step.ts'
import { cellCampaign } from '../../shared/starter/campaigns.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { starterSubmissions } from '../../shared/starter/responses.ts'
import { aRequest } from '../support/export-scene.ts'
import { memoryTable } from '../support/memory-table.ts'
import {
  aCampaign,
  campaignId,
  inspector,
  leader,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../support/scenario.ts'
import { printFigure, rounded } from './support/figure.ts'

/** A bucket's worth, as a campaign is cut (campaign.ts, enterUnit). */
const perBucket = 500
const sizes = { small: 10_000, large: 100_000 } as const

const Cost = v.object({ rows: v.number(), bytes: v.number(), milliseconds: v.number(), mostKilobytes: v.number() })

const bucketAt = (shard: number) => ({ campaignId, periodId: period, unitId: unitId('cell-1'), shard })

/** The items of one bucket, which every other one repeats under ids of its own. */
async function patternItems(): Promise<readonly Item[]> {
  const table = memoryTable()
  const answers = starterSubmissions()
    .filter(({ submission }) => submission.campaign === cellCampaign.id)
    .map(({ submission }) => checkedAnswers(cellSurvey, { asks: 'Không', ...submission.answers }).answers)
  for (let n = 0; n < perBucket; n += 1)
    await insertRevision(table, bucketAt(0), {
      ...{ id: responseId(n), revision: 1, step: sentStep, formVersion: 1, contentHash: 'h'.repeat(43) },
      ...{ receivedAt: new Date(Date.UTC(2013, 1, 1) + n * 1_000).toISOString(), finishedAt: undefined },
      ...{ standing: 'on-time', by: inspector.id, raised: nothingRaised },
      answers: answers[n % answers.length] ?? new Map(),
    })
  return [...table.items.values()]
}

/** The scenario's table, with so many responses that are made as they are read. */
async function madeUpTable(responses: number): Promise<Table> {
  const table = memoryTable()
  await store(table, aCampaign({ form: { formId: cellSurvey.formId, version: 1 } }))
  const at = '2012-12-01T00:00:00.000Z'
  await publishForm(table, { organisationId: org, formId: cellSurvey.formId, form: cellSurvey.form, by: null, at })
  const pattern = await patternItems()
  const shards = Array.from({ length: responses / perBucket }, (_, shard) => shard)
  const marks = shards.map((shard): Item => ({ ...key.mark(bucketAt(shard)), count: perBucket }))
  const shardOf = new Map(shards.map((shard) => [partition.bucket(bucketAt(shard)), shard]))
  const own = ({ sk, ...item }: Item, pk: string, shard: number): Item => ({
    ...item,
    pk,
    sk: `${shard.toString(16).padStart(8, '0')}${sk.slice(8, 24)}0000${sk.slice(0, 8)}${sk.slice(36)}`,
  })
  return {
    ...table,
    query: async (pk, options) => {
      const shard = shardOf.get(pk)
      if (shard !== undefined) return { items: pattern.map((item) => own(item, pk, shard)), next: undefined }
      const found = marks.filter((mark) => mark.pk === pk && mark.sk.startsWith(`${period}#`))
      return found.length > 0 ? { items: found, next: undefined } : table.query(pk, options)
    },
  }
}

/** Takes every part and keeps none. */
const nowhere = (): Uploads => ({
  begin: async () => 'upload',
  part: async (_key, _upload, number) => `"${number}"`,
  complete: async () => undefined,
  abort: async () => undefined,
  read: async () => undefined,
})

async function exportOnce(format: ExportFormat, responses: number): Promise<v.InferOutput<typeof Cost>> {
  const table = await madeUpTable(responses)
  const now = () => '2013-03-01T00:00:00.000Z'
  const directory = openDirectory(table)
  const deps: ExportDeps = { table, directory, uploads: nowhere(), folder: tmpdir(), now, randomName: () => 'bench' }
  const asked = { organisationId: org, request: aRequest({ format }), askedBy: leader.id, askedAt: now() }
  const entry = newExport(asked, 'bench-export')
  await insertExport(table, entry)
  const before = process.cpuUsage()
  const job = { organisationId: org, personId: leader.id, exportId: entry.id }
  await runExport(deps, job, { isLate: () => false, isLast: true })
  const { user, system } = process.cpuUsage(before)
  const made = await findExport(table, { organisationId: org, personId: leader.id, id: entry.id }, now())
  if (made?.entry.state !== 'ready' || made.entry.rows !== responses) throw new Error(JSON.stringify(made))
  return {
    rows: made.entry.rows,
    bytes: made.entry.bytes ?? 0,
    milliseconds: (user + system) / 1_000,
    mostKilobytes: process.resourceUsage().maxRSS,
  }
}

function measure(format: ExportFormat, responses: number): v.InferOutput<typeof Cost> {
  const script = fileURLToPath(import.meta.url)
  const printed = execFileSync(process.execPath, [script, format, String(responses)], { encoding: 'utf8' })
  return v.parse(Cost, JSON.parse(printed.trim().split('\n').at(-1) ?? ''))
}

const [, , wanted, count] = process.argv
const format = exportFormats.find((one) => one === wanted)
if (format) console.log(JSON.stringify(await exportOnce(format, Number(count))))
else
  for (const each of exportFormats) {
    const [small, large] = [measure(each, sizes.small), measure(each, sizes.large)]
    const megabytes = ({ mostKilobytes }: v.InferOutput<typeof Cost>) => mostKilobytes / 1_024
    printFigure(
      `export-${each}-rows-per-cpu-second`,
      (1_000 * large.rows) / large.milliseconds,
      'rows per CPU-second',
      {
        detail: { rows: large.rows, bytes: large.bytes, cpuSeconds: rounded(large.milliseconds / 1_000) },
      },
    )
    printFigure(`export-${each}-peak-memory`, megabytes(large), 'MB', {
      budget: 400,
      detail: { rows: large.rows, of10000: rounded(megabytes(small)) },
    })
  }
