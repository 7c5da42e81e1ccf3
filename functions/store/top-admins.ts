// Who administers the top of the tree, as one item: two people who take the role from each other at once must not leave
// nobody. Whoever gets the role is noted after it was given, whoever loses it is struck out before: a crash in between can
// only make the list too short, and saving that person once more mends it.

import * as v from 'valibot'
import { type OrganisationId, PersonId } from '../../shared/ids.ts'
import { isTopAdmin } from '../../shared/organisation/top.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import { key } from './keys.ts'
import { findPerson, listPeople } from './people.ts'
import { numberOf, type Table, textOf } from './table.ts'

type Whole = { readonly table: Table; readonly org: OrganisationId; readonly tree: UnitTree }
type Listed = { readonly ids: readonly PersonId[]; readonly version: number }

/** The list; where there is none yet it is made from the people themselves. */
async function readList({ table, org, tree }: Whole): Promise<Listed> {
  const item = await table.get(key.admins(org))
  if (item)
    return { ids: v.parse(v.array(PersonId), JSON.parse(textOf(item, 'body'))), version: numberOf(item, 'version') }
  const admins = (await listPeople(table, org)).filter((person) => isTopAdmin(person, tree))
  return { ids: admins.map(({ id }) => id), version: 0 }
}

const write = ({ table, org }: Whole, ids: readonly PersonId[], version: number): Promise<boolean> =>
  table.replace({ ...key.admins(org), body: JSON.stringify(ids), version: version + 1 }, version)

/** Others win as often as they are quicker; nobody is quicker for ever. */
const mostTries = 20

async function change(
  whole: Whole,
  to: (listed: Listed) => Promise<readonly PersonId[] | undefined>,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const listed = await readList(whole)
    const ids = await to(listed)
    if (!ids) return false
    if (listed.version > 0 && ids.join() === listed.ids.join()) return true
    if (await write(whole, ids, listed.version)) return true
  }
  throw new Error('The list of administrators changed all the time')
}

/** Notes that the person administers the top. */
export const joinTopAdmins = (whole: Whole, id: PersonId): Promise<boolean> =>
  change(whole, async ({ ids }) => (ids.includes(id) ? ids : [...ids, id]))

/** Strikes the person out; false where nobody would be left. */
export const leaveTopAdmins = (whole: Whole, id: PersonId): Promise<boolean> =>
  change(whole, async ({ ids }) => {
    const others = ids.filter((one) => one !== id)
    for (const other of others) {
      const person = await findPerson(whole.table, whole.org, other)
      if (person && isTopAdmin(person, whole.tree)) return others
    }
    return undefined
  })
