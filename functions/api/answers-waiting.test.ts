// What waits for the visitor's own level, of all campaigns: order, pages, levels, accepting.

import { beforeEach, expect, test } from 'vitest'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, CampaignId, PeriodId } from '../../shared/ids.ts'
import { answersMessages } from '../../shared/messages/answers.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  cells,
  inspector,
  lakeLeader,
  leader,
  office,
  period,
  reporter,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { insertCampaignUnit, saveCampaign } from '../store/campaigns.ts'

const m = answersMessages.en
const [cell1, cell3] = [unitId('cell-1'), unitId('cell-3')]
/** Opened before the other one's round. */
const earlier = aCampaign({
  id: asId(CampaignId, 'zearlier'),
  periods: [
    { id: asId(PeriodId, '2012-H2'), opensAt: '2012-07-01T00:00:00.000Z', closesAt: null, graceDays: 10 },
    { id: asId(PeriodId, '2039-H1'), opensAt: '2039-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 },
  ],
})

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
  await saveCampaign(api.table, earlier, 0)
  for (const cell of cells) await insertCampaignUnit(api.table, earlier, enterUnit(cell, 1))
})

const send = async (n: number, unit = cell1, of = { campaign: campaignId, period }) => {
  const answer = await api.postJson('/api/responses', aSubmission({ id: responseId(n), unit, ...of }), inspector)
  expect(answer.status).toBe(201)
}
const before = { campaign: earlier.id, period: asId(PeriodId, '2012-H2') }
const list = async (as: Person, address: string = path.waiting()) => (await api.request(address, { as })).text()
const numbers = (html: string) =>
  [...html.matchAll(/<th scope="row"><a href="[^"]*responses\/([0-9a-f]{8})/g)].map(([, hex]) =>
    Number.parseInt(hex ?? '', 16),
  )
const keys = (html: string) => [...html.matchAll(/name="row" value="([^"]+)"/g)].map(([, key]) => key ?? '')
const accept = (rows: readonly string[], as: Person) =>
  api.request(path.waiting(), { method: 'POST', body: new URLSearchParams(rows.map((key) => ['row', key])), as })

test('the round that opened first comes first, whatever its campaign; an empty list says what to do', async () => {
  expect(await pageText(await api.request(path.waiting(), { as: leader }))).toContain(m.waiting.noneNext)
  await send(1)
  await send(2, cell3, before)
  const html = await list(leader)
  expect(numbers(html)).toEqual([2, 1])
  expect(html).toContain(`href="${path.campaignAnswers(campaignId, 'state=to-decide')}"`)
})

test('each level sees what waits for it: what a level below accepted still waits above, what is decided above no longer below', async () => {
  await send(1, cell3)
  await send(2, cell3)
  await send(3, cell1)
  expect(numbers(await list(lakeLeader))).toEqual([1, 2])
  const below = await accept(keys(await list(lakeLeader)).slice(0, 1), lakeLeader)
  expect(below.status).toBe(200)
  expect(numbers(await below.text())).toEqual([2])
  expect(numbers(await list(leader)).toSorted()).toEqual([1, 2, 3])
  const all = await accept(keys(await list(leader)), leader)
  expect(await pageText(all)).toContain(m.many.accepted(3))
  for (const as of [leader, lakeLeader, office]) expect(numbers(await list(as)), as.id).toEqual([])
})

test('what was returned or withdrawn waits for nobody here', async () => {
  await send(1)
  await send(2)
  const words = { revision: '1', words: 'Thiếu số liệu', unitName: 'R1' }
  await api.postForm(path.reviewStep(campaignId, period, cell1, responseId(1), 'return'), words, leader)
  await api.postForm(path.reviewStep(campaignId, period, cell1, responseId(2), 'withdraw'), words, office)
  expect(numbers(await list(leader))).toEqual([])
})

test('pages hold every row once, over the end of a round and from inside one', async () => {
  for (let n = 1; n <= 50; n += 1) await send(n, cell1, before)
  for (let n = 51; n <= 120; n += 1) await send(n, n % 2 === 0 ? cell1 : cell3)
  const seen: number[][] = []
  let address: string | undefined = path.waiting()
  while (address) {
    const html: string = await list(leader, address)
    seen.push(numbers(html))
    address = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen.map((page) => page.length)).toEqual([50, 50, 20])
  expect(seen.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
})

test('a place that there isn’t is the beginning; whoever accepts nowhere is refused', async () => {
  await send(1)
  for (const after of ['x', 'survey', 'survey.2013-H1.cell-1', 'zearlier.2099', '....', '__proto__.2013-H1'])
    expect(numbers(await list(leader, path.waiting(after))), after).toEqual([1])
  for (const as of [inspector, reporter]) expect((await api.request(path.waiting(), { as })).status).toBe(403)
})
