import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultRound } from '../../test/support/faults.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  form,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { submit } from '../submit/submit.ts'
import { openDirectory } from './directory.ts'
import { foldBucket, foldRules, readPeriodSummaries } from './fold.ts'
import { key } from './keys.ts'
import { readMarks } from './marks.ts'
import { insertRevision, readBucket } from './responses.ts'
import type { Table } from './table.ts'

const rules = { form, indicators: aCampaign().indicators, countingRule: 'many' as const, figures: 'submitted' as const }
const fold = foldRules(rules)
const scope = { campaignId, periodId: period }

async function scene() {
  const table = memoryTable()
  await store(table)
  const deps = { table, directory: openDirectory(table), now: () => '2013-03-01T00:00:00.000Z' }
  const send = (n: number, unit = 'cell-1') =>
    submit(deps, asInspector, aSubmission({ id: responseId(n), unit: unitId(unit) }))
  return { table, send }
}

test('whatever the order, the crashes and the repeats, figures hold what was acknowledged, once (short; npm run soak runs it long)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
      expect((await faultRound(seed)).broken).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 120_000)

test('the faults really happen: in a few rounds processes crash and some submits stay unanswered', async () => {
  const rounds = await Promise.all(Array.from({ length: 20 }, (_, seed) => faultRound(seed)))
  expect(rounds.reduce((sum, round) => sum + round.crashes, 0)).toBeGreaterThan(20)
  expect(rounds.reduce((sum, round) => sum + round.acknowledged, 0)).toBeGreaterThan(20)
}, 60_000)

test('reading folds what is dirty and nothing else', async () => {
  const { table, send } = await scene()
  await send(1)
  await send(2, 'cell-2')
  const first = await readPeriodSummaries(table, fold, scope)
  expect(first.summaries.get(unitId('cell-1'))?.responses).toBe(1)
  expect((await readMarks(table, campaignId, period)).every((mark) => mark.covered === mark.count)).toBe(true)
  const versions = () =>
    [...table.items.values()].filter((item) => item.pk.includes('SUMMARIES')).map((item) => item['version'])
  const before = versions()
  await readPeriodSummaries(table, fold, scope)
  expect(versions()).toEqual(before)
})

test('other indicators make every summary dirty', async () => {
  const { table, send } = await scene()
  await send(1)
  await readPeriodSummaries(table, fold, scope)
  const fewer = foldRules({ ...rules, indicators: rules.indicators.slice(0, 1) })
  const { summaries } = await readPeriodSummaries(table, fewer, scope)
  expect([...(summaries.get(unitId('cell-1'))?.tallies.keys() ?? [])]).toEqual(['meetings'])
})

test('a page folds up to its limit and says how many units are still being recounted', async () => {
  const { table, send } = await scene()
  for (const [index, cell] of ['cell-1', 'cell-2', 'cell-3'].entries()) await send(index + 1, cell)
  const limited = await readPeriodSummaries(table, fold, scope, { buckets: 1, isLate: () => false })
  expect(limited.recounting).toBe(2)
  expect(limited.summaries.size).toBe(1)
  const late = await readPeriodSummaries(table, fold, scope, { buckets: 200, isLate: () => true })
  expect(late.recounting).toBe(2)
  expect((await readPeriodSummaries(table, fold, scope)).recounting).toBe(0)
})

test('a correction replaces, and a tombstone removes, what counted; a late retry of the first revision changes nothing', async () => {
  const { table, send } = await scene()
  await send(1)
  const [first] = await readBucket(table, { ...scope, unitId: unitId('cell-1'), shard: 0 })
  if (!first) throw new Error('nothing stored')
  const bucket = { ...scope, unitId: unitId('cell-1'), shard: 0 }
  await insertRevision(table, bucket, { ...first, revision: 2, answers: new Map([['meetings', 7]]) })
  expect((await foldBucket(table, fold, bucket)).numbers.get('meetings')?.sum).toEqual({ units: 7n, scale: 0 })
  await insertRevision(table, bucket, { ...first, revision: 3, standing: 'withdrawn' })
  expect((await send(1)).ok).toBe(true)
  expect((await foldBucket(table, fold, bucket)).responses).toBe(0)
})

test('a slow fold that read less never overwrites a quick one that read more', async () => {
  const { table, send } = await scene()
  const bucket = { ...scope, unitId: unitId('cell-1'), shard: 0 }
  await send(1)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let holds = true
  const slow: Table = {
    ...table,
    replace: async (item, expected) => {
      if (holds) await held
      holds = false
      return table.replace(item, expected)
    },
  }
  const slowFold = foldBucket(slow, fold, bucket)
  await new Promise((resolve) => setImmediate(resolve))
  await send(2)
  await foldBucket(table, fold, bucket)
  letGo()
  expect((await slowFold).responses).toBe(2)
  const [mark] = await readMarks(table, campaignId, period)
  expect(mark).toMatchObject({ count: 2, covered: 2 })
  expect((await readPeriodSummaries(table, fold, scope)).summaries.get(bucket.unitId)?.responses).toBe(2)
  const summary = await table.get(key.summary(bucket))
  expect(summary?.['covers']).toBe(2)
})
