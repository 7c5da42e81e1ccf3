// A table in memory with a table of its own for each partition, so that a query costs what its partition holds and not
// what the table holds, and answers in pages as large as an engine's.

import type { Table } from '../../../functions/store/table.ts'
import { memoryTable } from '../../support/memory-table.ts'

/** An engine's page is 1 MB: some 1,000 responses. */
const pageSize = 1_000

/** `drop` forgets every partition whose name begins so. */
export function partitionedTable(): Table & { readonly drop: (prefix: string) => void } {
  const partitions = new Map<string, Table>()
  const of = (pk: string): Table => {
    const table = partitions.get(pk) ?? memoryTable()
    partitions.set(pk, table)
    return table
  }
  return {
    get: (key) => of(key.pk).get(key),
    insert: (item) => of(item.pk).insert(item),
    replace: (item, expected) => of(item.pk).replace(item, expected),
    increment: (key, attribute) => of(key.pk).increment(key, attribute),
    raise: (key, attribute, to) => of(key.pk).raise(key, attribute, to),
    remove: (key) => of(key.pk).remove(key),
    query: (pk, options) => of(pk).query(pk, { limit: pageSize, ...options }),
    drop: (prefix) => {
      for (const pk of partitions.keys()) if (pk.startsWith(prefix)) partitions.delete(pk)
    },
  }
}
