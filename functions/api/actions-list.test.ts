// The list of actions over HTTP: what is in it, narrowed, page by page, and as a file.

import { beforeEach, describe, expect, test } from 'vitest'
import { actionMessages } from '../../shared/messages/actions.ts'
import { actionDesk } from '../../test/support/action-desk.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { aCampaign, lakeLeader, office, raisingForm, reporter, store } from '../../test/support/scenario.ts'
import { readCsv } from '../workbook/read-csv.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'

const m = actionMessages.en

let api: TestApi
let now: string
beforeEach(async () => {
  now = '2013-03-01T00:00:00.000Z'
  api = testApi({ now: () => now })
  await store(api.table, aCampaign(), 1, raisingForm)
})

const { visit, see, list, move } = actionDesk(() => api)

test('an empty list says where actions come from', async () => {
  const text = await list()
  expect(text).toContain(m.list.none)
  expect(text).toContain(m.list.noneNext)
})

test('what a visit raised is in the list at once, with its unit, severity and day; worst first nothing, first due first', async () => {
  await visit()
  await visit(2, 'cell-3', { meetings: 12, minutes: 'no' })
  const text = await list()
  for (const part of ['Too few meetings', 'Meet every month', 'Chi bộ Sông 1', 'High', '31 Mar 2013', m.noOwner])
    expect(text).toContain(part)
  expect(text).toContain(m.list.caption(1, 3, 3))
  expect(text).toContain(m.sum(3, 0, 0))
})

test('each sees what is under them', async () => {
  await visit()
  await visit(2, 'cell-3', { meetings: 12, minutes: 'no' })
  expect(await list('', lakeLeader)).toContain(m.list.caption(1, 1, 1))
  expect(await list('', reporter)).toContain(m.list.caption(1, 2, 2))
  expect(await list('', reporter)).not.toContain('Chi bộ Hồ 1')
})

test.each([
  ['?state=late', ['Too few meetings'], ['Minutes book']],
  ['?state=climbed', [], ['Too few meetings', 'Minutes book']],
  ['?severity=low', ['Minutes book'], ['Too few meetings']],
  ['?owner=none', ['Too few meetings', 'Minutes book'], []],
  ['?owner=me', [], ['Too few meetings']],
  ['?unit=R', ['Too few meetings'], ['Chi bộ Hồ 1']],
  ['?unit=R1', ['Too few meetings'], []],
  ['?campaign=survey', ['Too few meetings'], []],
  ['?campaign=other', [], ['Too few meetings']],
  ['?state=nonsense&severity=9&owner=x&campaign=survey', ['Too few meetings', 'Minutes book'], []],
])('%s narrows the list', async (query, there, gone) => {
  await visit()
  now = '2013-04-03T00:00:00.000Z'
  const text = await list(query)
  const rows = text.slice(text.indexOf(m.list.apply))
  for (const part of there) expect(rows).toContain(part)
  for (const part of gone) expect(rows).not.toContain(part)
  if (there.length === 0) expect(text).toContain(m.list.noMatch)
})

test('a unit that nobody knows, and one of others, narrow to nothing, and the field says so', async () => {
  await visit()
  await visit(2, 'cell-3')
  for (const text of [await list('?unit=atlantis'), await list('?unit=L1', reporter)]) {
    expect(text).not.toContain('Too few meetings')
    expect(text).toMatch(/atlantis|L1/)
  }
})

test('late ones stand out and climb: after a week to the unit above, with the unit they come from', async () => {
  await visit()
  now = '2013-04-10T00:00:00.000Z'
  const text = await list()
  expect(text).toContain(m.late(10))
  expect(text).toContain(m.concernOf('Đảng bộ Sông'))
  expect(text).toContain(m.climbed(1))
  expect(await list('?state=climbed')).toContain('Too few meetings')
  now = '2013-04-14T00:00:00.000Z'
  expect(await list()).toContain(m.concernOf('Đảng ủy Khối'))
})

test('a list goes on page by page, each action once', async () => {
  for (let n = 1; n <= 60; n += 1) await visit(n)
  const seen: string[] = []
  let address: string | undefined = '/actions'
  for (let pages = 0; address && pages < 5; pages += 1) {
    const html: string = await (await see(address, office)).text()
    seen.push(...[...html.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, href]) => href ?? ''))
    address = new RegExp(`<a href="([^"]+)">${m.list.next}</a>`).exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
})

describe('as a file', () => {
  test('the list is a workbook and a CSV file, narrowed as on the page, with nothing that acts', async () => {
    await visit()
    await list()
    await move('assign', office, { owner: 'role:reporter', words: '=1+1' })
    const csv = await see('/actions/actions.csv?severity=high', office)
    expect(csv.headers.get('content-disposition')).toContain('attachment; filename="Actions 2013-03-01.csv"')
    const bytes = new Uint8Array(await csv.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const read = readCsv(bytes)
    const rows = read.ok ? read.value.rows.map(({ cells }) => cells.map(({ text }) => text)) : []
    expect(rows).toHaveLength(2)
    expect(rows[0]?.slice(0, 4)).toEqual([m.table.unit, m.table.code, m.table.above, m.table.finding])
    expect(rows[1]).toContain('Too few meetings')
    expect(rows[1]).toContain("'=1+1")
    const xlsx = await see('/actions/actions.xlsx', office)
    const book = readWorkbook(new Uint8Array(await xlsx.arrayBuffer()))
    expect(book.ok && book.value.sheets[0]?.rows).toHaveLength(3)
    expect((await see('/actions/actions.csv?unit=atlantis', office)).status).toBe(200)
  })
})
