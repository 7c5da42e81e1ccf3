// How rows are written: CSV that reads back as what it was, workbooks with numbers and dates, repeats, files.

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { answerTables } from '../../shared/export/columns.ts'
import type { ExportedResponse } from '../../shared/export/response.ts'
import { type ExportTable, exportTables } from '../../shared/export/rows.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import { sentStep } from '../../shared/response/step.ts'
import { temporaryFolder } from '../../test/local/temporary.ts'
import { sha256Of } from '../../test/support/evidence.ts'
import { exportScene, textsIn } from '../../test/support/export-scene.ts'
import { formVersion } from '../../test/support/forms.ts'
import { aCampaign, campaignId, inspector, org, period, responseId, unitId } from '../../test/support/scenario.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { evidenceKey } from '../store/evidence.ts'
import { publishForm } from '../store/form-library.ts'
import { addMark } from '../store/marks.ts'
import { insertRevision, nothingRaised } from '../store/responses.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import { csvWriter } from './csv.ts'
import { fileName, fileNames } from './file-names.ts'
import { workbookWriter } from './workbook-stream.ts'
import type { ExportWriter } from './writer.ts'
import { type ZipWriter, zipWriter } from './zip-writer.ts'

const household = formVersion('households', {
  survey: `
    type | name | label | calculation
    text | village | Village
    date | visited | Visited
    begin_repeat | house | House
    integer | rooms | Rooms
    begin_repeat | person | Person
    text | called | Called
    image | face | Face
    end_repeat | | |
    end_repeat | | |
    calculate | total | Total | 1 + 1`,
})

const response = (n: number, answers: Record<string, AnswerValue>): ExportedResponse => ({
  id: responseId(n),
  revision: 1,
  state: 'counted',
  isLate: false,
  unit: { id: unitId('cell-1'), code: 'R1', name: 'Chi bộ Sông 1', above: 'Đảng bộ Sông' },
  period: asId(PeriodId, '2013-H1'),
  receivedAt: '2013-03-01T00:00:00.000Z',
  changedAt: '2013-03-01T00:00:00.000Z',
  finishedAt: undefined,
  enteredFor: undefined,
  sender: { id: inspector.id, name: inspector.name },
  step: sentStep,
  formVersion: 1,
  contentHash: 'h',
  raised: nothingRaised,
  answers: new Map(Object.entries(answers)),
})

const style = {
  choices: 'codes',
  headings: 'names',
  language: 'en',
  localMoment: (iso: string) => iso.slice(0, 19),
} as const

async function zipOf(open: (zip: ZipWriter) => Promise<ExportWriter>, responses: readonly ExportedResponse[]) {
  const pieces: Uint8Array[] = []
  const zip = zipWriter(async (bytes) => void pieces.push(Uint8Array.from(bytes)), '2013-07-15T00:00:00')
  const writer = await open(zip)
  for (const one of responses) await writer.add(one)
  await writer.finish([['Question', 'Answer']])
  await writer.discard()
  await zip.finish()
  return Buffer.concat(pieces)
}

const nested = response(1, {
  village: 'Mường Lò',
  visited: '2013-02-28',
  house: [
    { rooms: 3, person: [{ called: 'An' }, { called: 'Bình' }] },
    { rooms: 1 },
    { rooms: 2, person: [{ called: 'Chi' }] },
  ],
  total: '6',
})

test('each repeat is a table, and a round says which response and which rounds it belongs to', async () => {
  const tables = exportTables(answerTables([household], 'en'), style)
  const folder = await temporaryFolder()
  const files = textsIn(await zipOf((zip) => csvWriter(zip, tables, 'comma', folder), [nested]))
  expect(Object.keys(files)).toEqual(['responses.csv', 'house.csv', 'person.csv'])
  const rows = (name: string): Record<string, string>[] => parse(files[name] ?? '', { bom: true, columns: true })
  expect(rows('house.csv').map((row) => [row['_id'], row['_house_round'], row['rooms']])).toEqual([
    [responseId(1), '1', '3'],
    [responseId(1), '2', '1'],
    [responseId(1), '3', '2'],
  ])
  expect(rows('person.csv').map((row) => [row['_house_round'], row['_person_round'], row['called']])).toEqual([
    ['1', '1', 'An'],
    ['1', '2', 'Bình'],
    ['3', '1', 'Chi'],
  ])
})

const oneColumn = (texts: readonly string[], kind: 'text' | 'number' | 'date' = 'text'): ExportTable => ({
  label: '',
  name: '',
  columns: [{ heading: 'text', kind }],
  rowsOf: () => texts.map((text) => [text]),
})

test('every text of a CSV file reads back as it was, but for the apostrophe that keeps it a text', async () => {
  const folder = await temporaryFolder()
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'=+-@,;"\'\t\r\n 1a') }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(text),
      fc.constantFrom('comma' as const, 'semicolon' as const),
      async (texts, separator) => {
        const table = oneColumn(texts.map((one) => `${one}.`))
        const files = textsIn(await zipOf((zip) => csvWriter(zip, [table], separator, folder), [nested]))
        const delimiter = separator === 'comma' ? ',' : ';'
        const read: string[][] = parse(files['responses.csv'] ?? '', { bom: true, delimiter, relax_column_count: true })
        expect(read.slice(1).map(([cell = '']) => cell.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝]|[\t\r\n])/u, ''))).toEqual(
          texts.map((one) => `${one}.`.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝]|[\t\r\n])/u, '')),
        )
      },
    ),
    { numRuns: 100 },
  )
})

test('a workbook has numbers as numbers, dates as dates, and both as texts where they would lose something', async () => {
  const folder = await temporaryFolder()
  const words = { responses: 'Responses', about: 'About' }
  const cellsOf = async (texts: readonly string[], kind: 'number' | 'date') => {
    const zip = await zipOf((one) => workbookWriter(one, [oneColumn(texts, kind)], words, { folder }), [nested])
    const xml = Buffer.from(unzipSync(zip)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')
    return [...xml.matchAll(/<c r="A(?!1")\d+"([^>]*)>(.*?)<\/c>/g)].map(([, , inner]) => inner)
  }
  const asText = (text: string) => `<is><t xml:space="preserve">${text}</t></is>`
  expect(await cellsOf(['12', '-1.50', '007', '1234567890123456', '', 'x'], 'number')).toEqual([
    '<v>12</v>',
    '<v>-1.50</v>',
    asText('007'),
    asText('1234567890123456'),
    asText('x'),
  ])
  expect(await cellsOf(['2013-07-15', '1900-03-01', '1900-02-28', 'soon'], 'date')).toEqual([
    '<v>41470</v>',
    '<v>61</v>',
    asText('1900-02-28'),
    asText('soon'),
  ])
})

test('a sheet that is full goes on in another', async () => {
  const folder = await temporaryFolder()
  const tables = exportTables(answerTables([household], 'en'), style)
  const words = { responses: 'Responses', about: 'About' }
  const zip = await zipOf(
    (one) => workbookWriter(one, tables, words, { folder, mostRows: 3 }),
    [1, 2, 3, 4, 5].map((n) => ({ ...nested, id: responseId(n) })),
  )
  const read = readWorkbook(zip)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  expect(read.value.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Responses', 3],
    ['Responses (2)', 3],
    ['Responses (3)', 2],
    ...Array.from({ length: 8 }, (_, n) => [n === 0 ? 'House' : `House (${n + 1})`, n === 7 ? 2 : 3]),
    ...Array.from({ length: 8 }, (_, n) => [n === 0 ? 'Person' : `Person (${n + 1})`, n === 7 ? 2 : 3]),
    ['About', 2],
  ])
  const ids = read.value.sheets.slice(0, 3).flatMap(({ rows }) => rows.slice(1).map(({ cells }) => cells[0]?.text))
  expect(ids).toEqual([1, 2, 3, 4, 5].map(responseId))
})

test('files of answers come along under their unit and response; one that never came is named', async () => {
  for (const format of ['csv', 'xlsx', 'jsonl'] as const) {
    const scene = await exportScene({ folder: await temporaryFolder() })
    const { formId, form } = household
    await publishForm(scene.table, { organisationId: org, formId, form, by: null, at: '2013-01-01T00:00:00.000Z' })
    await saveCampaign(scene.table, aCampaign({ form: { formId, version: 1 } }), 1)
    const [there, gone] = [Buffer.alloc(200_000, 7), Buffer.from('gone')]
    const campaignUnit = { unitId: unitId('cell-1') }
    scene.uploads.stored.set(evidenceKey({ campaign: { id: campaignId }, campaignUnit }, sha256Of(there)), there)
    const person = [
      { called: 'An', face: `${sha256Of(there)} ảnh.jpg` },
      { called: 'Bình', face: `${sha256Of(gone)} page.html` },
    ]
    const answers = new Map<string, AnswerValue>([['house', [{ rooms: 1, person }]]])
    const bucket = { campaignId, periodId: period, unitId: unitId('cell-1'), shard: 0 }
    await insertRevision(scene.table, bucket, {
      ...{ id: responseId(1), revision: 1, step: sentStep, formVersion: 1, contentHash: 'h', finishedAt: undefined },
      ...{ receivedAt: '2013-02-01T00:00:00.000Z', standing: 'on-time', by: inspector.id, raised: nothingRaised },
      answers,
    })
    await addMark(scene.table, bucket)
    const entry = await scene.ask({ format, evidence: true, headings: 'names' })
    expect(await scene.work(entry)).toBe(true)
    const zip = unzipSync(await scene.fileOf(entry))
    const place = (bytes: Uint8Array, name: string) =>
      `files/R1/${responseId(1)}/${sha256Of(bytes).slice(0, 16)}.${name}`
    expect(Buffer.from(zip[place(there, 'ảnh.jpg')] ?? []).equals(there)).toBe(true)
    expect(Buffer.from(zip['about.txt'] ?? []).toString()).toContain(place(gone, 'page.html.file'))
    expect(await scene.find(entry)).toMatchObject({ state: 'ready', missingFiles: 1 })
    if (format === 'csv') expect(Buffer.from(zip['person.csv'] ?? []).toString()).toContain(place(there, 'ảnh.jpg'))
    if (format === 'xlsx') {
      const book = readWorkbook(zip['responses.xlsx'] ?? new Uint8Array())
      expect(book.ok && book.value.sheets.map(({ name }) => name)).toEqual(['Phiếu', 'House', 'Person', 'Về tệp này'])
    }
  }
})

test('no name leads out of the folder, and Windows can make every one', () => {
  expect(['../../etc', 'a/b\\c', 'CON', 'aux.txt', '..', '', 'x:y*?"<>|', ' đơn vị. '].map(fileName)).toEqual([
    '__.._etc',
    'a_b_c',
    '_CON',
    '_aux.txt',
    '_',
    '_',
    'x_y______',
    '_đơn vị_',
  ])
  expect(fileNames(['a', 'A', 'a/', 'a_'])).toEqual(['a', 'A (2)', 'a_', 'a_ (2)'])
})
