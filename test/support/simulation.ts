// A world in which everything that can go wrong between a process and its table does: answers come in any order, a
// process dies before or after a write took effect, a write lands a second time, late. Driven by one seed.

import type { Table } from '../../functions/store/table.ts'

/** mulberry32: numbers from 0 to 1 from a 32-bit seed, the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The process died here, or never heard the answer. Whoever catches it knows nothing of what took effect. */
export class Crash extends Error {}

export type Faults = {
  /** Chances, 0 to 1, for each call of a verb: */
  readonly crashBefore: number
  readonly crashAfter: number
  readonly landsTwice: number
}

export type Simulation = {
  /** The table as a process in this world sees it. */
  readonly table: Table
  readonly random: () => number
  /** Lets the world run until nothing is under way any more. Resolves when all of `work` has ended. */
  readonly run: (work: readonly Promise<unknown>[]) => Promise<void>
}

/** Wraps a table whose verbs take effect when they are called. */
export function simulate(inner: Table, seed: number, faults: Faults): Simulation {
  const random = seededRandom(seed)
  const waiting: (() => void)[] = []

  const verb =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>, writes: boolean) =>
    (...args: A): Promise<R> =>
      new Promise<R>((resolve, reject) => {
        waiting.push(() => {
          if (random() < faults.crashBefore) return reject(new Crash())
          const answer = call(...args)
          if (writes && random() < faults.landsTwice) waiting.push(() => void call(...args))
          if (random() < faults.crashAfter) return reject(new Crash())
          waiting.push(() => answer.then(resolve, reject))
        })
      })

  const table: Table = {
    get: verb(inner.get, false),
    insert: verb(inner.insert, true),
    replace: verb(inner.replace, true),
    increment: verb(inner.increment, true),
    raise: verb(inner.raise, true),
    remove: verb(inner.remove, true),
    query: verb(inner.query, false),
  }

  const run = async (work: readonly Promise<unknown>[]) => {
    let working = true
    const ended = Promise.allSettled(work).then(() => {
      working = false
    })
    while (working || waiting.length > 0) {
      const next = waiting.splice(Math.floor(random() * waiting.length), 1)[0]
      next?.()
      // A turn of the event loop, so that whatever the answer sets free can ask for the next thing.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await ended
  }
  return { table, random, run }
}
