import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string | Uint8Array) => {
  const read = readCsv(typeof text === 'string' ? bytes(text) : text)
  return read.ok ? read.value.rows.map(({ row, cells }) => [row, ...cells.map(({ text }) => text)]) : read.problem
}
const readOf = (data: Uint8Array) => {
  const read = readCsv(data)
  return read.ok ? { encoding: read.value.encoding, text: read.value.rows[0]?.cells[0]?.text } : read.problem
}

describe('records', () => {
  test.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon, commas in the texts', 'a;b\r\n1;2'],
    ['tab', 'a\tb\n1\t2\n\n'],
    ['old Macs', 'a,b\r1,2\r'],
  ])('%s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
  })

  test('the separator is the one of the header, outside quotes', () => {
    expect(rowsOf('"a,b,c";d\n1;"x ""y"""')).toEqual([
      [1, 'a,b,c', 'd'],
      [2, '1', 'x "y"'],
    ])
    expect(rowsOf('name\nÔng A, bà B')).toEqual([
      [1, 'name'],
      [2, 'Ông A', ' bà B'],
    ])
  })

  test('rows count records: line breaks in a value and empty lines keep the numbers of a spreadsheet', () => {
    const read = readCsv(bytes('name,label\n"a\nb",x\n\n,\nc,,d\n'))
    expect(read.ok && read.value.rows).toEqual([
      {
        row: 1,
        cells: [
          { column: 0, text: 'name' },
          { column: 1, text: 'label' },
        ],
      },
      {
        row: 2,
        cells: [
          { column: 0, text: 'a\nb' },
          { column: 1, text: 'x' },
        ],
      },
      {
        row: 5,
        cells: [
          { column: 0, text: 'c' },
          { column: 2, text: 'd' },
        ],
      },
    ])
  })

  test('a quote inside a value is a quote; one that never closes is named', () => {
    expect(rowsOf('a,b\n5" pipe,x')).toEqual([
      [1, 'a', 'b'],
      [2, '5" pipe', 'x'],
    ])
    expect(rowsOf('a,b\nc,d\n"e,f\ng,h')).toEqual({ code: 'csv.quote', row: 3 })
  })

  test('nothing at all is no rows', () => {
    expect(rowsOf('')).toEqual([])
    expect(rowsOf('\uFEFF')).toEqual([])
  })
})

describe('encodings', () => {
  const vietnamese = 'Đảng bộ'

  test('UTF-8, with its mark or without', () => {
    expect(readOf(bytes(vietnamese))).toEqual({ encoding: 'utf-8', text: vietnamese })
    expect(readOf(bytes(`\uFEFF${vietnamese}`))).toEqual({ encoding: 'utf-8', text: vietnamese })
  })

  test('UTF-16 with its mark', () => {
    const little = Buffer.from(`\uFEFF${vietnamese}`, 'utf16le')
    expect(readOf(little)).toEqual({ encoding: 'utf-16le', text: vietnamese })
    expect(readOf(Buffer.from(little).swap16())).toEqual({ encoding: 'utf-16be', text: vietnamese })
  })

  test('Windows-1258 is composed', () => {
    // Đ a+hook n g, b ô+dot: the tone marks are bytes of their own there.
    const data = Uint8Array.of(0xd0, 0x61, 0xd2, 0x6e, 0x67, 0x20, 0x62, 0xf4, 0xf2)
    expect(readOf(data)).toEqual({ encoding: 'windows-1258', text: vietnamese })
  })

  test.each([
    ['UTF-16 without its mark', Buffer.from('abc', 'utf16le')],
    ['UTF-16 cut in half', Uint8Array.of(0xff, 0xfe, 0x41)],
    ['UTF-8 by its mark only', Uint8Array.of(0xef, 0xbb, 0xbf, 0xff)],
    ['a control character', Uint8Array.of(0xe9, 0x81)],
    ['a loose tone mark', Uint8Array.of(0x31, 0xf2)],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff)],
  ])('%s is refused', (_, data) => {
    expect(readOf(data)).toEqual({ code: 'csv.encoding' })
  })
})

test('bounds', () => {
  const limits = { bytes: 40, rows: 3, columns: 3, cells: 7, textLength: 5 }
  const problem = (text: string) => {
    const read = readCsv(bytes(text), limits)
    return read.ok || read.problem
  }
  expect(problem('a,b,c\n1\n12345')).toBe(true)
  expect(problem('a'.repeat(41))).toEqual({ code: 'csv.too-large', limitBytes: 40 })
  expect(problem('1\n2\n3\n4')).toEqual({ code: 'csv.too-many-rows', limit: 3 })
  expect(problem('1\n,,,')).toEqual({ code: 'csv.too-many-columns', limit: 3, row: 2 })
  expect(problem('1,2,,,,,,,,')).toEqual({ code: 'csv.too-many-cells', limit: 7 })
  expect(problem('\n'.repeat(13))).toEqual({ code: 'csv.too-many-rows', limit: 3 })
  expect(problem('1\n123456')).toEqual({ code: 'csv.text-too-long', limit: 5, row: 2 })
})

test('any bytes give rows or a problem, and names of prototypes are texts', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (data) => typeof readCsv(data).ok === 'boolean'))
  expect(rowsOf('__proto__,constructor\n1,2')).toEqual([
    [1, '__proto__', 'constructor'],
    [2, '1', '2'],
  ])
})
