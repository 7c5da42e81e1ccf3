// Adding, changing and removing a person, with all that hangs on it: the address that signs in, the subjects that an issuer
// knows, the list of those who administer the top.

import type { OrganisationId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { isTopAdmin } from '../../shared/organisation/top.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { claimEmail, forgetSubjects, holdsEmail, isSameEmail, releaseEmail } from './identities.ts'
import { key } from './keys.ts'
import { buryPerson, findPerson, insertPerson, replacePerson, type VersionedPerson } from './people.ts'
import type { Table } from './table.ts'
import { secondsOf } from './tokens.ts'
import { joinTopAdmins, leaveTopAdmins } from './top-admins.ts'

/** Where people are changed. */
export type Whole = { readonly table: Table; readonly org: OrganisationId; readonly tree: UnitTree }

const principalOf = (org: OrganisationId, { id }: Person) => ({ organisationId: org, personId: id })

/**
 * Adds a person under an id of its own; the same call again changes nothing. Refused where the address is somebody else's.
 */
export async function addPerson(whole: Whole, person: Person): Promise<Result<Person, Problem>> {
  const { table, org, tree } = whole
  const { email } = person
  const who = principalOf(org, person)
  if (email !== undefined && !(await claimEmail(table, email, who))) return fail(problem.emailTaken())
  const isNew = await insertPerson(table, org, person)
  if (!isNew) {
    await dropEmail(whole, person)
    return ok(person)
  }
  if (email !== undefined && !(await holdsEmail(table, email, who))) {
    await table.remove(key.person(org, person.id))
    return fail(problem.emailTaken())
  }
  if (isTopAdmin(person, tree)) await joinTopAdmins(whole, person.id)
  return ok(person)
}

/**
 * Writes what a person is to be, over the version that was read. Another address ends the sessions and the sign-ins of the
 * old one: it may have been somebody else's.
 */
export async function changePerson(
  whole: Whole,
  before: VersionedPerson,
  person: Person,
  now: string,
): Promise<Result<Person, Problem>> {
  const { table, org, tree } = whole
  const who = principalOf(org, person)
  const isOtherEmail = !isSameEmail(before.person.email, person.email)
  if (isOtherEmail && person.email !== undefined && !(await claimEmail(table, person.email, who)))
    return fail(problem.emailTaken())
  const leaves = isTopAdmin(before.person, tree) && !isTopAdmin(person, tree)
  if (leaves && !(await leaveTopAdmins(whole, person.id))) {
    if (isOtherEmail) await dropEmail(whole, person)
    return fail(problem.lastAdmin())
  }
  const sessionsSince = isOtherEmail ? secondsOf(now) : before.sessionsSince
  if (!(await replacePerson(table, org, person, { version: before.version, sessionsSince }))) {
    if (isOtherEmail) await dropEmail(whole, person)
    if (leaves) await rejoin(whole, person.id)
    return fail(problem.officeChanged())
  }
  if (isOtherEmail) {
    await dropEmail(whole, before.person)
    await forgetSubjects(table, org, person.id)
  }
  if (isTopAdmin(person, tree)) await joinTopAdmins(whole, person.id)
  return ok(person)
}

/** Removes a person: out at the next request, the address free, the name kept for what the person made. */
export async function removePerson(
  whole: Whole,
  before: VersionedPerson,
  removal: { readonly at: string; readonly by: PersonId },
): Promise<Result<undefined, Problem>> {
  const { table, org, tree } = whole
  const { person } = before
  const leaves = isTopAdmin(person, tree)
  if (leaves && !(await leaveTopAdmins(whole, person.id))) return fail(problem.lastAdmin())
  if (!(await buryPerson(table, org, before, removal))) {
    if (leaves) await rejoin(whole, person.id)
    return fail(problem.officeChanged())
  }
  await dropEmail(whole, person)
  await forgetSubjects(table, org, person.id)
  return ok(undefined)
}

/** Frees an address that the person's record doesn't name (any more). */
async function dropEmail({ table, org }: Whole, person: Person): Promise<void> {
  if (person.email === undefined) return
  const now = await findPerson(table, org, person.id)
  if (!isSameEmail(now?.email, person.email)) await releaseEmail(table, person.email, principalOf(org, person))
}

/** What was taken before a write that was then refused is given back, to whom it still belongs. */
async function rejoin(whole: Whole, id: PersonId): Promise<void> {
  const person = await findPerson(whole.table, whole.org, id)
  if (person && isTopAdmin(person, whole.tree)) await joinTopAdmins(whole, id)
}
