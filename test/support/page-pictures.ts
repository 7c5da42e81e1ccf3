// Small pictures of pages that are kept, and how far a page may differ from its picture: what a reader would call "another page"
// is found, other digits in a date are not.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import type { GreyPage } from './print-pdf.ts'

export const picturesFolder = 'test/reference'
/** Where pages that differ are drawn, with a frame around what does. */
const failuresFolder = 'test/.out/pictures'
export const picturesDpi = 60

/** Greys of a kept picture: enough to look at. */
const greys = 4
const bits = 2

/** The page in the greys of a kept picture, 0 to 3. */
const level = (dot: number): number => Math.round((dot / 255) * (greys - 1))

function chunk(kind: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, sum])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const perByte = 8 / bits

/** A PNG of two bits a dot. */
export function asPng({ width, height, dots }: GreyPage): Buffer {
  const rowBytes = Math.ceil(width / perByte)
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (rowBytes + 1) + 1 + Math.floor(x / perByte)
      const shift = 8 - bits * ((x % perByte) + 1)
      rows[at] = (rows[at] ?? 0) | (level(dots[y * width + x] ?? 255) << shift)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(bits, 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

/** Reads what asPng has written, and nothing else. */
export function fromPng(png: Buffer): GreyPage {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (!png.subarray(0, 8).equals(signature) || png.readUInt8(24) !== bits) throw new Error('No picture of ours')
  const start = 33
  const rows = inflateSync(png.subarray(start + 8, start + 8 + png.readUInt32BE(start)))
  const rowBytes = Math.ceil(width / perByte)
  const dots = Uint8Array.from({ length: width * height }, (_, n) => {
    const [x, y] = [n % width, Math.floor(n / width)]
    const byte = rows[y * (rowBytes + 1) + 1 + Math.floor(x / perByte)] ?? 0
    return (((byte >> (8 - bits * ((x % perByte) + 1))) & (greys - 1)) * 255) / (greys - 1)
  })
  return { width, height, dots }
}

export type Tile = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * Each page is compared as two blurred ones: the mean of flat tiles, two centimetres wide and 2.5 mm high, in which a line that has
 * moved up or down is seen; and of upright ones, in which several that have moved sideways are. `most`: the largest difference of a
 * tile, of black. Measured: other digits in a moment differ by up to 0.08 in a flat tile and 0.03 in an upright one; three
 * millimetres up or down by 0.35 and more in flat ones, sideways by 0.09 and more in upright ones.
 */
const tiles = [
  { width: 48, height: 6, most: 0.15 },
  { width: 6, height: 48, most: 0.055 },
] as const

function meanOf({ width, dots }: GreyPage, tile: Tile): number {
  let sum = 0
  for (let y = tile.y; y < tile.y + tile.height; y += 1)
    for (let x = tile.x; x < tile.x + tile.width; x += 1) sum += level(dots[y * width + x] ?? 255)
  return sum / (tile.width * tile.height * (greys - 1))
}

/** From one end to the other, half over each other, so that nothing hides on an edge. */
const places = (length: number, tile: number): number[] =>
  Array.from({ length: Math.floor((length - tile) / (tile / 2)) + 1 }, (_, n) => n * (tile / 2))

/** Where a page is another than its picture; all of it where their measures differ. */
export function differing(page: GreyPage, kept: GreyPage): Tile[] {
  const { width, height } = page
  if (width !== kept.width || height !== kept.height) return [{ x: 0, y: 0, width, height }]
  return tiles.flatMap(({ most, ...size }) =>
    places(height, size.height)
      .flatMap((y) => places(width, size.width).map((x) => ({ x, y, ...size })))
      .filter((tile) => Math.abs(meanOf(page, tile) - meanOf(kept, tile)) > most),
  )
}

/** The page with a frame around each of the tiles. */
function framed({ width, height, dots }: GreyPage, marked: readonly Tile[]): GreyPage {
  const drawn = Uint8Array.from(dots)
  for (const tile of marked)
    for (let y = tile.y; y < tile.y + tile.height; y += 1)
      for (let x = tile.x; x < tile.x + tile.width; x += 1)
        if (y === tile.y || y === tile.y + tile.height - 1 || x === tile.x || x === tile.x + tile.width - 1)
          drawn[y * width + x] = 0
  return { width, height, dots: drawn }
}

const fileOf = (name: string, number: number) => `${name}-${String(number).padStart(2, '0')}.png`

const picturesOf = async (name: string): Promise<string[]> =>
  (await readdir(picturesFolder)).filter((file) => new RegExp(`^${name}-\\d+\\.png$`).test(file)).sort()

/** The kept pictures of a report, page by page. */
export const keptPages = async (name: string): Promise<GreyPage[]> =>
  Promise.all((await picturesOf(name)).map(async (file) => fromPng(await readFile(join(picturesFolder, file)))))

/** Keeps these pages in place of those before. */
export async function keepPages(name: string, pages: readonly GreyPage[]): Promise<void> {
  await mkdir(picturesFolder, { recursive: true })
  for (const file of await picturesOf(name)) await rm(join(picturesFolder, file))
  for (const [at, page] of pages.entries()) await writeFile(join(picturesFolder, fileOf(name, at + 1)), asPng(page))
}

/** Draws the pages that are no longer as they were; answers their files. */
export async function drawFailures(
  name: string,
  pages: readonly GreyPage[],
  kept: readonly GreyPage[],
): Promise<string[]> {
  const failed: string[] = []
  for (const [at, page] of pages.entries()) {
    const before = kept[at]
    const marked = before ? differing(page, before) : []
    if (before && marked.length === 0) continue
    const file = join(failuresFolder, fileOf(name, at + 1))
    await mkdir(failuresFolder, { recursive: true })
    await writeFile(file, asPng(framed(page, marked)))
    failed.push(file)
  }
  return failed
}
