import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/local/temporary.ts'
import { openSpool } from './spool.ts'
import { zipWriter } from './zip-writer.ts'

function collecting() {
  const pieces: Uint8Array[] = []
  return {
    // Copied: whoever writes may use its bytes again.
    sink: async (bytes: Uint8Array) => void pieces.push(Uint8Array.from(bytes)),
    zip: () => Buffer.concat(pieces),
  }
}

const at = '2013-07-15T08:30:00'

test('what goes in comes out, deflated, framed or from the disk', async () => {
  const folder = await temporaryFolder()
  const entry = fc.record({
    texts: fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 5 }),
    times: fc.constantFrom(1, 400),
    way: fc.constantFrom('deflate' as const, 'frame' as const, 'disk' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
      const { sink, zip } = collecting()
      const writer = zipWriter(sink, at)
      for (const [n, { texts, times, way }] of entries.entries()) {
        const spool = way === 'disk' ? await openSpool(folder) : undefined
        const target = spool ?? (await writer.entry(`đơn vị ${n}.txt`, way === 'frame' ? 'frame' : 'deflate'))
        for (const text of texts) for (let time = 0; time < times; time += 1) await target.text(text)
        const packed = await target.end()
        if (spool) await writer.add(`đơn vị ${n}.txt`, packed, spool.pieces())
        await spool?.close()
      }
      const size = await writer.finish()
      expect(zip().length).toBe(size)
      const read = Object.entries(unzipSync(zip())).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')])
      expect(read).toEqual(
        entries.map(({ texts, times }, n) => [`đơn vị ${n}.txt`, texts.map((text) => text.repeat(times)).join('')]),
      )
    }),
    { numRuns: 40 },
  )
})

test('more entries than a plain zip can count', async () => {
  const { sink, zip } = collecting()
  const writer = zipWriter(sink, at)
  const packed = deflateRawSync(Buffer.from('x'))
  const pieces = async function* () {
    yield packed
  }
  const entry = { crc: 0x8cdc1683, size: 1, packedSize: packed.length }
  for (let n = 0; n < 66_000; n += 1) await writer.add(`f${n}`, entry, pieces())
  await writer.finish()
  const read = unzipSync(zip(), { filter: ({ name }) => name === 'f65999' || name === 'f0' })
  expect(Object.entries(read).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['f0', 'x'],
    ['f65999', 'x'],
  ])
})

test('sizes beyond 4 GB stand in the directory as zip64 has them', async () => {
  const { sink, zip } = collecting()
  const writer = zipWriter(sink, at)
  const nothing = async function* (): AsyncGenerator<Uint8Array> {}
  await writer.add('large', { crc: 1, size: 5_000_000_000, packedSize: 4_999_999_999 }, nothing())
  await writer.finish()
  const bytes = zip()
  const head = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  expect(bytes.readUInt32LE(head + 20)).toBe(0xffffffff)
  const extra = head + 46 + 'large'.length
  expect([bytes.readUInt16LE(extra), bytes.readUInt16LE(extra + 2)]).toEqual([1, 16])
  expect(bytes.readBigUInt64LE(extra + 4)).toBe(5_000_000_000n)
  expect(bytes.readBigUInt64LE(extra + 12)).toBe(4_999_999_999n)
})
