// Evidence: which files belong to a unit in a period, who handed them in, and where their bytes lie. An item is written
// after the bytes are whole in the object store, so what is found here can be read.

import * as v from 'valibot'
import type { Campaign, CampaignUnit } from '../../shared/campaign/campaign.ts'
import { MediaType } from '../../shared/evidence/kinds.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { PersonId } from '../../shared/ids.ts'
import { type EvidencePlace, key, partition } from './keys.ts'
import type { UnitRound } from './responses.ts'
import { type Item, type Table, textOf } from './table.ts'

const Evidence = v.strictObject({
  sha256: Sha256,
  /** In bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  mediaType: MediaType,
  /** Who handed it in. The same file handed in by two people is two items and one object. */
  by: PersonId,
  /** ISO 8601, UTC. */
  receivedAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type Evidence = v.InferOutput<typeof Evidence>

const placeOf = ({ campaign, period, campaignUnit }: UnitRound): EvidencePlace => ({
  campaignId: campaign.id,
  periodId: period.id,
  unitId: campaignUnit.unitId,
})

const fromItem = (item: Item): Evidence => v.parse(Evidence, JSON.parse(textOf(item, 'body')))

/** Notes that a file is there; false, and nothing written, where that person handed it in before. */
export const insertEvidence = (table: Table, round: UnitRound, evidence: Evidence): Promise<boolean> =>
  table.insert({ ...key.evidence(placeOf(round), evidence.sha256, evidence.by), body: JSON.stringify(evidence) })

/** The file with that hash that belongs to the unit in that period, whoever handed it in; undefined where none does. */
export async function findEvidence(table: Table, round: UnitRound, sha256: Sha256): Promise<Evidence | undefined> {
  const { items } = await table.query(partition.evidence(placeOf(round)), { prefix: `${sha256}#`, limit: 1 })
  return items[0] && fromItem(items[0])
}

/** The same, if that person handed it in. */
export async function findEvidenceBy(
  table: Table,
  round: UnitRound,
  sha256: Sha256,
  person: PersonId,
): Promise<Evidence | undefined> {
  const item = await table.get(key.evidence(placeOf(round), sha256, person))
  return item && fromItem(item)
}

/** The finished file's key in the object store. Ids and hash are all it is made of: no word of a client's. */
export const evidenceKey = (
  {
    campaign,
    campaignUnit,
  }: { readonly campaign: Pick<Campaign, 'id'>; readonly campaignUnit: Pick<CampaignUnit, 'unitId'> },
  sha256: Sha256,
): string => `evidence/${campaign.id}/${campaignUnit.unitId}/${sha256}`

/** Where parts lie, and how many days: a file is made of them within days or not at all. */
export const partsFolder = 'evidence-parts/'
export const partsLiveDays = 14

/**
 * What the keys of a file's parts begin with; the part's number follows. They lie apart from finished files, so that they
 * can expire, and apart by their size, so that two ways of cutting a file never mix.
 */
export const evidencePartsPrefix = ({ campaign, campaignUnit }: UnitRound, sha256: Sha256, partSize: number): string =>
  `${partsFolder}${campaign.id}/${campaignUnit.unitId}/${sha256}/${partSize}/`
