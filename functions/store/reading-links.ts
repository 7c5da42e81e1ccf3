// Links that open one report for one person, to be read and nothing else. The table holds the SHA-256 of a link's token, which is
// also the link's id; what the person may read is asked anew each time it is opened.

import * as v from 'valibot'
import { OrganisationId, PersonId, ReportId } from '../../shared/ids.ts'
import { key } from './keys.ts'
import { type Item, numberOf, type Table, textOf } from './table.ts'
import { hashOf, secondsOf } from './tokens.ts'

const Moment = v.pipe(v.string(), v.isoTimestamp())

const ReadingLink = v.strictObject({
  organisationId: OrganisationId,
  reportId: ReportId,
  personId: PersonId,
  createdAt: Moment,
  expiresAt: Moment,
  revokedAt: v.optional(Moment),
})
export type ReadingLink = v.InferOutput<typeof ReadingLink>

export type StoredReadingLink = {
  readonly id: string
  readonly link: ReadingLink
  readonly version: number
  /** How often somebody went in by it. */
  readonly opened: number
}

export const readingDays = 14

/** Days for which an expired link is still known as one. */
const knownDays = 90

const itemOf = (id: string, link: ReadingLink, version: number, opened: number) => ({
  ...key.reading(id),
  body: JSON.stringify(link),
  version,
  opened,
  expiresAt: secondsOf(link.expiresAt) + knownDays * 86_400,
})

const storedIn = (id: string, item: Item): StoredReadingLink => ({
  id,
  link: v.parse(ReadingLink, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
  opened: numberOf(item, 'opened'),
})

/** Stores a link under a token of at least 128 random bits; answers its id. */
export async function insertReadingLink(table: Table, token: string, link: ReadingLink): Promise<string> {
  const id = hashOf(token)
  if (!(await table.insert(itemOf(id, link, 1, 0)))) throw new Error('A link token came up twice')
  return id
}

export async function findReadingLink(table: Table, id: string): Promise<StoredReadingLink | undefined> {
  const item = await table.get(key.reading(id))
  return item && storedIn(id, item)
}

/** The link of a token, whatever has become of it. */
export const findReadingLinkByToken = (table: Table, token: string): Promise<StoredReadingLink | undefined> =>
  findReadingLink(table, hashOf(token))

export const noteReadingLinkOpened = (table: Table, { id }: StoredReadingLink): Promise<void> =>
  table.increment(key.reading(id), 'opened')

/** Ends a link, once and for ever; false where it has ended already. */
export const revokeReadingLink = async (
  table: Table,
  { id, link, version, opened }: StoredReadingLink,
  now: string,
): Promise<boolean> =>
  link.revokedAt === undefined && table.replace(itemOf(id, { ...link, revokedAt: now }, version + 1, opened), version)

/** A link that was never sent. */
export const forgetReadingLink = (table: Table, id: string): Promise<void> => table.remove(key.reading(id))
