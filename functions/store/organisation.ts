// The organisation, and the tree of its units through time.

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { OrganisationId } from '../../shared/ids.ts'
import { LocalText } from '../../shared/language.ts'
import { firstDay } from '../../shared/organisation/day.ts'
import { DaysOff } from '../../shared/organisation/days-off.ts'
import { historyFrom, type TreeHistory } from '../../shared/organisation/history.ts'
import type { Unit } from '../../shared/organisation/unit.ts'
import { key, partition } from './keys.ts'
import { numberOf, queryAll, type Table, textOf } from './table.ts'
import { packHistory, unpackHistory } from './tree-pack.ts'

export const Organisation = v.strictObject({
  id: OrganisationId,
  name: LocalText,
  /** IANA name, e.g. "Asia/Ho_Chi_Minh". Reports are due and dated by it. */
  timeZone: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  /** Days on which it doesn't work, besides Saturdays and Sundays. */
  daysOff: v.optional(DaysOff),
})
export type Organisation = v.InferOutput<typeof Organisation>

/** The organisation with the version of its tree that holds now. */
export type CurrentOrganisation = {
  readonly organisation: Organisation
  /** Of the organisation and its tree together: what a change replaces. */
  readonly version: number
  readonly tree: TreeVersion
}

/** Names one stored history of the tree: `hash` is of its content, so that nobody's version is taken for another's. */
export type TreeVersion = { readonly version: number; readonly hash: string }

export async function findOrganisation(table: Table, id: OrganisationId): Promise<CurrentOrganisation | undefined> {
  const item = await table.get(key.organisation(id))
  if (!item) return undefined
  return {
    organisation: v.parse(Organisation, JSON.parse(textOf(item, 'body'))),
    version: numberOf(item, 'version'),
    tree: { version: numberOf(item, 'treeVersion'), hash: textOf(item, 'treeHash') },
  }
}

/** The ids of all organisations that the table holds. */
export async function listOrganisations(table: Table): Promise<OrganisationId[]> {
  return (await queryAll(table, partition.organisations())).map((item) => v.parse(OrganisationId, item.sk))
}

/** Stores an organisation whose units have always stood as they are given; the first version of its tree replaces 0. */
export const saveOrganisation = (
  table: Table,
  organisation: Organisation,
  units: readonly Unit[],
  replaces: number,
): Promise<boolean> => saveTree(table, organisation, historyFrom(units, firstDay), replaces)

/**
 * Writes a new version of the tree, packed, then points to it: readers see the old tree or the new one, whole. False, and
 * nothing changed, where the organisation isn't the version any more that is to be replaced (0: it doesn't exist yet).
 */
export async function saveTree(
  table: Table,
  organisation: Organisation,
  history: TreeHistory,
  replaces: number,
): Promise<boolean> {
  // At least as new as any tree that is stored: each raises the version.
  const version = replaces + 1
  const chunks = packHistory(history)
  const hash = createHash('sha256').update(chunks.join('')).digest('base64url').slice(0, 16)
  // Written before under this name, a chunk holds the same: the name is its content's.
  for (const [index, packed] of chunks.entries())
    await table.insert({ ...key.treeChunk(organisation.id, { version, hash }, index), packed })
  if (!(await pointTo(table, organisation, { version, hash }, replaces))) return false
  await table.insert(key.organisationListed(organisation.id))
  return true
}

function pointTo(table: Table, organisation: Organisation, tree: TreeVersion, replaces: number): Promise<boolean> {
  const body = JSON.stringify(organisation)
  const place = key.organisation(organisation.id)
  const item = { ...place, body, treeVersion: tree.version, treeHash: tree.hash, version: replaces + 1 }
  return table.replace(item, replaces)
}

/** Changes what the organisation says of itself, and leaves its tree as it is; false where either was changed meanwhile. */
export const saveSettings = (table: Table, settings: Organisation, current: CurrentOrganisation): Promise<boolean> =>
  pointTo(table, settings, current.tree, current.version)

/** Reads one version of the tree. It never changes, so it may be kept as long as the process lives. */
export async function readHistory(table: Table, id: OrganisationId, version: TreeVersion): Promise<TreeHistory> {
  const history = await findHistory(table, id, version)
  if (!history) throw new Error(`Organisation ${id} has no tree ${version.version}`)
  return history
}

/** The same for a version that a client names; undefined where there is none. */
export async function findHistory(
  table: Table,
  id: OrganisationId,
  version: TreeVersion,
): Promise<TreeHistory | undefined> {
  const items = await queryAll(table, partition.tree(id, version))
  return items.length === 0 ? undefined : unpackHistory(items.map((item) => textOf(item, 'packed')))
}
