// Exports from the stored responses to the finished file, over memory.

import { readdir } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { sentStep } from '../../shared/response/step.ts'
import { temporaryFolder } from '../../test/local/temporary.ts'
import { exportScene, textsIn } from '../../test/support/export-scene.ts'
import { formVersion } from '../../test/support/forms.ts'
import {
  aCampaign,
  campaignId,
  form,
  inspector,
  lakeLeader,
  leader,
  org,
  period,
  responseId,
  unitId,
} from '../../test/support/scenario.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { publishForm } from '../store/form-library.ts'
import { key } from '../store/keys.ts'
import { addMark } from '../store/marks.ts'
import { insertPerson } from '../store/people.ts'
import { insertRevision, nothingRaised } from '../store/responses.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'

const scene = async (campaign = aCampaign()) => exportScene({ campaign, folder: await temporaryFolder() })

const rowsIn = (csv: string | undefined): Record<string, string>[] =>
  parse(csv ?? '', { bom: true, columns: true, skip_empty_lines: true })

test('a CSV file of every response in scope, in the order of the tree, under the questions as people read them', async () => {
  const { send, filesOf } = await scene()
  await send(3, { unit: unitId('cell-3') })
  await send(1, {
    unit: unitId('cell-1'),
    answers: { meetings: 12, hours: '1.5', minutes: 'yes', note: 'a "b", c\nd' },
  })
  const files = await filesOf()
  expect(Object.keys(files).sort()).toEqual(['about.txt', 'responses.csv'])
  expect(files['responses.csv']?.startsWith('\ufeffMã phiếu,')).toBe(true)
  const rows = rowsIn(files['responses.csv'])
  expect(rows.map((row) => row['Mã đơn vị'])).toEqual(['R1', 'L1'])
  expect(rows[0]).toMatchObject({
    'Mã phiếu': responseId(1),
    'Đơn vị': 'Chi bộ Sông 1',
    'Thuộc đơn vị': 'Đảng bộ Sông',
    Kỳ: period,
    'Tình trạng': 'Được tính',
    'Gửi muộn': 'Không',
    'Nhận lúc': '2013-03-01 07:00:00',
    'Người gửi': 'inspector',
    'Số kỳ họp': '12',
    'Thời lượng': '1.5',
    'Có sổ biên bản': 'Có',
    'Ghi chú': 'a "b", c\nd',
  })
  expect(files['about.txt']).toContain('2013-03-01T00:00:00.000Z')
  expect(files['about.txt']).toContain('Đảng ủy Khối (B)')
})

test('names and codes instead, with semicolons and decimal commas', async () => {
  const { send, filesOf } = await scene()
  await send(1)
  const files = await filesOf({ choices: 'codes', headings: 'names', separator: 'semicolon' })
  const [row] = parse(files['responses.csv'] ?? '', { bom: true, columns: true, delimiter: ';' })
  expect(row).toMatchObject({ _id: responseId(1), _state: 'counted', meetings: '12', hours: '1,5', minutes: 'yes' })
})

test('an export of a part has the answers of that part alone', async () => {
  const { send, filesOf } = await scene()
  await send(1)
  await send(2, { unit: unitId('cell-3') })
  const rows = rowsIn((await filesOf({ unit: unitId('lake') }, lakeLeader))['responses.csv'])
  expect(rows.map((row) => row['Mã phiếu'])).toEqual([responseId(2)])
})

test('whoever lost the right since gets nothing, and is told', async () => {
  const { send, ask, find, work, table, uploads } = await scene()
  await send(1)
  const entry = await ask()
  await table.remove(key.person(org, leader.id))
  await insertPerson(table, org, { ...leader, roles: [{ role: 'leader', unitId: unitId('lake') }] })
  expect(await work(entry)).toBe(true)
  expect(await find(entry)).toMatchObject({ state: 'failed', failure: 'no-access' })
  const removed = await ask()
  await table.remove(key.person(org, leader.id))
  await work(removed)
  expect(await find(removed)).toMatchObject({ state: 'failed', failure: 'no-access' })
  expect([uploads.stored.size, uploads.underWay.size]).toEqual([0, 0])
})

test('answers of members are not exported', async () => {
  const { ask, find, work } = await scene(aCampaign({ kind: 'member-survey' }))
  const entry = await ask()
  await work(entry)
  expect(await find(entry)).toMatchObject({ state: 'failed', failure: 'not-exportable' })
})

test('what came in after the cut-off is not in, also where the job died and runs again later', async () => {
  const { send, ask, work, at, deps, fileOf, find, uploads } = await scene()
  await send(1)
  const entry = await ask()
  const broken = { ...uploads, complete: () => Promise.reject(new Error('the store is down')) }
  expect(await work(entry, { over: { ...deps, uploads: broken } })).toBe(false)
  expect(uploads.underWay.size).toBe(0)
  expect(await find(entry)).toMatchObject({ state: 'running', cutOff: '2013-03-01T00:00:00.000Z' })
  at('2013-03-01T01:00:00.000Z')
  await send(2)
  expect(await work(entry, { tries: 2 })).toBe(true)
  expect(rowsIn(textsIn(await fileOf(entry))['responses.csv']).map((row) => row['Mã phiếu'])).toEqual([responseId(1)])
  expect(await find(entry)).toMatchObject({ state: 'ready', rows: 1, total: 1 })
})

test('a run that was killed leaves an upload, which the next run takes back', async () => {
  const { send, ask, work, deps, find, uploads } = await scene()
  await send(1)
  const entry = await ask()
  // Killed: nothing of what follows happens, the taking back included.
  const killed = { ...uploads, complete: () => Promise.reject(new Error('killed')), abort: async () => undefined }
  await work(entry, { over: { ...deps, uploads: killed } })
  expect(uploads.underWay.size).toBe(1)
  expect(await work(entry, { tries: 2 })).toBe(true)
  expect([uploads.underWay.size, uploads.stored.size]).toEqual([0, 1])
  expect((await find(entry))?.bytes).toBe([...uploads.stored.values()][0]?.length)
})

test('a job that is handed out twice side by side makes one file, and nothing stays under way', async () => {
  const { send, ask, work, find, uploads } = await scene()
  for (let n = 1; n <= 5; n += 1) await send(n)
  const entry = await ask()
  await Promise.all([work(entry), work(entry)])
  const made = await find(entry)
  expect(made).toMatchObject({ state: 'ready', rows: 5 })
  expect([...uploads.stored.keys()]).toEqual([made?.file])
  expect(uploads.underWay.size).toBe(0)
  await work(entry)
  expect(await find(entry)).toEqual(made)
})

test('after the last try the export says that it failed', async () => {
  const { ask, work, deps, find, uploads } = await scene()
  const entry = await ask()
  const over = { ...deps, uploads: { ...uploads, begin: () => Promise.reject(new Error('the store is down')) } }
  expect(await work(entry, { tries: 2, over })).toBe(false)
  expect(await find(entry)).toMatchObject({ state: 'running' })
  expect(await work(entry, { tries: 3, over })).toBe(false)
  expect(await find(entry)).toMatchObject({ state: 'failed', failure: 'failed' })
})

test('an export that does not come through in time says so and leaves nothing', async () => {
  const { send, ask, work, find, uploads, deps } = await scene()
  await send(1)
  const entry = await ask({ format: 'xlsx' })
  expect(await work(entry, { context: { getRemainingTimeInMillis: () => 10_000 } })).toBe(true)
  expect(await find(entry)).toMatchObject({ state: 'failed', failure: 'too-large' })
  expect([uploads.stored.size, uploads.underWay.size]).toEqual([0, 0])
  expect(await readdir(deps.folder)).toEqual([])
})

test('time that runs out while what waited on the disk is written is told, too', async () => {
  const { send, ask, work, find, uploads, deps, table } = await scene()
  await send(1)
  const entry = await ask({ format: 'xlsx' })
  let looks: number | undefined
  const query: typeof table.query = async (pk, options) => {
    if (pk.includes('#B#')) looks = 0
    return table.query(pk, options)
  }
  // Enough for the one bucket that there is, and for nothing behind it.
  const getRemainingTimeInMillis = () => {
    if (looks !== undefined) looks += 1
    return (looks ?? 0) > 1 ? 10_000 : 60_000
  }
  const over = { ...deps, table: { ...table, query } }
  expect(await work(entry, { context: { getRemainingTimeInMillis }, over })).toBe(true)
  expect(await find(entry)).toMatchObject({ state: 'failed', failure: 'too-large' })
  expect([uploads.stored.size, uploads.underWay.size]).toEqual([0, 0])
  expect(await readdir(deps.folder)).toEqual([])
})

test('JSON Lines have everything that is known of a response', async () => {
  const { send, filesOf } = await scene()
  await send(1, { finishedAt: '2013-02-28T23:00:00.000Z' })
  const [line] = ((await filesOf({ format: 'jsonl' }))['responses.jsonl'] ?? '').trim().split('\n')
  expect(JSON.parse(line ?? '')).toMatchObject({
    id: responseId(1),
    revision: 1,
    campaign: campaignId,
    period,
    unit: { id: 'cell-1', code: 'R1', name: 'Chi bộ Sông 1' },
    state: 'counted',
    late: false,
    step: { kind: 'sent' },
    receivedAt: '2013-03-01T00:00:00.000Z',
    by: { id: inspector.id, name: inspector.name },
    formVersion: 1,
    answers: { meetings: 12, hours: '1.5', minutes: 'yes', note: 'Sinh hoạt đúng định kỳ' },
  })
})

const aRevision = (n: number, changes: Partial<Parameters<typeof insertRevision>[2]> = {}) => ({
  id: responseId(n),
  revision: 1,
  step: sentStep,
  formVersion: 1,
  receivedAt: '2013-02-01T00:00:00.000Z',
  contentHash: 'h',
  finishedAt: undefined,
  standing: 'on-time' as const,
  by: inspector.id,
  raised: nothingRaised,
  answers: new Map<string, AnswerValue>([['meetings', n]]),
  ...changes,
})
const bucket = { campaignId, periodId: period, unitId: unitId('cell-1'), shard: 0 }

test('of each response what stands; what waits in quarantine or was withdrawn only where it is asked for', async () => {
  const { table, filesOf } = await scene()
  const withdrawn = { kind: 'withdrawn', reason: 'Gửi nhầm' } as const
  const returned = { kind: 'returned', at: unitId('bloc'), reason: 'Thiếu' } as const
  for (const revision of [
    aRevision(1),
    aRevision(1, { revision: 2, standing: 'quarantined', answers: new Map([['meetings', 99]]) }),
    aRevision(2),
    aRevision(2, { revision: 2, standing: 'withdrawn', step: withdrawn }),
    aRevision(3, { standing: 'late' }),
    aRevision(4),
    aRevision(4, { revision: 2, step: returned }),
  ])
    await insertRevision(table, bucket, revision)
  await addMark(table, bucket)
  const statesOf = async (include: ('quarantined' | 'withdrawn')[]) => {
    const files = await filesOf({ choices: 'codes', headings: 'names', include })
    const rows = rowsIn(files['responses.csv']).map((row) =>
      [row['meetings'], row['_state'], row['_late'], row['_reason']].join(' ').trim(),
    )
    return { rows, about: files['about.txt'] ?? '' }
  }
  const usual = await statesOf([])
  expect(usual.rows).toEqual(['1 counted no', '3 counted yes', '4 returned no Thiếu'])
  expect(usual.about).toContain('Không lấy: Chờ xử lý: 1')
  expect(usual.about).toContain('Không lấy: Đã rút: 1')
  const all = await statesOf(['quarantined', 'withdrawn'])
  expect(all.rows).toEqual([
    '1 counted no',
    '99 quarantined no',
    '2 withdrawn no Gửi nhầm',
    '3 counted yes',
    '4 returned no Thiếu',
  ])
  expect(all.about).not.toContain('Không lấy')
})

test('answers that look like formulas are texts in every format, and so are headings, sheets and files', async () => {
  const evil = formVersion('cell-form', {
    survey: `
      type | name | label
      begin_repeat | rounds | =HYPERLINK("http://evil.example")
      text | inner | -1+1
      end_repeat | | 
      text | note | @SUM(A1)
      decimal | hours | Hours`,
  })
  const { table, filesOf, ask, work, fileOf } = await scene()
  await publishForm(table, {
    organisationId: org,
    formId: evil.formId,
    form: evil.form,
    by: null,
    at: '2013-01-01T00:00:00.000Z',
  })
  await saveCampaign(table, aCampaign({ form: { formId: evil.formId, version: 2 } }), 1)
  const dangerous = ['=1+1', '+84', '-cmd|x', '@x', '\t=1', '\r=1', '\n=1', '＝1', ' =1', '\u200b=1']
  for (const [n, text] of dangerous.entries()) {
    const answers = new Map<string, AnswerValue>([
      ['rounds', [{ inner: text }]],
      ['note', text],
      ['hours', '-1.5'],
    ])
    await insertRevision(table, bucket, aRevision(n + 1, { formVersion: 2, answers }))
  }
  await addMark(table, bucket)
  const files = await filesOf()
  expect(Object.keys(files).sort()).toEqual(['about.txt', 'responses.csv', 'rounds.csv'])
  for (const name of ['responses.csv', 'rounds.csv']) {
    const cells: string[][] = parse(files[name] ?? '', { bom: true })
    for (const cell of cells.flat()) if (cell !== '-1.5') expect(cell).not.toMatch(/^[\s\u200b]*[=+\-@＝]|^[\t\r\n]/)
  }
  expect(rowsIn(files['responses.csv']).map((row) => row['Hours'])).toEqual(dangerous.map(() => '-1.5'))
  const book = await ask({ format: 'xlsx' })
  await work(book)
  const bytes = await fileOf(book)
  expect(Object.values(textsIn(bytes)).join('')).not.toContain('<f>')
  const read = readWorkbook(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const [responses, rounds] = read.value.sheets
  expect(rounds?.name).toMatch(/^_=HYPERLINK/)
  // The texts themselves are kept: a cell that is marked as text never acts.
  expect(responses?.rows.slice(1).map(({ cells }) => cells.find(({ text }) => dangerous.includes(text))?.text)).toEqual(
    dangerous,
  )
})

test('all versions of a form are one table', async () => {
  const second = formVersion('cell-form', {
    survey: `
      type | name | label::Tiếng Việt (vi)
      integer | meetings | Số buổi họp
      text | place | Nơi họp
      select_one yn | minutes | Có sổ biên bản
      text | note | Ghi chú`,
    choices: `
      list_name | name | label::Tiếng Việt (vi)
      yn | yes | Có sổ
      yn | half | Một phần`,
  })
  const { table, send, filesOf } = await scene()
  await send(1, { answers: { meetings: 1, hours: '2', minutes: 'no' } })
  await publishForm(table, {
    organisationId: org,
    formId: form.formId,
    form: second.form,
    by: null,
    at: '2013-01-01T00:00:00.000Z',
  })
  await saveCampaign(table, aCampaign({ form: { formId: form.formId, version: 2 }, earlierVersions: [1] }), 1)
  await send(2, { formVersion: 2, answers: { meetings: 2, place: 'Hà Nội', minutes: 'half' } })
  const csv = (await filesOf())['responses.csv'] ?? ''
  const [header = ''] = csv.split('\r\n')
  expect(header.split(',').slice(-5)).toEqual(['Số buổi họp', 'Thời lượng', 'Nơi họp', 'Có sổ biên bản', 'Ghi chú'])
  const rows = rowsIn(csv).map((row) => [
    row['Thời lượng'],
    row['Nơi họp'],
    row['Có sổ biên bản'],
    row['Phiên bản biểu mẫu'],
  ])
  expect(rows).toEqual([
    ['2', '', 'Không', '1'],
    ['', 'Hà Nội', 'Một phần', '2'],
  ])
})
