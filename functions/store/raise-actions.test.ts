import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen } from '../../shared/action/action.ts'
import { findingKey, wantedActions } from '../../shared/action/derive.ts'
import { moved } from '../../shared/action/lifecycle.ts'
import { mostOpen } from '../../shared/action/sheet.ts'
import type { Finding } from '../../shared/form/rules.ts'
import type { Standing } from '../../shared/response/counted.ts'
import type { Step } from '../../shared/response/step.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  campaignId,
  inspector,
  office,
  org,
  period,
  raisingForm,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { submit } from '../submit/submit.ts'
import { listUnitActions, readSheets, saveAction } from './actions.ts'
import { openDirectory } from './directory.ts'
import { rulesOf } from './facts.ts'
import { foldBucket, foldDirtyBuckets } from './fold.ts'
import { addMark } from './marks.ts'
import { raiseActions } from './raise-actions.ts'
import { insertRevision, readBucket, type StoredRevision } from './responses.ts'
import type { Table } from './table.ts'

const cell = unitId('cell-1')
const bucket = { campaignId, periodId: period, unitId: cell, shard: 0 }
const fold = rulesOf(aCampaign(), raisingForm)

const sent: Step = { kind: 'sent' }
const finding = (question: string): Finding => ({ kind: 'finding', question })
const revisionOf = (changes: Partial<StoredRevision>): StoredRevision => ({
  id: responseId(1),
  revision: 1,
  formVersion: 1,
  answers: new Map(),
  contentHash: 'hash',
  receivedAt: '2013-03-01T00:00:00.000Z',
  finishedAt: undefined,
  standing: 'on-time',
  by: inspector.id,
  step: sent,
  raised: { findings: [] },
  ...changes,
})

const openIn = async (table: Table) =>
  (await listUnitActions(table, org, cell))
    .filter(({ action }) => isOpen(action))
    .map(({ action }) => `${action.responseId} ${findingKey(action.finding)}`)
    .sort()

const steps: readonly Step[] = [
  sent,
  { kind: 'returned', at: unitId('bloc'), reason: 'again' },
  { kind: 'accepted', at: unitId('bloc'), isFinal: true },
  { kind: 'corrected', reason: 'wrong', isFinal: false },
  { kind: 'not-possible', reason: 'closed' },
]
const standings: readonly Standing[] = ['on-time', 'late', 'quarantined', 'withdrawn']

/** Revisions of a few responses, in the order in which they were stored. */
const history = fc
  .array(
    fc.record({
      response: fc.integer({ min: 1, max: 2 }),
      step: fc.constantFrom(sent, sent, sent, sent, ...steps),
      standing: fc.constantFrom('on-time', 'on-time', 'on-time', ...standings),
      raised: fc.subarray(['meetings', 'minutes']),
      second: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((entries) =>
    entries.map(({ response, raised, second, ...one }, at) =>
      revisionOf({
        ...one,
        id: responseId(response),
        revision: entries.slice(0, at + 1).filter((other) => other.response === response).length,
        receivedAt: `2013-03-01T00:00:0${second}.000Z`,
        raised: { findings: raised.map(finding) },
      }),
    ),
  )

test('folds that each knew more than the one before, in whatever order they come to act: what is open is what all of it asks for', async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.constantFrom('one-per-unit', 'many'),
      fc.constantFrom('submitted', 'accepted'),
      fc.infiniteStream(fc.nat()),
      async (all, countingRule, figures, chance) => {
        const table = memoryTable()
        const rules = { ...fold.rules, countingRule, figures } as const
        const folds = all.map((_, index) => all.slice(0, index + 1))
        while (folds.length > 0) {
          const [known] = folds.splice((chance.next().value ?? 0) % folds.length, 1)
          await raiseActions(table, org, rules, bucket, known ?? [])
        }
        const wanted = wantedActions(rules, all).filter(({ isRaised }) => isRaised)
        expect(await openIn(table)).toEqual(wanted.map((one) => `${one.first.id} ${findingKey(one.finding)}`).sort())
        const [sheet] = await readSheets(table, org, [cell])
        expect(sheet?.open.length ?? 0).toBe(wanted.length)
        const before = JSON.stringify([...table.items])
        await raiseActions(table, org, rules, bucket, all)
        await raiseActions(table, org, rules, bucket, all)
        expect(JSON.stringify([...table.items]).length - before.length).toBeLessThanOrEqual(0)
      },
    ),
    { numRuns: 1_000 },
  )
})

async function scene() {
  const table = memoryTable()
  await store(table, aCampaign(), 1, raisingForm)
  const deps = { table, directory: openDirectory(table), now: () => '2013-03-01T20:00:00.000Z' }
  const send = (answers: Record<string, unknown>, revision = 1, n = 1) =>
    submit(deps, asInspector, aSubmission({ id: responseId(n), revision, answers }))
  return { table, send, actions: async () => (await listUnitActions(table, org, cell)).map(({ action }) => action) }
}
const bad = { meetings: 4, hours: '9', minutes: 'no' }

test('findings become actions in the words of the form, due as it says, by the day where the organisation is', async () => {
  const { table, send, actions } = await scene()
  await send(bad)
  expect(await actions()).toEqual([])
  await foldDirtyBuckets(table, fold, bucket)
  const found = await actions()
  expect(found).toHaveLength(3)
  const by = (question: string) => found.find((one) => one.finding.question === question)
  expect(by('meetings')).toMatchObject({
    unitId: cell,
    responseId: responseId(1),
    question: { vi: 'Số kỳ họp', en: 'Meetings' },
    message: { vi: 'Họp quá ít', en: 'Too few meetings' },
    remedy: { vi: 'Họp đủ mỗi tháng', en: 'Meet every month' },
    severity: 'high',
    state: 'open',
    owner: null,
    // Received at 3 in the morning of 2 March in Hà Nội.
    dueOn: '2013-04-01',
    steps: [{ kind: 'raised', at: '2013-03-01T20:00:00.000Z', by: null }],
  })
  expect(by('minutes')).toMatchObject({ severity: 'low', dueOn: null })
  expect(by('hours')).toMatchObject({
    finding: { kind: 'consistency' },
    message: { vi: 'Số giờ không khớp với số kỳ họp' },
    severity: 'none',
  })
})

test('folding again, also every bucket, writes nothing more', async () => {
  const { table, send } = await scene()
  await send(bad)
  await foldBucket(table, fold, bucket)
  const actionsOf = () => JSON.stringify([...table.items.values()].filter(({ pk }) => pk.includes('ACTIONS')))
  const before = actionsOf()
  await send({ meetings: 12 }, 1, 2)
  await foldBucket(table, fold, bucket)
  await foldBucket(table, fold, bucket)
  expect(actionsOf()).toBe(before)
})

test('a correction that no longer raises it ends it; raised once more it is open again, with its history', async () => {
  const { table, send, actions } = await scene()
  await send(bad)
  await foldBucket(table, fold, bucket)
  await send({ meetings: 12, minutes: 'no' }, 2)
  await foldBucket(table, fold, bucket)
  const state = async () => Object.fromEntries((await actions()).map((one) => [one.finding.question, one.state]))
  expect(await state()).toEqual({ meetings: 'dropped', hours: 'dropped', minutes: 'open' })
  await send({ meetings: 5, minutes: 'no' }, 3)
  await foldBucket(table, fold, bucket)
  expect(await state()).toEqual({ meetings: 'open', hours: 'dropped', minutes: 'open' })
  const meetings = (await actions()).find((one) => one.finding.question === 'meetings')
  expect(meetings?.steps.map(({ kind }) => kind)).toEqual(['raised', 'gone', 'raised'])
})

test('a withdrawal ends what is open, and leaves what was confirmed', async () => {
  const { table, send } = await scene()
  await send(bad)
  await foldBucket(table, fold, bucket)
  const made = { at: '2013-03-05T00:00:00.000Z', by: office.id, words: 'seen' }
  const [first] = await listUnitActions(table, org, cell)
  const done = first && moved(first.action, 'done', made)
  const confirmed = done && moved(done, 'confirm', made)
  if (!first || !confirmed) throw new Error('nothing to confirm')
  await saveAction(table, org, confirmed, first.version)
  const [stored] = await readBucket(table, bucket)
  if (!stored) throw new Error('nothing stored')
  const gone = { ...stored, revision: 2, standing: 'withdrawn', step: { kind: 'withdrawn', reason: 'twice' } } as const
  await insertRevision(table, bucket, gone)
  await addMark(table, bucket)
  await foldBucket(table, fold, bucket)
  const after = (await listUnitActions(table, org, cell)).map(({ action }) => action)
  expect(after.map(({ id, state }) => [id === confirmed.id, state]).sort()).toEqual([
    [false, 'dropped'],
    [false, 'dropped'],
    [true, 'confirmed'],
  ])
  const [sheet] = await readSheets(table, org, [cell])
  expect(sheet).toEqual({ unitId: cell, open: [], confirmed: 1, dropped: 2 })
})

test('what a person dropped stays dropped, and what was reopened after it had gone stays open until more is known', async () => {
  const { table, send, actions } = await scene()
  await send(bad)
  await foldBucket(table, fold, bucket)
  const act = async (question: string, name: 'drop' | 'reopen') => {
    const found = (await listUnitActions(table, org, cell)).find(({ action }) => action.finding.question === question)
    const next = found && moved(found.action, name, { at: '2013-03-05T00:00:00.000Z', by: office.id, words: 'so' })
    if (!found || !next) throw new Error('not possible')
    await saveAction(table, org, next, found.version)
  }
  const state = async (question: string) => (await actions()).find((one) => one.finding.question === question)?.state
  await act('minutes', 'drop')
  await send({ meetings: 12, minutes: 'no' }, 2)
  await foldBucket(table, fold, bucket)
  expect(await state('minutes')).toBe('dropped')
  await act('meetings', 'reopen')
  await foldBucket(table, fold, bucket)
  expect(await state('meetings')).toBe('open')
  await send({ meetings: 12, minutes: 'no', note: 'again' }, 3)
  await foldBucket(table, fold, bucket)
  expect(await state('meetings')).toBe('dropped')
})

test('an answer corrected before anything was made of it leaves nothing to see', async () => {
  const { table, send } = await scene()
  await send(bad)
  await send({ meetings: 12 }, 2)
  await foldBucket(table, fold, bucket)
  const [sheet] = await readSheets(table, org, [cell])
  expect(sheet ?? { open: [], confirmed: 0, dropped: 0 }).toMatchObject({ open: [], confirmed: 0, dropped: 0 })
})

test('a survey of members makes no actions, and a form without findings costs nothing', async () => {
  const { table, send, actions } = await scene()
  await send(bad)
  await foldBucket(table, rulesOf(aCampaign({ kind: 'member-survey' }), raisingForm), bucket)
  expect(await actions()).toEqual([])
  const plain = memoryTable()
  await store(plain)
  const deps = { table: plain, directory: openDirectory(plain), now: () => '2013-03-01T20:00:00.000Z' }
  await submit(deps, asInspector, aSubmission())
  const asked: string[] = []
  const noting =
    <A extends unknown[], R>(verb: (...args: A) => R, pkOf: (...args: A) => string) =>
    (...args: A): R => {
      asked.push(pkOf(...args))
      return verb(...args)
    }
  const watched: Table = {
    ...plain,
    get: noting(plain.get, ({ pk }) => pk),
    query: noting(plain.query, (pk) => pk),
  }
  await foldBucket(watched, fold, bucket)
  expect(asked.filter((pk) => pk.includes('ACTIONS'))).toEqual([])
})

test('more findings than anybody sees to wait', async () => {
  const table = memoryTable()
  const findings = Array.from({ length: mostOpen + 5 }, (_, index) => finding(`household[${index + 1}]/meetings`))
  await raiseActions(table, org, fold.rules, bucket, [revisionOf({ raised: { findings } })])
  expect(await openIn(table)).toHaveLength(mostOpen)
}, 60_000)
