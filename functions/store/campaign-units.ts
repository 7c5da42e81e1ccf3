// The units of a campaign, many at once. A draft is brought in line with its rule by comparing what is written with what is
// asked: however often that is broken off, it goes on where it stopped, and doing it again changes nothing.

import type { CampaignUnit } from '../../shared/campaign/campaign.ts'
import type { PreparedCampaign } from '../../shared/campaign/prepared.ts'
import { unitChanges, unitsAsked } from '../../shared/campaign/scope.ts'
import type { CampaignId, UnitId } from '../../shared/ids.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { readsSingly } from '../../shared/survey/survey.ts'
import { insertCampaignUnit, listCampaignUnits } from './campaigns.ts'
import { key, partition } from './keys.ts'
import type { VersionedPrepared } from './prepared-campaigns.ts'
import type { Table } from './table.ts'

/** Writes under way at once: as many connections as the client holds. */
const atOnce = 50

/**
 * The units that a draft's rule comes to today; none where it has no rule yet. Of a named survey an answer is expected of each
 * member, whoever will be invited.
 */
export async function askedUnits(
  table: Table,
  { scope, countingRule, survey }: Pick<PreparedCampaign, 'scope' | 'countingRule' | 'survey'>,
  tree: UnitTree,
): Promise<CampaignUnit[]> {
  if (!scope) return []
  const followed = scope.from.kind === 'campaign' ? await listCampaignUnits(table, scope.from.campaignId) : []
  const own = survey?.way === 'named' ? ({ ...scope, expected: 'members' } as const) : scope
  return unitsAsked({ tree, scope: own, countingRule, followed })
}

export type Filled = {
  readonly asked: number
  readonly written: number
  /** Units that the rule no longer asks, or asks otherwise, and that are still to be taken out. */
  readonly excess: number
}

export const isFilled = ({ asked, written, excess }: Filled): boolean => asked === written && excess === 0

async function compare(table: Table, campaign: PreparedCampaign, tree: UnitTree) {
  // Of an anonymous or open survey no answer is kept by the unit it is of: its rule only says who can be invited.
  const isAsked = readsSingly(campaign)
  const [asked, held] = await Promise.all([
    isAsked ? askedUnits(table, campaign, tree) : [],
    listCampaignUnits(table, campaign.id),
  ])
  return { asked: asked.length, ...unitChanges(asked, held) }
}

/** How far the units of a draft are written. */
export async function filledUnits(table: Table, campaign: PreparedCampaign, tree: UnitTree): Promise<Filled> {
  const { asked, add, remove } = await compare(table, campaign, tree)
  return { asked, written: asked - add.length, excess: remove.length }
}

/**
 * Brings the units of a draft in line with its rule until `isLate` says that time is up. Once it is done, the notes that asked
 * for it go, up to `version` of the campaign.
 */
export async function fillUnits(
  table: Table,
  { campaign, version, tree }: VersionedPrepared & { readonly tree: UnitTree },
  isLate: () => boolean,
): Promise<Filled> {
  const { asked, add, remove } = await compare(table, campaign, tree)
  const removed = await inBatches(remove, isLate, (unitId) => removeCampaignUnit(table, campaign.id, unitId))
  const isClear = removed === remove.length
  const added = isClear ? await inBatches(add, isLate, (unit) => insertCampaignUnit(table, campaign, unit)) : 0
  const filled = { asked, written: asked - add.length + added, excess: remove.length - removed }
  if (isFilled(filled))
    for (const noted of await findFilling(table, campaign.id))
      if (noted <= version) await table.remove(key.filling(campaign.id, noted))
  return filled
}

/** Does it to one batch after the other; the number of those it was done to. */
async function inBatches<T>(
  all: readonly T[],
  isLate: () => boolean,
  write: (one: T) => Promise<unknown>,
): Promise<number> {
  let done = 0
  while (done < all.length && !isLate()) {
    const batch = all.slice(done, done + atOnce)
    await Promise.all(batch.map(write))
    done += batch.length
  }
  return done
}

/** Notes that the units of this version of a draft are to be written, so that the schedule goes on where a request stopped. */
export const noteFilling = async (table: Table, id: CampaignId, version: number): Promise<void> => {
  await table.insert(key.filling(id, version))
}

/** The versions of a draft for which units are noted as still to be written. */
export async function findFilling(table: Table, id: CampaignId): Promise<readonly number[]> {
  const { items } = await table.query(partition.campaign(id), { prefix: 'FILLING#' })
  return items.map(({ sk }) => Number(sk.slice('FILLING#'.length)))
}

/** Takes a unit out of a campaign. What it answered would stand in no figure any more: whoever calls has made sure of that. */
export const removeCampaignUnit = (table: Table, id: CampaignId, unitId: UnitId): Promise<void> =>
  table.remove(key.campaignUnit(id, unitId))
