// An organisation with a campaign, ready to be exported: responses through the submit path, jobs through the handler.

import type { SQSEvent } from 'aws-lambda'
import { unzipSync } from 'fflate'
import type { ExportDeps } from '../../functions/export/deps.ts'
import { exportHandler } from '../../functions/export/handler.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { type Export, findExport, insertExport, newExport } from '../../functions/store/exports.ts'
import { submit } from '../../functions/submit/submit.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { ExportRequest } from '../../shared/export/request.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { memoryTable } from './memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  leader,
  org,
  period,
  responseId,
  store,
  unitId,
} from './scenario.ts'
import { memoryUploads } from './uploads.ts'

export const aRequest = (changes: Partial<ExportRequest> = {}): ExportRequest => ({
  campaign: campaignId,
  periods: [period],
  unit: unitId('bloc'),
  format: 'csv',
  choices: 'labels',
  headings: 'labels',
  separator: 'comma',
  language: 'vi',
  evidence: false,
  include: [],
  ...changes,
})

/** Long enough for any test. */
const aMinute = { getRemainingTimeInMillis: () => 60_000 }

export async function exportScene({
  campaign = aCampaign(),
  folder,
  table = memoryTable(),
}: {
  readonly campaign?: Campaign
  /** Of temporary files. */
  readonly folder: string
  readonly table?: ReturnType<typeof memoryTable>
}) {
  await store(table, campaign)
  const uploads = memoryUploads()
  let now = '2013-03-01T00:00:00.000Z'
  let names = 0
  const clock = { now: () => now }
  const deps: ExportDeps = {
    table,
    directory: openDirectory(table),
    uploads,
    folder,
    ...clock,
    randomName: () => {
      names += 1
      return `run-${names}`
    },
  }
  const submitDeps = { table, directory: deps.directory, ...clock }
  let asked = 0
  const ask = async (changes: Partial<ExportRequest> = {}, by: Person = leader): Promise<Export> => {
    asked += 1
    const who = { organisationId: org, request: aRequest(changes), askedBy: by.id, askedAt: now }
    const entry = newExport(who, `ask-${asked}`)
    await insertExport(table, entry)
    return entry
  }
  const find = async ({ id, askedBy }: Export) =>
    (await findExport(table, { organisationId: org, personId: askedBy, id }, now))?.entry
  /** Hands the job to the function, as the queue does it the `tries`-th time; answers whether it was done. */
  const work = async (entry: Export, { tries = 1, context = aMinute, over = deps } = {}): Promise<boolean> => {
    const body = JSON.stringify({ organisationId: org, personId: entry.askedBy, exportId: entry.id })
    const record = { messageId: 'm', body, attributes: { ApproximateReceiveCount: String(tries) } }
    // Only what the handler reads of an SQS event.
    const event = { Records: [record] } as unknown as SQSEvent
    return (await exportHandler(over)(event, context)).batchItemFailures.length === 0
  }
  /** The finished file's bytes. */
  const fileOf = async (entry: Export): Promise<Uint8Array> => {
    const bytes = uploads.stored.get((await find(entry))?.file ?? '')
    if (!bytes) throw new Error(`No file of ${entry.id}`)
    return bytes
  }
  return {
    table,
    uploads,
    deps,
    ask,
    find,
    work,
    at: (time: string) => {
      now = time
    },
    send: (n: number, changes: Partial<Submission> = {}) =>
      submit(submitDeps, asInspector, aSubmission({ id: responseId(n), ...changes })),
    fileOf,
    /** Asks, works, and answers the files of the zip as texts. */
    filesOf: async (changes: Partial<ExportRequest> = {}, by: Person = leader): Promise<Record<string, string>> => {
      const entry = await ask(changes, by)
      await work(entry)
      return textsIn(await fileOf(entry))
    },
  }
}

export const textsIn = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]))
