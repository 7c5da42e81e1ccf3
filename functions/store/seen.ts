// When a person was last seen, and when last given a way in: an item of its own, so that noting it never meets a change of the
// person. Being seen is written at most once an hour.

import type { OrganisationId, PersonId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table } from './table.ts'
import { isoOf, secondsOf } from './tokens.ts'

/** In seconds. */
export const seenEvery = 3_600

/** ISO 8601, UTC; undefined where it never was. */
export type Seen = { readonly seenAt: string | undefined; readonly invitedAt: string | undefined }

const momentIn = (item: Item | undefined, attribute: string): string | undefined => {
  const seconds = numberOf(item, attribute)
  return seconds > 0 ? isoOf(seconds) : undefined
}
const seenIn = (item: Item | undefined): Seen => ({
  seenAt: momentIn(item, 'seenAt'),
  invitedAt: momentIn(item, 'invitedAt'),
})

export async function noteSeen(table: Table, org: OrganisationId, id: PersonId, now: string): Promise<void> {
  const before = numberOf(await table.get(key.seen(org, id)), 'seenAt')
  if (secondsOf(now) - before >= seenEvery) await note(table, org, id, 'seenAt', now)
}

/** A mail was sent to the person, or a link was made for them. */
export const noteInvited = (table: Table, org: OrganisationId, id: PersonId, now: string): Promise<void> =>
  note(table, org, id, 'invitedAt', now)

async function note(table: Table, org: OrganisationId, id: PersonId, what: string, now: string): Promise<void> {
  const place = key.seen(org, id)
  if (!(await table.insert({ ...place, [what]: secondsOf(now) }))) await table.raise(place, what, secondsOf(now))
}

export const findSeen = async (table: Table, org: OrganisationId, id: PersonId): Promise<Seen> =>
  seenIn(await table.get(key.seen(org, id)))

/** Everybody who was ever seen or invited. */
export async function listSeen(table: Table, org: OrganisationId): Promise<ReadonlyMap<string, Seen>> {
  return new Map((await queryAll(table, partition.seen(org))).map((item) => [item.sk, seenIn(item)]))
}
