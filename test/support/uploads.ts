// Uploads in parts, in memory: what is complete is in `stored`, what is under way in `underWay`.

import type { Uploads } from '../../functions/uploads.ts'

export type MemoryUploads = Uploads & {
  readonly stored: Map<string, Uint8Array>
  /** Parts by the id of their upload. */
  readonly underWay: Map<string, Map<number, Uint8Array>>
}

/** `stored`: objects that are there already, shared with other doors to the same bucket. */
export function memoryUploads(stored = new Map<string, Uint8Array>()): MemoryUploads {
  const underWay = new Map<string, Map<number, Uint8Array>>()
  let uploads = 0
  const partsOf = (upload: string) => {
    const parts = underWay.get(upload)
    if (!parts) throw new Error(`Object store: NoSuchUpload ${upload}`)
    return parts
  }
  return {
    stored,
    underWay,
    begin: async () => {
      uploads += 1
      underWay.set(`upload-${uploads}`, new Map())
      return `upload-${uploads}`
    },
    part: async (_, upload, number, bytes) => {
      partsOf(upload).set(number, Uint8Array.from(bytes))
      return `"tag-${number}"`
    },
    complete: async (key, upload, tags) => {
      const parts = partsOf(upload)
      const isWhole = tags.length === parts.size && tags.every((tag, n) => tag === `"tag-${n + 1}"`)
      if (!isWhole) throw new Error(`Object store: InvalidPart ${upload}`)
      stored.set(key, Buffer.concat(tags.map((_tag, n) => parts.get(n + 1) ?? new Uint8Array())))
      underWay.delete(upload)
    },
    abort: async (_, upload) => {
      underWay.delete(upload)
    },
    read: async (key) => {
      const bytes = stored.get(key)
      return bytes && piecesOf(bytes)
    },
  }
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
}
