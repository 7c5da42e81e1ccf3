// The organisation and its tree of units.

import * as v from 'valibot'
import { OrganisationId } from '../../shared/ids.ts'
import { LocalText } from '../../shared/language.ts'
import { Unit, type UnitTree, unitTree } from '../../shared/organisation/unit.ts'
import { key, partition } from './keys.ts'
import { numberOf, queryAll, type Table, textOf } from './table.ts'

export const Organisation = v.strictObject({
  id: OrganisationId,
  name: LocalText,
  /** IANA name, e.g. "Asia/Ho_Chi_Minh". Reports are due and dated by it. */
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
})
export type Organisation = v.InferOutput<typeof Organisation>

/** The organisation with the version of its tree that holds today. */
export type CurrentOrganisation = { readonly organisation: Organisation; readonly treeVersion: number }

export async function findOrganisation(table: Table, id: OrganisationId): Promise<CurrentOrganisation | undefined> {
  const item = await table.get(key.organisation(id))
  if (!item) return undefined
  return {
    organisation: v.parse(Organisation, JSON.parse(textOf(item, 'body'))),
    treeVersion: numberOf(item, 'treeVersion'),
  }
}

/** The ids of all organisations that the table holds. */
export async function listOrganisations(table: Table): Promise<OrganisationId[]> {
  return (await queryAll(table, partition.organisations())).map((item) => v.parse(OrganisationId, item.sk))
}

/** Writes the units of a new version of the tree, then points to it: readers see the old tree or the new one, whole. */
export async function saveOrganisation(
  table: Table,
  organisation: Organisation,
  units: readonly Unit[],
  replaces: number,
): Promise<boolean> {
  const treeVersion = replaces + 1
  // Ids don't sort as people list their units, so the place in the list is kept beside each unit.
  for (const [place, unit] of units.entries())
    await table.insert({ ...key.unit(organisation.id, treeVersion, unit.id), body: JSON.stringify(unit), place })
  const body = JSON.stringify(organisation)
  const item = { ...key.organisation(organisation.id), body, treeVersion, version: treeVersion }
  if (!(await table.replace(item, replaces))) return false
  await table.insert(key.organisationListed(organisation.id))
  return true
}

/** Reads one version of a tree. A version never changes, so it may be kept as long as the process lives. */
export async function readTree(table: Table, id: OrganisationId, version: number): Promise<UnitTree> {
  const items = (await queryAll(table, partition.tree(id, version))).sort(
    (a, b) => numberOf(a, 'place') - numberOf(b, 'place'),
  )
  return unitTree(items.map((item) => v.parse(Unit, JSON.parse(textOf(item, 'body')))))
}
