// Campaigns as those who prepare them see them, drafts included.

import * as v from 'valibot'
import { PreparedCampaign } from '../../shared/campaign/prepared.ts'
import type { CampaignId, OrganisationId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

export type VersionedPrepared = { readonly campaign: PreparedCampaign; readonly version: number }

const versioned = (item: Item): VersionedPrepared => ({
  campaign: v.parse(PreparedCampaign, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

export async function findPrepared(
  table: Table,
  org: OrganisationId,
  id: CampaignId,
): Promise<VersionedPrepared | undefined> {
  const item = await table.get(key.campaign(org, id))
  return item && versioned(item)
}

/** All campaigns of an organisation, drafts included. */
export async function listPrepared(table: Table, org: OrganisationId): Promise<VersionedPrepared[]> {
  return (await queryAll(table, partition.organisation(org), 'CAMPAIGN#')).map(versioned)
}

/** Takes a draft away. Its units and assignments stay under an id that is never used again. */
export const removeDraft = (table: Table, org: OrganisationId, id: CampaignId): Promise<void> =>
  table.remove(key.campaign(org, id))
