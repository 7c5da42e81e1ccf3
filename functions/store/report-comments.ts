// Comments on a draft between those who may read it, in the order of time. They stay when the report is issued.

import * as v from 'valibot'
import { type OrganisationId, PersonId, type ReportId } from '../../shared/ids.ts'
import { key, partition } from './keys.ts'
import { numberOf, queryAll, type Table, textOf } from './table.ts'

/** The longest comment, in characters, and the most of one report. */
export const longestComment = 2_000
export const mostComments = 200

const Timestamp = v.pipe(v.string(), v.isoTimestamp())

const ReportComment = v.strictObject({
  at: Timestamp,
  by: PersonId,
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestComment)),
  done: v.optional(v.strictObject({ by: PersonId, at: Timestamp })),
})
export type ReportComment = v.InferOutput<typeof ReportComment>
/** `id`: what tells it from the others of its report. */
export type StoredComment = { readonly id: string; readonly comment: ReportComment; readonly version: number }

const prefix = 'COMMENT#'

/** Every comment on a report, oldest first. */
export async function listComments(table: Table, org: OrganisationId, report: ReportId): Promise<StoredComment[]> {
  const items = await queryAll(table, partition.reportDesk(org, report), prefix)
  return items.map((item) => ({
    id: item.sk.slice(prefix.length),
    comment: v.parse(ReportComment, JSON.parse(textOf(item, 'body'))),
    version: numberOf(item, 'version'),
  }))
}

/** Adds a comment. `apart`: tells comments of the same millisecond apart. */
export async function addComment(
  table: Table,
  org: OrganisationId,
  report: ReportId,
  comment: ReportComment,
  apart: string,
): Promise<void> {
  const place = key.reportComment(org, report, comment.at, apart)
  if (!(await table.insert({ ...place, body: JSON.stringify(comment), version: 1 })))
    throw new Error('A comment came up twice')
}

/** Marks a comment as done, or as open again; false where somebody else has changed it since. */
export async function markComment(
  table: Table,
  org: OrganisationId,
  report: ReportId,
  { id, comment, version }: StoredComment,
  done: ReportComment['done'],
): Promise<boolean> {
  const { done: _, ...open } = comment
  const body = JSON.stringify(done ? { ...open, done } : open)
  const place = { pk: partition.reportDesk(org, report), sk: `${prefix}${id}` }
  return table.replace({ ...place, body, version: version + 1 }, version)
}
