import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import { sentStep } from '../../shared/response/step.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { aCampaign, campaignId, inspector, period, responseId, unitId } from '../../test/support/scenario.ts'
import { addMark } from './marks.ts'
import { type Cursor, cursorAt, cursorText, readCursor, readResponsePage, type Scope } from './response-pages.ts'
import { insertRevision, nothingRaised, type StoredRevision } from './responses.ts'
import type { Table } from './table.ts'

const older = asId(PeriodId, '2012-H2')
const unitIds = ['cell-3', 'cell-1', 'cell-2'].map(unitId)
const scopeOf = (countingRule: 'many' | 'one-per-unit' = 'many'): Scope => ({
  campaign: aCampaign({ countingRule }),
  periodIds: [period, older],
  unitIds,
})

const revisionOf = (id: number, revision: number): StoredRevision => ({
  id: responseId(id),
  revision,
  formVersion: 1,
  answers: new Map([['meetings', id]]),
  contentHash: 'h',
  receivedAt: `2013-02-01T00:00:0${revision % 10}.000Z`,
  finishedAt: undefined,
  standing: 'on-time',
  step: sentStep,
  by: inspector.id,
  raised: nothingRaised,
})

type Put = { readonly id: number; readonly unit: number; readonly isOlder: boolean; readonly revisions: number }
const puts = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 200 }),
    unit: fc.nat({ max: 2 }),
    isOlder: fc.boolean(),
    revisions: fc.constantFrom(1, 1, 1, 2, 25),
  }),
  { maxLength: 60, selector: ({ id }) => id },
)

async function put(table: Table, { id, unit, isOlder, revisions }: Put, shards = 2): Promise<void> {
  const campaignUnit = { unitId: unitIds[unit] ?? unitId('cell-1'), shards }
  const bucket = bucketFor(campaignId, isOlder ? older : period, campaignUnit, responseId(id))
  for (let revision = 1; revision <= revisions; revision += 1)
    await insertRevision(table, bucket, revisionOf(id, revision))
  await addMark(table, bucket)
}

/** All pages one after the other, as the ids of each. */
async function walk(table: Table, scope: Scope, options: Omit<Parameters<typeof readResponsePage>[2], 'after'>) {
  const pages: string[][] = []
  let after: Cursor | undefined
  do {
    const page = await readResponsePage(table, scope, { ...options, after })
    for (const { history } of page.rows)
      expect(history.map(({ revision }) => revision)).toEqual(history.map((_, at) => at + 1))
    pages.push(page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return pages
}

const inOrder = (all: readonly Put[]) => {
  const bucketOf = ({ id, unit, isOlder }: Put) =>
    bucketFor(
      campaignId,
      isOlder ? older : period,
      { unitId: unitIds[unit] ?? unitId('cell-1'), shards: 2 },
      responseId(id),
    )
  const key = (one: Put) => [Number(one.isOlder), one.unit, bucketOf(one).shard, responseId(one.id)] as const
  return all
    .map((one) => key(one))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1))
    .map(([, , , id]) => id)
}

test('pages one after the other hold every response once, in the order of the scope, however long they are', async () => {
  await fc.assert(
    fc.asyncProperty(puts, fc.integer({ min: 1, max: 12 }), async (all, limit) => {
      const table = memoryTable()
      for (const one of all) await put(table, one)
      const pages = await walk(table, scopeOf(), { limit })
      expect(pages.flat()).toEqual(inOrder(all))
      for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit)
    }),
    { numRuns: 60 },
  )
})

test('a search that is always late looks at everything once, bit by bit, and finds the same', async () => {
  await fc.assert(
    fc.asyncProperty(puts, fc.integer({ min: 1, max: 5 }), async (all, limit) => {
      const table = memoryTable()
      for (const one of all) await put(table, one)
      const isWanted = ({ state }: { state: { shown: StoredRevision } }) =>
        Number(state.shown.answers.get('meetings')) % 3 === 0
      const whole = await walk(table, scopeOf(), { limit: 1_000, isWanted })
      expect((await walk(table, scopeOf(), { limit, isWanted, isLate: () => true })).flat()).toEqual(whole.flat())
      let looked = 0
      let after: Cursor | undefined
      do {
        const page = await readResponsePage(table, scopeOf(), { limit: 1_000, isWanted, isLate: () => true, after })
        looked += page.looked
        after = page.next
      } while (after)
      expect(looked).toBe(all.length)
    }),
    { numRuns: 40 },
  )
})

test('the page before is the page one came from', async () => {
  await fc.assert(
    fc.asyncProperty(
      puts,
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('many' as const, 'one-per-unit' as const),
      async (all, limit, rule) => {
        const table = memoryTable()
        for (const one of all) await put(table, one)
        const scope = scopeOf(rule)
        const first = await readResponsePage(table, scope, { limit })
        if (!first.next) return
        const second = await readResponsePage(table, scope, { limit, after: first.next })
        const [row] = second.rows
        if (!row) return
        const back = await readResponsePage(table, scope, { limit, before: cursorAt(row) })
        expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
      },
    ),
    { numRuns: 60 },
  )
})

test('what comes in meanwhile moves nothing that was seen to another page', async () => {
  await fc.assert(
    fc.asyncProperty(puts, puts, fc.integer({ min: 1, max: 7 }), async (before, meanwhile, limit) => {
      const table = memoryTable()
      const known = new Set(before.map(({ id }) => id))
      for (const one of before) await put(table, one)
      const first = await readResponsePage(table, scopeOf(), { limit })
      for (const one of meanwhile) if (!known.has(one.id)) await put(table, one)
      const rest = first.next ? await walkFrom(table, first.next, limit) : []
      const seen = [...first.rows.map(({ id }) => id), ...rest]
      expect(new Set(seen).size).toBe(seen.length)
      if (first.next) expect(seen).toEqual(expect.arrayContaining(before.map(({ id }) => responseId(id))))
    }),
    { numRuns: 60 },
  )
})

async function walkFrom(table: Table, from: Cursor, limit: number): Promise<string[]> {
  const ids: string[] = []
  for (let after: Cursor | undefined = from; after; ) {
    const page = await readResponsePage(table, scopeOf(), { limit, after })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return ids
}

test('under one-per-unit the second is known as such wherever a page is cut', async () => {
  const table = memoryTable()
  for (const id of [5, 6]) await put(table, { id, unit: 0, isOlder: false, revisions: 1 }, 1)
  const scope = { ...scopeOf('one-per-unit'), periodIds: [period] }
  const first = await readResponsePage(table, scope, { limit: 1 })
  const second = await readResponsePage(table, scope, { limit: 1, after: first.next })
  expect([first, second].map(({ rows }) => rows.map(({ id, state }) => [id, state.place]))).toEqual([
    [[responseId(5), 'counted']],
    [[responseId(6), 'second']],
  ])
  expect(second.next).toBeUndefined()
})

test('a cursor reads back; one that was forged is none, and one outside of the scope begins at the beginning', async () => {
  const table = memoryTable()
  await put(table, { id: 5, unit: 0, isOlder: false, revisions: 1 })
  const cursor = { periodId: period, unitId: unitId('cell-1'), shard: 3, id: responseId(5) }
  expect(readCursor(cursorText(cursor))).toEqual(cursor)
  expect(readCursor(cursorText({ ...cursor, id: undefined }))).toEqual({ ...cursor, id: undefined })
  for (const forged of [
    '',
    '.',
    '2013-H1',
    '2013-H1.__proto__',
    'C#x.cell-1.0',
    '2013-H1.cell-1.-1',
    '2013-H1.a/b.0',
    `2013-H1.cell-1.0.${'x'.repeat(100_000)}`,
  ])
    expect(readCursor(forged), forged.slice(0, 40)).toBeUndefined()
  for (const elsewhere of [
    { ...cursor, unitId: unitId('bloc') },
    { ...cursor, periodId: asId(PeriodId, '1999') },
  ]) {
    const found = await readResponsePage(table, scopeOf(), { limit: 5, after: elsewhere })
    expect(found.rows.map(({ id }) => id)).toEqual([responseId(5)])
    expect((await readResponsePage(table, scopeOf(), { limit: 5, before: elsewhere })).rows).toHaveLength(1)
  }
})
