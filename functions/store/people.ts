// The people of an organisation. Whoever is removed leaves a stone with the name on it: what they made stays theirs.

import * as v from 'valibot'
import { type OrganisationId, PersonId } from '../../shared/ids.ts'
import { Person, PersonName } from '../../shared/organisation/access.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const RemovedPerson = v.strictObject({
  id: PersonId,
  name: PersonName,
  /** ISO 8601, UTC. */
  removedAt: v.pipe(v.string(), v.isoTimestamp()),
  removedBy: PersonId,
})
const Stored = v.union([Person, RemovedPerson])

const storedIn = (item: Item) => v.parse(Stored, JSON.parse(textOf(item, 'body')))

function personIn(item: Item): Person | undefined {
  const stored = storedIn(item)
  return 'removedAt' in stored ? undefined : stored
}

export type VersionedPerson = {
  readonly person: Person
  readonly version: number
  /** Sessions from before it are over; in epoch seconds, 0 where none had to end. */
  readonly sessionsSince: number
}

/** Undefined for a stranger and for whoever was removed. */
export async function findPerson(table: Table, org: OrganisationId, id: PersonId): Promise<Person | undefined> {
  return (await findVersionedPerson(table, org, id))?.person
}

export async function findVersionedPerson(
  table: Table,
  org: OrganisationId,
  id: PersonId,
): Promise<VersionedPerson | undefined> {
  const item = await table.get(key.person(org, id))
  const person = item && personIn(item)
  return person && { person, version: numberOf(item, 'version'), sessionsSince: numberOf(item, 'sessionsSince') }
}

/** The name, also of somebody who was removed: for what they made. Undefined for a stranger. */
export async function findPersonName(table: Table, org: OrganisationId, id: PersonId): Promise<string | undefined> {
  const item = await table.get(key.person(org, id))
  return item && storedIn(item).name
}

/** Stores a new person; false where the id is taken. */
export const insertPerson = (table: Table, org: OrganisationId, person: Person): Promise<boolean> =>
  table.insert({ ...key.person(org, person.id), body: JSON.stringify(person), version: 1, sessionsSince: 0 })

/** Writes a person if it is still the one that was read; false otherwise. `sessionsSince`: ends sessions before it. */
export const replacePerson = (
  table: Table,
  org: OrganisationId,
  person: Person,
  { version, sessionsSince }: Omit<VersionedPerson, 'person'>,
): Promise<boolean> =>
  table.replace(
    { ...key.person(org, person.id), body: JSON.stringify(person), version: version + 1, sessionsSince },
    version,
  )

/** Puts the stone in the person's place; false where somebody changed the person meanwhile. */
export function buryPerson(
  table: Table,
  org: OrganisationId,
  { person, version }: VersionedPerson,
  removal: { readonly at: string; readonly by: PersonId },
): Promise<boolean> {
  const stone = { id: person.id, name: person.name, removedAt: removal.at, removedBy: removal.by }
  return table.replace({ ...key.person(org, person.id), body: JSON.stringify(stone), version: version + 1 }, version)
}

export type PeoplePage = { readonly people: readonly Person[]; readonly next: string | undefined }

/** One page of the people, the newest first; the removed are left out, so that it may hold fewer than `limit`. */
export async function readPeople(
  table: Table,
  org: OrganisationId,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PeoplePage> {
  const { after, limit } = page
  const options = { prefix: 'PERSON#', limit, backwards: true, ...(after === undefined ? {} : { after }) }
  const { items, next } = await table.query(partition.organisation(org), options)
  return { people: items.flatMap((item) => personIn(item) ?? []), next }
}

/** Everybody who wasn't removed. An organisation has some thousands of people, of some 300 bytes each. */
export async function listPeople(table: Table, org: OrganisationId): Promise<Person[]> {
  return (await queryAll(table, partition.organisation(org), 'PERSON#')).flatMap((item) => personIn(item) ?? [])
}
