// A drawing or a screenshot as it can be printed: on white, where it lets see through, and without anything but the picture.
// Its coded data are never unpacked to more than its own size says.

import { deflateSync, inflateSync } from 'node:zlib'
import type { PrintablePicture } from './printable.ts'

/** A screen of a large phone has four and a half million. */
const mostPixels = 5_000_000

type Header = {
  readonly width: number
  readonly height: number
  readonly depth: number
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colours: number
}
type Chunk = { readonly name: string; readonly content: Uint8Array }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The PNG with nothing but its picture; undefined where it is none, is damaged, or can't be printed. */
export function printablePng(bytes: Uint8Array): PrintablePicture | undefined {
  const chunks = chunksOf(bytes)
  const header = chunks && headerOf(chunks[0])
  if (!chunks || !header) return undefined
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content))
  const rows = rowsOf(data, header)
  if (!rows) return undefined
  const { width, height } = header
  const hasAlpha = header.colours === 4 || header.colours === 6
  if (!hasAlpha) {
    const palette = chunks.find(({ name }) => name === 'PLTE')?.content
    const seen = chunks.find(({ name }) => name === 'tRNS')?.content
    if (header.colours === 3 && !palette) return undefined
    const written = palette ? [{ name: 'PLTE', content: header.colours === 3 ? onWhite(palette, seen) : palette }] : []
    return { bytes: pngOf(header, written, data), width, height }
  }
  const pixels = unfiltered(rows, header)
  return pixels && { bytes: pngOf({ ...header, colours: 2 }, [], flattened(pixels, header)), width, height }
}

/** The chunks up to the end; undefined where they don't add up. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  if (!signature.equals(bytes.subarray(0, 8))) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return undefined
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    chunks.push({ name, content: bytes.subarray(at + 8, at + 8 + length) })
    if (name === 'IEND') return chunks
    at += 12 + length
  }
  return undefined
}

/** Interlaced pictures, and those of 16 bits with alpha, aren't printed. */
function headerOf(chunk: Chunk | undefined): Header | undefined {
  if (chunk?.name !== 'IHDR' || chunk.content.length !== 13) return undefined
  const view = new DataView(chunk.content.buffer, chunk.content.byteOffset, 13)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colours = 0, , , interlace] = chunk.content.subarray(8)
  const isKnown = channelsOf[colours] !== undefined && [1, 2, 4, 8, 16].includes(depth) && interlace === 0
  const isFlat = depth === 8 || (colours !== 4 && colours !== 6)
  const fits = width > 0 && height > 0 && width <= 20_000 && height <= 20_000 && width * height <= mostPixels
  return isKnown && isFlat && fits ? { width, height, depth, colours } : undefined
}

const rowLength = ({ width, depth, colours }: Header): number =>
  1 + Math.ceil((width * depth * (channelsOf[colours] ?? 1)) / 8)

/** The unpacked data; undefined unless they are exactly as long as the size says. */
function rowsOf(data: Uint8Array, header: Header): Buffer | undefined {
  const expected = rowLength(header) * header.height
  try {
    const rows = inflateSync(data, { maxOutputLength: expected + 1 })
    return rows.length === expected ? rows : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

/** Takes back the filters (https://www.w3.org/TR/png-3/#9Filters) of rows with 8 bits a channel. */
function unfiltered(rows: Buffer, header: Header): Uint8Array | undefined {
  const step = channelsOf[header.colours] ?? 1
  const length = rowLength(header) - 1
  // One row of nothing above the first.
  const pixels = new Uint8Array(length * (header.height + 1))
  for (let row = 0; row < header.height; row += 1) {
    const from = row * (length + 1)
    const takeBack = filters[rows[from] ?? 0]
    if (!takeBack) return undefined
    const start = (row + 1) * length
    pixels.set(rows.subarray(from + 1, from + 1 + length), start)
    takeBack(pixels, start, length, step)
  }
  return pixels.subarray(length)
}

/** Turns the row at `start` into its pixels; `step` bytes to the left is the pixel before, `length` bytes the row above. */
type TakeBack = (pixels: Uint8Array, start: number, length: number, step: number) => void

const from = (pixels: Uint8Array, at: number): number => pixels[at] ?? 0

const filters: readonly TakeBack[] = [
  () => undefined,
  (pixels, start, length, step) => {
    for (let at = start + step; at < start + length; at += 1) pixels[at] = from(pixels, at) + from(pixels, at - step)
  },
  (pixels, start, length) => {
    for (let at = start; at < start + length; at += 1) pixels[at] = from(pixels, at) + from(pixels, at - length)
  },
  (pixels, start, length, step) => {
    for (let at = start; at < start + length; at += 1) {
      const left = at - start < step ? 0 : from(pixels, at - step)
      pixels[at] = from(pixels, at) + ((left + from(pixels, at - length)) >> 1)
    }
  },
  (pixels, start, length, step) => {
    for (let at = start; at < start + length; at += 1) {
      const isFirst = at - start < step
      const left = isFirst ? 0 : from(pixels, at - step)
      const corner = isFirst ? 0 : from(pixels, at - length - step)
      pixels[at] = from(pixels, at) + paeth(left, from(pixels, at - length), corner)
    }
  },
]

function paeth(left: number, above: number, corner: number): number {
  const byLeft = Math.abs(above - corner)
  const byAbove = Math.abs(left - corner)
  const byCorner = Math.abs(left + above - 2 * corner)
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

const blend = (colour: number, alpha: number): number =>
  alpha === 255 ? colour : Math.round((colour * alpha + 255 * (255 - alpha)) / 255)

/** Pixels with alpha as rows of colours on white, packed. */
function flattened(pixels: Uint8Array, { width, height, colours }: Header): Uint8Array {
  const step = colours === 6 ? 4 : 2
  const rows = new Uint8Array(height * (1 + 3 * width))
  let to = 0
  for (let at = 0; at < width * height; at += 1) {
    if (at % width === 0) to += 1
    const from = at * step
    const alpha = pixels[from + step - 1] ?? 255
    for (let channel = 0; channel < 3; channel += 1) {
      rows[to] = blend(pixels[from + (step === 4 ? channel : 0)] ?? 0, alpha)
      to += 1
    }
  }
  return deflateSync(rows)
}

/** A palette whose colours let see through, on white. */
const onWhite = (palette: Uint8Array, seen: Uint8Array | undefined): Uint8Array =>
  palette.map((colour, at) => blend(colour, seen?.[Math.floor(at / 3)] ?? 255))

function pngOf({ width, height, depth, colours }: Header, between: readonly Chunk[], data: Uint8Array): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colours, 0, 0, 0], 8)
  const chunks = [
    { name: 'IHDR', content: header },
    ...between,
    { name: 'IDAT', content: data },
    { name: 'IEND', content: Buffer.alloc(0) },
  ]
  return Buffer.concat([signature, ...chunks.map(chunkOf)])
}

function chunkOf({ name, content }: Chunk): Buffer {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(name, 4, 'latin1')
  chunk.set(content, 8)
  chunk.writeUInt32BE(checksum(chunk.subarray(4, 8 + content.length)), 8 + content.length)
  return chunk
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32, which Node 20.19 doesn't have yet. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
