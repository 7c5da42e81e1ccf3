import { expect, test } from 'vitest'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import { sentStep } from '../../shared/response/step.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { aCampaign, campaignId, period, responseId, unitId } from '../../test/support/scenario.ts'
import { addMark } from './marks.ts'
import { insertRevision, nothingRaised, type StoredRevision } from './responses.ts'
import { eachStored } from './stored-answers.ts'
import type { Table } from './table.ts'

const later = asId(PeriodId, '2013-H2')
const [first] = aCampaign().periods
if (!first) throw new Error('A campaign has a period')
const campaign = aCampaign({ periods: [first, { ...first, id: later }] })

async function put(
  table: Table,
  n: number,
  changes: Partial<StoredRevision> = {},
  at: { cell?: string; in?: PeriodId } = {},
) {
  const revision: StoredRevision = {
    id: responseId(n),
    revision: 1,
    step: sentStep,
    answers: new Map([['meetings', n]]),
    formVersion: 1,
    contentHash: 'h',
    receivedAt: '2013-02-01T00:00:00.000Z',
    finishedAt: undefined,
    standing: 'on-time',
    by: '',
    raised: nothingRaised,
    ...changes,
  }
  const unit = { ...enterUnit(unitId(at.cell ?? 'cell-1'), 1), shards: 4 }
  const bucket = bucketFor(campaignId, at.in ?? period, unit, revision.id)
  await insertRevision(table, bucket, revision)
  await addMark(table, bucket)
}

async function taken(table: Table, isLate: () => boolean = () => false) {
  const found: [unknown, number][] = []
  const isWhole = await eachStored(table, campaign, isLate, ({ answers, revision }) => {
    found.push([answers.get('meetings'), revision])
  })
  return { isWhole, found: found.sort(([a], [b]) => Number(a) - Number(b)) }
}

test('the latest revision of every response of every unit and period, without those that were withdrawn', async () => {
  const table = memoryTable()
  for (let n = 1; n <= 40; n++) await put(table, n, {}, { cell: `cell-${(n % 3) + 1}`, in: n % 2 ? period : later })
  await put(table, 41)
  await put(table, 41, { revision: 2, answers: new Map([['meetings', 41]]) })
  await put(table, 42)
  await put(table, 42, { revision: 2, standing: 'withdrawn' })
  const { isWhole, found } = await taken(table)
  expect(isWhole).toBe(true)
  expect(found).toEqual([...Array.from({ length: 40 }, (_, at) => [at + 1, 1]), [41, 2]])
})

test('stops when it takes too long, and says so', async () => {
  const table = memoryTable()
  for (let n = 1; n <= 40; n++) await put(table, n, {}, { cell: `cell-${n}` })
  let looks = 0
  const { isWhole, found } = await taken(table, () => ++looks > 2)
  expect(isWhole).toBe(false)
  expect(found).toHaveLength(16)
})

test('a campaign without a response', async () => {
  expect(await taken(memoryTable())).toEqual({ isWhole: true, found: [] })
})
