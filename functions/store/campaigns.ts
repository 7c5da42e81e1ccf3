// Campaigns, and the units they hold.

import * as v from 'valibot'
import { Campaign, CampaignUnit } from '../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../shared/campaign/prepared.ts'
import type { CampaignId, OrganisationId, UnitId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const bodyOf = (item: Item): unknown => JSON.parse(textOf(item, 'body'))

export type VersionedCampaign = { readonly campaign: Campaign; readonly version: number }

/** Undefined too for a draft that still lacks its form or its periods (prepared-campaigns.ts): nobody can ask it anything. */
export async function findCampaign(
  table: Table,
  org: OrganisationId,
  id: CampaignId,
): Promise<VersionedCampaign | undefined> {
  const item = await table.get(key.campaign(org, id))
  const campaign = item && parsedCampaign(item)
  return campaign && { campaign, version: numberOf(item, 'version') }
}

/**
 * Parsing a campaign takes a seventh of a submit's CPU, and its text hardly ever changes: the newest texts are kept with
 * what they say. The text itself is read anew each time.
 */
const parsed = new Map<string, Campaign>()
const mostParsed = 1_000

function parsedCampaign(item: Item): Campaign | undefined {
  const text = textOf(item, 'body')
  const known = parsed.get(text)
  if (known) return known
  const read: unknown = JSON.parse(text)
  if (v.is(Draft, read) && !v.is(Campaign, read)) return undefined
  const campaign = v.parse(Campaign, read)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(text, campaign)
  return campaign
}

const Draft = v.looseObject({ state: v.literal('draft') })

/** The campaigns that have been opened at some time. Drafts are for those who prepare them (prepared-campaigns.ts). */
export async function listCampaigns(table: Table, org: OrganisationId): Promise<Campaign[]> {
  const campaigns = (await queryAll(table, partition.organisation(org), 'CAMPAIGN#')).map(parsedCampaign)
  return campaigns.flatMap((campaign) => (campaign && campaign.state !== 'draft' ? [campaign] : []))
}

/**
 * Writes a campaign if it is still the version that was read (0: a new one); false otherwise. A campaign's id is part of
 * keys that name no organisation, so the first organisation to use one owns it; false for any other.
 */
export async function saveCampaign(table: Table, campaign: PreparedCampaign, replaces: number): Promise<boolean> {
  const { id, organisationId } = campaign
  const place = key.campaignOwner(id)
  await table.insert({ ...place, organisation: organisationId })
  const owner = await table.get(place)
  if (!owner || textOf(owner, 'organisation') !== organisationId) return false
  const body = JSON.stringify(campaign)
  return table.replace({ ...key.campaign(organisationId, id), body, version: replaces + 1 }, replaces)
}

export async function findCampaignUnit(
  table: Table,
  id: CampaignId,
  unitId: UnitId,
): Promise<CampaignUnit | undefined> {
  const item = await table.get(key.campaignUnit(id, unitId))
  return item && v.parse(CampaignUnit, bodyOf(item))
}

export async function listCampaignUnits(table: Table, id: CampaignId): Promise<CampaignUnit[]> {
  const items = await queryAll(table, partition.campaignUnits(id))
  return items.map((item) => v.parse(CampaignUnit, bodyOf(item)))
}

/** Lets a unit enter a campaign; false where it is in already. What was expected of it then never changes. */
export async function insertCampaignUnit(
  table: Table,
  { id, countingRule }: Pick<Campaign, 'id' | 'countingRule'>,
  unit: CampaignUnit,
): Promise<boolean> {
  // The fold applies the rule bucket by bucket, so what counts once must lie in one bucket.
  if (countingRule === 'one-per-unit' && unit.shards > 1) throw new Error('A unit that counts once has one bucket')
  return table.insert({ ...key.campaignUnit(id, unit.unitId), body: JSON.stringify(unit) })
}
