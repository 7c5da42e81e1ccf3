// A photo as it can be printed: the picture alone. What a phone writes beside it (where it was taken, with what, a second
// picture behind the first) stays out of the document; which way up it is held is kept.

import type { PrintablePicture } from './printable.ts'

/** Photos have 12 or 50 million pixels; what has more is no photo. */
const mostPixels = 64_000_000

/** Baseline, extended and progressive: what every reader of PDF decodes. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
/** Tables, the frame, the scans and restart intervals; Adobe's segment says what the colours are. */
const kept: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd, 0xee, ...frames])

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, exif: 0xe1 }

/** The JPEG with nothing but its picture; undefined where it is none, is damaged, or can't be printed. */
export function printableJpeg(bytes: Uint8Array): PrintablePicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  const parts: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let turn = 1
  for (let at = 2; at + 4 <= bytes.length; ) {
    const kind = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    if (kind === 0xff) {
      at += 1
      continue
    }
    if (kind === marker.end || kind === 0) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (kind === marker.exif) turn = orientationIn(segment) ?? turn
    if (frames.has(kind)) size ??= sizeIn(segment)
    if (kind === marker.scan) {
      const next = endOfScan(bytes, end)
      parts.push(bytes.subarray(at, next))
      at = next
      continue
    }
    if (kept.has(kind)) parts.push(segment)
    at = end
  }
  const isWhole = parts.some((part) => part[1] === marker.scan)
  if (!size || !isWhole || size.width * size.height > mostPixels) return undefined
  const shown = turn > 4 ? { width: size.height, height: size.width } : size
  const whole = [Uint8Array.of(0xff, marker.start), ...exifOf(turn), ...parts, Uint8Array.of(0xff, marker.end)]
  return { bytes: Buffer.concat(whole), ...shown }
}

/** Where the coded data of a scan end: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? marker.end
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

/** A frame's size in pixels; frames of a height that is told later, or of two colours, aren't printed. */
function sizeIn(segment: Uint8Array): { width: number; height: number } | undefined {
  if (segment.length < 10) return undefined
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const [height, width] = [view.getUint16(5), view.getUint16(7)]
  const isKnown = segment[4] === 8 && [1, 3, 4].includes(segment[9] ?? 0)
  return isKnown && width > 0 && height > 0 && width <= 20_000 && height <= 20_000 ? { width, height } : undefined
}

const exifHead = 'Exif\0\0'
const orientationTag = 0x0112

/** How the camera was held (TIFF 6.0, tag 0x0112), 1 to 8. */
function orientationIn(segment: Uint8Array): number | undefined {
  const tiff = segment.subarray(10)
  if (Buffer.from(segment.subarray(4, 10)).toString('latin1') !== exifHead || tiff.length < 8) return undefined
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > tiff.length) return undefined
  const entries = Math.min(view.getUint16(directory, isLittle), 100)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index
    if (entry + 12 > tiff.length) return undefined
    if (view.getUint16(entry, isLittle) !== orientationTag) continue
    const turn = view.getUint16(entry + 8, isLittle)
    return turn >= 1 && turn <= 8 ? turn : undefined
  }
  return undefined
}

/** A segment that says which way up the picture is, and nothing else. */
function exifOf(turn: number): Uint8Array[] {
  if (turn === 1) return []
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0]
  const content = [...Buffer.from(exifHead, 'latin1'), ...tiff]
  return [Uint8Array.of(0xff, marker.exif, 0, content.length + 2, ...content)]
}
