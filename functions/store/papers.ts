// Files of many records that somebody asked for: what they hold and when they were asked for. The files themselves lie in the
// object store, under the hash of what they say, as long as these items do.

import * as v from 'valibot'
import { CampaignId, type OrganisationId, PeriodId, type PersonId, UnitId } from '../../shared/ids.ts'
import { papersLiveDays } from '../../shared/report/paper.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

export const RecordsFile = v.strictObject({
  campaignId: CampaignId,
  periodId: PeriodId,
  unitId: UnitId,
  /** SHA-256 of what it says, base64url. */
  content: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  records: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  askedAt: v.pipe(v.string(), v.isoTimestamp()),
})
export type RecordsFile = v.InferOutput<typeof RecordsFile>

const fileOf = (item: Item): RecordsFile => v.parse(RecordsFile, JSON.parse(textOf(item, 'body')))
const secondsOf = (iso: string) => Math.floor(Date.parse(iso) / 1_000)

/** Notes a file for the person who asked for it; one that says the same stays as it was first asked for. */
export async function noteRecordsFile(
  table: Table,
  org: OrganisationId,
  person: PersonId,
  file: RecordsFile,
): Promise<void> {
  const expiresAt = secondsOf(file.askedAt) + papersLiveDays * 24 * 3_600
  await table.insert({ ...key.papers(org, person, file.content), body: JSON.stringify(file), expiresAt })
}

/** A person's file by its content; undefined where there is none, or it has expired. */
export async function findRecordsFile(
  table: Table,
  org: OrganisationId,
  person: PersonId,
  content: string,
  now: string,
): Promise<RecordsFile | undefined> {
  const item = await table.get(key.papers(org, person, content))
  return item && numberOf(item, 'expiresAt') > secondsOf(now) ? fileOf(item) : undefined
}

/** A person's files of the last days, newest first. */
export async function listRecordsFiles(
  table: Table,
  org: OrganisationId,
  person: PersonId,
  now: string,
): Promise<RecordsFile[]> {
  const items = await queryAll(table, partition.papers(org, person))
  const living = items.filter((item) => numberOf(item, 'expiresAt') > secondsOf(now))
  return living.map(fileOf).sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
}
