// Exports: who asked for what and when, and how far each one is. The file lies in the object store. A run takes the export
// for itself by raising its version, so that of two runs side by side only the later one can go on.

import * as v from 'valibot'
import { ExportFailure, ExportRequest } from '../../shared/export/request.ts'
import { ExportId, OrganisationId, PersonId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, type Table, textOf } from './table.ts'

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Where files lie in the object store, and how many days an export and its file live. */
export const exportsFolder = 'exports/'
export const exportsLiveDays = 7

export const Export = v.strictObject({
  id: ExportId,
  organisationId: OrganisationId,
  request: ExportRequest,
  askedBy: PersonId,
  askedAt: Timestamp,
  /** waiting: for a run · running · ready: its file can be fetched · failed: nothing more happens by itself. */
  state: v.picklist(['waiting', 'running', 'ready', 'failed']),
  failure: v.optional(ExportFailure),
  /** What was acknowledged before is in, what came later is not. Set by the first run and kept by all others. */
  cutOff: v.optional(Timestamp),
  /** When a run last said how far it is. */
  movedAt: Timestamp,
  /** Responses written, and how many there may be: an estimate until it is ready. */
  rows: Count,
  total: Count,
  /** Of the finished file. */
  bytes: v.optional(Count),
  /** Key of the file: under way while it is running, finished once it is ready. */
  file: v.optional(v.string()),
  /** The upload under way, which the next run aborts if this one died. */
  upload: v.optional(v.string()),
  /** Files of answers, where they come along: how many are written of how many, and how many were not there. */
  files: v.optional(v.strictObject({ done: Count, total: Count })),
  missingFiles: v.optional(Count),
})
export type Export = v.InferOutput<typeof Export>
export type VersionedExport = { readonly entry: Export; readonly version: number }

const compact = (iso: string) => iso.replace(/[^0-9TZ]/g, '')

/** A new export, not stored yet. `random`: at least 6 random characters of an id. */
export const newExport = (
  asked: Pick<Export, 'organisationId' | 'request' | 'askedBy' | 'askedAt'>,
  random: string,
): Export => ({
  ...asked,
  id: v.parse(ExportId, `${compact(asked.askedAt)}-${random}`),
  state: 'waiting',
  movedAt: asked.askedAt,
  rows: 0,
  total: 0,
})

const expiryOf = ({ askedAt }: Export): number => Math.floor(Date.parse(askedAt) / 1_000) + exportsLiveDays * 86_400

/** When the export and its file are gone; ISO 8601, UTC. */
export const exportExpiresAt = (entry: Export): string => new Date(expiryOf(entry) * 1_000).toISOString()

const toItem = (entry: Export, version: number) => ({
  ...key.export(entry.organisationId, entry.askedBy, entry.id),
  body: JSON.stringify(entry),
  version,
  expiresAt: expiryOf(entry),
})

const versioned = (item: Item): VersionedExport => ({
  entry: v.parse(Export, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

const lives = (item: Item, now: string) => numberOf(item, 'expiresAt') * 1_000 > Date.parse(now)

/** Stores a new export; false where the id is taken. */
export const insertExport = (table: Table, entry: Export): Promise<boolean> => table.insert(toItem(entry, 1))

/** Writes an export if it is still the version that was read; false, and nothing written, otherwise. */
export const saveExport = (table: Table, entry: Export, replaces: number): Promise<boolean> =>
  table.replace(toItem(entry, replaces + 1), replaces)

export type ExportPlace = {
  readonly organisationId: OrganisationId
  readonly personId: PersonId
  readonly id: ExportId
}

/** The export, or undefined where there is none or it has expired. */
export async function findExport(table: Table, place: ExportPlace, now: string): Promise<VersionedExport | undefined> {
  const item = await table.get(key.export(place.organisationId, place.personId, place.id))
  return item && lives(item, now) ? versioned(item) : undefined
}

/** The newest exports of a person, at most `limit`. `before`: the id after which older ones follow. */
export async function listExports(
  table: Table,
  org: OrganisationId,
  person: PersonId,
  page: { readonly now: string; readonly limit: number; readonly before?: ExportId | undefined },
): Promise<{ exports: Export[]; older: ExportId | undefined }> {
  const { items, next } = await table.query(partition.exports(org), {
    prefix: `${person}#`,
    limit: page.limit,
    backwards: true,
    ...(page.before === undefined ? {} : { after: `${person}#${page.before}` }),
  })
  return {
    exports: items.filter((item) => lives(item, page.now)).map((item) => versioned(item).entry),
    older: next === undefined ? undefined : v.parse(ExportId, next.slice(person.length + 1)),
  }
}
