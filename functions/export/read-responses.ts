// The responses of an export, bucket by bucket in the order of the tree, as they stood at the cut-off.
//
// Every acknowledged response has a mark, written before it was acknowledged, so the buckets are found by their marks. They
// are read consistently and after the cut-off: what was acknowledged before it is there, and what the server received later
// is left out by its own moment. No fold is needed: an export reads the responses themselves and never a summary, and a
// response that was put and not marked has not been acknowledged.

import type { Bucket } from '../../shared/campaign/bucket.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { PeriodId, UnitId } from '../../shared/ids.ts'
import { readMarks } from '../store/marks.ts'
import { readBucket, type StoredRevision } from '../store/responses.ts'
import type { Table } from '../store/table.ts'

export type Source = {
  readonly buckets: readonly Bucket[]
  /** What the marks counted: at least as many revisions as there were responses. */
  readonly writes: number
}

/** Finds what there is to read. `units`: those in scope, in their order. */
export async function findBuckets(
  table: Table,
  campaign: Campaign,
  periods: readonly PeriodId[],
  units: readonly UnitId[],
): Promise<Source> {
  const place = new Map(units.map((id, n) => [id, n]))
  const at = ({ unitId }: Bucket) => place.get(unitId) ?? -1
  const buckets: Bucket[] = []
  let writes = 0
  for (const period of periods) {
    const marks = (await readMarks(table, campaign.id, period)).filter(({ bucket }) => at(bucket) >= 0)
    writes += marks.reduce((sum, { count }) => sum + count, 0)
    buckets.push(...marks.map(({ bucket }) => bucket).sort((a, b) => at(a) - at(b) || a.shard - b.shard))
  }
  return { buckets, writes }
}

/** Buckets read ahead: enough to hide the waiting. */
const ahead = 8

/** Responses this large are read one bucket at a time, so that memory stays flat. In characters of their answers' JSON. */
const largeBucket = 4_000_000

export type ReadBucket = { readonly bucket: Bucket; readonly revisions: readonly StoredRevision[] }

/** Reads bucket after bucket. `cutOff`: ISO 8601, UTC; what came in at that very moment is in. */
export async function* readBuckets(
  table: Table,
  buckets: readonly Bucket[],
  cutOff: string,
): AsyncGenerator<ReadBucket> {
  const reading: Promise<ReadBucket>[] = []
  let width = ahead
  let next = 0
  while (reading.length > 0 || next < buckets.length) {
    for (; next < buckets.length && reading.length < width; next += 1) {
      const bucket = buckets[next]
      if (bucket) reading.push(heard(readUntil(table, bucket, cutOff)))
    }
    const read = await reading.shift()
    if (!read) return
    width = sizeOf(read) > largeBucket ? 1 : ahead
    yield read
  }
}

async function readUntil(table: Table, bucket: Bucket, cutOff: string): Promise<ReadBucket> {
  const revisions = await readBucket(table, bucket)
  return { bucket, revisions: revisions.filter(({ receivedAt }) => receivedAt <= cutOff) }
}

/** A read that fails is heard when its turn comes, not before. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** A rough measure, of the first response alone: those of one form are alike. */
function sizeOf({ revisions }: ReadBucket): number {
  const [first] = revisions
  return first ? revisions.length * JSON.stringify([...first.answers]).length : 0
}
