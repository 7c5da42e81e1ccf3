// A stream of bytes into an object: gathered into parts, of which one travels while the next one fills.

import type { Uploads } from '../uploads.ts'
import type { Sink } from './packer.ts'

export type ObjectUpload = {
  readonly id: string
  readonly write: Sink
  /** The object is there once it resolves. */
  complete: () => Promise<void>
  /** Takes everything back. */
  abort: () => Promise<void>
}

/** In bytes. S3 takes 10,000 parts, so an object can have 80 GB; two parts are in memory at once. */
const partSize = 8 * 2 ** 20

export async function beginUpload(uploads: Uploads, key: string, contentType: string): Promise<ObjectUpload> {
  const id = await uploads.begin(key, contentType)
  const tags: string[] = []
  let part = Buffer.allocUnsafe(partSize)
  let filled = 0
  let travelling: Promise<void> = Promise.resolve()
  const send = async () => {
    await travelling
    const number = tags.length + 1
    const bytes = part.subarray(0, filled)
    part = Buffer.allocUnsafe(partSize)
    filled = 0
    travelling = uploads.part(key, id, number, bytes).then((tag) => {
      tags.push(tag)
    })
    // Heard where it is awaited next.
    travelling.catch(() => undefined)
  }
  return {
    id,
    write: async (bytes) => {
      for (let from = 0; from < bytes.length; ) {
        const some = bytes.subarray(from, from + partSize - filled)
        part.set(some, filled)
        filled += some.length
        from += some.length
        if (filled === partSize) await send()
      }
    },
    complete: async () => {
      await send()
      await travelling
      await uploads.complete(key, id, tags)
    },
    abort: async () => {
      await travelling.catch(() => undefined)
      await uploads.abort(key, id)
    },
  }
}
