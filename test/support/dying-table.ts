// A table whose process dies at one of its calls, and does nothing more.

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
