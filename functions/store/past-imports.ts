// Imports of figures from before: how far each is, in the table; the rows as they were read, in the object store. Two
// requests that go on with the same import at once are told apart by its version.

import { gunzipSync, gzipSync } from 'node:zlib'
import type { CampaignId, PastImportId } from '../../shared/ids.ts'
import type { PastImport } from '../../shared/past/import.ts'
import type { PastTable } from '../../shared/past/table.ts'
import type { Objects } from '../objects.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, type Table, textOf } from './table.ts'

/** Where rows lie in the object store, and how many days they and what is known of the import live. */
export const pastFolder = 'past-figures/'
export const pastLiveDays = 90

export type VersionedImport = { readonly entry: PastImport; readonly version: number }

const objectKey = (campaign: CampaignId, id: PastImportId) => `${pastFolder}${campaign}/${id}`

const toItem = (campaign: CampaignId, entry: PastImport, version: number) => ({
  ...key.pastImport(campaign, entry.id),
  body: JSON.stringify(entry),
  version,
  expiresAt: Math.floor(Date.parse(entry.at) / 1_000) + pastLiveDays * 86_400,
})

const fromItem = (item: Item): VersionedImport => ({
  entry: JSON.parse(textOf(item, 'body')),
  version: numberOf(item, 'version'),
})

const isAlive = (item: Item, now: string) => numberOf(item, 'expiresAt') > Date.parse(now) / 1_000

/** Stores a new import: its rows first, so that what is found in the table can be gone on with. */
export async function insertPastImport(
  { table, objects }: { readonly table: Table; readonly objects: Objects },
  campaign: CampaignId,
  entry: PastImport,
  rows: PastTable,
): Promise<void> {
  await objects.put(objectKey(campaign, entry.id), gzipSync(JSON.stringify(rows)), 'application/gzip')
  if (!(await table.insert(toItem(campaign, entry, 1)))) throw new Error(`Import ${entry.id} came up twice`)
}

/** Writes an import if it is still the version that was read; false otherwise. */
export const savePastImport = (
  table: Table,
  campaign: CampaignId,
  entry: PastImport,
  replaces: number,
): Promise<boolean> => table.replace(toItem(campaign, entry, replaces + 1), replaces)

export async function findPastImport(
  table: Table,
  campaign: CampaignId,
  id: PastImportId,
  now: string,
): Promise<VersionedImport | undefined> {
  const item = await table.get(key.pastImport(campaign, id))
  return item && isAlive(item, now) ? fromItem(item) : undefined
}

/** The newest imports of a campaign. */
export async function listPastImports(
  table: Table,
  campaign: CampaignId,
  now: string,
  limit: number,
): Promise<PastImport[]> {
  const { items } = await table.query(partition.pastImports(campaign), { limit, backwards: true })
  return items.filter((item) => isAlive(item, now)).map((item) => fromItem(item).entry)
}

/** The rows of an import; undefined where they have expired. */
export async function readPastRows(
  objects: Objects,
  campaign: CampaignId,
  id: PastImportId,
): Promise<PastTable | undefined> {
  const bytes = await objects.get(objectKey(campaign, id))
  return bytes && JSON.parse(gunzipSync(bytes).toString('utf8'))
}
