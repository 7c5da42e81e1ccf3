// A small seeded generator for the demo's responses: the same seed gives the same content everywhere.

import { asId, ResponseId } from '../ids.ts'

/** The next number in [0, 1). */
export type Random = () => number

/** Mulberry32, by Tommy Ettinger: 32 bits of state, plenty for a few thousand draws. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `least` to `most`, both included. */
export const wholeNumber = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[wholeNumber(random, 0, from.length - 1)]
  if (picked === undefined) throw new Error('Nothing to pick from')
  return picked
}

/** In an order of its own: each item gets a random weight, plus its place in line times `keep` (0: any order at all). */
export function shuffled<T>(random: Random, items: readonly T[], keep = 0): T[] {
  return items
    .map((item, index) => ({ item, weight: random() + index * keep }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item)
}

/** A response's id, shaped like a random UUID (version 4). */
export function randomResponseId(random: Random): ResponseId {
  const hex = (digits: number) => Array.from({ length: digits }, () => wholeNumber(random, 0, 15).toString(16)).join('')
  const variant = pick(random, ['8', '9', 'a', 'b'])
  return asId(ResponseId, `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`)
}
