// Personal links: the way in of people who have no account anywhere. The table holds the SHA-256 of a link's token, which is
// also the link's id; whoever holds the link is that person until it expires or is revoked.

import * as v from 'valibot'
import { OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { isUnder, type UnitTree, unitIn } from '../../shared/organisation/unit.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'
import { hashOf, isoOf, secondsOf } from './tokens.ts'

const Moment = v.pipe(v.string(), v.isoTimestamp())

const PersonalLink = v.strictObject({
  organisationId: OrganisationId,
  personId: PersonId,
  createdAt: Moment,
  createdBy: PersonId,
  expiresAt: Moment,
  /**
   * Units whose people its maker looks after. The link opens nothing for a person who holds a role outside of them by now:
   * else whoever gives links at a part could keep one for the day on which the person is given the whole.
   */
  units: v.array(UnitId),
  revokedAt: v.optional(Moment),
})
export type PersonalLink = v.InferOutput<typeof PersonalLink>

export type StoredLink = {
  readonly id: string
  readonly link: PersonalLink
  readonly version: number
  /** ISO 8601, UTC. */
  readonly usedAt: string | undefined
}

export const linkDays = 90

/** How long a link is still listed after it expired. */
const listedDays = 90

const linkPrefix = 'LINK#'

function linkIn(item: Item): StoredLink {
  const usedAt = numberOf(item, 'usedAt')
  return {
    id: item.sk.slice(linkPrefix.length),
    link: v.parse(PersonalLink, JSON.parse(textOf(item, 'body'))),
    version: numberOf(item, 'version'),
    usedAt: usedAt > 0 ? isoOf(usedAt) : undefined,
  }
}

const placeOf = ({ organisationId, personId }: PersonalLink, id: string) =>
  key.personalLink(organisationId, personId, id)

/** Stores a link under a token of at least 128 random bits. It is listed before it opens anything. */
export async function insertLink(table: Table, token: string, link: PersonalLink): Promise<void> {
  const id = hashOf(token)
  const expiresAt = secondsOf(link.expiresAt) + listedDays * 86_400
  const body = JSON.stringify(link)
  const isNew = await table.insert({ ...placeOf(link, id), body, version: 1, usedAt: 0, expiresAt })
  if (!isNew) throw new Error('A link token came up twice')
  const { organisationId, personId } = link
  await table.insert({ ...key.entry(id), body: JSON.stringify({ organisationId, personId }), expiresAt })
}

const Entry = v.strictObject({ organisationId: OrganisationId, personId: PersonId })

/** The link of a token, whatever has become of it. */
export async function findLinkByToken(table: Table, token: string): Promise<StoredLink | undefined> {
  const id = hashOf(token)
  const item = await table.get(key.entry(id))
  if (!item) return undefined
  const { organisationId, personId } = v.parse(Entry, JSON.parse(textOf(item, 'body')))
  return findLink(table, organisationId, personId, id)
}

export async function findLink(
  table: Table,
  org: OrganisationId,
  personId: PersonId,
  id: string,
): Promise<StoredLink | undefined> {
  const item = await table.get(key.personalLink(org, personId, id))
  return item && linkIn(item)
}

/** The person's links, the newest first. */
export async function listLinks(table: Table, org: OrganisationId, personId: PersonId): Promise<StoredLink[]> {
  const items = await queryAll(table, partition.person(org, personId), linkPrefix)
  return items.map(linkIn).sort((a, b) => (a.link.createdAt < b.link.createdAt ? 1 : -1))
}

export const noteLinkUsed = (table: Table, { id, link }: StoredLink, now: string): Promise<void> =>
  table.raise(placeOf(link, id), 'usedAt', secondsOf(now))

/** Ends a link, and with it every session that it opened; once is for ever. False where it had ended already. */
export async function revokeLink(
  table: Table,
  { id, link, version, usedAt }: StoredLink,
  now: string,
): Promise<boolean> {
  if (link.revokedAt !== undefined) return false
  const body = JSON.stringify({ ...link, revokedAt: now })
  const expiresAt = secondsOf(link.expiresAt) + listedDays * 86_400
  const used = usedAt === undefined ? 0 : secondsOf(usedAt)
  // Refused: somebody else has just revoked it.
  return table.replace({ ...placeOf(link, id), body, version: version + 1, usedAt: used, expiresAt }, version)
}

/** Why a link opens nothing; undefined where it lets the person in. Roles at units that are gone count for nothing. */
export function closedBecause(
  { link }: StoredLink,
  { roles }: Person,
  tree: UnitTree,
  now: string,
): 'revoked' | 'expired' | 'outgrown' | undefined {
  if (link.revokedAt !== undefined) return 'revoked'
  if (link.expiresAt <= now) return 'expired'
  const held = roles.filter(({ unitId }) => unitIn(tree, unitId))
  const covers = held.every(({ unitId }) => link.units.some((top) => isUnder(tree, unitId, top)))
  return covers ? undefined : 'outgrown'
}
