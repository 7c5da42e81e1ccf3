import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileWorkbooks } from './hostile-fixture.ts'
import { workbookLimits } from './limits.ts'
import { readWorkbook } from './read-workbook.ts'
import { unlessRefused } from './refused.ts'
import { workbookOf } from './workbook-fixture.ts'
import { openZip } from './zip.ts'
import { bomb, zipOf } from './zip-fixture.ts'

test.each(hostileWorkbooks)('$name: $code', ({ make, code }) => {
  const read = readWorkbook(make())
  expect(read.ok ? 'read' : read.problem.code).toBe(code)
})

describe('a bomb stops at its bound', () => {
  const limits = { ...workbookLimits, unpackedBytes: 3 * 2 ** 20, ratio: 2_000 }
  const unpackedOf = (bytes: Uint8Array, names: readonly string[]) => {
    let unpacked = 0
    const outcome = unlessRefused(() => {
      const zip = openZip(bytes, limits)
      for (const name of names) for (const chunk of zip.read(name) ?? []) unpacked += chunk.length
    })
    return { unpacked, code: outcome.ok ? undefined : outcome.problem.code }
  }

  test('that says what it is: not a byte is unpacked', () => {
    const bytes = zipOf([{ name: 'a', packed: bomb(400, '<row/>'), size: 400 * 2 ** 20 }])
    expect(unpackedOf(bytes, ['a'])).toEqual({ unpacked: 0, code: 'workbook.unpacks-too-large' })
  })

  test('that claims to be small: no more than it claims', () => {
    const size = 2 ** 20
    const { unpacked, code } = unpackedOf(zipOf([{ name: 'a', packed: bomb(400, '<row/>'), size }]), ['a'])
    expect(code).toBe('workbook.damaged')
    expect(unpacked).toBeLessThanOrEqual(size)
  })

  test('that is split over parts: all together count', () => {
    const names = ['a', 'b', 'c', 'd']
    const bytes = zipOf(names.map((name) => ({ name, data: Buffer.alloc(2 ** 20, 'x') })))
    expect(unpackedOf(bytes, names)).toEqual({ unpacked: 3 * 2 ** 20, code: 'workbook.unpacks-too-large' })
  })

  test('that is dense: 1 MiB is free, beyond it the ratio counts', () => {
    const bytes = zipOf([{ name: 'a', data: Buffer.alloc(2 ** 20 + 1, 'x') }])
    const opened = unlessRefused(() => [...(openZip(bytes, { ...limits, ratio: 100 }).read('a') ?? [])])
    expect(opened).toMatchObject({ ok: false, problem: { code: 'workbook.unpacks-too-large', limitBytes: 2 ** 20 } })
  })
})

test('names of prototypes are texts, and nothing is polluted', () => {
  const data = '<row r="1"><c t="s"><v>0</v></c><c t="inlineStr" __proto__="x"><is><t>constructor</t></is></c></row>'
  const read = readWorkbook(workbookOf({ sheets: [['__proto__', data]], strings: '<si><t>__proto__</t></si>' }))
  const cells = [
    { column: 0, text: '__proto__' },
    { column: 1, text: 'constructor' },
  ]
  expect(read.ok && read.value.sheets).toEqual([{ name: '__proto__', rows: [{ row: 1, cells }], uncalculated: [] }])
  expect(Object.keys(Object.prototype)).toEqual([])
})

describe('a damaged file gives a workbook or a problem, never anything else', () => {
  const strings = '<si><t>a</t></si>'
  const whole = workbookOf({ sheets: [['survey', '<row r="1"><c t="s"><v>0</v></c></row>']], strings })

  test('cut off anywhere', () => {
    fc.assert(fc.property(fc.nat(whole.length - 1), (length) => !readWorkbook(whole.subarray(0, length)).ok))
  })

  test('with any bytes changed', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const { at, byte } of changes) bytes[at] = byte
        expect(readWorkbook(bytes).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 500 },
    )
  })

  test('with any XML in a sheet', () => {
    const tag = fc.constantFrom(
      '<row>',
      '</row>',
      '<c>',
      '</c>',
      '<v>',
      '</v>',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      '<rPh>',
      '1',
      '&',
      ']]>',
      '<c t="s" r="A1">',
      '<row r="5">',
      '<f/>',
      '</sheetData>',
      '<sheetData>',
    )
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 20 }), (tags) => {
        expect(readWorkbook(workbookOf({ sheets: [['survey', tags.join('')]] })).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
