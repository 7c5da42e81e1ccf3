// Steps of a review under faults: reviewers press at once, processes die anywhere, writes land twice and late, folds run side
// by side. What was acknowledged is stored once, and figures hold it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Person } from '../../shared/organisation/access.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { countedResponses } from '../../shared/response/counted.ts'
import type { Wanted } from '../../shared/response/review.ts'
import { roundAt } from '../../test/support/evidence.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aCampaign,
  aSubmission,
  asInspector,
  form,
  leader,
  office,
  responseId,
  store,
  units,
} from '../../test/support/scenario.ts'
import { Crash, type Simulation, simulate } from '../../test/support/simulation.ts'
import { openDirectory } from '../store/directory.ts'
import { rulesOf } from '../store/facts.ts'
import { foldBucket, readPeriodSummaries } from '../store/fold.ts'
import { listRevisions, readBucket, type StoredRevision } from '../store/responses.ts'
import { submit } from '../submit/submit.ts'
import { takeStep } from './review.ts'

const now = '2013-03-01T00:00:00.000Z'
const tree = unitTree(units)
const submission = aSubmission()
const campaign = aCampaign({ figures: 'accepted' })
const place = { ...roundAt(submission.unit), campaign }
const bucket = { campaignId: campaign.id, periodId: submission.period, unitId: submission.unit, shard: 0 }
const rules = rulesOf(campaign, form)
const ids = [responseId(1), responseId(2)]

const wanteds: readonly Wanted[] = [
  { kind: 'accept' },
  { kind: 'return', reason: 'Thiếu' },
  { kind: 'withdraw', reason: 'Nhầm' },
]

async function survive<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Crash) return undefined
    throw error
  }
}

/** One press, sent again until it is answered or patience ends; what was acknowledged, if anything was. */
async function press({ table, random }: Simulation, person: Person): Promise<StoredRevision | undefined> {
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const [id, wanted] = [pick(ids), pick(wanteds)]
  const seen = id && (await survive(() => listRevisions(table, bucket, id)))
  const replaces = seen?.at(-1)?.revision
  if (!id || !wanted || replaces === undefined) return undefined
  for (let tries = 0; tries < 4; tries += 1) {
    const reviewing = { ...place, person, tree, id, replaces, wanted }
    const taken = await survive(() => takeStep({ table, now: () => now }, reviewing))
    // Some lose even a good answer on the way, and press again.
    if (taken && (!taken.ok || random() < 0.8)) return taken.ok ? taken.value.revision : undefined
  }
  return undefined
}

async function presses(world: Simulation, person: Person, into: StoredRevision[]): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    const acknowledged = await press(world, person)
    if (acknowledged) into.push(acknowledged)
  }
}

async function round(seed: number) {
  const inner = memoryTable()
  await store(inner, campaign)
  const deps = { table: inner, directory: openDirectory(inner), now: () => now }
  for (const id of ids) await submit(deps, asInspector, { ...submission, id })
  const world = simulate(inner, seed, { crashBefore: 0.08, crashAfter: 0.08, landsTwice: 0.1 })
  const acknowledged: StoredRevision[] = []
  const folds = [0, 1].map(() => survive(() => foldBucket(world.table, rules, bucket)))
  const people = [leader, office, office].map((person) => presses(world, person, acknowledged))
  await world.run([...people, ...folds])
  await Promise.all(people)
  const stored = await readBucket(inner, bucket)
  const onRead = (await readPeriodSummaries(inner, rules, bucket)).summaries.get(bucket.unitId)
  return {
    stored,
    acknowledged,
    onRead: onRead?.responses ?? 0,
    folded: (await foldBucket(inner, rules, bucket)).responses,
  }
}

/** How many may count: of each response all up to its last acknowledged revision, and whatever was stored behind it or not. */
function possibleCounts(stored: readonly StoredRevision[], acknowledged: readonly StoredRevision[]): Set<number> {
  const each = ids.map((id) => {
    const own = stored.filter((one) => one.id === id)
    const last = Math.max(1, ...acknowledged.filter((one) => one.id === id).map(({ revision }) => revision))
    const ends = own.map(({ revision }) => revision).filter((revision) => revision >= last)
    return ends.map(
      (end) =>
        countedResponses(
          campaign,
          own.filter(({ revision }) => revision <= end),
        ).counted.length,
    )
  })
  const [first = [], second = []] = each
  return new Set(first.flatMap((a) => second.map((b) => a + b)))
}

test('whatever crashes and lands twice: no step is lost, none is stored twice, and figures hold what was acknowledged', async () => {
  const sum = { acknowledged: 0, steps: 0 }
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
      const { stored, acknowledged, onRead, folded } = await round(seed)
      for (const id of ids) {
        const numbers = stored.filter((one) => one.id === id).map(({ revision }) => revision)
        expect(numbers).toEqual(numbers.map((_, at) => at + 1))
      }
      for (const one of acknowledged)
        expect(stored.find(({ id, revision }) => id === one.id && revision === one.revision)?.contentHash).toBe(
          one.contentHash,
        )
      expect([...possibleCounts(stored, acknowledged)]).toContain(onRead)
      expect(folded).toBe(countedResponses(campaign, stored).counted.length)
      sum.acknowledged += acknowledged.length
      sum.steps += stored.length - ids.length
    }),
    { numRuns: 150 },
  )
  expect(sum.acknowledged).toBeGreaterThan(150)
  expect(sum.steps).toBeGreaterThan(150)
}, 120_000)
