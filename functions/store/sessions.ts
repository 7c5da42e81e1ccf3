// Who is signed in, and who is about to be. A browser holds a random token; the table holds its SHA-256, so that a copy
// of the table opens no session. DynamoDB removes what has expired some time later; the check is here.

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { OrganisationId, PersonId } from '../../shared/ids.ts'
import { key } from './keys.ts'
import { numberOf, type Table, textOf } from './table.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const secondsOf = (iso: string) => Math.floor(Date.parse(iso) / 1_000)

/** Whom a session or a subject stands for. */
export const Principal = v.strictObject({ organisationId: OrganisationId, personId: PersonId })
export type Principal = v.InferOutput<typeof Principal>

const principalOf = (item: Parameters<typeof textOf>[0]): Principal =>
  v.parse(Principal, JSON.parse(textOf(item, 'body')))

/** Stores a session under a token of at least 128 random bits. `expiresAt`: ISO 8601, UTC. */
export async function insertSession(table: Table, token: string, who: Principal, expiresAt: string): Promise<void> {
  const body = JSON.stringify(who)
  const stored = await table.insert({ ...key.session(hashOf(token)), body, expiresAt: secondsOf(expiresAt) })
  if (!stored) throw new Error('A session token came up twice')
}

/** Whose session it is; undefined where there is none or it has expired. */
export async function findSession(table: Table, token: string, now: string): Promise<Principal | undefined> {
  const item = await table.get(key.session(hashOf(token)))
  return item && numberOf(item, 'expiresAt') > secondsOf(now) ? principalOf(item) : undefined
}

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

const subjectKey = (issuer: string, subject: string) => key.subject(hashOf(`${issuer}|${subject}`))
const emailKey = (email: string) => key.email(hashOf(email.toLowerCase()))

/** Lets whoever proves this address to the issuer sign in as the person; false where the address is taken. */
export const insertEmail = (table: Table, email: string, who: Principal): Promise<boolean> =>
  table.insert({ ...emailKey(email), body: JSON.stringify(who) })

/**
 * Who an issuer's subject is. One seen for the first time is recognised by an address that the issuer has verified, and
 * from then on by the subject alone.
 */
export async function findPrincipal(
  table: Table,
  identity: { readonly issuer: string; readonly subject: string; readonly verifiedEmail: string | undefined },
): Promise<Principal | undefined> {
  const place = subjectKey(identity.issuer, identity.subject)
  const known = await table.get(place)
  if (known) return principalOf(known)
  if (identity.verifiedEmail === undefined) return undefined
  const invited = await table.get(emailKey(identity.verifiedEmail))
  if (!invited) return undefined
  const who = principalOf(invited)
  await table.insert({ ...place, body: JSON.stringify(who) })
  return who
}
