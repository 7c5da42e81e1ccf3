// Who is signed in, and who is about to be. A browser holds a random token; the table holds its SHA-256, so that a copy
// of the table opens no session. DynamoDB removes what has expired some time later; the check is here.

import * as v from 'valibot'
import { OrganisationId, PersonId } from '../../shared/ids.ts'
import { key } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'
import { hashOf, secondsOf } from './tokens.ts'

/** Whom a session or a subject stands for. */
export const Principal = v.strictObject({
  organisationId: OrganisationId,
  personId: PersonId,
  /** The personal link that a session was opened by: it ends with it. */
  link: v.optional(v.string()),
})
export type Principal = v.InferOutput<typeof Principal>

export const principalOf = (item: Parameters<typeof textOf>[0]): Principal =>
  v.parse(Principal, JSON.parse(textOf(item, 'body')))

/** Stores a session under a token of at least 128 random bits. `expiresAt`: ISO 8601, UTC. */
export async function insertSession(table: Table, token: string, who: Principal, expiresAt: string): Promise<void> {
  const body = JSON.stringify(who)
  const stored = await table.insert({ ...key.session(hashOf(token)), body, expiresAt: secondsOf(expiresAt) })
  if (!stored) throw new Error('A session token came up twice')
}

export type Session = {
  readonly who: Principal
  /** In epoch seconds. */
  readonly expiresAt: number
  /** When it was last noted that it is used, in epoch seconds; 0: never. */
  readonly seenAt: number
}

/** Undefined where there is none or it has expired. */
export async function findSession(table: Table, token: string, now: string): Promise<Session | undefined> {
  const item = await table.get(key.session(hashOf(token)))
  const expiresAt = numberOf(item, 'expiresAt')
  if (!item || expiresAt <= secondsOf(now)) return undefined
  return { who: principalOf(item), expiresAt, seenAt: numberOf(item, 'seenAt') }
}

/** Notes on the session itself that it was used, so that nobody has to look elsewhere whether that was noted lately. */
export const noteSessionUsed = (table: Table, token: string, now: string): Promise<void> =>
  table.raise(key.session(hashOf(token)), 'seenAt', secondsOf(now))

export const removeSession = (table: Table, token: string): Promise<void> => table.remove(key.session(hashOf(token)))

/** What a sign-in has to remember until the person comes back from the issuer. */
export const Login = v.strictObject({
  state: v.string(),
  nonce: v.string(),
  codeVerifier: v.string(),
  /** A path of our own. */
  returnTo: v.string(),
})
export type Login = v.InferOutput<typeof Login>

export async function insertLogin(table: Table, token: string, login: Login, expiresAt: string): Promise<void> {
  const body = JSON.stringify(login)
  const stored = await table.insert({ ...key.login(hashOf(token)), body, expiresAt: secondsOf(expiresAt) })
  if (!stored) throw new Error('A login token came up twice')
}

/**
 * The sign-in under way, which is over with this call. Two calls at the same moment may both get it: the issuer's code,
 * which only one of them can spend, decides then.
 */
export async function takeLogin(table: Table, token: string, now: string): Promise<Login | undefined> {
  const place = key.login(hashOf(token))
  const item = await table.get(place)
  if (!item) return undefined
  await table.remove(place)
  return numberOf(item, 'expiresAt') > secondsOf(now) ? v.parse(Login, JSON.parse(textOf(item, 'body'))) : undefined
}
