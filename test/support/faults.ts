// One round of submits, retries, corrections and folds under faults, and what must hold after it.

import { submit } from '../../functions/api/submit.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { foldBucket, foldEveryBucket, foldRules, readPeriodSummaries } from '../../functions/store/fold.ts'
import { key } from '../../functions/store/keys.ts'
import { readMarks } from '../../functions/store/marks.ts'
import { readBucket } from '../../functions/store/responses.ts'
import { textOf } from '../../functions/store/table.ts'
import { shardOf } from '../../shared/campaign/bucket.ts'
import { decimalText } from '../../shared/form/decimal.ts'
import { decodeSummary, encodeSummary, mergeAll, summarise } from '../../shared/summary/summary.ts'
import { memoryTable } from './memory-table.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  form,
  inspector,
  org,
  period,
  responseId,
  store,
  unitId,
} from './scenario.ts'
import { Crash, type Faults, simulate } from './simulation.ts'

const hostile: Faults = { crashBefore: 0.06, crashAfter: 0.06, landsTwice: 0.08 }
const shards = 1
const unit = unitId('cell-1')
const fold = foldRules({ form, indicators: aCampaign().indicators, countingRule: 'many' })
const buckets = Array.from({ length: shards }, (_, shard) => ({ campaignId, periodId: period, unitId: unit, shard }))

export type RoundResult = {
  /** Submits begun, and of them those that were answered. */
  readonly begun: number
  readonly acknowledged: number
  readonly crashes: number
  /** What didn't hold; empty where all did. */
  readonly broken: readonly string[]
}

/**
 * One to six people submit at once (few, so that a lost mark isn't healed by the next one), each retrying until answered or giving up for good, while folds run side by side. Each
 * response answers with its own power of two, so that a sum tells exactly which responses it holds, and how often.
 */
export async function faultRound(seed: number): Promise<RoundResult> {
  const inner = memoryTable()
  await store(inner, aCampaign(), shards)
  const world = simulate(inner, seed, hostile)
  const submits = 1 + Math.floor(world.random() * 6)
  const acknowledged = new Map<string, number>()
  let crashes = 0

  const survive = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      crashes += 1
      return undefined
    }
  }
  const client = async (index: number) => {
    const patience = 1 + Math.floor(world.random() * 6)
    const submission = aSubmission({ id: responseId(index + 1), unit, answers: { meetings: 2 ** index } })
    for (let tries = 0; tries < patience; tries += 1) {
      // A new process each time: it keeps nothing of the one that died.
      const deps = { table: world.table, directory: openDirectory(inner), now: () => '2013-03-01T00:00:00.000Z' }
      const answer = await survive(() => submit(deps, { person: inspector, organisationId: org }, submission))
      if (answer && !answer.ok) throw new Error(`Refused: ${answer.problem.code}`)
      if (answer) acknowledged.set(submission.id, index)
      // Some clients lose even a good answer on the way, and send again.
      if (answer && world.random() < 0.8) return
    }
  }
  const folder = async () => {
    for (let turns = 0; turns < 2; turns += 1)
      await survive(() => foldBucket(world.table, fold, buckets[Math.floor(world.random() * shards)] ?? bucketZero))
  }
  const reader = async () => {
    if (world.random() < 0.5)
      await survive(() => readPeriodSummaries(world.table, fold, { campaignId, periodId: period }))
  }
  const clients = Array.from({ length: submits }, (_, index) => client(index))
  await world.run([...clients, folder(), folder(), reader(), reader()])
  for (const result of await Promise.allSettled(clients)) if (result.status === 'rejected') throw result.reason
  return { begun: submits, acknowledged: acknowledged.size, crashes, broken: await check(inner, acknowledged) }
}

const bucketZero = { campaignId, periodId: period, unitId: unit, shard: 0 }

async function check(
  table: ReturnType<typeof memoryTable>,
  acknowledged: ReadonlyMap<string, number>,
): Promise<string[]> {
  const broken: string[] = []
  const stored = (await Promise.all(buckets.map((bucket) => readBucket(table, bucket)))).flat()
  const read = async () => {
    const { summaries } = await readPeriodSummaries(table, fold, { campaignId, periodId: period })
    return mergeAll(summaries.values())
  }
  // Before anything is folded again: a bucket whose mark says "covered" must have a summary that holds all of it.
  const covered = (await readMarks(table, campaignId, period)).filter((mark) => mark.covered >= mark.count)
  for (const { bucket } of covered) {
    const inBucket = stored.filter((one) => shardOf(one.id, shards) === bucket.shard)
    const item = await table.get(key.summary(bucket))
    const summary = item && decodeSummary(textOf(item, 'body'))
    const sum = summary?.numbers.get('meetings')?.sum.units ?? 0n
    for (const { id, answers } of inBucket)
      if (acknowledged.has(id) && (sum & BigInt(answers.get('meetings') ?? 0)) === 0n)
        broken.push(`response ${id} was acknowledged, its bucket is noted as covered, and its summary lacks it`)
  }

  const held = (sum: string, index: number) => (BigInt(sum) >> BigInt(index)) % 2n === 1n

  const onRead = await read()
  const sum = onRead.numbers.get('meetings')
  const counted = sum ? decimalText(sum.sum) : '0'
  for (const index of acknowledged.values())
    if (!held(counted, index)) broken.push(`response ${index} was acknowledged and is not in the figures`)
  const all = stored.reduce((total, one) => total | BigInt(one.answers.get('meetings') ?? 0), 0n)
  if ((BigInt(counted) | all) !== all || BigInt(counted) > all) broken.push('a response counts twice')
  if (stored.length !== new Set(stored.map((one) => one.id)).size) broken.push('a response is stored twice')

  await foldEveryBucket(table, fold, buckets)
  const closed = encodeSummary(await read())
  const recount = encodeSummary(summarise(fold.rules, stored))
  if (closed !== recount) broken.push(`after the close the summary ${closed} is not the recount ${recount}`)
  const again = encodeSummary(await read())
  if (again !== closed) broken.push('reading again changed the figures')
  return broken
}
