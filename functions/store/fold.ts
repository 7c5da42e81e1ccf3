// The fold: a bucket's responses into its summary. Folds run side by side (the schedule, and every page that folds on
// read), requests land twice and late, and a process may die anywhere; the order of the steps in foldBucket is what keeps
// the figures right, and an exhaustive model and property tests hold it there (fold.test.ts).

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Bucket, bucketName, readBucketName } from '../../shared/campaign/bucket.ts'
import type { OrganisationId, UnitId } from '../../shared/ids.ts'
import {
  decodeSummary,
  emptySummary,
  encodeSummary,
  mergeSummaries,
  type Summary,
  type SummaryRules,
  summarise,
} from '../../shared/summary/summary.ts'
import { key, partition } from './keys.ts'
import { noteCovered, readMarkCount, readMarks } from './marks.ts'
import { readBucket } from './responses.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

/** Raised when the fold itself changes, so that every stored summary is counted again. */
const foldVersion = 3

/** Names what summaries were made with: another form version, indicator, rule or fold is another hash. */
function rulesHash(rules: SummaryRules): string {
  const text = canonicalize({
    foldVersion,
    form: rules.form,
    indicators: rules.indicators,
    rule: rules.countingRule,
    figures: rules.figures,
  })
  return createHash('sha256')
    .update(text ?? '')
    .digest('base64url')
    .slice(0, 22)
}

export type FoldRules = {
  readonly rules: SummaryRules
  readonly hash: string
  /** Whose units get actions from what responses raise; undefined where findings stay with their responses. */
  readonly actionsOf: OrganisationId | undefined
}
export const foldRules = (rules: SummaryRules, actionsOf?: OrganisationId): FoldRules => ({
  rules,
  hash: rulesHash(rules),
  actionsOf,
})

/** Folds that meet another fold start again; more than this many in a row is a bug. */
const mostTries = 50

/** Stands for the hash of a summary whose bucket's actions are not made yet: whoever reads it folds again. */
const unfinished = '-'

/**
 * Re-computes the summary of one bucket from its responses and stores it. (1) mark, (2) version of the summary,
 * (3) bucket, all consistently, the bucket last; (4) the summary, if its version is still the one read; where responses
 * raised findings, the actions they ask for, and the summary again as finished; (5) the covered count, only upwards. A
 * refused write starts again from (1) and notes nothing.
 */
export async function foldBucket(table: Table, fold: FoldRules, bucket: Bucket): Promise<Summary> {
  const { rules, hash, actionsOf } = fold
  for (let tries = 0; tries < mostTries; tries += 1) {
    const covers = await readMarkCount(table, bucket)
    const version = numberOf(await table.get(key.summary(bucket)), 'version')
    const revisions = await readBucket(table, bucket)
    const summary = summarise(rules, revisions)
    const item = { ...key.summary(bucket), body: encodeSummary(summary), hash, covers, version: version + 1 }
    const raises = actionsOf !== undefined && revisions.some(({ raised }) => raised.findings.length > 0)
    if (!(await table.replace(raises ? { ...item, hash: unfinished } : item, version))) continue
    if (raises) {
      const { raiseActions } = await import('./raise-actions.ts')
      await raiseActions(table, actionsOf, rules, bucket, revisions)
      if (!(await table.replace({ ...item, version: version + 2 }, version + 1))) continue
    }
    await noteCovered(table, bucket, covers)
    return summary
  }
  throw new Error(
    `Bucket ${bucket.unitId} of ${bucket.campaignId}: its summary changed ${mostTries} times under the fold`,
  )
}

type Stored = { readonly bucket: Bucket; readonly summary: Summary; readonly covers: number; readonly hash: string }

/** What a page or a report reads: every unit's summary in one campaign and period. */
export type PeriodSummaries = {
  readonly summaries: ReadonlyMap<UnitId, Summary>
  /** Buckets that were dirty and could not be folded within the limits; 0 where there were none. */
  readonly recounting: number
}

/** At most this many buckets, or until `isLate` says so; the rest is reported as being recounted. */
export type FoldLimits = { readonly buckets: number; readonly isLate: () => boolean }

/** Folds this many buckets at a time: enough to hide the waiting, few enough not to starve other requests. */
const foldsAtOnce = 8

/**
 * Reads the summaries of a period, and folds on the way whatever is dirty or was made with other rules. Marks are read
 * before summaries: a summary that covers the count read then covers every response acknowledged before the call.
 */
export async function readPeriodSummaries(
  table: Table,
  fold: FoldRules,
  period: Pick<Bucket, 'campaignId' | 'periodId'>,
  limits?: FoldLimits,
): Promise<PeriodSummaries> {
  const marks = await readMarks(table, period.campaignId, period.periodId)
  const stored = await readStored(table, period)
  const dirty = new Map<string, Bucket>()
  for (const { bucket, count } of marks) {
    const known = stored.get(bucketName(bucket))
    if (!known || known.covers < count) dirty.set(bucketName(bucket), bucket)
  }
  for (const [name, { bucket, hash }] of stored) if (hash !== fold.hash) dirty.set(name, bucket)
  const due = limits ? [...dirty.values()].slice(0, limits.buckets) : [...dirty.values()]
  let folded = 0
  while (folded < due.length && !limits?.isLate()) {
    const some = due.slice(folded, folded + foldsAtOnce)
    const summaries = await Promise.all(some.map((bucket) => foldBucket(table, fold, bucket)))
    for (const [index, bucket] of some.entries())
      stored.set(bucketName(bucket), { bucket, summary: summaries[index] ?? emptySummary, covers: 0, hash: fold.hash })
    folded += some.length
  }
  return { summaries: byUnit(stored.values()), recounting: dirty.size - folded }
}

/** Buckets that are read at once. */
const readsAtOnce = 32

/** The same of some buckets alone, each read by itself. */
export async function readBucketSummaries(
  table: Table,
  fold: FoldRules,
  buckets: readonly Bucket[],
): Promise<PeriodSummaries['summaries']> {
  const read: Stored[] = []
  for (let start = 0; start < buckets.length; start += readsAtOnce) {
    const some = await Promise.all(
      buckets.slice(start, start + readsAtOnce).map((bucket) => readOne(table, fold, bucket)),
    )
    read.push(...some.filter((one) => one !== undefined))
  }
  return byUnit(read)
}

/** The mark before the summary, as for a whole period; undefined where nothing has come in. */
async function readOne(table: Table, fold: FoldRules, bucket: Bucket): Promise<Stored | undefined> {
  const count = await readMarkCount(table, bucket)
  const item = await table.get(key.summary(bucket))
  const stored = item && toStored(bucket, item)
  if (stored ? stored.covers >= count && stored.hash === fold.hash : count === 0) return stored
  return { bucket, summary: await foldBucket(table, fold, bucket), covers: count, hash: fold.hash }
}

/**
 * Folds the buckets whose marks say that something came in since, within the limits; reads marks alone to find them.
 * Returns how many it folded.
 */
export async function foldDirtyBuckets(
  table: Table,
  fold: FoldRules,
  period: Pick<Bucket, 'campaignId' | 'periodId'>,
  limits?: FoldLimits,
): Promise<number> {
  const marks = await readMarks(table, period.campaignId, period.periodId)
  const dirty = marks.filter((mark) => mark.covered < mark.count).map((mark) => mark.bucket)
  const due = limits ? dirty.slice(0, limits.buckets) : dirty
  let folded = 0
  while (folded < due.length && !limits?.isLate()) {
    const some = due.slice(folded, folded + foldsAtOnce)
    await foldEveryBucket(table, fold, some)
    folded += some.length
  }
  return folded
}

/**
 * Folds every bucket of the list, dirty or not: at the close of a period, when a client may have died between put and
 * mark and never come back.
 */
export async function foldEveryBucket(table: Table, fold: FoldRules, buckets: readonly Bucket[]): Promise<void> {
  for (let done = 0; done < buckets.length; done += foldsAtOnce)
    await Promise.all(buckets.slice(done, done + foldsAtOnce).map((bucket) => foldBucket(table, fold, bucket)))
}

async function readStored(table: Table, period: Pick<Bucket, 'campaignId' | 'periodId'>): Promise<Map<string, Stored>> {
  const items = await queryAll(table, partition.summaries(period.campaignId, period.periodId))
  return new Map(
    items.map((item) => {
      const bucket = readBucketName(period.campaignId, `${period.periodId}#${item.sk}`)
      return [bucketName(bucket), toStored(bucket, item)]
    }),
  )
}

const toStored = (bucket: Bucket, item: Item): Stored => ({
  bucket,
  summary: decodeSummary(textOf(item, 'body')),
  covers: numberOf(item, 'covers'),
  hash: textOf(item, 'hash'),
})

function byUnit(stored: Iterable<Stored>): Map<UnitId, Summary> {
  const units = new Map<UnitId, Summary>()
  for (const { bucket, summary } of stored) {
    const before = units.get(bucket.unitId)
    units.set(bucket.unitId, before ? mergeSummaries(before, summary) : summary)
  }
  return units
}
