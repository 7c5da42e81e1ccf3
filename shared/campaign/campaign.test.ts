import { expect, test } from 'vitest'
import { cells, period, responseId, unitId, units } from '../../test/support/scenario.ts'
import { asId, CampaignId, PeriodId } from '../ids.ts'
import { unitTree } from '../organisation/unit.ts'
import { emptySummary } from '../summary/summary.ts'
import { bucketFor, bucketName, readBucketName, shardOf } from './bucket.ts'
import { enterUnit, periodState } from './campaign.ts'
import { periodSpan } from './period.ts'
import { progressOf } from './progress.ts'

test.each([
  ['2013-H1', '2013-01-01', '2013-06-30'],
  ['2013-H2', '2013-07-01', '2013-12-31'],
  ['2013-Q1', '2013-01-01', '2013-03-31'],
  ['2013-Q4', '2013-10-01', '2013-12-31'],
  ['2012-02', '2012-02-01', '2012-02-29'],
  ['2013-02', '2013-02-01', '2013-02-28'],
  ['2013', '2013-01-01', '2013-12-31'],
])('%s runs from %s to %s', (id, start, end) => {
  expect(periodSpan(asId(PeriodId, id))).toMatchObject({ start, end })
})

test.each(['2013-H3', '2013-Q5', '2013-13', '13-H1', '2013-h1', '2013-H1 '])('%s is no period', (id) => {
  expect(() => asId(PeriodId, id)).toThrow()
})

test.each([
  ['2012-12-31T23:59:59.999Z', 'early'],
  ['2013-01-01T00:00:00Z', 'open'],
  ['2013-07-10T16:59:59.999Z', 'open'],
  ['2013-07-10T17:00:00.000Z', 'grace'],
  ['2013-07-13T16:59:59.999Z', 'grace'],
  ['2013-07-13T17:00:00.000Z', 'closed'],
])('at %s a period is %s', (now, state) => {
  const closing = { id: period, opensAt: '2013-01-01T00:00:00Z', closesAt: '2013-07-11T00:00:00+07:00', graceDays: 3 }
  expect(periodState(closing, now)).toBe(state)
})

test('a unit gets a bucket for every 500 expected responses, and an id always falls into the same one', () => {
  expect([1, 500, 501, 1_000, 12_345].map((expected) => enterUnit(unitId('u'), expected).shards)).toEqual([
    1, 1, 2, 2, 25,
  ])
  const counts = new Map<number, number>()
  for (let n = 1; n <= 5_000; n += 1) {
    const shard = shardOf(responseId(n), 10)
    expect(shardOf(responseId(n), 10)).toBe(shard)
    counts.set(shard, (counts.get(shard) ?? 0) + 1)
  }
  expect(counts.size).toBe(10)
  expect(Math.min(...counts.values())).toBeGreaterThan(350)
})

test("a bucket's name reads back", () => {
  const campaignId = asId(CampaignId, 'c')
  const bucket = bucketFor(campaignId, period, { unitId: unitId('u-1'), shards: 3 }, responseId(5))
  expect(readBucketName(campaignId, bucketName(bucket))).toEqual(bucket)
  expect(() => readBucketName(campaignId, 'u-1')).toThrow()
})

test('progress counts units with a response that counts, group by group; one in quarantine alone is missing', () => {
  const tree = unitTree(units)
  const summaries = new Map([
    [unitId('cell-1'), { ...emptySummary, responses: 2 }],
    [unitId('cell-2'), { ...emptySummary, quarantined: 1 }],
  ])
  const asked = cells.map((cell) => enterUnit(cell, 1)).reverse()
  const all = progressOf(tree, asked, summaries, { period: { id: period }, top: unitId('bloc'), level: 'committee' })
  expect(all).toMatchObject({ expected: 3, reported: 1 })
  expect(all.groups.map(({ unit, expected, reported }) => [unit.id, expected, reported])).toEqual([
    ['river', 2, 1],
    ['lake', 1, 0],
  ])
  expect(all.missing.map(({ id }) => id)).toEqual(['cell-2', 'cell-3'])
  const part = progressOf(tree, asked, summaries, { period: { id: period }, top: unitId('lake'), level: 'committee' })
  expect(part).toMatchObject({ expected: 1, reported: 0 })
})
