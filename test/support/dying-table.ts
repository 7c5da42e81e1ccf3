// A table whose process dies at one of its calls, and does nothing more; and one that fails as loudly as an engine may.

import type { Table } from '../../functions/store/table.ts'

/** Lets the process die at its n-th call (never, where that is less than 1), before or after that call took effect. */
export function dyingAt(inner: Table, dies: number, when: 'before' | 'after'): { table: Table; calls: () => number } {
  let calls = 0
  const step = async <R>(work: () => Promise<R>): Promise<R> => {
    calls += 1
    const isDead = dies > 0 && calls > dies
    const isLast = calls === dies
    if (isDead || (isLast && when === 'before')) throw new Error('the process died')
    const result = await work()
    if (isLast) throw new Error('the process died')
    return result
  }
  const table: Table = {
    get: (key) => step(() => inner.get(key)),
    insert: (item) => step(() => inner.insert(item)),
    replace: (item, expected) => step(() => inner.replace(item, expected)),
    increment: (key, attribute) => step(() => inner.increment(key, attribute)),
    raise: (key, attribute, to) => step(() => inner.raise(key, attribute, to)),
    remove: (key) => step(() => inner.remove(key)),
    query: (pk, options) => step(() => inner.query(pk, options)),
  }
  return { table, calls: () => calls }
}

/** The same table, whose errors quote all that it was given, as those of an engine may. */
export function quoting(inner: Table): Table {
  const step = async <R>(given: object, work: () => Promise<R>): Promise<R> =>
    work().catch(() => {
      const error = new Error(`One of the values is not valid: ${JSON.stringify(given)}`)
      error.name = 'ValidationException'
      throw error
    })
  return {
    get: (key) => step({ key }, () => inner.get(key)),
    insert: (item) => step({ item }, () => inner.insert(item)),
    replace: (item, expected) => step({ item }, () => inner.replace(item, expected)),
    increment: (key, attribute) => step({ key, attribute }, () => inner.increment(key, attribute)),
    raise: (key, attribute, to) => step({ key, attribute }, () => inner.raise(key, attribute, to)),
    remove: (key) => step({ key }, () => inner.remove(key)),
    query: (pk, options) => step({ pk, options }, () => inner.query(pk, options)),
  }
}
