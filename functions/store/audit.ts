// The audit log in the table: a partition for each month (of UTC), so that none grows without end, entries in the order of
// time. It is written to and read, and that is all: nothing here changes an entry or takes one away.

import * as v from 'valibot'
import type { OrganisationId } from '../../shared/ids.ts'
import { AuditEntry } from '../../shared/organisation/audit.ts'
import { key, partition } from './keys.ts'
import { type Table, textOf } from './table.ts'

const monthOf = (iso: string) => iso.slice(0, 7)

/** Appends an entry. `apart`: tells entries of the same millisecond apart, and orders them. */
export async function appendAudit(table: Table, org: OrganisationId, entry: AuditEntry, apart: string): Promise<void> {
  const place = key.audit(org, monthOf(entry.at), `${entry.at}#${apart}`)
  if (!(await table.insert({ ...place, body: JSON.stringify(entry) }))) throw new Error('An audit key came up twice')
}

export type AuditPage = {
  readonly entries: readonly AuditEntry[]
  /** The key of each entry, to go on after it; it begins with the entry's time. */
  readonly keys: readonly string[]
  readonly next: string | undefined
}

/** One page of a month ("2026-11"), newest first. `after`: the `next` of the page before. */
export async function readAudit(
  table: Table,
  org: OrganisationId,
  month: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<AuditPage> {
  const { items, next } = await table.query(partition.audit(org, month), { ...page, backwards: true })
  return {
    entries: items.map((item) => v.parse(AuditEntry, JSON.parse(textOf(item, 'body')))),
    keys: items.map(({ sk }) => sk),
    next,
  }
}
