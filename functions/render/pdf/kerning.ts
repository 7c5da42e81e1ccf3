// The kerning of a face, read from its GPOS table (OpenType 1.9, chapter GPOS): by how much the first of two neighbouring
// glyphs is set closer. The shaping engine reads the whole table with everything in it, which costs a cold start more than
// the report it is started for.

/** By a glyph and the one behind it: by how many units the advance of the first changes. Most pairs aren't there. */
export type Kerning = ReadonlyMap<number, ReadonlyMap<number, number>>
type Pairs = Map<number, Map<number, number>>

/** `file`: a TrueType file. One without kerning for Latin script has none; a damaged one throws a RangeError. */
export function readKerning(file: Uint8Array): Kerning {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const gpos = tableAt(view, 'GPOS')
  if (gpos === undefined) return new Map()
  const lookups = gpos + view.getUint16(gpos + 8)
  const pairs: Pairs = new Map()
  for (const index of kernLookups(view, gpos))
    readLookup(view, lookups + view.getUint16(lookups + 2 + 2 * index), pairs)
  return pairs
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function tableAt(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let at = 12; at < 12 + 16 * count; at += 16) if (tagAt(view, at) === tag) return view.getUint32(at + 8)
  return undefined
}

/** Offsets of a list of tagged tables: scripts, features. */
function tagged(view: DataView, list: number): { tag: string; at: number }[] {
  return numbers(view.getUint16(list), (index) => {
    const record = list + 2 + 6 * index
    return { tag: tagAt(view, record), at: list + view.getUint16(record + 4) }
  })
}

const numbers = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index))

/** The lookups of the feature `kern` in Latin script, in the order in which they apply. */
function kernLookups(view: DataView, gpos: number): number[] {
  const script = tagged(view, gpos + view.getUint16(gpos + 4)).find(({ tag }) => tag === 'latn')
  const features = tagged(view, gpos + view.getUint16(gpos + 6))
  if (!script) return []
  const language = script.at + view.getUint16(script.at)
  const indexes = numbers(view.getUint16(language + 4), (index) => view.getUint16(language + 6 + 2 * index))
  const kern = indexes.map((index) => features[index]).find((feature) => feature?.tag === 'kern')
  if (!kern) return []
  const lookups = numbers(view.getUint16(kern.at + 2), (index) => view.getUint16(kern.at + 4 + 2 * index))
  return lookups.sort((a, b) => a - b)
}

const PAIRS = 2
const LISTED = 1

/** Pairs that an earlier part of the same lookup knows are left to it; what lookups say about a pair adds up. */
function readLookup(view: DataView, lookup: number, pairs: Pairs): void {
  if (view.getUint16(lookup) !== PAIRS) throw new RangeError('Kerning is not in pairs')
  const own: Pairs = new Map()
  for (const offset of numbers(view.getUint16(lookup + 4), (index) => view.getUint16(lookup + 6 + 2 * index))) {
    const part = lookup + offset
    if (view.getUint16(part) !== LISTED) throw new RangeError('Kerning is not in listed pairs')
    const [first, second] = [view.getUint16(part + 4), view.getUint16(part + 6)]
    const size = 2 + 2 * (bits(first) + bits(second))
    const advance = 2 + 2 * bits(first & (X_ADVANCE - 1))
    covered(view, part + view.getUint16(part + 2)).forEach((left, index) => {
      const set = part + view.getUint16(part + 10 + 2 * index)
      const known = own.get(left)
      const before = known ?? new Map<number, number>()
      if (!known) own.set(left, before)
      for (let at = set + 2; at < set + 2 + size * view.getUint16(set); at += size) {
        const right = view.getUint16(at)
        if ((first & X_ADVANCE) !== 0 && !before.has(right)) before.set(right, view.getInt16(at + advance))
      }
    })
  }
  for (const [left, added] of own) {
    const before = pairs.get(left) ?? new Map<number, number>()
    for (const [right, units] of added) before.set(right, (before.get(right) ?? 0) + units)
    pairs.set(left, before)
  }
}

const X_ADVANCE = 4

function bits(flags: number): number {
  let count = 0
  for (let rest = flags; rest > 0; rest >>= 1) count += rest & 1
  return count
}

/** The glyphs of a coverage table, listed or in ranges. */
function covered(view: DataView, at: number): number[] {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === LISTED) return numbers(count, (index) => view.getUint16(at + 4 + 2 * index))
  return numbers(count, (index) => at + 4 + 6 * index).flatMap((range) => {
    const start = view.getUint16(range)
    return numbers(view.getUint16(range + 2) - start + 1, (index) => start + index)
  })
}
