// One round of submits, retries, corrections and folds under faults, and what must hold after it.

import { openDirectory } from '../../functions/store/directory.ts'
import { foldAtClose, rulesOf } from '../../functions/store/facts.ts'
import { foldBucket, foldDirtyBuckets, readPeriodSummaries } from '../../functions/store/fold.ts'
import { key } from '../../functions/store/keys.ts'
import { readMarks } from '../../functions/store/marks.ts'
import { readBucket, type StoredRevision } from '../../functions/store/responses.ts'
import { type Table, textOf } from '../../functions/store/table.ts'
import { submit } from '../../functions/submit/submit.ts'
import { bucketFor, unitBuckets } from '../../shared/campaign/bucket.ts'
import type { CampaignUnit } from '../../shared/campaign/campaign.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { decodeSummary, mergeAll, type Summary } from '../../shared/summary/summary.ts'
import { brokenActions, manageActions, raising } from './faulty-actions.ts'
import { memoryTable } from './memory-table.ts'
import { aCampaign, aSubmission, asInspector, cells, period, responseId, store } from './scenario.ts'
import { Crash, type Faults, type Simulation, simulate } from './simulation.ts'

const hostile: Faults = { crashBefore: 0.06, crashAfter: 0.06, landsTwice: 0.08 }
const now = '2013-03-01T00:00:00.000Z'

export type RoundResult = {
  /** Submits begun, and of them those that were answered. */
  readonly begun: number
  readonly acknowledged: number
  readonly crashes: number
  /** What didn't hold; empty where all did. */
  readonly broken: readonly string[]
}

/** What one person sends: a response, and perhaps a correction of it. Each revision answers with its own power of two. */
type Sent = { readonly submission: Submission; acknowledged: boolean }

type World = Simulation & {
  readonly inner: ReturnType<typeof memoryTable>
  readonly campaign: ReturnType<typeof aCampaign>
  readonly units: readonly CampaignUnit[]
  crashes: number
}

/**
 * One to six people submit at once (few, so that a lost mark isn't healed by the next one) for two units of one to three
 * buckets, each retrying until answered or giving up for good, some correcting what they sent, while folds and readers
 * run side by side. A sum of powers of two tells exactly which revisions it holds, and how often.
 */
export async function faultRound(seed: number): Promise<RoundResult> {
  const world = await openWorld(seed)
  const people = 1 + Math.floor(world.random() * 6)
  const sent: Sent[] = []
  const clients = Array.from({ length: people }, (_, index) => client(world, index, sent))
  const managers = [manager(world), manager(world)]
  await world.run([...clients, folder(world), folder(world), reader(world), ticker(world), ...managers])
  for (const result of await Promise.allSettled(clients)) if (result.status === 'rejected') throw result.reason
  const acknowledged = sent.filter((one) => one.acknowledged).length
  return { begun: sent.length, acknowledged, crashes: world.crashes, broken: await check(world, sent) }
}

async function openWorld(seed: number): Promise<World> {
  const inner = memoryTable()
  const world = simulate(inner, seed, hostile)
  const isOnce = world.random() < 0.3
  const campaign = aCampaign({ countingRule: isOnce ? 'one-per-unit' : 'many' })
  const shards = isOnce ? 1 : 1 + Math.floor(world.random() * 3)
  await store(inner, campaign, shards, raising)
  const units = cells.slice(0, 2).map((unitId) => ({ unitId, expected: 1, shards }))
  return { ...world, inner, campaign, units, crashes: 0 }
}

/** Runs what may crash; undefined where it did. */
async function survive<T>(world: World, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Crash)) throw error
    world.crashes += 1
    return undefined
  }
}

async function client(world: World, index: number, sent: Sent[]): Promise<void> {
  const unit = world.units[index % world.units.length]?.unitId
  if (!unit) throw new Error('No unit')
  const id = responseId(index + 1)
  const send = (revision: number, meetings: number) =>
    deliver(world, aSubmission({ id, revision, unit, answers: { meetings } }), sent)
  const isFirstIn = await send(1, 2 ** index)
  if (isFirstIn && world.random() < 0.3) await send(2, 2 ** (index + 10))
}

/** Sends until answered, or until patience ends. A refusal as second of its unit is an answer too, and stores nothing. */
async function deliver(world: World, submission: Submission, sent: Sent[]): Promise<boolean> {
  const one: Sent = { submission, acknowledged: false }
  sent.push(one)
  const patience = 1 + Math.floor(world.random() * 6)
  for (let tries = 0; tries < patience; tries += 1) {
    // A new process each time: it keeps nothing of the one that died.
    const deps = { table: world.table, directory: openDirectory(world.inner), now: () => now }
    const answer = await survive(world, () => submit(deps, asInspector, submission))
    if (answer && !answer.ok && answer.problem.code !== 'response.already-reported')
      throw new Error(`Refused: ${answer.problem.code}`)
    if (answer && !answer.ok) return false
    if (answer) one.acknowledged = true
    // Some clients lose even a good answer on the way, and send again.
    if (answer && world.random() < 0.8) return true
  }
  return one.acknowledged
}

const scopeOf = ({ campaign }: World) => ({ campaignId: campaign.id, periodId: period })
const bucketsOf = ({ campaign, units }: World) => units.flatMap((unit) => unitBuckets(campaign.id, period, unit))

async function folder(world: World): Promise<void> {
  const buckets = bucketsOf(world)
  for (let turns = 0; turns < 2; turns += 1) {
    const bucket = buckets[Math.floor(world.random() * buckets.length)]
    if (bucket) await survive(world, () => foldBucket(world.table, rulesOf(world.campaign, raising), bucket))
  }
}

async function reader(world: World): Promise<void> {
  if (world.random() < 0.5)
    await survive(world, () => readPeriodSummaries(world.table, rulesOf(world.campaign, raising), scopeOf(world)))
}

async function ticker(world: World): Promise<void> {
  if (world.random() < 0.5)
    await survive(world, () => foldDirtyBuckets(world.table, rulesOf(world.campaign, raising), scopeOf(world)))
}

/** Somebody who reports actions as done while they come and go. */
async function manager(world: World): Promise<void> {
  await survive(world, () => manageActions(world.table, world.units, world.random))
}

// --- what must hold ---

async function check(world: World, sent: readonly Sent[]): Promise<string[]> {
  const stored = (await Promise.all(bucketsOf(world).map((bucket) => readBucket(world.inner, bucket)))).flat()
  const broken = [...checkStored(world, stored, sent), ...(await checkCovered(world, sent))]
  const onRead = await readSums(world)
  for (const [unitId, sum] of expectedSums(world, stored, acknowledgedOnly(sent)))
    if (!sum.some((possible) => possible === (onRead.get(unitId) ?? 0)))
      broken.push(
        `${unitId}: the page says ${onRead.get(unitId)}, the acknowledged responses allow ${sum.join(' or ')}`,
      )
  broken.push(...(await brokenActions(world.inner, stored, world.campaign, acknowledgedOnly(sent))))
  await closePeriod(world)
  broken.push(...(await brokenActions(world.inner, stored, world.campaign, () => true)))
  const closed = await readSums(world)
  for (const [unitId, sum] of expectedSums(world, stored, () => true))
    if (!sum.some((possible) => possible === (closed.get(unitId) ?? 0)))
      broken.push(`${unitId}: after the close the summary says ${closed.get(unitId)}, a recount ${sum.join(' or ')}`)
  return broken
}

const nameOf = ({ id, revision }: { id: string; revision: number }) => `${id}#${revision}`

function acknowledgedOnly(sent: readonly Sent[]): (one: StoredRevision) => boolean {
  const names = new Set(sent.filter((one) => one.acknowledged).map(({ submission }) => nameOf(submission)))
  return (one) => names.has(nameOf(one))
}

function checkStored({ campaign, units }: World, stored: readonly StoredRevision[], sent: readonly Sent[]): string[] {
  const names = stored.map(nameOf)
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is stored twice`)
  const lost = sent
    .filter(({ acknowledged, submission }) => acknowledged && !names.includes(nameOf(submission)))
    .map(({ submission }) => `${nameOf(submission)} was acknowledged and is not stored`)
  const known = units.every(({ shards }) => campaign.countingRule === 'many' || shards === 1)
  return [...twice, ...lost, ...(known ? [] : ['a unit that counts once has several buckets'])]
}

/** Before anything is folded again: a summary that its mark calls covering must hold all that was acknowledged. */
async function checkCovered(world: World, sent: readonly Sent[]): Promise<string[]> {
  if (world.campaign.countingRule === 'one-per-unit') return []
  const broken: string[] = []
  const marks = await readMarks(world.inner, world.campaign.id, period)
  for (const { bucket } of marks.filter((mark) => mark.covered >= mark.count)) {
    const item = await world.inner.get(key.summary(bucket))
    const sum = item ? meetingsOf(decodeSummary(textOf(item, 'body'))) : 0
    for (const { submission, acknowledged } of sent) {
      const unit = world.units.find(({ unitId }) => unitId === submission.unit)
      const own = unit && bucketFor(world.campaign.id, period, unit, submission.id)
      const isHere = own?.unitId === bucket.unitId && own.shard === bucket.shard
      const replaced = sent.some(
        (one) => one.submission.id === submission.id && one.submission.revision > submission.revision,
      )
      if (acknowledged && isHere && !replaced && (sum & Number(submission.answers['meetings'])) === 0)
        broken.push(`${nameOf(submission)} was acknowledged, its bucket is noted as covered, and its summary lacks it`)
    }
  }
  return broken
}

const meetingsOf = (summary: Summary): number => Number(summary.numbers.get('meetings')?.sum.units ?? 0n)

async function readSums(world: World): Promise<ReadonlyMap<UnitId, number>> {
  const { summaries } = await readPeriodSummaries(world.inner, rulesOf(world.campaign, raising), scopeOf(world))
  return new Map([...summaries].map(([unitId, summary]) => [unitId, meetingsOf(mergeAll([summary]))]))
}

/**
 * A recount of its own, by hand: per unit the sums that are right. What must be in it is `must`; what is stored and was
 * never acknowledged may be in it or not, until the close.
 */
function expectedSums(
  { campaign, units }: World,
  stored: readonly StoredRevision[],
  must: (one: StoredRevision) => boolean,
): ReadonlyMap<UnitId, number[]> {
  return new Map(
    units.map((unit) => {
      const buckets = unitBuckets(campaign.id, period, unit).length
      const own = stored.filter((one) => unitOf(one, units) === unit.unitId && buckets > 0)
      const optional = own.filter((one) => !must(one))
      const subsets = Array.from({ length: 2 ** optional.length }, (_, mask) =>
        own.filter((one) => must(one) || ((mask >> optional.indexOf(one)) & 1) === 1),
      )
      return [
        unit.unitId,
        [...new Set(subsets.map((some) => sumByHand(some, campaign.countingRule === 'one-per-unit')))],
      ]
    }),
  )
}

/** Responses take turns between the units, in the order of their ids. */
const unitOf = ({ id }: StoredRevision, units: readonly CampaignUnit[]): UnitId | undefined =>
  units[(Number.parseInt(id.slice(0, 8), 16) - 1) % units.length]?.unitId

function sumByHand(revisions: readonly StoredRevision[], isOnce: boolean): number {
  const latest: Record<string, StoredRevision> = {}
  for (const one of revisions) {
    const known = latest[one.id]
    if (!known || known.revision < one.revision) latest[one.id] = one
  }
  // All arrive in the same millisecond of this world, so the least id came first.
  const ids = Object.keys(latest).sort()
  return (isOnce ? ids.slice(0, 1) : ids).reduce((sum, id) => sum + Number(latest[id]?.answers.get('meetings') ?? 0), 0)
}

async function closePeriod({ inner, campaign }: World): Promise<void> {
  const [open] = campaign.periods
  if (!open) throw new Error('No period')
  const closed = { ...open, closesAt: '2013-06-30T00:00:00.000Z', graceDays: 0 }
  const deps: { table: Table; directory: ReturnType<typeof openDirectory> } = {
    table: inner,
    directory: openDirectory(inner),
  }
  await foldAtClose(deps, campaign, closed, '2013-07-15T00:00:00.000Z')
}
