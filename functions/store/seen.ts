// When a person was last seen: an item of its own, so that noting it never meets a change of the person, written at most once
// an hour.

import type { OrganisationId, PersonId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { numberOf, queryAll, type Table } from './table.ts'
import { isoOf, secondsOf } from './tokens.ts'

/** In seconds. */
export const seenEvery = 3_600

export async function noteSeen(table: Table, org: OrganisationId, id: PersonId, now: string): Promise<void> {
  const place = key.seen(org, id)
  const at = secondsOf(now)
  const item = await table.get(place)
  if (!item) await table.insert({ ...place, at })
  else if (at - numberOf(item, 'at') >= seenEvery) await table.raise(place, 'at', at)
}

/** ISO 8601, UTC; undefined for whoever never came. */
export async function findSeen(table: Table, org: OrganisationId, id: PersonId): Promise<string | undefined> {
  const item = await table.get(key.seen(org, id))
  return item && isoOf(numberOf(item, 'at'))
}

/** Everybody who was ever seen, with the moment. */
export async function listSeen(table: Table, org: OrganisationId): Promise<ReadonlyMap<string, string>> {
  return new Map((await queryAll(table, partition.seen(org))).map((item) => [item.sk, isoOf(numberOf(item, 'at'))]))
}
