// Reads a QR code from its squares, as a scanner does once it has found them: format, mask, the way of the bits, blocks, bytes.
// Nothing is corrected: a square that is wrong makes a wrong text. ISO/IEC 18004; for versions 1 to 10 at the levels L and M.

type Squares = readonly (readonly boolean[])[]

/** Blocks of a version at a level: how many, data words in the short ones, how many are one word longer; checks in each. */
const blocksOf: Readonly<Record<string, readonly [checks: number, short: number, words: number, long: number]>> = {
  '1L': [7, 1, 19, 0],
  '1M': [10, 1, 16, 0],
  '2L': [10, 1, 34, 0],
  '2M': [16, 1, 28, 0],
  '3L': [15, 1, 55, 0],
  '3M': [26, 1, 44, 0],
  '4L': [20, 1, 80, 0],
  '4M': [18, 2, 32, 0],
  '5L': [26, 1, 108, 0],
  '5M': [24, 2, 43, 0],
  '6L': [18, 2, 68, 0],
  '6M': [16, 4, 27, 0],
}
const alignedAt: Readonly<Record<number, number>> = { 1: 0, 2: 18, 3: 22, 4: 26, 5: 30, 6: 34 }
const levels: Readonly<Record<number, string>> = { 1: 'L', 0: 'M', 3: 'Q', 2: 'H' }

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
]

/** The text of a code of bytes. `squares`: row by row, without the light margin. */
export function readQr(squares: Squares): string {
  const size = squares.length
  const version = (size - 17) / 4
  const dark = (y: number, x: number) => squares[y]?.[x] === true
  const format =
    Array.from({ length: 5 }, (_, at) => dark(8, at)).reduce((sum, bit) => sum * 2 + Number(bit), 0) ^ 0b10101
  const level = levels[format >> 3] ?? '?'
  const mask = masks[format & 7]
  const blocks = blocksOf[`${version}${level}`]
  if (!mask || !blocks) throw new Error(`A code of version ${version}, level ${level}`)
  const bits: number[] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step
      for (const x of [right, right - 1])
        if (!isFixed(y, x, size, version)) bits.push(Number(dark(y, x) !== mask(y, x)))
    }
    isUp = !isUp
  }
  return textOf(dataWords(bits, blocks))
}

/** Finders, timing, alignment, format: squares that carry no data. */
function isFixed(y: number, x: number, size: number, version: number): boolean {
  const isFinder = (y < 9 && x < 9) || (y < 9 && x >= size - 8) || (y >= size - 8 && x < 9)
  const aligned = alignedAt[version] ?? 0
  const isAligned = aligned > 0 && Math.abs(y - aligned) <= 2 && Math.abs(x - aligned) <= 2
  return isFinder || y === 6 || x === 6 || isAligned
}

/** The words of all blocks, which lie interleaved, in the order they were split in; their checks follow and are left out. */
function dataWords(bits: readonly number[], [, count, words]: readonly [number, number, number, number]): number[] {
  const all = Array.from({ length: count * words }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
  return Array.from({ length: count }, (_, block) => all.filter((_word, at) => at % count === block)).flat()
}

function textOf(words: readonly number[]): string {
  const bits = words.flatMap((word) => Array.from({ length: 8 }, (_, at) => (word >> (7 - at)) & 1))
  const number = (from: number, length: number) =>
    bits.slice(from, from + length).reduce((sum, bit) => sum * 2 + bit, 0)
  if (number(0, 4) !== 0b0100) throw new Error(`A code that holds no bytes: ${number(0, 4)}`)
  const length = number(4, 8)
  return Buffer.from(Array.from({ length }, (_, at) => number(12 + at * 8, 8))).toString('utf8')
}

/** A page as it was printed: whether a point of it is dark. */
export type Print = {
  readonly width: number
  readonly height: number
  readonly isDark: (x: number, y: number) => boolean
}

type Finder = { readonly x: number; readonly y: number; readonly unit: number }

/** The texts of the codes on a page that lies upright, from the top, those of one row from the left. */
export function readQrs(print: Print): string[] {
  const finders = findersIn(print)
  const isNear = (a: number, b: number, unit: number) => Math.abs(a - b) < 2 * unit
  return finders.flatMap((corner) => {
    const { x, y, unit } = corner
    const right = finders.filter((one) => isNear(one.y, y, unit) && one.x > x + unit).sort((a, b) => a.x - b.x)[0]
    const below = finders.filter((one) => isNear(one.x, x, unit) && one.y > y + unit).sort((a, b) => a.y - b.y)[0]
    if (!right || !below || !isNear(right.x - x, below.y - y, unit)) return []
    // Between the middles of two finders lie all squares but seven; a code has 17 of them and four for each version.
    const usual = (corner.unit + right.unit + below.unit) / 3
    const size = 17 + 4 * Math.round(((right.x - x) / usual + 7 - 17) / 4)
    const step = (right.x - x) / (size - 7)
    const at = (middle: number, square: number) => Math.floor(middle + (square - 3) * step)
    const row = (line: number) => Array.from({ length: size }, (_, column) => print.isDark(at(x, column), at(y, line)))
    return [readQr(Array.from({ length: size }, (_, line) => row(line)))]
  })
}

/** The middles of squares in rings: dark and light as 1:1:3:1:1, along the row and along the column. */
function findersIn({ width, height, isDark }: Print): Finder[] {
  const found: Finder[] = []
  for (let y = 0; y < height; y += 1)
    for (const { middle, unit } of ringsAlong(width, (x) => isDark(x, y))) {
      const x = Math.floor(middle)
      if (found.some((one) => Math.abs(one.x - x) < 3 * unit && Math.abs(one.y - y) < 4 * unit)) continue
      const from = Math.max(0, Math.floor(y - 8 * unit))
      const length = Math.min(height, Math.ceil(y + 8 * unit)) - from
      const ring = ringsAlong(length, (step) => isDark(x, from + step)).find(
        (one) => Math.abs(one.unit - unit) < unit / 3 && Math.abs(from + one.middle - y) < 2 * unit,
      )
      if (ring) found.push({ x: middle, y: from + ring.middle, unit })
    }
  return found
}

/** Where a line of points runs dark and light as 1:1:3:1:1. */
function ringsAlong(length: number, isDark: (at: number) => boolean): { middle: number; unit: number }[] {
  const edges: number[] = []
  for (let at = 0; at <= length; at += 1) if ((at < length && isDark(at)) !== (at > 0 && isDark(at - 1))) edges.push(at)
  const rings: { middle: number; unit: number }[] = []
  for (let first = 0; first + 5 < edges.length; first += 2) {
    const runs = [0, 1, 2, 3, 4].map((run) => (edges[first + run + 1] ?? 0) - (edges[first + run] ?? 0))
    const unit = runs.reduce((sum, run) => sum + run, 0) / 7
    const isRing = [1, 1, 3, 1, 1].every((part, run) => Math.abs((runs[run] ?? 0) - part * unit) < unit / 2)
    if (isRing && unit >= 1.5) rings.push({ middle: ((edges[first + 2] ?? 0) + (edges[first + 3] ?? 0)) / 2, unit })
  }
  return rings
}
