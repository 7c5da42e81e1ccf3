// Pictures made byte by byte, so that a test says what is in them.

import { deflateSync } from 'node:zlib'

const segment = (marker: number, content: readonly number[] | Buffer): Buffer => {
  const length = content.length + 2
  return Buffer.concat([Buffer.of(0xff, marker, length >> 8, length & 0xff), Buffer.from(content)])
}

/** A grey baseline JPEG of one tone. `secrets` go where phones write what they know. */
export function aJpeg({
  width,
  height,
  orientation,
  secrets = [],
}: {
  width: number
  height: number
  orientation?: number
  secrets?: readonly string[]
}): Buffer {
  const exif = (turn: number) =>
    segment(0xe1, [
      ...Buffer.from('Exif\0\0MM\0*', 'latin1'),
      ...[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0],
    ])
  const blocks = Math.ceil(Math.max(1, Math.min(width, 64)) / 8) * Math.ceil(Math.max(1, Math.min(height, 64)) / 8)
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(orientation === undefined ? [] : [exif(orientation)]),
    ...secrets.map((secret) => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`))),
    ...secrets.map((secret) => segment(0xfe, Buffer.from(secret))),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    // One code of one bit in each table: "no difference" and "end of block".
    segment(0xc4, [0, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.alloc(Math.ceil((blocks * 2) / 8), 0),
    Buffer.of(0xff, 0xd9),
  ])
}

export function pngChunk(name: string, content: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(name, 4, 'latin1')
  chunk.set(content, 8)
  return chunk
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A PNG of 8 bits a channel, each row with the filter of its place; checksums are left at 0. */
export function aPng({
  width,
  height,
  colours,
  pixels,
  filters = [],
  chunks = [],
  data,
  interlace = 0,
}: {
  width: number
  height: number
  colours: number
  pixels: readonly number[]
  filters?: readonly number[]
  chunks?: readonly Buffer[]
  data?: Uint8Array
  interlace?: number
}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colours, 0, 0, interlace], 8)
  const packed =
    data ?? deflateSync(filteredRows(pixels, width * (channelsOf[colours] ?? 1), channelsOf[colours] ?? 1, filters))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function filteredRows(pixels: readonly number[], length: number, step: number, filters: readonly number[]): Buffer {
  const rows = Math.ceil(pixels.length / Math.max(1, length))
  return Buffer.concat(
    Array.from({ length: rows }, (_, row) => {
      const filter = filters[row] ?? 0
      const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (pixels[y * length + x] ?? 0))
      const values = Array.from({ length }, (_, x) => {
        const [left, above, corner] = [at(x - step, row), at(x, row - 1), at(x - step, row - 1)]
        return at(x, row) - guess(filter, left, above, corner)
      })
      return Buffer.of(filter, ...values.map((value) => value & 0xff))
    }),
  )
}

/** As https://www.w3.org/TR/png-3/#9Filters has it. */
function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return Math.floor((left + above) / 2)
  if (filter !== 4) return 0
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
