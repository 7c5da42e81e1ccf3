// How much of the demo is there, while what takes long of it is still being loaded: so that nobody takes a half for the whole.

import type { OrganisationId } from '../../shared/ids.ts'
import { key } from './keys.ts'
import { numberOf, type Table } from './table.ts'

/** Answers and reviews. */
export type DemoProgress = { readonly done: number; readonly total: number }

export async function findDemoProgress(table: Table, org: OrganisationId): Promise<DemoProgress | undefined> {
  const item = await table.get(key.demo(org))
  return item && { done: numberOf(item, 'done'), total: numberOf(item, 'total') }
}

/** Notes how far it is; it never goes back. */
export async function noteDemoProgress(
  table: Table,
  org: OrganisationId,
  { done, total }: DemoProgress,
): Promise<void> {
  const place = key.demo(org)
  if (await table.insert({ ...place, done, total })) return
  await table.raise(place, 'total', total)
  await table.raise(place, 'done', done)
}
