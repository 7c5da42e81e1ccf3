// A zip written from its first byte to its last, however large it becomes: sizes stand behind each entry, and beyond 4 GB or
// 65,535 entries the directory is written as zip64 (APPNOTE 6.3, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
// fflate's own stream ends at 4 GB.

import { deflating, framing, type Packed, type Packer, type Sink } from './packer.ts'

export type ZipWriter = {
  /** Begins an entry, which has to be ended before the next one begins. */
  entry: (name: string, packing: 'deflate' | 'frame') => Promise<Packer>
  /** Adds an entry that was packed elsewhere. */
  add: (name: string, packed: Packed, pieces: AsyncIterable<Uint8Array>) => Promise<void>
  /** Writes the directory; answers the size of the whole zip. */
  finish: () => Promise<number>
}

type Entry = Packed & { readonly name: Uint8Array; readonly offset: number }

const needs = { plain: 20, zip64: 45 } as const
/** Sizes stand behind the data; names are UTF-8. */
const flags = 0x0808
const deflated = 8
const all32 = 0xffff_ffff
const all16 = 0xffff
/** Made on Unix: a plain file that its owner may write and all may read. */
const madeBy = 0x0300 | needs.zip64
const attributes = 0o100644 * 0x1_0000

/** `at`: what every entry is dated with; ISO 8601, as the clock of the place shows it. Zips know years from 1980. */
export function zipWriter(sink: Sink, at: string): ZipWriter {
  const entries: Entry[] = []
  const stamp = dosTime(at)
  let offset = 0
  const write: Sink = async (bytes) => {
    offset += bytes.length
    await sink(bytes)
  }
  const begin = async (text: string) => {
    const name = Buffer.from(text)
    const start = offset
    await write(localHead(name, stamp))
    return async (packed: Packed) => {
      await write(descriptor(packed))
      entries.push({ ...packed, name, offset: start })
    }
  }
  return {
    entry: async (name, packing) => {
      const ended = await begin(name)
      const packer = packing === 'deflate' ? deflating(write) : framing(write)
      return {
        ...packer,
        end: async () => {
          const packed = await packer.end()
          await ended(packed)
          return packed
        },
      }
    },
    add: async (name, packed, pieces) => {
      const ended = await begin(name)
      for await (const piece of pieces) await write(piece)
      await ended(packed)
    },
    finish: async () => {
      const start = offset
      for (const entry of entries) await write(directoryEntry(entry, stamp))
      await write(directoryEnd(entries.length, start, offset - start))
      return offset
    },
  }
}

function dosTime(iso: string): number {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = iso.split(/\D/).map(Number)
  const date = (Math.max(year - 1980, 0) << 9) | (month << 5) | day
  return date * 0x1_0000 + ((hour << 11) | (minute << 5) | (second >> 1))
}

function localHead(name: Uint8Array, stamp: number): Uint8Array {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(needs.plain, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt32LE(stamp, 10)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

/** Its sizes take eight bytes each where four don't hold them. */
function descriptor({ crc, size, packedSize }: Packed): Uint8Array {
  const isLarge = size > all32 || packedSize > all32
  const bytes = Buffer.alloc(isLarge ? 24 : 16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  if (isLarge) {
    bytes.writeBigUInt64LE(BigInt(packedSize), 8)
    bytes.writeBigUInt64LE(BigInt(size), 16)
  } else {
    bytes.writeUInt32LE(packedSize, 8)
    bytes.writeUInt32LE(size, 12)
  }
  return bytes
}

function directoryEntry({ name, offset, crc, size, packedSize }: Entry, stamp: number): Uint8Array {
  const large = [size, packedSize, offset].filter((value) => value >= all32)
  const extra = Buffer.alloc(large.length === 0 ? 0 : 4 + 8 * large.length)
  if (large.length > 0) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8 * large.length, 2)
    for (const [n, value] of large.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * n)
  }
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(madeBy, 4)
  head.writeUInt16LE(large.length > 0 ? needs.zip64 : needs.plain, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflated, 10)
  head.writeUInt32LE(stamp, 12)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(Math.min(packedSize, all32), 20)
  head.writeUInt32LE(Math.min(size, all32), 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  head.writeUInt32LE(attributes, 38)
  head.writeUInt32LE(Math.min(offset, all32), 42)
  return Buffer.concat([head, name, extra])
}

function directoryEnd(count: number, start: number, size: number): Uint8Array {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, all16), 8)
  end.writeUInt16LE(Math.min(count, all16), 10)
  end.writeUInt32LE(Math.min(size, all32), 12)
  end.writeUInt32LE(Math.min(start, all32), 16)
  return count >= all16 || size >= all32 || start >= all32 ? Buffer.concat([zip64End(count, start, size), end]) : end
}

function zip64End(count: number, start: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(56 + 20)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  bytes.writeUInt16LE(madeBy, 12)
  bytes.writeUInt16LE(needs.zip64, 14)
  bytes.writeBigUInt64LE(BigInt(count), 24)
  bytes.writeBigUInt64LE(BigInt(count), 32)
  bytes.writeBigUInt64LE(BigInt(size), 40)
  bytes.writeBigUInt64LE(BigInt(start), 48)
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeBigUInt64LE(BigInt(start + size), 64)
  bytes.writeUInt32LE(1, 72)
  return bytes
}
