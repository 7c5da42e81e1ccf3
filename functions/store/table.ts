// The table as everything above it sees it: single items, written on conditions the database checks itself. These
// verbs are all there is, so that any engine with DynamoDB's API will do: no transactions, no indexes, no streams.
// Every read is strongly consistent. test/support/memory-table.ts is its twin in memory; one contract covers both.

export type Key = { readonly pk: string; readonly sk: string }
export type Item = Key & { readonly [attribute: string]: string | number }
type Page = { readonly items: readonly Item[]; readonly next: string | undefined }

export type Table = {
  get: (key: Key) => Promise<Item | undefined>
  /** Writes a new item; false, and nothing written, where the key is taken. */
  insert: (item: Item) => Promise<boolean>
  /** Writes the item if its `version` is still `expected` (0: no such item yet); false, and nothing written, otherwise. */
  replace: (item: Item & { readonly version: number }, expected: number) => Promise<boolean>
  /** Adds 1 to a number (absent counts as 0) and creates the item where there is none. */
  increment: (key: Key, attribute: string) => Promise<void>
  /** Sets a number of an existing item if that moves it upwards; does nothing otherwise. */
  raise: (key: Key, attribute: string, to: number) => Promise<void>
  remove: (key: Key) => Promise<void>
  /** One page of a partition, by sort key. `after`: the `next` of the page before. `limit`: items at most. */
  query: (
    pk: string,
    options?: { prefix?: string; after?: string; limit?: number; backwards?: boolean },
  ) => Promise<Page>
}

/** All items of a partition that begin with `prefix`, page after page. For partitions whose size is known to be small. */
export async function queryAll(table: Table, pk: string, prefix = ''): Promise<Item[]> {
  const items: Item[] = []
  let after: string | undefined
  do {
    const page = await table.query(pk, { prefix, ...(after === undefined ? {} : { after }) })
    items.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return items
}

/** The text attribute of an item; throws where it is missing, because then the item is not what the key promised. */
export function textOf(item: Item, attribute: string): string {
  const value = item[attribute]
  if (typeof value !== 'string') throw new Error(`Item ${item.sk}: no text in "${attribute}"`)
  return value
}

/** The number attribute of an item, or 0 where it was never set. */
export function numberOf(item: Item | undefined, attribute: string): number {
  const value = item?.[attribute]
  return typeof value === 'number' ? value : 0
}
