// The units that a report is about, and what of a campaign has to be read for them.

import type { CampaignUnit } from '../shared/campaign/campaign.ts'
import type { CampaignId, UnitId } from '../shared/ids.ts'
import { isUnder, standingFor, type UnitTree } from '../shared/organisation/unit.ts'
import { findCampaignUnit, listCampaignUnits } from './store/campaigns.ts'
import type { Table } from './store/table.ts'

export type ReportScope = {
  readonly units: ReadonlySet<UnitId>
  /** Few among all of the tree: then each is read by itself, and nothing of the others. */
  readonly isSmall: boolean
}

/** More units than this are found faster among all. */
const mostSingly = 500
/** A read of one unit costs about as much as those of so many units in a row. */
const worthOf = 4

/**
 * All units that stand or count at or below a unit, by the tree that the report's figures are placed by; of one that is closed there,
 * at or below the one that it rolls up to.
 */
export function reportScope(tree: UnitTree, unitId: UnitId): ReportScope {
  const top = standingFor(tree, unitId)?.id ?? unitId
  const all = [...tree.units.keys(), ...tree.closed.keys(), ...tree.toCome.keys()]
  const units = new Set(all.filter((id) => isUnder(tree, id, top)))
  return { units, isSmall: units.size <= mostSingly && units.size * worthOf <= all.length }
}

/** Units that are read at once. */
const atOnce = 32

/** The units of a campaign that the report is about. */
export async function campaignUnitsIn(table: Table, id: CampaignId, scope: ReportScope): Promise<CampaignUnit[]> {
  if (!scope.isSmall) return (await listCampaignUnits(table, id)).filter(({ unitId }) => scope.units.has(unitId))
  const ids = [...scope.units]
  const found: CampaignUnit[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = await Promise.all(
      ids.slice(start, start + atOnce).map((unitId) => findCampaignUnit(table, id, unitId)),
    )
    found.push(...some.filter((unit) => unit !== undefined))
  }
  return found
}
