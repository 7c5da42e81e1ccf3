// The central directory of a zip: what is in it and where. A file in which two readers could see two different things
// (names twice, entries that overlap, local headers that disagree) is refused, never guessed at.

import { workbookProblem } from './problems.ts'
import { Refused } from './refused.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly packed: Uint8Array
  /** Declared: what is unpacked must come to exactly this. */
  readonly size: number
  readonly checksum: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const in64 = 0xffffffff

const damaged = (part = '') => new Refused(workbookProblem.damaged(part))

/** Entries by name: lower case (part names ignore case), with forward slashes, and without a leading one. */
export function readDirectory(bytes: Uint8Array, maxParts: number): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start, end } = findDirectory(view)
  if (count > maxParts) throw new Refused(workbookProblem.tooManyParts(maxParts))
  const entries = new Map<string, ZipEntry>()
  const spans: { from: number; to: number }[] = []
  let at = start
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw damaged()
    const next = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw damaged()
    const { entry, from, to } = readEntry(bytes, view, at, start)
    if (entries.has(entry.name.toLowerCase())) throw damaged(entry.name)
    entries.set(entry.name.toLowerCase(), entry)
    spans.push({ from, to })
    at = next
  }
  spans.sort((a, b) => a.from - b.from)
  if (spans.some(({ from }, n) => from < (spans[n - 1]?.to ?? 0))) throw damaged()
  return entries
}

/** The last end record whose comment fits: a comment may hold the signature too. */
function findDirectory(view: DataView): { count: number; start: number; end: number } {
  const first = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    if (at + endLength + view.getUint16(at + 20, true) > view.byteLength) continue
    const whole = readEnd64(view, at) ?? {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    }
    const end = whole.start + whole.size
    if (end > at) throw damaged()
    return { count: whole.count, start: whole.start, end }
  }
  throw damaged()
}

/** Some writers use the records of zip64 for small files too. */
function readEnd64(view: DataView, end: number): { count: number; size: number; start: number } | undefined {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return undefined
  const at = uint64(view, locator + 8)
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw damaged()
  return { count: uint64(view, at + 32), size: uint64(view, at + 40), start: uint64(view, at + 48) }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directoryStart: number) {
  const nameLength = view.getUint16(at + 28, true)
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength)
  const name = new TextDecoder().decode(rawName).replaceAll('\\', '/').replace(/^\/+/, '')
  const flags = view.getUint16(at + 8, true)
  if (flags & 0x41) throw new Refused(workbookProblem.encrypted())
  const { packedSize, size, local } = readSizes(view, at, name)
  if (local + 30 > directoryStart || view.getUint32(local, true) !== localSignature) throw damaged(name)
  const localNameLength = view.getUint16(local + 26, true)
  const data = local + 30 + localNameLength + view.getUint16(local + 28, true)
  if (data + packedSize > directoryStart) throw damaged(name)
  const localName = bytes.subarray(local + 30, local + 30 + localNameLength)
  if (Buffer.compare(localName, rawName) !== 0) throw damaged(name)
  const entry: ZipEntry = {
    name,
    method: methodOf(view.getUint16(at + 10, true), name),
    packed: bytes.subarray(data, data + packedSize),
    size,
    checksum: view.getUint32(at + 16, true),
  }
  return { entry, from: local, to: data + packedSize }
}

function methodOf(method: number, name: string): ZipEntry['method'] {
  if (method === 0) return 'stored'
  if (method === 8) return 'deflated'
  throw damaged(name)
}

/** Sizes and place of an entry; those that are all ones stand, in this order, in its zip64 field. */
function readSizes(view: DataView, at: number, name: string) {
  const field = findField64(view, at)
  let next = field.from
  const full = (short: number) => {
    if (short !== in64) return short
    if (next + 8 > field.to) throw damaged(name)
    next += 8
    return uint64(view, next - 8)
  }
  const size = full(view.getUint32(at + 24, true))
  const packedSize = full(view.getUint32(at + 20, true))
  const local = full(view.getUint32(at + 42, true))
  return { size, packedSize, local }
}

function findField64(view: DataView, at: number): { from: number; to: number } {
  let field = at + 46 + view.getUint16(at + 28, true)
  const end = field + view.getUint16(at + 30, true)
  while (field + 4 <= end) {
    const to = field + 4 + view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1 && to <= end) return { from: field + 4, to }
    field = to
  }
  return { from: end, to: end }
}

/** Beyond 2^53 it isn't exact, and no bound lets it through. */
const uint64 = (view: DataView, at: number) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32
