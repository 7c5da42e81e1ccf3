import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Scope } from '../../shared/campaign/campaign.ts'
import { asId, CampaignId, OrganisationId } from '../../shared/ids.ts'
import { ReportDocument } from '../../shared/report/document.ts'
import { sentStep } from '../../shared/response/step.ts'
import { memoryObjects, memorySecrets } from '../../test/support/api.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  form,
  inspector,
  org,
  period,
  plan,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { reportFiles } from '../report-files.ts'
import { fillUnits, findFilling, noteFilling } from '../store/campaign-units.ts'
import { findCampaign, listCampaignUnits, saveCampaign } from '../store/campaigns.ts'
import { openDirectory } from '../store/directory.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { listReports, reportPdfKey } from '../store/reports.ts'
import { insertRevision, nothingRaised } from '../store/responses.ts'
import { submit } from '../submit/submit.ts'
import type { HandlerDeps } from './deps.ts'
import { scheduleHandler } from './handler.ts'

const due = '2013-07-15T00:00:00.000Z'
const scheduled = `20130715T000000Z-${plan.id}-${period}`

type Job = { readonly reportId: string; readonly organisationId: string }

async function scene() {
  const table = memoryTable()
  await store(table)
  const objects = memoryObjects()
  const reportJobs: Job[] = []
  const renderJobs: { readonly folder: string }[] = []
  let now = '2013-07-14T23:59:59.999Z'
  const deps: HandlerDeps = {
    table,
    directory: openDirectory(table),
    objects,
    secrets: memorySecrets(),
    reportQueue: { send: async (body) => void reportJobs.push(body as Job) },
    renderQueue: { send: async (body) => void renderJobs.push(body as { folder: string }) },
    mail: undefined,
    webhooks: { post: async () => ({ ok: true }) },
    publicUrl: 'http://phieu.test',
    now: () => now,
    randomToken: () => 'token',
  }
  const handle = scheduleHandler(deps)
  const records = (bodies: readonly unknown[]) => ({
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })),
  })
  return {
    deps,
    table,
    objects,
    reportJobs,
    renderJobs,
    at: (time: string) => {
      now = time
    },
    tick: () => handle({ kind: 'tick' }),
    // Only what the handler reads of an SQS event; the platform's own fields are of no interest here.
    work: (...bodies: unknown[]) => handle(records(bodies) as Parameters<typeof handle>[0]),
    send: (n: number, unit = 'cell-1') =>
      submit(deps, asInspector, aSubmission({ id: responseId(n), unit: unitId(unit) })),
  }
}

test('a report is asked for when it is due, not before, and once, however many ticks there are', async () => {
  const { tick, at, reportJobs } = await scene()
  await tick()
  expect(reportJobs).toEqual([])
  at(due)
  await Promise.all([tick(), tick()])
  await tick()
  expect(reportJobs).toEqual([{ organisationId: org, reportId: scheduled }])
})

test('what was due while the system was off is asked for at the first tick', async () => {
  const { tick, at, reportJobs } = await scene()
  at('2015-01-01T00:00:00.000Z')
  await tick()
  expect(reportJobs).toHaveLength(1)
})

test('a job composes from every acknowledged response, writes the data and hands over to the renderer', async () => {
  const { tick, at, work, send, reportJobs, renderJobs, objects } = await scene()
  await send(1)
  await send(2, 'cell-2')
  at(due)
  await tick()
  expect(await work(...reportJobs)).toEqual({ batchItemFailures: [] })
  const [job] = renderJobs
  expect(job?.folder).toMatch(new RegExp(`^reports/org/${scheduled}/[\\w-]{43}$`))
  const stored = objects.stored.get(reportFiles(job?.folder ?? '').data)
  const document = v.parse(ReportDocument, JSON.parse(new TextDecoder().decode(stored)))
  expect(document.asOf).toBe(due)
  const sentences = document.blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
  )
  expect(sentences.join('\n')).toContain('2/3 chi bộ')
})

test('a job that runs again changes nothing, also when more has come in since', async () => {
  const { tick, at, work, send, reportJobs, renderJobs, objects } = await scene()
  at(due)
  await tick()
  await work(...reportJobs)
  const before = [...objects.stored.keys()]
  await send(1)
  await work(...reportJobs)
  expect([...objects.stored.keys()]).toEqual(before)
  expect(renderJobs[1]).toEqual(renderJobs[0])
})

test('a bad job fails alone', async () => {
  const { tick, at, work, reportJobs, renderJobs } = await scene()
  at(due)
  await tick()
  const answer = await work('not json', { organisationId: org, reportId: 'nowhere' }, ...reportJobs, { reportId: 1 })
  expect(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m0', 'm1', 'm3'])
  expect(renderJobs).toHaveLength(1)
})

test('a report whose job was lost is sent on, less and less often; one whose PDF is there is left alone', async () => {
  const { tick, at, reportJobs, objects, table, work } = await scene()
  at(due)
  await tick()
  const jobsAfter = async (minutes: number) => {
    at(new Date(Date.parse(due) + minutes * 60_000).toISOString())
    await tick()
    return reportJobs.length
  }
  expect([
    await jobsAfter(1),
    await jobsAfter(2),
    await jobsAfter(3),
    await jobsAfter(4),
    await jobsAfter(5),
    await jobsAfter(8),
  ]).toEqual([1, 2, 2, 3, 3, 4])
  await work({ organisationId: org, reportId: scheduled })
  const [found] = (await listReports(table, org, 1)).reports
  await objects.put((found && reportPdfKey(found.report)) ?? '', Buffer.from('%PDF-'), 'application/pdf')
  expect(await jobsAfter(10_000)).toBe(4)
  expect((await listReports(table, org, 10)).reports.map(({ report }) => report.state)).toEqual(['ready'])
})

test('a tick folds what came in, so that pages find it done', async () => {
  const { tick, send, table } = await scene()
  await send(1)
  await tick()
  const stored = [...table.items.values()].filter(({ pk }) => pk.includes('#SUMMARIES#'))
  expect(stored).toHaveLength(1)
})

test('the close folds every bucket once more: a client that died between put and mark is counted', async () => {
  const { tick, at, table } = await scene()
  const bucket = { campaignId, periodId: period, unitId: unitId('cell-2'), shard: 0 }
  await insertRevision(table, bucket, {
    id: responseId(7),
    revision: 1,
    step: sentStep,
    formVersion: 1,
    receivedAt: '2013-03-01T00:00:00.000Z',
    contentHash: 'h',
    finishedAt: undefined,
    standing: 'on-time',
    by: inspector.id,
    raised: nothingRaised,
    answers: new Map([['meetings', 9]]),
  })
  const fold = foldRules({ form, indicators: aCampaign().indicators, countingRule: 'many', figures: 'submitted' })
  const counted = async () =>
    (await readPeriodSummaries(table, fold, { campaignId, periodId: period })).summaries.get(bucket.unitId)
      ?.responses ?? 0
  await tick()
  expect(await counted()).toBe(0)
  const found = await findCampaign(table, org, campaignId)
  if (!found) throw new Error('no campaign')
  const periods = found.campaign.periods.map((one) => ({ ...one, closesAt: '2013-07-01T00:00:00.000Z', graceDays: 30 }))
  await saveCampaign(table, { ...found.campaign, periods }, found.version)
  at('2013-07-02T00:00:00.000Z')
  await tick()
  expect(await counted()).toBe(1)
  const closed = () => [...table.items.values()].filter(({ pk }) => pk.endsWith('#CLOSED')).map(({ sk }) => sk)
  expect(closed()).toHaveLength(1)
  at('2013-09-01T00:00:00.000Z')
  await tick()
  await tick()
  expect(closed()).toHaveLength(2)
})

test('two jobs for one report side by side: the report names the data of one, and both hand that one over', async () => {
  const { tick, at, work, send, reportJobs, renderJobs, deps } = await scene()
  at(due)
  await tick()
  let seconds = 0
  // Each job reads the clock at another moment, so that their data differ.
  Object.assign(deps, {
    now: () => {
      seconds += 1
      return new Date(Date.parse(due) + seconds * 1_000).toISOString()
    },
  })
  await send(1)
  await Promise.all([work(...reportJobs), work(...reportJobs)])
  expect(new Set(renderJobs.map(({ folder }) => folder)).size).toBe(1)
})

test('what fails for one organisation takes nothing from another, and the tick fails at its end', async () => {
  const { tick, at, table, reportJobs } = await scene()
  const broken = asId(OrganisationId, 'broken')
  await table.insert({ pk: 'ORGS', sk: broken })
  await table.insert({ pk: `ORG#${broken}`, sk: 'PLAN#p', body: '{}' })
  at(due)
  await expect(tick()).rejects.toThrow('1 steps')
  expect(reportJobs).toHaveLength(1)
})

test('a tick that died before it stored the report of a round is made good by the next', async () => {
  const { tick, at, table, reportJobs } = await scene()
  at(due)
  const { insert } = table
  let inserts = 0
  Object.assign(table, {
    insert: async (item: Parameters<typeof insert>[0]) => {
      inserts += 1
      if (inserts === 1) throw new Error('the process died')
      return insert(item)
    },
  })
  await expect(tick()).rejects.toThrow()
  expect(reportJobs).toHaveLength(0)
  at('2013-07-15T00:01:00.000Z')
  await tick()
  expect(reportJobs).toEqual([{ organisationId: org, reportId: scheduled }])
})

test('a tick goes on with the units of a draft where a request stopped, and of an open campaign with none', async () => {
  const { tick, table, deps } = await scene()
  const scope: Scope = {
    from: { kind: 'subtree', top: unitId('bloc'), level: 'cell' },
    except: [],
    also: [],
    expected: 1,
  }
  const draft = aCampaign({ id: asId(CampaignId, 'draft'), state: 'draft', scope })
  const running = aCampaign({ id: asId(CampaignId, 'running'), scope })
  const unitsOf = async (id: CampaignId) => (await listCampaignUnits(table, id)).map((unit) => unit.unitId).sort()
  for (const campaign of [draft, running]) {
    await saveCampaign(table, campaign, 0)
    await noteFilling(table, campaign.id, 1)
  }
  const { tree } = await deps.directory.organisation(org, deps.now())
  await fillUnits(table, { campaign: draft, version: 1, tree }, () => true)
  expect(await unitsOf(draft.id)).toEqual([])
  await tick()
  expect(await unitsOf(draft.id)).toEqual(['cell-1', 'cell-2', 'cell-3'])
  expect(await findFilling(table, draft.id)).toEqual([])
  expect(await unitsOf(running.id)).toEqual([])
})
