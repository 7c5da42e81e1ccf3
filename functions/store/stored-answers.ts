// Every stored response of a campaign, page after page: for what must look at answers themselves, and not at summaries.

import type { Campaign } from '../../shared/campaign/campaign.ts'
import { readMarks } from './marks.ts'
import { readBucket, type StoredRevision } from './responses.ts'
import type { Table } from './table.ts'

/** Buckets read at once. */
const atOnce = 8

/**
 * Hands over the latest revision of each response that was not withdrawn, bucket by bucket, of every period; stops when
 * `isLate` says so. Answers whether all were read. Buckets are found by their marks, which every acknowledged response has.
 */
export async function eachStored(
  table: Table,
  campaign: Campaign,
  isLate: () => boolean,
  take: (response: StoredRevision) => void,
): Promise<boolean> {
  for (const period of campaign.periods) {
    const buckets = [...(await readMarks(table, campaign.id, period.id))].map(({ bucket }) => bucket)
    for (let done = 0; done < buckets.length; done += atOnce) {
      if (isLate()) return false
      const read = await Promise.all(buckets.slice(done, done + atOnce).map((bucket) => readBucket(table, bucket)))
      for (const response of read.flatMap(latestOf)) take(response)
    }
  }
  return true
}

function latestOf(revisions: readonly StoredRevision[]): StoredRevision[] {
  const latest = new Map<string, StoredRevision>()
  for (const one of revisions) if ((latest.get(one.id)?.revision ?? 0) < one.revision) latest.set(one.id, one)
  return [...latest.values()].filter(({ standing }) => standing !== 'withdrawn')
}
