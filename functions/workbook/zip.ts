// A zip in memory, read by its central directory alone (as Excel does) and unpacked in small steps, so that a bomb stops
// at its bound and not at the end of memory. fflate inflates; the directory is read here because its own `Unzip` trusts
// local headers, which a hostile file makes say something else. Nothing is ever written to a disk: a name like
// "../../etc/passwd" is only a key that nobody asks for.

import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import type { WorkbookLimits } from './limits.ts'
import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'
import { readDirectory, type ZipEntry } from './zip-directory.ts'

export type Zip = {
  readonly has: (name: string) => boolean
  /** The part's bytes, in steps; undefined where there is no such part. The reader may stop at any step. */
  readonly read: (name: string) => Iterable<Uint8Array> | undefined
}

/** Deflate turns 1 byte into 1,032 at most: this much input can't make more than 4 MiB in one step. */
const stepBytes = 4_096
const ratioFrom = 2 ** 20

/** Throws Refused where the directory contradicts itself or the file. `limits.unpackedBytes` bounds all reads together. */
export function openZip(bytes: Uint8Array, limits: WorkbookLimits): Zip {
  const entries = readDirectory(bytes, limits.parts)
  let unpacked = 0

  function* read(entry: ZipEntry): Generator<Uint8Array> {
    const allowed = Math.min(limits.unpackedBytes - unpacked, Math.max(ratioFrom, limits.ratio * entry.packed.length))
    const tooLarge = () => new Refused(workbookProblem.unpacksTooLarge(unpacked + allowed, entry.name))
    if (entry.size > allowed) throw tooLarge()
    let size = 0
    let checksum = 0
    for (const chunk of unpack(entry)) {
      size += chunk.length
      if (size > allowed) throw tooLarge()
      if (size > entry.size) break
      checksum = crc32(chunk, checksum)
      yield chunk
    }
    unpacked += size
    if (size !== entry.size || checksum !== entry.checksum) throw new Refused(workbookProblem.damaged(entry.name))
  }

  const find = (name: string) => entries.get(name.toLowerCase())
  return {
    has: (name) => find(name) !== undefined,
    read: (name) => {
      const entry = find(name)
      return entry && read(entry)
    },
  }
}

function* unpack({ method, packed, name }: ZipEntry): Generator<Uint8Array> {
  if (method === 'stored') {
    yield packed
    return
  }
  const made: Uint8Array[] = []
  const inflate = new Inflate((chunk) => made.push(chunk))
  for (let from = 0; from < packed.length; from += stepBytes) {
    try {
      inflate.push(packed.subarray(from, from + stepBytes), from + stepBytes >= packed.length)
    } catch {
      throw new Refused(workbookProblem.damaged(name))
    }
    yield* made.splice(0)
  }
}
