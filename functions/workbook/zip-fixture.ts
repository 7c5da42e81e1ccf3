// Zips for tests, byte by byte: honest by default, and able to lie in every field that a hostile one would.

import { crc32, deflateRawSync } from 'node:zlib'

export type FixtureEntry = {
  readonly name: string
  readonly data?: string | Uint8Array
  /** Given instead of `data`: a deflate stream as it is, with what the directory claims of it. */
  readonly packed?: Uint8Array
  readonly size?: number
  readonly checksum?: number
  readonly stored?: boolean
  readonly encrypted?: boolean
  readonly localName?: string
  /** The directory sends the reader to the data of the entry before. */
  readonly sharesData?: boolean
  /** Sizes stand in the zip64 field; a number claims to be the size. */
  readonly zip64?: boolean | number
}

export function zipOf(entries: readonly FixtureEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  let previous = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data ?? '')
    const packed = Buffer.from(entry.packed ?? (entry.stored ? data : deflateRawSync(data)))
    const known = {
      method: entry.stored ? 0 : 8,
      flags: entry.encrypted ? 1 : 0,
      checksum: entry.checksum ?? crc32(data),
      packed: packed.length,
      size: entry.size ?? data.length,
    }
    const start = entry.sharesData ? previous : at
    directory.push(centralHeader(entry, known, start))
    if (entry.sharesData) continue
    const local = Buffer.concat([localHeader(entry.localName ?? entry.name, known), packed])
    parts.push(local)
    previous = at
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}

type Known = { method: number; flags: number; checksum: number; packed: number; size: number }

function localHeader(name: string, known: Known): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(known.flags, 6)
  header.writeUInt16LE(known.method, 8)
  header.writeUInt32LE(known.checksum, 14)
  header.writeUInt32LE(known.packed, 18)
  header.writeUInt32LE(known.size, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return Buffer.concat([header, Buffer.from(name)])
}

function centralHeader({ name, zip64 }: FixtureEntry, known: Known, start: number): Buffer {
  const extra = Buffer.alloc(zip64 === undefined ? 0 : 20)
  if (zip64 !== undefined) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(typeof zip64 === 'number' ? zip64 : known.size), 4)
    extra.writeBigUInt64LE(BigInt(known.packed), 12)
  }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(known.flags, 8)
  header.writeUInt16LE(known.method, 10)
  header.writeUInt32LE(known.checksum, 16)
  header.writeUInt32LE(zip64 === undefined ? known.packed : 0xffffffff, 20)
  header.writeUInt32LE(zip64 === undefined ? known.size : 0xffffffff, 24)
  header.writeUInt16LE(Buffer.byteLength(name), 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(start, 42)
  return Buffer.concat([header, Buffer.from(name), extra])
}

/** A deflate stream of so many MiB of one filler text, made without ever holding them: 1 KB a MiB. */
export function bomb(mebibytes: number, filler: string): Uint8Array {
  const block = Buffer.alloc(2 ** 20, filler)
  const packed = deflateRawSync(block, { finishFlush: 3 })
  return Buffer.concat([...Array.from({ length: mebibytes }, () => packed), Buffer.from([3, 0])])
}
