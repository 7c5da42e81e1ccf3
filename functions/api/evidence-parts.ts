// The parts of a file as one stream: few in memory at a time, however large the file.

import { createHash } from 'node:crypto'
import type { Objects } from '../objects.ts'

/** Parts asked for ahead of the one in hand: with parts of 1 MB at most, some 5 MB of memory. */
const ahead = 4

/** Reads objects one after the other. Throws where one is gone: parts expire, and are sent again. */
export async function* readParts(objects: Objects, keys: readonly string[]): AsyncGenerator<Uint8Array, void> {
  const asked: Promise<Uint8Array | undefined>[] = []
  for (const [index, key] of keys.entries()) {
    for (const next of keys.slice(index + asked.length, index + ahead)) {
      const answer = objects.get(next)
      // Whoever stops half-way leaves answers that nobody waits for.
      answer.catch(() => undefined)
      asked.push(answer)
    }
    const bytes = await asked.shift()
    if (!bytes) throw new Error(`Evidence: ${key} is gone`)
    yield bytes
  }
}

/**
 * The same pieces, of which the last is handed over only when all of them together have the hash: parts that were replaced
 * after they were checked never become an object, whether or not the store looks at the hash.
 */
export async function* checkedPieces(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  sha256: string,
): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256')
  let length = 0
  for await (const bytes of pieces) {
    hash.update(bytes)
    length += bytes.length
    if (length >= size && hash.digest('hex') !== sha256) throw new Error(`Evidence ${sha256}: a part changed`)
    yield bytes
  }
}
