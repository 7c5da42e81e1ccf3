// Whom an issuer's identity stands for: first an address that the issuer has verified, from then on the issuer's own name for
// the person (the subject). The person's record has the last word on which address is theirs.

import type { OrganisationId, PersonId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { findPerson } from './people.ts'
import { type Principal, principalOf } from './sessions.ts'
import { queryAll, type Table } from './table.ts'
import { hashOf } from './tokens.ts'

const emailKey = (email: string) => key.email(hashOf(email.toLowerCase()))

export const isSameEmail = (a: string | undefined, b: string | undefined): boolean =>
  a?.toLowerCase() === b?.toLowerCase()

const isHolder = async (table: Table, email: string, { organisationId, personId }: Principal): Promise<boolean> => {
  const person = await findPerson(table, organisationId, personId)
  return person !== undefined && isSameEmail(person.email, email)
}

/**
 * Lets whoever proves this address to the issuer sign in as the person; false where it is somebody else's. A claim whose
 * person is gone, or has another address, counts for nothing.
 */
export async function claimEmail(table: Table, email: string, who: Principal): Promise<boolean> {
  const place = emailKey(email)
  const item = { ...place, body: JSON.stringify(who) }
  if (await table.insert(item)) return true
  const found = await table.get(place)
  const holder = found && principalOf(found)
  if (holder && isSamePrincipal(holder, who)) return true
  if (holder && (await isHolder(table, email, holder))) return false
  await table.remove(place)
  return table.insert(item)
}

const isSamePrincipal = (a: Principal, b: Principal): boolean =>
  a.organisationId === b.organisationId && a.personId === b.personId

/** Whether the address still leads to this person: two claims of one address at once may both have been let through. */
export async function holdsEmail(table: Table, email: string, who: Principal): Promise<boolean> {
  const found = await table.get(emailKey(email))
  return found !== undefined && isSamePrincipal(principalOf(found), who)
}

/** Frees an address, unless it is somebody else's by now. */
export async function releaseEmail(table: Table, email: string, who: Principal): Promise<void> {
  if (await holdsEmail(table, email, who)) await table.remove(emailKey(email))
}

/**
 * Who an issuer's subject is. One seen for the first time is recognised by an address that the issuer has verified, and
 * from then on by the subject alone, as long as that person is there.
 */
export async function findPrincipal(
  table: Table,
  identity: { readonly issuer: string; readonly subject: string; readonly verifiedEmail: string | undefined },
): Promise<Principal | undefined> {
  const hash = hashOf(`${identity.issuer}|${identity.subject}`)
  const known = await table.get(key.subject(hash))
  const before = known && principalOf(known)
  if (before && (await findPerson(table, before.organisationId, before.personId))) return before
  if (identity.verifiedEmail === undefined) return undefined
  const claimed = await table.get(emailKey(identity.verifiedEmail))
  const who = claimed && principalOf(claimed)
  if (!who || !(await isHolder(table, identity.verifiedEmail, who))) return undefined
  if (known) await table.remove(key.subject(hash))
  // Listed first: whoever forgets the person's subjects finds this one.
  await table.insert(key.personSubject(who.organisationId, who.personId, hash))
  await table.insert({ ...key.subject(hash), body: JSON.stringify(who) })
  return who
}

const subjectPrefix = 'SUBJECT#'

/** Takes the person's ways in by an issuer: the next sign-in is recognised by the address anew. */
export async function forgetSubjects(table: Table, org: OrganisationId, id: PersonId): Promise<void> {
  for (const item of await queryAll(table, partition.person(org, id), subjectPrefix)) {
    await table.remove(key.subject(item.sk.slice(subjectPrefix.length)))
    await table.remove(item)
  }
}
