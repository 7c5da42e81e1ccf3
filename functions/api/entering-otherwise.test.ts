// Papers typed in by the office, visits that were not possible, and the period before, over HTTP.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  admin,
  aSubmission,
  campaignId,
  form,
  inspector,
  leader,
  office,
  org,
  period,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { insertRevision, listRevisions, readBucket } from '../store/responses.ts'

const cell = unitId('cell-1')
const bucket = { campaignId, periodId: period, unitId: cell, shard: 0 }
const once = aCampaign({ countingRule: 'one-per-unit' })
const opensAt = '2013-01-01T00:00:00.000Z'
const closing = (graceDays: number) => ({ id: period, opensAt, closesAt: '2013-02-20T00:00:00.000Z', graceDays })

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table, once)
})

async function change(changes: Partial<Campaign>) {
  const found = await findCampaign(api.table, org, campaignId)
  if (!found) throw new Error('no campaign')
  await saveCampaign(api.table, { ...found.campaign, ...changes }, found.version)
}
const stored = () => readBucket(api.table, bucket)
const summary = async () => {
  const rules = foldRules({ form, indicators: once.indicators, countingRule: 'one-per-unit', figures: 'submitted' })
  return (await readPeriodSummaries(api.table, rules, { campaignId, periodId: period })).summaries.get(cell)
}
const typed = { 'q.meetings': '11', 'q.hours': '1,5', 'q.minutes': 'no', 'q.note': 'Theo phiếu giấy' }

describe('a paper form', () => {
  const enter = path.enterForm(campaignId, period, cell)
  const send = (fields: Record<string, string> = {}, as: Person = office) =>
    api.postForm(
      enter,
      { id: responseId(5), formVersion: '1', typedIn: 'vi', 'on-behalf-of': ' Nguyễn Văn An ', ...typed, ...fields },
      as,
    )

  test('is typed in by the office, which says for whom; a retry changes nothing', async () => {
    expect(await (await api.request(enter, { as: office })).text()).toContain('name="on-behalf-of"')
    const sent = await send()
    const receipt = path.receipt(campaignId, period, cell, responseId(5))
    expect([sent.status, sent.headers.get('location')]).toEqual([303, receipt])
    expect((await send()).status).toBe(303)
    expect(await stored()).toMatchObject([
      { by: office.id, standing: 'on-time', step: { kind: 'entered', onBehalfOf: 'Nguyễn Văn An' } },
    ])
    expect(await pageText(await api.request(receipt, { as: office }))).toContain('Nguyễn Văn An')
    expect(await summary()).toMatchObject({ responses: 1 })
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 9 })
    expect(entries.map(({ verb, subject, details }) => `${verb} ${subject} ${details}`)).toEqual([
      `response.entered ${receipt} Nguyễn Văn An`,
    ])
    // Whoever comes next is led to it.
    expect((await api.request(enter, { as: admin })).headers.get('location')).toBe(receipt)
  })

  test('begins with the unit, by its code or its name', async () => {
    const choose = path.choosePaper(campaignId, period)
    const ask = (unit: string) => api.request(`${choose}?unit=${encodeURIComponent(unit)}`, { as: office })
    expect((await api.request(choose, { as: office })).status).toBe(200)
    for (const unit of ['R1', 'chi bo song 1']) expect((await ask(unit)).headers.get('location')).toBe(enter)
    // Several are meant, none is, one is meant that the campaign doesn't ask.
    for (const unit of ['song', 'zzz', '', 'Đảng bộ Hồ']) {
      const again = await ask(unit)
      expect([again.status, again.headers.get('location')], unit).toEqual([422, null])
    }
    await change({ kind: 'member-survey' })
    expect((await api.request(choose, { as: office })).status).toBe(404)
  })

  test('without whose it is nothing is stored, and everything that was typed stays', async () => {
    for (const name of ['', '   ', 'x'.repeat(201)]) {
      const shown = await send({ 'on-behalf-of': name })
      const html = await shown.text()
      expect(shown.status).toBe(422)
      expect(html).toContain('href="#on-behalf-of"')
      expect(html).toContain('Theo phiếu giấy')
    }
    expect((await send({ 'q.meetings': '' })).status).toBe(422)
    expect(await stored()).toEqual([])
    expect((await readAudit(api.table, org, '2013-03', { limit: 9 })).entries).toEqual([])
  })

  test.each<[string, number, string, string | number]>([
    ['of before the close, in the days of grace', 10, '2013-02-19', 'late'],
    ['of the day of the close itself', 10, '20/2/2013', 'late'],
    ['of before the close, after the days of grace', 2, '2013-02-19', 'quarantined'],
    ['of after the close', 10, '2013-02-21', 409],
    ['of a day to come', 10, '2013-03-05', 422],
    ['of a day that no calendar has', 10, '2013-02-30', 422],
    ['of no day', 10, '', 422],
    ['of a word', 10, 'hôm qua', 422],
  ])('%s: %s', async (_, graceDays, date, expected) => {
    await change({ periods: [closing(graceDays)] })
    expect((await api.request(enter, { as: office })).status).toBe(200)
    const sent = await send({ 'paper-date': date })
    expect(sent.status).toBe(typeof expected === 'number' ? expected : 303)
    expect((await stored()).map(({ standing }) => standing)).toEqual(typeof expected === 'number' ? [] : [expected])
  })

  test('is refused where the unit has a response, and where nothing may be entered yet', async () => {
    await api.postJson('/api/responses', aSubmission(), inspector)
    expect((await send({ 'paper-date': '2013-01-09' })).status).toBe(409)
    await change({ periods: [{ ...closing(0), opensAt: '2013-06-01T00:00:00.000Z', closesAt: null }] })
    expect((await send()).status).toBe(409)
    await change({ kind: 'member-survey', survey: { way: 'named', breakdowns: [] } })
    expect((await api.request(enter, { as: office })).status).toBe(403)
    expect((await send()).status).toBe(403)
    await change({ kind: 'member-survey', survey: { way: 'anonymous', breakdowns: [] } })
    expect((await api.request(enter, { as: office })).status).toBe(404)
    expect((await send()).status).toBe(404)
    expect(await stored()).toHaveLength(1)
  })
})

describe('a visit that was not possible', () => {
  const page = path.notPossible(campaignId, period, cell)
  const note = (fields: Record<string, string> = {}, as: Person = inspector) =>
    api.postForm(
      page,
      {
        id: responseId(5),
        revision: '1',
        formVersion: '1',
        'reason-kind': 'closed',
        words: 'Không ai mở cửa',
        ...fields,
      },
      as,
    )

  test('is noted with its reason, shown in the list, and gives way to a visit', async () => {
    const sent = await note()
    expect(sent.headers.get('location')).toBe(path.receipt(campaignId, period, cell, responseId(5)))
    expect((await note()).status).toBe(303)
    expect(await stored()).toMatchObject([
      { step: { kind: 'not-possible', reason: 'The premises were closed. Không ai mở cửa' }, standing: 'on-time' },
    ])
    expect(await summary()).toMatchObject({ responses: 0, notPossible: 1 })
    const receipt = await pageText(await api.request(sent.headers.get('location') ?? '', { as: inspector }))
    expect(receipt).toContain('Noted: the visit was not possible')
    expect(receipt).toContain('Không ai mở cửa')
    expect(await pageText(await api.request('/visits', { as: inspector }))).toContain('Không ai mở cửa')
    await api.postJson('/api/responses', aSubmission(), inspector)
    expect(await summary()).toMatchObject({ responses: 1, notPossible: 1 })
    // It was visited by now.
    expect((await api.request(page, { as: inspector })).headers.get('location')).toBe(
      path.editResponse(campaignId, period, cell, responseId(1)),
    )
    expect((await note({ id: responseId(6) })).status).toBe(409)
  })

  test('a second note of the unit follows the first, by whoever comes then', async () => {
    await note()
    const html = await (await api.request(page, { as: riverInspector })).text()
    expect([hiddenField(html, 'id'), hiddenField(html, 'revision')]).toEqual([responseId(5), '2'])
    expect(html).toContain('Không ai mở cửa')
    expect((await note({ revision: '2', 'reason-kind': 'weather', words: '' }, riverInspector)).status).toBe(303)
    expect(await summary()).toMatchObject({ notPossible: 1 })
    // The same number with another reason was somebody else's.
    expect((await note({ revision: '2', words: 'Khác' })).status).toBe(409)
    expect(await stored()).toHaveLength(2)
  })

  test.each<Record<string, string>>([
    { 'reason-kind': '' },
    { 'reason-kind': 'toString' },
    { 'reason-kind': 'other', words: ' ' },
    { words: 'x'.repeat(2_000) },
  ])('%j comes back with what was typed', async (fields) => {
    const shown = await note(fields)
    expect(shown.status).toBe(422)
    expect(await shown.text()).toContain(fields['words']?.trim() || (fields['words'] ? 'other' : 'Không ai mở cửa'))
    expect(await stored()).toEqual([])
  })

  test('hostile fields are refused, never a fault of ours', async () => {
    for (const fields of [{ id: 'x' }, { revision: '0' }, { revision: 'NaN' }, { formVersion: '-1' }])
      expect((await note(fields)).status, JSON.stringify(fields)).toBe(400)
    expect((await note({ formVersion: '99' })).status).toBe(409)
    expect((await note({ revision: '2' })).status).toBe(409)
    expect(await stored()).toEqual([])
  })

  test('is no way around a close, nor for units that report themselves', async () => {
    await change({ periods: [closing(10)] })
    expect((await note()).status).toBe(409)
    await change({ kind: 'unit-report' })
    expect((await api.request(page, { as: reporter })).status).toBe(404)
    expect((await note({}, reporter)).status).toBe(404)
  })

  test('answers sent as its next revision are refused', async () => {
    await note()
    const next = aSubmission({ id: responseId(5), revision: 2 })
    expect(await (await api.postJson('/api/responses', next, inspector)).json()).toMatchObject({
      code: 'response.not-editable',
      why: 'not-possible',
    })
  })
})

describe('a report beside the one before it', () => {
  const before = asId(PeriodId, '2012-H2')
  const page = path.form(campaignId, period, cell)
  beforeEach(async () => {
    const [current] = once.periods
    if (!current) throw new Error('no period')
    await change({
      kind: 'unit-report',
      periods: [{ ...current, id: before, opensAt: '2012-07-01T00:00:00Z' }, current],
    })
    const past = { ...aSubmission({ period: before }), id: responseId(3) }
    expect((await api.postJson('/api/responses', past, reporter)).status).toBe(201)
  })

  test('shows its numbers and choices below the questions, and no texts', async () => {
    const html = await (await api.request(page, { as: reporter })).text()
    for (const one of ['second half of 2012): 12', 'second half of 2012): 1.5', 'second half of 2012): Yes'])
      expect(html).toContain(`Last period (${one}`)
    expect(html).not.toContain('Sinh hoạt đúng định kỳ')
    expect(html.match(/aria-describedby="h-minutes"/g)).toHaveLength(1)
    const again = await api.postForm(page, { id: responseId(9), formVersion: '1', 'q.meetings': 'x' }, reporter)
    expect(await again.text()).toContain('second half of 2012): 12')
  })

  test('shows nothing where the one before was returned, or is of another kind of period', async () => {
    const place = { ...bucket, periodId: before }
    const [stored] = await listRevisions(api.table, place, responseId(3))
    if (!stored) throw new Error('nothing is stored')
    const step = { kind: 'returned', at: unitId('bloc'), reason: 'Sai' } as const
    await insertRevision(api.table, place, { ...stored, revision: 2, step })
    expect(await (await api.request(page, { as: reporter })).text()).not.toContain('Last period')
  })

  test('an inspection has none', async () => {
    await change({ kind: 'inspection' })
    expect(await (await api.request(page, { as: inspector })).text()).not.toContain('Last period')
    expect((await api.request(page, { as: leader })).status).toBe(403)
  })
})
