// Bytes on their way into a zip: deflated, or only framed as deflate does it, so that readers know where they end although
// nobody knew their size before. Nothing is kept but what is being packed.

import { once } from 'node:events'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** Takes bytes and resolves when it can take more. The bytes are its own from then on. */
export type Sink = (bytes: Uint8Array) => Promise<void>

/** What a zip says of an entry. Sizes in bytes. */
export type Packed = { readonly crc: number; readonly size: number; readonly packedSize: number }

export type Packer = {
  /** Undefined where more can be taken at once. */
  text: (text: string) => Promise<void> | undefined
  bytes: (bytes: Uint8Array) => Promise<void>
  /** Packs what is left; nothing can be added then. */
  end: () => Promise<Packed>
}

/** Texts are gathered to so many characters: small pieces cost more to hand over than to pack. */
const gathered = 64 * 1_024

/** 4 takes half of the time of 6, and 5 % more bytes. */
const level = 4

/** Deflates texts. */
export const deflating = (sink: Sink): Packer => gathering(deflater(sink))

/** Frames what is packed already: photos, recordings, a workbook. */
export const framing = (sink: Sink): Packer => gathering(framer(sink))

type Engine = {
  push: (bytes: Uint8Array) => Promise<void>
  /** The packed bytes that there were. */
  end: () => Promise<number>
}

function gathering(engine: Engine): Packer {
  let waiting: string[] = []
  let length = 0
  let crc = 0
  let size = 0
  const push = async (bytes: Uint8Array) => {
    crc = crc32(bytes, crc)
    size += bytes.length
    await engine.push(bytes)
  }
  const flush = async () => {
    if (length === 0) return
    const text = waiting.join('')
    waiting = []
    length = 0
    await push(Buffer.from(text))
  }
  return {
    text: (text) => {
      waiting.push(text)
      length += text.length
      return length < gathered ? undefined : flush()
    },
    bytes: async (bytes) => {
      await flush()
      await push(bytes)
    },
    end: async () => {
      await flush()
      return { packedSize: await engine.end(), crc, size }
    },
  }
}

function deflater(sink: Sink): Engine {
  const stream = createDeflateRaw({ level, memLevel: 8, strategy: constants.Z_DEFAULT_STRATEGY })
  let made: Uint8Array[] = []
  let packedSize = 0
  stream.on('data', (bytes: Buffer) => made.push(bytes))
  const handOver = async () => {
    const all = made
    made = []
    for (const bytes of all) {
      packedSize += bytes.length
      await sink(bytes)
    }
  }
  return {
    push: async (bytes) => {
      await new Promise<void>((resolve, reject) => stream.write(bytes, (error) => (error ? reject(error) : resolve())))
      await handOver()
    },
    end: async () => {
      const ended = once(stream, 'end')
      stream.end()
      await ended
      await handOver()
      return packedSize
    },
  }
}

/** A stored block of deflate holds so many bytes. */
const block = 65_535

function framer(sink: Sink): Engine {
  let packedSize = 0
  const write = async (bytes: Uint8Array) => {
    packedSize += bytes.length
    await sink(bytes)
  }
  const head = (length: number, isLast: boolean) =>
    Buffer.from([isLast ? 1 : 0, length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff])
  return {
    push: async (bytes) => {
      for (let at = 0; at < bytes.length; at += block) {
        const part = bytes.subarray(at, at + block)
        await write(head(part.length, false))
        await write(part)
      }
    },
    end: async () => {
      await write(head(0, true))
      return packedSize
    },
  }
}
