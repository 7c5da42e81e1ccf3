// Figures of past periods from a file, over HTTP: what is found in it, what is brought in, and what happens when a process dies.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { bytesOf, pageText } from '../../test/support/desk.ts'
import { dyingAt } from '../../test/support/dying-table.ts'
import { formVersion } from '../../test/support/forms.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  form,
  inspector,
  leader,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { pastResponseId } from '../past-figures/row.ts'
import { begun } from '../past-figures/run.ts'
import { bringInFigures } from '../schedule/past-figures.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { insertFormVersion } from '../store/forms.ts'
import { key } from '../store/keys.ts'
import { findPastImport, listPastImports, savePastImport } from '../store/past-imports.ts'
import { insertPerson } from '../store/people.ts'
import { insertRevision, readBucket, type StoredRevision } from '../store/responses.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'
import { workbookOf } from '../workbook/workbook-fixture.ts'

const before = asId(PeriodId, '2012-H2')
const page = path.pastFigures(campaignId)
const [cell1, cell2] = [unitId('cell-1'), unitId('cell-2')]

let api: TestApi
beforeEach(async () => {
  api = testApi()
  const once = aCampaign({ countingRule: 'one-per-unit' })
  const past = {
    id: before,
    opensAt: '2012-07-01T00:00:00Z',
    closesAt: '2013-01-01T00:00:00Z',
    graceDays: 0,
    isPast: true as const,
  }
  await store(api.table, { ...once, periods: [past, ...once.periods] })
})

const campaign = async () => {
  const found = await findCampaign(api.table, org, campaignId)
  if (!found) throw new Error('no campaign')
  return found
}
async function change(changes: Partial<Campaign>) {
  const found = await campaign()
  await saveCampaign(api.table, { ...found.campaign, ...changes }, found.version)
}

type Sent = { readonly name?: string; readonly period?: string; readonly as?: Person; readonly on?: TestApi }
async function upload(
  bytes: Uint8Array | string,
  { name = 'nam-2012.csv', period: of = '', as = office, on = api }: Sent = {},
) {
  const body = new FormData()
  body.append('period', of)
  body.append('file', new File([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], name))
  const answer = await on.request(page, { method: 'POST', body, as })
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await pageText(answer) }
}
const see = async (location: string) => pageText(await api.request(location, { as: office }))
const press = (location: string, action: string, as = office, on = api) => on.postForm(location, { action }, as)

/** Uploads, presses "bring in", and answers what the page then says. */
async function bringIn(bytes: Uint8Array | string, sent: Sent = {}) {
  const { location, text } = await upload(bytes, sent)
  expect(location, text).not.toBe('')
  const found = await see(location)
  await press(location, 'apply')
  return { found, done: await see(location), location }
}
const stored = (unit = cell1, periodId = before): Promise<StoredRevision[]> =>
  readBucket(api.table, { campaignId, periodId, unitId: unit, shard: 0 })
const answersOf = async (unit = cell1) => Object.fromEntries((await stored(unit)).at(-1)?.answers ?? [])

/** A workbook whose numbers are numbers, as Excel writes them. */
function numbersSheet(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')
  return workbookOf({ sheets: [['a', data]] })
}

const head = 'Mã đơn vị;Tên đơn vị;Kỳ;Số kỳ họp [meetings];hours;Có sổ biên bản;Ghi chú'
const good = `${head}
R1;Chi bộ Sông 1;2012-H2;12;1,5;Có;Tốt
R2;Chi bộ Sông 2;6 tháng cuối năm 2012;1.200;2;no;`

describe('a good file', () => {
  test('is looked at first, and stores nothing until it is agreed to', async () => {
    const { location } = await upload(good)
    const found = await see(location)
    for (const words of ['Checked, not brought in', 'New 2', 'Faulty, left out 0', 'Bring in 2 rows', '1,200'])
      expect(found).toContain(words)
    expect([await stored(), await stored(cell2)]).toEqual([[], []])
    expect((await readAudit(api.table, org, '2013-03', { limit: 9 })).entries).toEqual([])
  })

  test('becomes a response for each row, in time, of who it was typed in for; figures count them', async () => {
    const { done } = await bringIn(good)
    for (const words of ['Brought in', 'Added 2']) expect(done).toContain(words)
    expect(await stored()).toMatchObject([
      {
        id: pastResponseId(campaignId, before, cell1),
        revision: 1,
        by: office.id,
        standing: 'on-time',
        step: { kind: 'entered', onBehalfOf: 'Nhập từ tệp nam-2012.csv' },
      },
    ])
    expect(await answersOf()).toEqual({ meetings: 12, hours: '1.5', minutes: 'yes', note: 'Tốt' })
    expect(await answersOf(cell2)).toEqual({ meetings: 1_200, hours: '2', minutes: 'no' })
    const rules = foldRules({ form, indicators: [], countingRule: 'one-per-unit', figures: 'submitted' })
    const { summaries } = await readPeriodSummaries(api.table, rules, { campaignId, periodId: before })
    expect([summaries.get(cell1)?.responses, summaries.get(cell2)?.responses]).toEqual([1, 1])
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 9 })
    expect(entries).toMatchObject([{ verb: 'responses.imported', by: office.id, details: 'nam-2012.csv: 2 + 0 / 2' }])
  })

  test('again changes nothing, under whatever name; a row that changed is the next revision', async () => {
    await bringIn(good)
    const again = await bringIn(good, { name: 'khac.csv' })
    expect(again.found).toContain('There already, unchanged 2')
    expect(again.found).toContain('There are no rows to bring in')
    expect(await stored()).toHaveLength(1)
    const { done } = await bringIn(good.replace(';12;', ';11;'), { name: 'sua.csv' })
    for (const words of ['Changed 1', 'unchanged 1']) expect(done).toContain(words)
    expect(await stored()).toMatchObject([
      { revision: 1 },
      { revision: 2, step: { onBehalfOf: 'Nhập từ tệp sua.csv' } },
    ])
    expect(await answersOf()).toMatchObject({ meetings: 11 })
    expect(await stored(cell2)).toHaveLength(1)
  })

  test('may be a workbook, whose numbers are numbers whatever the language', async () => {
    const bytes = numbersSheet([
      ['Mã đơn vị', 'Kỳ', 'meetings', 'hours'],
      ['R1', '2012-H2', 12, 1.234],
      ['R2', '2012-H2', 7, 0.1 + 0.2],
    ])
    await bringIn(bytes, { name: 'a.xlsx' })
    expect(await answersOf()).toEqual({ meetings: 12, hours: '1.234' })
    expect(await answersOf(cell2)).toEqual({ meetings: 7, hours: '0.3' })
    // Typed as text, the same signs are a thousand and more.
    const typed = bytesOf({
      a: [
        ['Mã đơn vị', 'Kỳ', 'meetings', 'hours'],
        ['L1', '2012-H2', '1.234', '1,5'],
      ],
    })
    await bringIn(typed, { name: 'b.xlsx' })
    expect(await answersOf(unitId('cell-3'))).toEqual({ meetings: 1_234, hours: '1.5' })
  })

  test('with a fraction where a whole number is asked says so', async () => {
    const bytes = numbersSheet([
      ['Mã đơn vị', 'Kỳ', 'meetings'],
      ['R1', '2012-H2', 1.234],
    ])
    const { location } = await upload(bytes, { name: 'a.xlsx' })
    expect(await see(location)).toContain('Faulty, left out 1')
  })

  test('takes the period that was chosen with it, and leaves rows without answers alone', async () => {
    const { found } = await bringIn('Mã đơn vị,meetings\nR1,12\nR2,\n', { period: before })
    expect(found).toContain('New 1')
    expect(await stored()).toHaveLength(1)
  })

  test('of a period that the campaign asked for and that has closed is late; of one that is open, in time', async () => {
    const [, open] = (await campaign()).campaign.periods
    if (!open) throw new Error('no period')
    const asked = {
      id: asId(PeriodId, '2012-H1'),
      opensAt: '2012-01-01T00:00:00Z',
      closesAt: '2012-07-01T00:00:00Z',
      graceDays: 0,
    }
    await change({ periods: [asked, open] })
    await bringIn('Mã đơn vị;Kỳ;meetings\nR1;2012-H1;1\nR1;2013-H1;2')
    expect(await stored(cell1, asked.id)).toMatchObject([{ standing: 'late' }])
    expect(await stored(cell1, period)).toMatchObject([{ standing: 'on-time' }])
  })
})

describe('what stands already', () => {
  test('is left alone: a response of somebody else, and one that was dealt with since it was brought in', async () => {
    await api.postJson('/api/responses', aSubmission({ period: period }), inspector)
    const { found } = await bringIn('Mã đơn vị;Kỳ;meetings\nR1;2013-H1;1')
    expect(found).toContain('Has a form already, left out 1')
    expect(await stored(cell1, period)).toMatchObject([{ id: responseId(1) }])
    await bringIn(good)
    const [first] = await stored()
    if (!first) throw new Error('nothing is stored')
    const accepted = { kind: 'accepted', at: unitId('bloc'), isFinal: true } as const
    const bucket = { campaignId, periodId: before, unitId: cell1, shard: 0 }
    await insertRevision(api.table, bucket, { ...first, revision: 2, step: accepted })
    expect((await bringIn(good)).found).toContain('There already, unchanged 2')
    const changed = await bringIn(good.replace(';12;', ';11;'))
    expect(changed.found).toContain('Has a form already, left out 1')
    expect(await stored()).toHaveLength(2)
  })
})

describe('what is wrong', () => {
  test('is told by row and column, all of it, and the other rows come in', async () => {
    const rows = [
      'R1;;2012-H2;;;;',
      'R1;;2012-H2;mười;25;Có lẽ;x',
      'R9;;2012-H2;1;;;',
      ';Chi bộ Hồ 1;2012-H2;1;;;',
      'L1;;2012-H2;2;;;',
      'R2;;bao giờ;1;;;',
      'R2;;2011-H2;1;;;',
      ';;2012-H2;1;;;',
      'R2;;;1;;;',
      'R2;;2012-H2;-1;;;',
    ]
    const { location } = await upload([head, ...rows].join('\n'))
    const found = await see(location)
    for (const words of [
      '3 Số kỳ họp [meetings] Enter a whole number',
      '3 hours Enter a number of at most 24',
      '3 Có sổ biên bản Choose one of the answers offered',
      '4 R9 The campaign has no such unit',
      '6 The same unit and period as row 5',
      '7 bao giờ This is no period',
      'The campaign has no period second half of 2011',
      '9 There is no unit code',
      '10 There is no period',
      '11 Số kỳ họp [meetings] Enter a number of at least 0',
      'New 1',
      'Faulty, left out 8',
    ])
      expect(found).toContain(words)
    await press(location, 'apply')
    expect(await stored(unitId('cell-3'))).toHaveLength(1)
    expect(await stored()).toEqual([])
  })

  test('required questions are required of rows too, and what isn’t asked is left out and told', async () => {
    const hop = formVersion('hop', {
      survey: `
        type | name | label | relevant | required
        select_one yn | met | Met | | yes
        integer | people | People | \${met} = 'yes' | yes
        image | photo | Photo | |
        begin repeat | r | R | |
        text | inside | Inside | |
        end repeat | | | |`,
      choices: 'list_name | name | label\nyn | yes | Có, đã họp\nyn | no | Không',
    })
    await insertFormVersion(api.table, org, hop)
    await change({ form: { formId: hop.formId, version: 1 } })
    const { location } = await upload(
      'Mã đơn vị;Kỳ;Met;People;Photo;inside\nR1;2012-H2;Không;7;a.jpg;x\nR2;2012-H2;Có, đã họp;;;',
    )
    const found = await see(location)
    for (const words of [
      '2 People This isn’t asked',
      '3 People Missing; this question needs an answer',
      'New 1',
      'Photo; inside',
    ])
      expect(found).toContain(words)
    await press(location, 'apply')
    expect(await answersOf()).toEqual({ met: 'no' })
  })

  test.each<[string, string | Uint8Array, string]>([
    ['no file', '', 'No file was chosen'],
    ['only a header', head, 'no rows below the header'],
    ['no unit column', 'meetings\n1', 'no column “Unit code”'],
    ['no question', 'Mã đơn vị;Kỳ;zzz\nR1;2012-H2;1', 'No column of the first row'],
    ['bytes that are no text', new Uint8Array([0, 1, 2, 0xff, 0]), 'The text cannot be read'],
    ['a zip that is no workbook', Buffer.from('PK\x03\x04 nothing'), 'damaged'],
    ['Excel’s old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old format'],
    ['an open quote', 'Mã đơn vị;Kỳ\n"R1;2012', 'never closed'],
  ])('%s is refused in words', async (_, bytes, words) => {
    const refused = await upload(bytes)
    expect([refused.status, refused.location]).toEqual([422, ''])
    expect(refused.text).toContain(words)
  })

  test('files in Windows-1258 and UTF-16 are read; formulas are texts; keys may be called anything', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Mã đơn vị\tKỳ\tmeetings\tGhi chú\nR1\t2012-H2\t3\t=1+1', 'utf16le'),
    ])
    await bringIn(utf16)
    expect(await answersOf()).toEqual({ meetings: 3, note: '=1+1' })
    const odd = await upload('Mã đơn vị;Kỳ;meetings;__proto__;constructor\nR2;2012-H2;3;x;y')
    expect(await see(odd.location)).toContain('__proto__; constructor')
  })
})

describe('periods', () => {
  const add = (fields: [string, string][], as = office) =>
    api.request(path.pastPeriods(campaignId), { method: 'POST', body: new URLSearchParams(fields), as })

  test('are added in the order of time, once each, and never one that is not over', async () => {
    expect(
      (
        await add([
          ['period', '2011-H2'],
          ['period', '2012-H1'],
          ['period', '2012-H2'],
        ])
      ).status,
    ).toBe(303)
    const { periods } = (await campaign()).campaign
    expect(periods.map(({ id }) => id)).toEqual(['2011-H2', '2012-H1', '2012-H2', '2013-H1'])
    expect(periods[0]).toEqual({
      id: '2011-H2',
      opensAt: '2011-06-30T17:00:00Z',
      closesAt: '2011-12-31T17:00:00Z',
      graceDays: 0,
      isPast: true,
    })
    expect((await add([['period', '2013']])).status).toBe(422)
    expect((await add([['period', '2013-13']])).status).toBe(400)
    expect((await add([])).status).toBe(400)
    expect((await add([['period', '2010']], leader)).status).toBe(403)
    expect((await campaign()).campaign.periods).toHaveLength(4)
  })

  test('that a file names can be added from where they are missed, and the file is checked anew', async () => {
    const { location } = await upload('Mã đơn vị;Kỳ;meetings\nR1;6 tháng đầu năm 2011;4')
    expect(await see(location)).toContain(
      'The file has figures of periods that the campaign hasn’t: first half of 2011',
    )
    const id = location.split('/').at(-1) ?? ''
    const added = await add([
      ['import', id],
      ['period', '2011-H1'],
    ])
    expect(added.headers.get('location')).toBe(location)
    expect(await see(location)).toContain('New 1')
    await press(location, 'apply')
    expect(await stored(cell1, asId(PeriodId, '2011-H1'))).toHaveLength(1)
  })

  test('two who add at once both have what they added', async () => {
    await Promise.all(['2010-H1', '2010-H2', '2011-H1'].map((id) => add([['period', id]])))
    expect((await campaign()).campaign.periods).toHaveLength(5)
  })

  test('from before don’t ask anybody for anything', async () => {
    await add([['period', '2011-H2']])
    expect(await pageText(await api.request('/visits', { as: inspector }))).not.toContain('2011')
  })
})

test('the template has a row for each unit and a column for each question, and comes back as it is', async () => {
  const answer = await api.request(`${path.pastTemplate(campaignId)}?period=${before}`, { as: office })
  expect(answer.headers.get('content-disposition')).toContain('cell-form-2012-H2.xlsx')
  const book = readWorkbook(new Uint8Array(await answer.arrayBuffer()))
  if (!book.ok) throw new Error('not a workbook')
  const [sheet, guide] = book.value.sheets
  const texts = sheet?.rows.map(({ cells }) => cells.map(({ text }) => text))
  expect(texts?.[0]?.slice(0, 5)).toEqual(['Unit code', 'Unit name', 'Period', 'Meetings [meetings]', 'Hours [hours]'])
  expect(texts?.slice(1)).toEqual([
    ['R1', 'Chi bộ Sông 1', before],
    ['R2', 'Chi bộ Sông 2', before],
    ['L1', 'Chi bộ Hồ 1', before],
  ])
  expect(JSON.stringify(guide?.rows)).toContain('Yes (yes); No (no)')
  const { location } = await upload(bytesOf({ a: [...(texts ?? []).slice(0, 1), ['R1', 'x', before, '9', '1,5']] }), {
    name: 'a.xlsx',
  })
  expect(await see(location)).toContain('New 1')
})

test('the right is looked at again with each press', async () => {
  expect((await api.request(page, { as: leader })).status).toBe(403)
  expect((await upload(good, { as: leader })).status).toBe(403)
  const { location } = await upload(good)
  expect((await press(location, 'apply', leader)).status).toBe(403)
  await change({ state: 'draft' })
  expect((await api.request(page, { as: office })).status).toBe(409)
  await change({ state: 'open', kind: 'member-survey' })
  expect((await api.request(page, { as: office })).status).toBe(404)
  expect((await api.request(`${page}/nothing`, { as: office })).status).toBe(404)
  expect((await api.request(`${page}/..%2F..`, { as: office })).status).toBe(404)
})

test('two windows that go on with one import do its work once', async () => {
  const { location } = await upload(good)
  await Promise.all([press(location, 'apply'), press(location, 'apply')])
  await press(location, 'go-on')
  expect(await see(location)).toContain('Brought in')
  expect([(await stored()).length, (await stored(cell2)).length]).toEqual([1, 1])
})

test('the process stopped at every await of bringing in; pressed again, each row is there and counted once', async () => {
  const rules = foldRules({ form, indicators: [], countingRule: 'one-per-unit', figures: 'submitted' })
  const counted = async () =>
    (await readPeriodSummaries(api.table, rules, { campaignId, periodId: before })).summaries.get(cell1)
  const row = 'Mã đơn vị;Kỳ;meetings\nR1;2012-H2;5'
  for (let dies = 1, finished = false; !finished; dies += 1) {
    api = testApi()
    const once = aCampaign({ countingRule: 'one-per-unit' })
    await store(api.table, {
      ...once,
      periods: [
        { id: before, opensAt: '2012-07-01T00:00:00Z', closesAt: '2013-01-01T00:00:00Z', graceDays: 0, isPast: true },
      ],
    })
    const { location } = await upload(row)
    const dying = dyingAt(api.table, dies, 'after')
    const broken = testApi({ table: dying.table, objects: api.objects })
    const cookie = await api.signIn(office)
    const answer = await broken.app.request(`http://phieu.test${location}`, {
      method: 'POST',
      body: new URLSearchParams({ action: 'apply' }),
      headers: { cookie, origin: 'http://phieu.test' },
    })
    finished = answer.status === 303
    await counted()
    await press(location, 'apply')
    await press(location, 'go-on')
    expect(await see(location), `died at ${dies}`).toContain('Brought in')
    expect(await stored(), `died at ${dies}`).toHaveLength(1)
    expect((await counted())?.responses, `died at ${dies}`).toBe(1)
    expect(dies).toBeLessThan(60)
  }
})

describe('by the schedule', () => {
  const tick = () => {
    const { table, directory, objects, reportQueue, secrets, publicUrl, now } = api.deps
    const at = { table, directory, objects, reportQueue, renderQueue: reportQueue, secrets, publicUrl, now }
    const deps = { ...at, mail: undefined }
    return bringInFigures(deps, org)
  }
  /** What a request left that began to bring the rows in and took none. */
  async function begunByHand(location: string) {
    const [entry] = await listPastImports(api.table, campaignId, testNow, 1)
    const found = entry && (await findPastImport(api.table, campaignId, entry.id, testNow))
    if (!found) throw new Error('No import')
    await savePastImport(api.table, campaignId, begun(found.entry, 'applying'), found.version)
    expect(await see(location)).not.toContain('Brought in')
  }

  test('what a closed page left is brought in, once, and is in the log', async () => {
    const { location } = await upload(good)
    expect(await tick()).toBe(0)
    await begunByHand(location)
    expect(await tick()).toBe(1)
    expect(await see(location)).toContain('Brought in')
    expect(await tick()).toBe(0)
    expect([(await stored()).length, (await stored(cell2)).length]).toEqual([1, 1])
    expect(await stored()).toMatchObject([{ by: office.id, step: { kind: 'entered' } }])
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 9 })
    expect(entries).toMatchObject([{ verb: 'responses.imported', by: office.id, subject: location }])
  })

  test('nothing for somebody who may no longer do it', async () => {
    const { location } = await upload(good)
    await begunByHand(location)
    await api.table.remove(key.person(org, office.id))
    await insertPerson(api.table, org, { ...office, roles: [{ role: 'leader', unitId: unitId('bloc') }] })
    expect(await tick()).toBe(0)
    expect([await stored(), await stored(cell2)]).toEqual([[], []])
  })
})
