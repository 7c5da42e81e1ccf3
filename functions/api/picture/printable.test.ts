import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aJpeg, aPng, pngChunk } from '../../../test/support/pictures.ts'
import { largestPicture, printablePicture } from './printable.ts'

/** The content of a written PNG's data. */
const rowsOf = (png: Buffer): number[] => {
  const at = png.indexOf('IDAT')
  return [...inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))]
}

describe('a photo', () => {
  test('keeps its picture, and nothing of where and with what it was taken', () => {
    const photo = aJpeg({ width: 40, height: 30, secrets: ['GPS 21.03 105.85', 'Apple iPhone 12'] })
    const printed = printablePicture(photo)
    expect(printed).toMatchObject({ width: 40, height: 30 })
    expect(photo.includes('GPS 21.03')).toBe(true)
    expect(printed?.bytes.includes('GPS')).toBe(false)
    expect(printed?.bytes.includes('Apple')).toBe(false)
    expect(printed?.bytes.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8))
    expect(printed?.bytes.subarray(-2)).toEqual(Buffer.of(0xff, 0xd9))
  })

  test.each([
    [1, 40, 30],
    [3, 40, 30],
    [6, 30, 40],
    [8, 30, 40],
  ])('held as %i is %i by %i', (orientation, width, height) => {
    const printed = printablePicture(aJpeg({ width: 40, height: 30, orientation }))
    expect(printed).toMatchObject({ width, height })
    // What is written says the same when it is read again.
    expect(printed && printablePicture(printed.bytes)).toEqual(printed)
  })

  test('what follows its end is left out: phones hide a second picture there', () => {
    const photo = aJpeg({ width: 40, height: 30 })
    expect(printablePicture(Buffer.concat([photo, Buffer.from('MPF second picture')]))).toEqual(printablePicture(photo))
  })

  test.each([
    ['of too many pixels', aJpeg({ width: 20_000, height: 20_000 })],
    ['of no pixels', aJpeg({ width: 0, height: 10 })],
    ['cut off in its head', aJpeg({ width: 40, height: 30 }).subarray(0, 12)],
    ['that only says so', Buffer.of(0xff, 0xd8, 0xff, 0xd9)],
    ['too large', Buffer.concat([aJpeg({ width: 40, height: 30 }), Buffer.alloc(largestPicture)])],
  ])('%s is not printed', (_, photo) => {
    expect(printablePicture(photo)).toBeUndefined()
  })
})

describe('a drawing', () => {
  test('that lets see through stands on white', () => {
    const pixels = [
      [0, 0, 0, 255],
      [0, 0, 0, 0],
      [255, 0, 0, 128],
      [10, 20, 30, 255],
    ]
    const printed = printablePicture(aPng({ width: 2, height: 2, colours: 6, pixels: pixels.flat() }))
    expect(printed).toMatchObject({ width: 2, height: 2 })
    expect(rowsOf(printed?.bytes ?? Buffer.alloc(0))).toEqual([
      ...[0, 0, 0, 0, 255, 255, 255],
      ...[0, 255, 127, 127, 10, 20, 30],
    ])
  })

  test('grey with alpha becomes colours', () => {
    const printed = printablePicture(aPng({ width: 1, height: 2, colours: 4, pixels: [100, 255, 100, 0] }))
    expect(rowsOf(printed?.bytes ?? Buffer.alloc(0))).toEqual([0, 100, 100, 100, 0, 255, 255, 255])
  })

  test('without alpha keeps its data, and loses its notes', () => {
    const png = aPng({
      width: 1,
      height: 1,
      colours: 2,
      pixels: [1, 2, 3],
      chunks: [pngChunk('tEXt', Buffer.from('Author\0An'))],
    })
    const printed = printablePicture(png)
    expect(png.includes('Author')).toBe(true)
    expect(printed?.bytes.includes('Author')).toBe(false)
    expect(rowsOf(printed?.bytes ?? Buffer.alloc(0))).toEqual([0, 1, 2, 3])
  })

  test('every filter is taken back', () => {
    const width = 5
    const pixel = fc.integer({ min: 0, max: 255 })
    const image = fc.record({
      filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
      pixels: fc.array(pixel, { minLength: width * 4 * 4, maxLength: width * 4 * 4 }),
    })
    fc.assert(
      fc.property(image, ({ filters, pixels }) => {
        const opaque = pixels.map((value, at) => (at % 4 === 3 ? 255 : value))
        const plain = printablePicture(aPng({ width, height: 4, colours: 6, pixels: opaque }))
        const filtered = printablePicture(aPng({ width, height: 4, colours: 6, pixels: opaque, filters }))
        expect(filtered).toEqual(plain)
        expect(plain).toBeDefined()
      }),
    )
  })

  test.each([
    [
      'of more data than its size',
      aPng({ width: 1, height: 1, colours: 6, pixels: [], data: deflateSync(Buffer.alloc(50_000_000)) }),
    ],
    [
      'of less data than its size',
      aPng({ width: 9, height: 9, colours: 6, pixels: [], data: deflateSync(Buffer.alloc(5)) }),
    ],
    ['of data that are none', aPng({ width: 1, height: 1, colours: 6, pixels: [], data: Buffer.from('nonsense') })],
    ['of too many pixels', aPng({ width: 10_000, height: 10_000, colours: 6, pixels: [], data: Buffer.alloc(9) })],
    ['interlaced', aPng({ width: 1, height: 1, colours: 6, pixels: [1, 2, 3, 4], interlace: 1 })],
    ['of colours that are none', aPng({ width: 1, height: 1, colours: 5, pixels: [1] })],
  ])('%s is not printed', (_, png) => {
    expect(printablePicture(png)).toBeUndefined()
  })
})

test('whatever bytes come, nothing breaks', () => {
  const heads = [aJpeg({ width: 40, height: 30 }), aPng({ width: 2, height: 2, colours: 6, pixels: Array(16).fill(7) })]
  const spoilt = fc
    .tuple(
      fc.constantFrom(...heads),
      fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      fc.nat(200),
    )
    .map(([head, changes, cut]) => {
      const bytes = Uint8Array.from(head)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes.subarray(0, bytes.length - (cut % bytes.length))
    })
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const printed = printablePicture(bytes)
      if (printed) expect(printed.width * printed.height).toBeGreaterThan(0)
    }),
    { numRuns: 1_000 },
  )
})
