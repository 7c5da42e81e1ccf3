// API tokens of persons. The table holds a token's SHA-256, which is also its id; what lies under its owner is what counts,
// so that a token that is no longer listed opens nothing.

import * as v from 'valibot'
import { asId, OrganisationId, PersonId, TokenId } from '../../shared/ids.ts'
import { ApiToken, tokenPrefix } from '../../shared/organisation/api-token.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'
import { hashOf, isoOf, secondsOf } from './tokens.ts'

export type StoredToken = {
  readonly token: ApiToken
  /** ISO 8601, UTC; noted at most once an hour. Undefined where it never was. */
  readonly usedAt: string | undefined
}

/** How long a token is still listed after it expired. */
const listedDays = 30

/** In seconds. */
const notedEvery = 3_600

export type NewToken = Omit<ApiToken, 'id'>

/** What the owner is shown once. `random`: at least 128 random bits, base64url. */
export const tokenText = (random: string): string => `${tokenPrefix}${random}`

const idOf = (text: string): TokenId => asId(TokenId, `t${hashOf(text)}`)

const storedIn = (item: Item): StoredToken => {
  const usedAt = numberOf(item, 'usedAt')
  return {
    token: v.parse(ApiToken, JSON.parse(textOf(item, 'body'))),
    usedAt: usedAt > 0 ? isoOf(usedAt) : undefined,
  }
}

/** Stores a token. It is listed, and can be revoked, before it opens anything. */
export async function insertToken(table: Table, text: string, made: NewToken): Promise<ApiToken> {
  const token: ApiToken = { ...made, id: idOf(text) }
  const { organisationId, personId, id } = token
  const expiresAt = secondsOf(token.expiresAt) + listedDays * 86_400
  const place = key.apiToken(organisationId, personId, id)
  if (!(await table.insert({ ...place, body: JSON.stringify(token), usedAt: 0, expiresAt })))
    throw new Error('An API token came up twice')
  await table.insert({ ...key.tokenOwner(id), body: JSON.stringify({ organisationId, personId }), expiresAt })
  return token
}

/** How long a page can lie open, or be reloaded, and still be known. */
const formDays = 30

/**
 * Notes that a form for a new token was sent; false where it was before. `form`: random, made with the form. Noted before the
 * token is stored: of two presses at once, one makes it.
 */
export const noteTokenForm = (table: Table, person: PersonId, form: string, now: string): Promise<boolean> =>
  table.insert({ ...key.tokenForm(hashOf(`${person}#${form}`)), expiresAt: secondsOf(now) + formDays * 86_400 })

const Owner = v.strictObject({ organisationId: OrganisationId, personId: PersonId })

/** The token of a text; undefined where there is none, or it was revoked or has expired. */
export async function findToken(table: Table, text: string, now: string): Promise<StoredToken | undefined> {
  const id = idOf(text)
  const item = await table.get(key.tokenOwner(id))
  if (!item) return undefined
  const { organisationId, personId } = v.parse(Owner, JSON.parse(textOf(item, 'body')))
  const found = await findTokenOf(table, organisationId, personId, id)
  return found && found.token.expiresAt > now ? found : undefined
}

/** A token of a person, expired or not. */
export async function findTokenOf(
  table: Table,
  org: OrganisationId,
  person: PersonId,
  id: TokenId,
): Promise<StoredToken | undefined> {
  const item = await table.get(key.apiToken(org, person, id))
  return item && storedIn(item)
}

/** Notes that a token is used, if that was not noted within the hour. */
export async function noteTokenUsed(table: Table, { token, usedAt }: StoredToken, now: string): Promise<void> {
  if (usedAt !== undefined && secondsOf(now) - secondsOf(usedAt) < notedEvery) return
  await table.raise(key.apiToken(token.organisationId, token.personId, token.id), 'usedAt', secondsOf(now))
}

/** All tokens of a person, the newest first. */
export async function listTokens(table: Table, org: OrganisationId, person: PersonId): Promise<StoredToken[]> {
  const items = await queryAll(table, partition.apiTokens(org), `${person}#`)
  return items.map(storedIn).sort((a, b) => (a.token.createdAt < b.token.createdAt ? 1 : -1))
}

/** Ends a token: what lies under its owner goes first. */
export async function removeToken(table: Table, { organisationId, personId, id }: ApiToken): Promise<void> {
  await table.remove(key.apiToken(organisationId, personId, id))
  await table.remove(key.tokenOwner(id))
}
