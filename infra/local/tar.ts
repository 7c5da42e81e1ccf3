// Tar as `tar xzf` reads it (POSIX.1-2001): regular files alone, long names and large sizes in a pax header before them.

const block = 512

export type TarFile = { readonly name: string; readonly size: number; readonly mode: number }

/** The head of a file; its bytes follow, then `tarPadding`. */
export function tarHead(file: TarFile): Uint8Array {
  const fits = Buffer.byteLength(file.name) <= 100 && /^[\x20-\x7e]+$/.test(file.name) && file.size < 8 ** 11
  if (fits) return header(file, '0')
  const records = [record('path', file.name), record('size', String(file.size))].join('')
  const body = Buffer.from(records)
  return Buffer.concat([
    header({ name: 'pax', size: body.length, mode: 0o644 }, 'x'),
    body,
    tarPadding(body.length),
    header({ ...file, name: 'long', size: Math.min(file.size, 8 ** 11 - 1) }, '0'),
  ])
}

/** What fills a file up to whole blocks. */
export const tarPadding = (size: number): Uint8Array => Buffer.alloc((block - (size % block)) % block)

/** What ends an archive. */
export const tarEnd: Uint8Array = Buffer.alloc(2 * block)

/** "27 path=…": a record says its own length, digits included. */
function record(name: string, value: string): string {
  const rest = ` ${name}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  const digits = String(bytes + String(bytes).length).length
  return `${bytes + digits}${rest}`
}

function header({ name, size, mode }: TarFile, type: '0' | 'x'): Uint8Array {
  const bytes = Buffer.alloc(block)
  const octal = (value: number, at: number, digits: number) =>
    bytes.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1')
  bytes.write(name, 0, 'latin1')
  octal(mode & 0o777, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  octal(0, 136, 11)
  bytes.fill(' ', 148, 156)
  bytes.write(type, 156, 'latin1')
  bytes.write('ustar\x0000', 257, 'latin1')
  bytes.write(`${sumOf(bytes).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return bytes
}

const sumOf = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + byte, 0)

/** The bytes are no such archive. */
export class TarDamaged extends Error {}

/** A stream from which exactly so many bytes can be taken. */
class Taker {
  private readonly source: AsyncIterator<Uint8Array>
  private rest = Buffer.alloc(0)
  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** At most `length` bytes, at least one; undefined at the end. */
  async some(length: number): Promise<Buffer | undefined> {
    if (this.rest.length === 0) {
      const { done, value } = await this.source.next()
      if (done) return undefined
      this.rest = Buffer.from(value)
      if (this.rest.length === 0) return this.some(length)
    }
    const taken = this.rest.subarray(0, length)
    this.rest = this.rest.subarray(taken.length)
    return taken
  }

  async exactly(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let left = length; left > 0; ) {
      const part = await this.some(left)
      if (!part) throw new TarDamaged('The archive ends in the middle')
      parts.push(part)
      left -= part.length
    }
    return Buffer.concat(parts)
  }
}

export type TarEntry = TarFile & { readonly bytes: AsyncIterable<Uint8Array> }

/** A pax header of ours is a few hundred bytes. */
const longestPax = 10_000

/** The files one after the other; each has to be read before the next is asked for. Throws TarDamaged. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const taker = new Taker(source)
  let pax: ReadonlyMap<string, string> = new Map()
  for (;;) {
    const head = await taker.exactly(block)
    if (head.every((byte) => byte === 0)) return
    const { type, ...file } = readHead(head)
    if (type === 'x') {
      if (file.size > longestPax) throw new TarDamaged('A header is too long')
      pax = readPax(await taker.exactly(file.size))
      await taker.exactly(tarPadding(file.size).length)
      continue
    }
    if (type !== '0') throw new TarDamaged('Something other than a file is in the archive')
    const size = Number(pax.get('size') ?? file.size)
    yield { name: pax.get('path') ?? file.name, size, mode: file.mode, bytes: bytesOf(taker, size) }
    await taker.exactly(tarPadding(size).length)
    pax = new Map()
  }
}

async function* bytesOf(taker: Taker, size: number): AsyncGenerator<Uint8Array> {
  for (let left = size; left > 0; ) {
    const part = await taker.some(left)
    if (!part) throw new TarDamaged('The archive ends in the middle')
    left -= part.length
    yield part
  }
}

function readHead(head: Buffer): TarFile & { readonly type: string } {
  const text = (at: number, length: number) => head.toString('latin1', at, at + length).replace(/[\0 ]+$/, '')
  const octal = (at: number, length: number) => Number.parseInt(text(at, length), 8)
  const plain = Buffer.from(head)
  plain.fill(' ', 148, 156)
  if (octal(148, 8) !== sumOf(plain)) throw new TarDamaged('A header of the archive is damaged')
  return { name: text(0, 100), mode: octal(100, 8), size: octal(124, 12), type: text(156, 1) || '0' }
}

function readPax(bytes: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(' ', at)
    const length = Number(bytes.toString('latin1', at, blank))
    if (!(length > 0)) throw new TarDamaged('A header of the archive is damaged')
    const [name = '', ...value] = bytes.toString('utf8', blank + 1, at + length - 1).split('=')
    found.set(name, value.join('='))
    at += length
  }
  return found
}
