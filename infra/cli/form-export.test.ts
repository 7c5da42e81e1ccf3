import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importForm } from '../../functions/workbook/import-form.ts'
import { writeWorkbook } from '../../functions/workbook/write-workbook.ts'
import { filesBeside } from './form-check.ts'
import { formExport } from './form-export.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-export-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...files: string[]) {
  const lines: unknown[] = []
  const code = await formExport.run({
    options: {},
    files,
    path: (file) => join(folder, file),
    print: (line) => lines.push(line),
  })
  return { code, lines }
}

const sheets = [
  {
    name: 'survey',
    rows: [
      ['type', 'name', 'label::vi', 'my notes'],
      ['select one yn', 'a', 'A', 'kept'],
    ],
  },
  {
    name: 'choices',
    rows: [
      ['list name', 'name', 'label::vi'],
      ['yn', 'y', 'Có'],
    ],
  },
]
const imported = async (name: string) => {
  const form = importForm(await readFile(join(folder, name)), filesBeside(join(folder, name)))
  return form.ok ? form.value.form : undefined
}

test('what is exported imports as the same form', async () => {
  await writeFile(join(folder, 'in.xlsx'), writeWorkbook(sheets))
  expect(await run('in.xlsx', 'out.xlsx')).toMatchObject({ code: 0, lines: [{ file: 'in.xlsx', ok: true }] })
  expect(await imported('out.xlsx')).toEqual(await imported('in.xlsx'))
  expect(await imported('out.xlsx')).toBeDefined()
})

test('its CSV files go with it into another folder', async () => {
  const survey = [
    ['type', 'name', 'label'],
    ['select_one_from_file a.csv', 'a', 'A'],
  ]
  await writeFile(join(folder, 'csv.xlsx'), writeWorkbook([{ name: 'survey', rows: survey }]))
  await writeFile(join(folder, 'a.csv'), 'name,label,"x,y"\n1,"say ""a""\nand b",\n')
  await mkdir(join(folder, 'other'))
  expect(await run('csv.xlsx', 'other/csv.xlsx')).toMatchObject({ code: 0 })
  expect(await imported('other/csv.xlsx')).toEqual(await imported('csv.xlsx'))
  expect((await imported('other/csv.xlsx'))?.fileLists[0]?.rows).toEqual([['1', 'say "a"\nand b', '']])
})

test('a form with errors is not written, and what is wrong is said', async () => {
  await writeFile(
    join(folder, 'bad.xlsx'),
    writeWorkbook([
      {
        name: 'survey',
        rows: [
          ['type', 'name'],
          ['txet', 'a'],
        ],
      },
    ]),
  )
  expect(await run('bad.xlsx', 'nothing.xlsx')).toMatchObject({ code: 1, lines: [{ ok: false }] })
  await expect(readFile(join(folder, 'nothing.xlsx'))).rejects.toThrow('ENOENT')
})

test('one file in, one file out', async () => {
  expect(await run('in.xlsx')).toEqual({ code: 2, lines: [] })
  expect(await run('in.xlsx', 'a.xlsx', 'b.xlsx')).toEqual({ code: 2, lines: [] })
})
