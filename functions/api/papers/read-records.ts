// The responses of a period that go into one file, in the order of the tree, bucket by bucket: buckets are found by their
// marks, which every acknowledged response has.

import type { Campaign, CampaignPeriod } from '../../../shared/campaign/campaign.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { countedResponses } from '../../../shared/response/counted.ts'
import { listCampaignUnits } from '../../store/campaigns.ts'
import { readMarks } from '../../store/marks.ts'
import { readBucket, type StoredRevision } from '../../store/responses.ts'
import type { SignedInCall } from '../call.ts'
import type { Recorded } from './record.ts'

/** One file holds no more. */
export const mostRecords = 500

/** Those that count, or all that were not withdrawn. */
export type Which = 'counted' | 'all'

/** Buckets read at once. */
const atOnce = 8

/** At most one more than a file holds, so that its caller sees that there are too many. */
export async function readRecords(
  { deps, me }: SignedInCall,
  campaign: Campaign,
  period: CampaignPeriod,
  isInScope: (unit: UnitId) => boolean,
  which: Which,
): Promise<Recorded[]> {
  const units = new Map((await listCampaignUnits(deps.table, campaign.id)).map((unit) => [unit.unitId, unit]))
  const order = new Map([...me.tree.units.keys()].map((id, at) => [id, at]))
  const placeOf = (id: UnitId) => order.get(id) ?? order.size
  const buckets = (await readMarks(deps.table, campaign.id, period.id))
    .map(({ bucket }) => bucket)
    .filter(({ unitId }) => units.has(unitId) && isInScope(unitId))
    .sort((a, b) => placeOf(a.unitId) - placeOf(b.unitId) || a.shard - b.shard)
  const records: Recorded[] = []
  for (let done = 0; done < buckets.length && records.length <= mostRecords; done += atOnce) {
    const some = buckets.slice(done, done + atOnce)
    const read = await Promise.all(some.map((bucket) => readBucket(deps.table, bucket)))
    for (const [index, revisions] of read.entries()) {
      const campaignUnit = units.get(some[index]?.unitId ?? ('' as UnitId))
      if (!campaignUnit) continue
      const round = { campaign, period, campaignUnit }
      for (const latest of standing(campaign, revisions, which))
        records.push({ round, latest, first: firstOf(latest, revisions) })
    }
  }
  return records.slice(0, mostRecords + 1)
}

function standing(campaign: Campaign, revisions: readonly StoredRevision[], which: Which): readonly StoredRevision[] {
  const { counted, second, returned, waiting, notPossible, quarantined } = countedResponses(campaign, revisions)
  const ids = new Set(counted.map(({ id }) => id))
  if (which === 'counted') return counted
  const others = [...waiting, ...returned, ...second, ...notPossible, ...quarantined].filter(({ id }) => !ids.has(id))
  return [...counted, ...others]
}

const firstOf = (latest: StoredRevision, revisions: readonly StoredRevision[]): StoredRevision =>
  revisions.find(({ id, revision }) => id === latest.id && revision === 1) ?? latest
