// The table's twin in memory: the same contract (functions/store/table.test.ts runs it on both), without an engine.

import type { Item, Key, Table } from '../../functions/store/table.ts'
import { numberOf } from '../../functions/store/table.ts'

const nameOf = ({ pk, sk }: Key) => `${pk}\u0000${sk}`

/** Items a page of a query holds, so that paging is met in tests. */
const pageSize = 20

/** A table in memory. Every verb takes effect at once, when it is called, and answers later. */
export function memoryTable(): Table & { readonly items: ReadonlyMap<string, Item> } {
  const items = new Map<string, Item>()
  const partitions = new Map<string, Map<string, Item>>()
  const put = (item: Item) => {
    items.set(nameOf(item), item)
    const own = partitions.get(item.pk) ?? new Map<string, Item>()
    partitions.set(item.pk, own.set(item.sk, item))
  }
  return {
    items,
    get: async (key) => items.get(nameOf(key)),
    insert: async (item) => {
      if (items.has(nameOf(item))) return false
      put({ ...item })
      return true
    },
    replace: async (item, expected) => {
      if (numberOf(items.get(nameOf(item)), 'version') !== expected) return false
      put({ ...item })
      return true
    },
    increment: async (key, attribute) => {
      const before = items.get(nameOf(key)) ?? key
      put({ ...before, [attribute]: numberOf(before as Item, attribute) + 1 })
    },
    raise: async (key, attribute, to) => {
      const before = items.get(nameOf(key))
      const value = before?.[attribute]
      if (!before || (typeof value === 'number' && value >= to)) return
      put({ ...before, [attribute]: to })
    },
    remove: async (key) => {
      items.delete(nameOf(key))
      partitions.get(key.pk)?.delete(key.sk)
    },
    query: async (pk, { prefix = '', after, limit = pageSize, backwards = false } = {}) => {
      const sign = backwards ? -1 : 1
      const found = [...(partitions.get(pk)?.values() ?? [])]
        .filter(({ sk }) => sk.startsWith(prefix))
        .sort((a, b) => (a.sk < b.sk ? -sign : sign))
        .filter((item) => after === undefined || (backwards ? item.sk < after : item.sk > after))
      const page = found.slice(0, limit)
      return { items: page, next: found.length > limit ? page.at(-1)?.sk : undefined }
    },
  }
}
