// Chance that is the same each time a response is worked out: random() and uuid() of a form must not make a retry differ
// from its first try. Not for secrets.

/** Numbers from 0 to below 1 that follow from a text (FNV-1a, then mulberry32). */
export function chanceFrom(text: string): () => number {
  let state = 0x811c9dc5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
