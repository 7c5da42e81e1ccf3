import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packBook, unpackBook } from './carry-book.ts'
import { importBook, importForm } from './import-form.ts'
import { writeWorkbook } from './write-workbook.ts'

const sheets = [
  {
    name: '__proto__',
    rows: [['type', 'name'], [], ['select_one_from_file a.csv', 'đơn vị']],
  },
  {
    name: 'survey',
    rows: [
      ['type', 'name', 'label'],
      ['select_one_from_file a.csv', 'a', 'A'],
    ],
  },
]

test('a workbook and its files come back as they went', async () => {
  const csv = Buffer.from('name,label\n1,Một\n')
  const imported = importForm(writeWorkbook(sheets), (name) => (name === 'a.csv' ? csv : undefined))
  if (!imported.ok) throw new Error(imported.problem.code)
  const { book, form } = imported.value
  const back = unpackBook(packBook(book))
  expect(back).toEqual({ sheets: book.sheets, files: new Map([['a.csv', csv]]) })
  expect(back && importBook(back).form).toEqual(form)
  expect(form?.fileLists).toEqual([{ name: 'a.csv', columns: ['name', 'label'], rows: [['1', 'Một']] }])
})

const packed = (value: unknown) => deflateRawSync(Buffer.from(JSON.stringify(value))).toString('base64url')

test('anything else is nothing', () => {
  for (const text of ['', 'x', '!!', packed(null), packed([]), packed({ sheets: {}, files: [] })])
    expect(unpackBook(text)).toBeUndefined()
  const row = { row: 0, cells: [] }
  expect(unpackBook(packed({ sheets: [{ name: 'survey', rows: [row] }], files: [] }))).toBeUndefined()
})

test('a text that unpacks to far more than it is, and one of a million cells, are refused', () => {
  expect(unpackBook(deflateRawSync(Buffer.alloc(64 * 2 ** 20, ' ')).toString('base64url'))).toBeUndefined()
  const cells = Array.from({ length: 1_000 }, (_, column) => ({ column, text: '' }))
  const rows = Array.from({ length: 600 }, (_, at) => ({ row: at + 1, cells }))
  expect(unpackBook(packed({ sheets: [{ name: 'survey', rows }], files: [] }))).toBeUndefined()
})

test('what is deeper than a workbook, or has more brackets, is not even read; brackets in texts are texts', () => {
  const deflated = (text: string) => deflateRawSync(Buffer.from(text)).toString('base64url')
  expect(unpackBook(deflated(`${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`))).toBeUndefined()
  expect(unpackBook(deflated(`[${'[],'.repeat(3_000_000)}[]]`))).toBeUndefined()
  const text = '[{"\\"'.repeat(1_000)
  const book = { sheets: [{ name: 'survey', rows: [{ row: 1, cells: [{ column: 0, text }] }] }], files: [] }
  expect(unpackBook(packed(book))?.sheets[0]?.rows[0]?.cells[0]?.text).toBe(text)
})
