import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../functions/workbook/write-workbook.ts'
import { formCheck } from './form-check.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-check-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(files: readonly string[], options: Readonly<Record<string, string>> = {}) {
  const lines: unknown[] = []
  const code = await formCheck.run({
    options,
    files,
    path: (file) => join(folder, file),
    print: (line) => lines.push(line),
  })
  return { code, lines }
}
const save = (name: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>) =>
  writeFile(join(folder, name), writeWorkbook(Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows }))))

const right = {
  survey: [
    ['type', 'name', 'label::vi'],
    ['text', 'a', 'A'],
  ],
  settings: [['form_title'], ['Phiếu']],
}
const wrong = {
  survey: [
    ['type', 'name', 'label'],
    ['txet', 'a', 'A'],
  ],
}

describe('files', () => {
  test('one line for each, exit 1 when one is refused', async () => {
    await save('right.xlsx', right)
    await save('wrong.xlsx', wrong)
    await writeFile(join(folder, 'none.xlsx'), 'not a workbook')
    expect(await check(['right.xlsx'])).toEqual({
      code: 0,
      lines: [
        { file: 'right.xlsx', ok: true, title: 'Phiếu', languages: ['vi'], questions: 1, errors: [], warnings: [] },
      ],
    })
    const { code, lines } = await check(['right.xlsx', 'wrong.xlsx', 'none.xlsx'])
    expect(code).toBe(1)
    expect(lines).toMatchObject([
      { ok: true },
      {
        file: 'wrong.xlsx',
        ok: false,
        errors: [
          {
            sheet: 'survey',
            row: 2,
            column: 'type',
            code: 'type.unknown',
            message: 'There is no question type “txet”. Check its spelling.',
          },
        ],
      },
      {
        file: 'none.xlsx',
        ok: false,
        errors: [{ code: 'workbook.not-a-zip', message: expect.stringMatching(/\.xlsx/) }],
      },
    ])
  })

  test('a file that is missing has a line too, in the language asked for, and the next ones are read', async () => {
    await save('right.xlsx', right)
    const { code, lines } = await check(['no-such.xlsx', '.', 'right.xlsx'], { language: 'vi' })
    expect(code).toBe(1)
    const absent = { ok: false, errors: [{ code: 'workbook.absent', message: expect.stringMatching(/^Không có tệp/) }] }
    expect(lines).toMatchObject([{ file: 'no-such.xlsx', ...absent }, { file: '.', ...absent }, { ok: true }])
  })

  test('CSV files are read where they lie beside the workbook, and nowhere else', async () => {
    const asks = (file: string) => [
      ['type', 'name', 'label'],
      [`select_one_from_file ${file}`, 'a', 'A'],
    ]
    await save('cities.xlsx', { survey: asks('cities.csv') })
    await save('outside.xlsx', { survey: asks('../cities.csv') })
    const codes = async (file: string) => {
      const { lines } = await check([file])
      const found = JSON.stringify(lines)
      return [...found.matchAll(/"code":"([^"]+)"/g)].map(([, code]) => code)
    }
    expect(await codes('cities.xlsx')).toEqual(['file.missing'])
    await writeFile(join(folder, 'cities.csv'), 'name;label\nhn;Hà Nội\n')
    expect(await codes('cities.xlsx')).toEqual([])
    await writeFile(join(folder, 'cities.csv'), 'code,label\nhn,Hà Nội\n')
    expect(await codes('cities.xlsx')).toEqual(['file.column-missing'])
    await writeFile(join(folder, 'cities.csv'), 'name,label\n"hn,Hà Nội\n')
    expect(await codes('cities.xlsx')).toEqual(['file.unreadable'])
    expect(await codes('outside.xlsx')).toEqual(['file.missing'])
  })

  test('patterns are those of the server', async () => {
    const rows = [
      ['type', 'name', 'label', 'constraint'],
      ['text', 'a', 'A', "regex(., '(?=a)a')"],
    ]
    await save('pattern.xlsx', { survey: rows })
    expect((await check(['pattern.xlsx'])).lines).toMatchObject([
      { ok: false, errors: [{ code: 'expression.pattern' }] },
    ])
  })
})

test('cases: a line for each, in the language asked for', async () => {
  const lines = [
    { id: 'right', sheets: right },
    { id: 'wrong', sheets: wrong },
  ].map((one) => JSON.stringify(one))
  await writeFile(join(folder, 'cases.jsonl'), [...lines, '', '{"id":1}', 'no JSON'].join('\n'))
  expect(await check([], { cases: 'cases.jsonl', language: 'vi' })).toMatchObject({
    code: 1,
    lines: [
      { id: 'right', ok: true, title: 'Phiếu' },
      { id: 'wrong', ok: false, errors: [{ message: 'Không có loại câu hỏi “txet”. Hãy kiểm tra chính tả.' }] },
      { line: 4, ok: false, problem: { code: 'case.unreadable' } },
      { line: 5, ok: false, problem: { code: 'case.unreadable' } },
    ],
  })
})

test.each([
  ['nothing', [], {}],
  ['files and cases', ['right.xlsx'], { cases: 'cases.jsonl' }],
  ['a language that nobody wrote', ['right.xlsx'], { language: 'fr' }],
])('%s is not understood', async (_, files, options) => {
  expect(await check(files, options)).toEqual({ code: 2, lines: [] })
})
