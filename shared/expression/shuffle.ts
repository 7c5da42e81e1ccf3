// Shuffling as ODK's engines do it, so that one seed gives one order everywhere (XForms spec, randomize()).

/** The prime 2^31 - 1. */
export const modulus = 2_147_483_647

/** Park and Miller's minimal standard generator (CACM 31/10, 1988). */
export function parkMiller(seed: number): () => number {
  let state = seed % modulus
  if (state <= 0) state += modulus - 1
  return () => {
    state = (state * 16_807) % modulus
    return (state - 1) / (modulus - 1)
  }
}

/** The inside-out variant of the Fisher-Yates shuffle. */
export function shuffledBy<Item>(items: readonly Item[], draw: () => number): Item[] {
  const shuffled: Item[] = []
  for (const [at, item] of items.entries()) {
    const to = Math.floor(draw() * (at + 1))
    shuffled.push(shuffled[to] ?? item)
    shuffled[to] = item
  }
  return shuffled
}
