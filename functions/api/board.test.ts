// The progress board over the whole api: what it counts, what it shows to whom, where it leads.

import { beforeEach, describe, expect, test } from 'vitest'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  cells,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { plainText } from '../../test/web/html.ts'
import { insertCampaignUnit, saveCampaign } from '../store/campaigns.ts'

const second = asId(PeriodId, '2013-H2')
const third = asId(PeriodId, '2014-H1')
/** One that is over, one that runs, one that hasn't opened. */
const campaign = aCampaign({
  countingRule: 'one-per-unit',
  periods: [
    { id: period, opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 },
    { id: second, opensAt: '2013-02-01T00:00:00.000Z', closesAt: null, graceDays: 10 },
    { id: third, opensAt: '2014-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 },
  ],
})

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table, campaign)
})

let sent = 0
const submit = async (unit: string, changes: Parameters<typeof aSubmission>[0] = {}) => {
  sent += 1
  const answer = await api.postJson(
    '/api/responses',
    aSubmission({ id: responseId(sent), unit: unitId(unit), ...changes }),
    inspector,
  )
  expect(answer.status).toBe(201)
}
const boardOf = async (look: Record<string, string> = {}, as: Person = leader): Promise<string> => {
  const answer = await api.request(path.board(campaignId, look), { as })
  expect(answer.status).toBe(200)
  return answer.text()
}

/** The rows of the map: what stands in each cell, and where it leads. */
function rowsOf(html: string): { name: string; cells: { text: string; href: string; kind: string }[] }[] {
  const table = /<table>([\s\S]*?)<\/table>/.exec(html)?.[1] ?? ''
  return [...table.matchAll(/<tr>\s*<th scope="row">([\s\S]*?)<\/th>([\s\S]*?)<\/tr>/g)].map(
    ([, name = '', cells = '']) => ({
      name: plainText(name.replace(/<small>.*?<\/small>/g, '')),
      cells: [...cells.matchAll(/<td class="([^"]*)">([\s\S]*?)<\/td>/g)].map(([, kind = '', inner = '']) => ({
        kind,
        text: plainText(inner),
        href: (/href="([^"]*)"/.exec(inner)?.[1] ?? '').replaceAll('&amp;', '&'),
      })),
    }),
  )
}
const figuresOf = (html: string) =>
  Object.fromEntries(rowsOf(html).map(({ name, cells: own }) => [name, own.map(({ text }) => text)]))

describe('the map', () => {
  test('is correct to the last acknowledged answer, each cell leading to the answers behind it', async () => {
    await submit('cell-1')
    await submit('cell-3', { period: second })
    const html = await boardOf()
    expect(figuresOf(html)).toEqual({
      'Đảng bộ Sông': ['0% 0/2', '50.0% 1/2'],
      'Đảng bộ Hồ': ['100% 1/1', '0% 0/1'],
      'All together': ['33.3% 1/3', '33.3% 1/3'],
    })
    const [river] = rowsOf(html)
    expect(river?.cells[1]).toMatchObject({
      kind: 'f2',
      href: `/campaigns/${campaignId}/answers?period=${period}&unit=river`,
    })
    await submit('cell-2')
    expect(figuresOf(await boardOf())['Đảng bộ Sông']).toEqual(['0% 0/2', '100% 2/2'])
    // What the link leads to is there.
    expect((await api.request(river?.cells[1]?.href ?? '', { as: leader })).status).toBe(200)
  })

  test('a period that has not opened is not 0 %', async () => {
    const html = await boardOf({ from: period, to: third })
    expect(figuresOf(html)['Đảng bộ Hồ']).toEqual(['not open yet', '0% 0/1', '0% 0/1'])
    expect(html).not.toMatch(/not open yet[^<]*0%/)
  })

  test('a second answer of a unit never makes more than all', async () => {
    await insertCampaignUnit(api.table, { ...campaign, countingRule: 'many' }, enterUnit(unitId('lake'), 2))
    await submit('cell-3')
    expect(figuresOf(await boardOf())['Đảng bộ Hồ']?.[1]).toBe('33.3% 1/3')
  })

  test('opens downwards and leads back up', async () => {
    const top = await boardOf()
    expect(top).toContain('href="/campaigns/survey/board?unit=river"')
    const below = await boardOf({ unit: 'river', order: 'rate' })
    expect(Object.keys(figuresOf(below))).toEqual(['Chi bộ Sông 1', 'Chi bộ Sông 2', 'All together'])
    expect(below).toContain('href="/campaigns/survey/board?unit=bloc&amp;order=rate"')
  })

  test('shows a level, lowest first', async () => {
    await submit('cell-1', { period: second })
    const html = await boardOf({ level: 'cell', order: 'rate' })
    expect(Object.keys(figuresOf(html))).toEqual(['Chi bộ Sông 2', 'Chi bộ Hồ 1', 'Chi bộ Sông 1', 'All together'])
  })
})

describe('beside the rate', () => {
  test('what was returned or waits is counted, and leads to exactly that', async () => {
    await saveCampaign(api.table, { ...campaign, figures: 'accepted' }, 1)
    await submit('cell-1', { period: second })
    const html = await boardOf()
    expect(figuresOf(html)['Đảng bộ Sông']?.[0]).toBe('0% 0/2 1 waiting')
    expect(html).toContain(`href="/campaigns/${campaignId}/answers?period=${second}&amp;unit=bloc&amp;state=waiting"`)
    expect(plainText(html)).toContain('3 missing')
  })

  test('indicators stand against their targets, with a line in words', async () => {
    await submit('cell-1', { answers: { meetings: 14 } })
    await submit('cell-1', { period: second, answers: { meetings: 10 } })
    const html = await boardOf()
    expect(plainText(html)).toContain('Số kỳ họp 10.0 Not met ≥ 12')
    expect(html).toContain('aria-label="Số kỳ họp: first half of 2013 14.0; second half of 2013 10.0"')
  })

  test('who is missing is named, also in an older period', async () => {
    await submit('cell-1')
    const html = plainText(await boardOf({ period }))
    expect(html).toContain('Still missing, first half of 2013 (2 units)')
    expect(html).toContain('Chi bộ Sông 2')
    expect(await boardOf({ period }, office)).toContain(`href="/campaigns/survey/periods/${period}/reminders"`)
    // What the link leads to is there; a leader doesn't manage campaigns.
    expect((await api.request(path.reminders(campaignId, period), { as: office })).status).toBe(200)
    expect(await boardOf({ period })).not.toContain('/reminders')
  })
})

describe('who sees what', () => {
  test('a leader of a part sees that part, whatever the address asks for', async () => {
    await submit('cell-1')
    await submit('cell-3')
    const html = await boardOf({}, lakeLeader)
    expect(figuresOf(html)).toEqual({ 'Chi bộ Hồ 1': ['0% 0/1', '100% 1/1'], 'All together': ['0% 0/1', '100% 1/1'] })
    expect(html).not.toContain('Sông')
    expect((await api.request(path.board(campaignId, { unit: 'bloc' }), { as: lakeLeader })).status).toBe(403)
    expect((await api.request(path.board(campaignId, { unit: 'nowhere' }), { as: leader })).status).toBe(404)
    expect((await api.request(path.board(campaignId, {}), { as: inspector })).status).toBe(403)
  })

  test('an address of nonsense is the usual board', async () => {
    const html = await boardOf({ from: '1999', to: 'x', period: '2001-Q9', level: 'nothing', order: '!', page: '0' })
    expect(figuresOf(html)['All together']).toHaveLength(2)
  })
})

test('a large campaign is shown a few periods at a time, and says so', { timeout: 60_000 }, async () => {
  for (let n = 0; n < 30_000 / 2; n += 1)
    await api.table.insert({
      pk: `C#${campaignId}#UNITS`,
      sk: `x${n}`,
      body: JSON.stringify(enterUnit(unitId(`x${n}`), 1)),
    })
  const html = plainText(await boardOf({ from: period, to: third }))
  expect(html).toContain(`has ${(15_000 + cells.length).toLocaleString('en')} units, so one period is shown at a time`)
  expect(org).toBe('org')
})
