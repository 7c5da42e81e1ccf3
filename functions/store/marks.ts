// A mark counts the writes to a bucket. It is never deleted and never goes back; `covered` is the count that a stored
// summary is known to cover. A bucket is dirty while `count` is ahead, so dirty buckets are found by reading marks alone.

import { type Bucket, readBucketName } from '../../shared/campaign/bucket.ts'
import type { CampaignId, PeriodId } from '../../shared/ids.ts'
import { key, markPartitions, partition } from './keys.ts'
import { numberOf, queryAll, type Table } from './table.ts'

export type Mark = { readonly bucket: Bucket; readonly count: number; readonly covered: number }

/** Says that the bucket has one more write. Called after every write to a bucket, and again by every retry. */
export const addMark = (table: Table, bucket: Bucket): Promise<void> => table.increment(key.mark(bucket), 'count')

/** How many writes the bucket's mark has counted; 0 where there is none. */
export const readMarkCount = async (table: Table, bucket: Bucket): Promise<number> =>
  numberOf(await table.get(key.mark(bucket)), 'count')

/** Notes that a stored summary covers `count` writes; only upwards. */
export const noteCovered = (table: Table, bucket: Bucket, count: number): Promise<void> =>
  table.raise(key.mark(bucket), 'covered', count)

/** The marks of a campaign's period, read from all its partitions. */
export async function readMarks(table: Table, campaignId: CampaignId, periodId: PeriodId): Promise<Mark[]> {
  const partitions = Array.from({ length: markPartitions }, (_, index) => partition.marks(campaignId, index))
  const items = await Promise.all(partitions.map((pk) => queryAll(table, pk, `${periodId}#`)))
  return items.flat().map((item) => ({
    bucket: readBucketName(campaignId, item.sk),
    count: numberOf(item, 'count'),
    covered: numberOf(item, 'covered'),
  }))
}
