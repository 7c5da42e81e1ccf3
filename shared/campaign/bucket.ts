// A bucket holds the responses of one campaign, unit, period and shard. Its key comes from the submission alone, never
// from the server's clock, so that a retry always meets its first try.

import type { CampaignId, PeriodId, ResponseId, UnitId } from '../ids.ts'

export type Bucket = {
  readonly campaignId: CampaignId
  readonly periodId: PeriodId
  readonly unitId: UnitId
  readonly shard: number
}

/** The shard of a response: FNV-1a of its id, so that the same id always falls into the same bucket. */
export function shardOf(id: ResponseId, shards: number): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0
  return hash % shards
}

type UnitShards = { readonly unitId: UnitId; readonly shards: number }

/** Every bucket of a unit in one period. */
export const unitBuckets = (campaignId: CampaignId, periodId: PeriodId, { unitId, shards }: UnitShards): Bucket[] =>
  Array.from({ length: shards }, (_, shard) => ({ campaignId, periodId, unitId, shard }))

/** The one bucket of a unit in which a response of this id belongs. */
export const bucketFor = (
  campaignId: CampaignId,
  periodId: PeriodId,
  { unitId, shards }: UnitShards,
  id: ResponseId,
): Bucket => ({ campaignId, periodId, unitId, shard: shardOf(id, shards) })

/** "period#unit#shard": names a bucket within its campaign. */
export const bucketName = (bucket: Bucket): string => `${bucket.periodId}#${bucket.unitId}#${bucket.shard}`

/** Reads a bucket's name back; throws where it is none. */
export function readBucketName(campaignId: CampaignId, name: string): Bucket {
  const [periodId, unitId, shard] = name.split('#')
  if (!periodId || !unitId || !shard) throw new Error(`Not a bucket's name: ${name}`)
  return { campaignId, periodId: periodId as PeriodId, unitId: unitId as UnitId, shard: Number(shard) }
}
