import { describe, expect, test } from 'vitest'
import { fail, ok } from '../result.ts'
import { missingFiles } from './file-lists.ts'
import { filesOf, importText, sheetOf } from './xlsform-fixture.ts'

const head = 'type|name|label|parameters|choice_filter|calculation'
const sheets = { survey: `${head}\nselect_one_from_file city.csv|a|A|value=code` }
const withFile = (text: string, survey = sheets.survey) =>
  importText({ survey }, { files: filesOf({ 'city.csv': text }) })

describe('files beside the workbook', () => {
  test('are named, with what labels show; a missing one is warned of, and keeps the form from being published', () => {
    const asks = { survey: 'type|name|label|media::image\nselect_one_from_file city.csv|a|A|map.png' }
    expect(importText(asks).seen.files).toEqual(['city.csv', 'map.png'])
    expect(importText(asks).warnings).toEqual([])
    const { form, warnings } = importText(asks, { files: new Map() })
    expect(warnings).toMatchObject([{ code: 'file.missing', row: 2, column: 'type', file: 'city.csv' }])
    expect(form && missingFiles(form)).toEqual(['city.csv'])
  })

  test('become lists of the form; columns without a header are comments', () => {
    const { form, errors, warnings } = withFile('code|label::vi||zone\nhn|Hà Nội|?|1\n||x|\nhp|Hải Phòng||2')
    expect([errors, warnings]).toEqual([[], []])
    expect(form?.fileLists).toEqual([
      {
        name: 'city.csv',
        columns: ['code', 'label::vi', 'zone'],
        rows: [
          ['hn', 'Hà Nội', '1'],
          ['hp', 'Hải Phòng', '2'],
        ],
      },
    ])
    expect(form && missingFiles(form)).toEqual([])
  })

  test.each([
    ['no labels', 'code|name\nhn|Hà Nội', { code: 'file.column-missing', row: 2, file: 'city.csv', missing: 'label' }],
    ['no values', 'name|label\nhn|Hà Nội', { code: 'file.column-missing', missing: 'code' }],
    ['two columns of one name', 'code|label|label\na|b|c', { code: 'file.column-twice', twice: 'label' }],
    [
      'too many columns',
      `code|label|${Array.from({ length: 99 }, (_, n) => `c${n}`).join('|')}`,
      { code: 'file.too-large', what: 'columns', limit: 100 },
    ],
    ['nothing at all', '', { code: 'file.column-missing', missing: 'code' }],
  ])('%s', (_, text, wanted) => expect(withFile(text).errors).toContainEqual(expect.objectContaining(wanted)))

  test('are bounded in rows, and in characters all together', () => {
    const of = (rows: number, length: number, files = ['city.csv']) => {
      const table = [['code', 'label'], ...Array.from({ length: rows }, (_, n) => [`c${n}`, 'x'.repeat(length)])]
      const read = ok({ rows: sheetOf('', table).rows, encoding: 'utf-8' })
      const survey = files.map((file, n) => `select_one_from_file ${file}|a${n}|A|value=code`)
      const { errors } = importText(
        { survey: [head, ...survey].join('\n') },
        { files: new Map(files.map((file) => [file, read])) },
      )
      return errors
    }
    expect(of(50_000, 1)).toEqual([])
    expect(of(50_001, 1)).toMatchObject([{ code: 'file.too-large', what: 'rows', limit: 50_000 }])
    expect(of(100, 30_000)).toEqual([])
    expect(of(100, 30_000, ['a.csv', 'b.csv'])).toMatchObject([
      { code: 'file.too-large', file: 'b.csv', what: 'characters' },
    ])
  })

  test('a file that cannot be read is an error; one whose encoding was guessed is warned of', () => {
    const unread = new Map([['city.csv', fail({ code: 'csv.quote', row: 7 } as const)]])
    expect(importText(sheets, { files: unread }).errors).toMatchObject([
      { code: 'file.unreadable', file: 'city.csv', problem: { code: 'csv.quote', row: 7 } },
    ])
    const { rows } = sheetOf('', [
      ['code', 'label'],
      ['a', 'A'],
    ])
    const guessed = new Map([['city.csv', ok({ rows, encoding: 'windows-1258' })]])
    expect(importText(sheets, { files: guessed }).warnings).toMatchObject([{ code: 'file.encoding' }])
  })

  test('choices without a value are warned of; with spaces several cannot be told apart', () => {
    const rows = 'code|label\n|A\nb c|B'
    expect(withFile(rows).warnings).toMatchObject([{ code: 'file.value', why: 'empty', rows: [2] }])
    expect(withFile(rows).errors).toEqual([])
    const many = `${head}\nselect_multiple_from_file city.csv|a|A|value=code`
    expect(withFile(rows, many).errors).toMatchObject([{ code: 'file.value', why: 'spaces', rows: [3] }])
  })

  test('filters, instance() and pulldata() name columns that are there', () => {
    const rows = [
      "select_one_from_file city.csv|a|A||zone = '1' and zoen = '1'",
      "calculate|b||||instance('city')/root/item[nmae = ${a} and position() = 1]/zone",
      "calculate|c||||pulldata('city', 'zone', 'nam', ${a})",
      "calculate|d||||count(instance('city')/root/item[name = ${a} and current()/../b = zone])",
    ]
    const { errors, warnings } = withFile('name|label|zone\na|A|1', [head, ...rows].join('\n'))
    expect(warnings).toMatchObject([
      { code: 'list.filter-column', row: 2, column: 'choice_filter', list: 'city.csv', missing: 'zoen' },
      { code: 'list.filter-column', row: 3, column: 'calculation', list: 'city.csv', missing: 'nmae' },
    ])
    expect(errors).toMatchObject([{ code: 'file.column-missing', row: 4, missing: 'nam' }])
  })

  test('a list in another format is named, and stays empty', () => {
    const { warnings } = importText({ survey: `${head}\nselect_one_from_file city.xml|a|A` }, { files: new Map() })
    expect(warnings).toMatchObject([{ code: 'file.kind-unused', file: 'city.xml' }])
  })
})
