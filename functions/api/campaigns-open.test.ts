// The pages of an open campaign, over HTTP: paused, extended, closed and copied, its units let in and out.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, CampaignId } from '../../shared/ids.ts'
import { campaignMessages } from '../../shared/messages/campaigns.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { about, campaignDesk, periods, statusAndWay } from '../../test/support/campaign-desk.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  inspector,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaignUnit, listCampaignUnits } from '../store/campaigns.ts'
import { listPrepared } from '../store/prepared-campaigns.ts'

const m = campaignMessages.en

let api: TestApi
let now: string
beforeEach(async () => {
  now = testNow
  api = testApi({ now: () => now })
  await store(api.table)
})

const { see, send, prepared, step, newDraft, openIt } = campaignDesk(() => api)

describe('once it is open', () => {
  const one = path.campaign(campaignId)
  const change = async (what: Parameters<typeof path.campaignChange>[1], fields: Record<string, string> = {}) => {
    const address = path.campaignChange(campaignId, what)
    return send(address, { version: hiddenField(await (await see(address)).text(), 'version'), ...fields })
  }
  const submit = async (n: number, more: object = {}) => {
    const body = aSubmission({ id: responseId(n), unit: unitId('cell-2'), ...more })
    const answer = await api.postJson('/api/responses', body, inspector)
    const said: { code?: string; receipt?: { standing: string } } = JSON.parse(await answer.text())
    return said.receipt?.standing ?? said.code
  }

  test('its page says what can be done, and shape can change no more', async () => {
    const text = await pageText(await see(one))
    for (const part of [m.overview.assign, m.changes.pause.title, m.changes.close.title, m.overview.extend])
      expect(text).toContain(part)
    for (const name of ['form', 'units', 'periods'] as const)
      expect((await see(path.campaignStep(campaignId, name))).status).toBe(409)
    expect((await send(path.campaignStep(campaignId, 'periods'), periods)).status).toBe(409)
    expect((await step(campaignId, 'about', { titleVi: 'Tên mới', kind: 'member-survey', unit: 'L' })).status).toBe(303)
    expect(await prepared(campaignId)).toMatchObject({ title: { vi: 'Tên mới' }, kind: 'inspection', unitId: 'bloc' })
  })

  test('a pause takes nothing new, knows what came before, and takes what was finished before it', async () => {
    expect(await submit(1)).toBe('on-time')
    expect(statusAndWay(await change('pause'))).toEqual([303, one])
    expect(await submit(1)).toBe('on-time')
    now = '2013-03-02T00:00:00.000Z'
    expect(await submit(2)).toBe('campaign.paused')
    expect(await submit(3, { finishedAt: '2013-02-28T10:00:00.000Z' })).toBe('on-time')
    expect((await change('pause')).status).toBe(409)
    expect(await pageText(await see(one))).toContain(m.changes.resume.title)
    expect(statusAndWay(await change('resume'))).toEqual([303, one])
    expect(await submit(2)).toBe('on-time')
    expect((await prepared(campaignId))?.pausedAt).toBeUndefined()
  })

  test('closing asks for the name, closes its periods, and ends in days of grace', async () => {
    expect((await change('close', { name: 'another' })).status).toBe(422)
    expect((await prepared(campaignId))?.state).toBe('open')
    expect(statusAndWay(await change('close', { name: ' cell  SURVEY ' }))).toEqual([303, one])
    expect(await prepared(campaignId)).toMatchObject({ state: 'closed', periods: [{ closesAt: testNow }] })
    now = '2013-03-05T00:00:00.000Z'
    expect(await submit(1)).toBe('campaign.closed')
    expect(await submit(2, { finishedAt: '2013-02-28T10:00:00.000Z' })).toBe('late')
    now = '2013-04-05T00:00:00.000Z'
    expect(await submit(3, { finishedAt: '2013-02-28T10:00:00.000Z' })).toBe('quarantined')
    expect((await change('pause')).status).toBe(409)
  })

  test('a change over another one is asked about again', async () => {
    const version = hiddenField(await (await see(path.campaignChange(campaignId, 'pause'))).text(), 'version')
    await step(campaignId, 'about', { titleVi: 'Tên mới' })
    const answer = await send(path.campaignChange(campaignId, 'pause'), { version })
    expect(answer.status).toBe(409)
    expect((await prepared(campaignId))?.state).toBe('open')
  })

  const periodChange = async (what: 'extend' | 'close', fields: Record<string, string>) => {
    const address = path.periodChange(campaignId, period, what)
    return send(address, { version: hiddenField(await (await see(address)).text(), 'version'), ...fields })
  }

  test('a period gets a deadline, is closed at once, and opens again with words', async () => {
    expect((await periodChange('extend', { day: '2013-02-28', hour: '17' })).status).toBe(422)
    expect((await periodChange('extend', { day: 'soon', hour: '17' })).status).toBe(422)
    await periodChange('extend', { day: '2013-07-10', hour: '17' })
    expect((await prepared(campaignId))?.periods[0]?.closesAt).toBe('2013-07-10T10:00:00Z')
    expect((await periodChange('close', { name: '' })).status).toBe(422)
    await periodChange('close', { name: 'Khảo sát chi bộ' })
    expect((await prepared(campaignId))?.periods[0]?.closesAt).toBe(testNow)
    const again = await (await see(path.periodChange(campaignId, period, 'close'))).text()
    expect(again).toContain(m.period.faults['closed-already'])
    expect(again).not.toContain('name="name"')
    now = '2013-03-05T00:00:00.000Z'
    await periodChange('extend', { day: '2013-03-06', hour: '17' })
    expect(await submit(1)).toBe('on-time')
    now = '2013-04-30T00:00:00.000Z'
    const wordless = await periodChange('extend', { day: '2013-05-10', hour: '24' })
    expect(await pageText(wordless)).toContain(m.period.faults['needs-words'])
    await periodChange('extend', { day: '10/5/2013', hour: '24', words: 'Mưa lũ' })
    expect((await prepared(campaignId))?.periods[0]?.closesAt).toBe('2013-05-10T17:00:00Z')
    const { entries } = await readAudit(api.table, org, '2013-04', { limit: 5 })
    expect(entries[0]).toMatchObject({ verb: 'campaign.period-extended', by: office.id })
    expect(entries[0]?.details).toContain('Mưa lũ')
  })

  test('next year’s draft has the same units, a year later', async () => {
    const answer = await change('copy')
    const id = asId(CampaignId, (answer.headers.get('location') ?? '').split('/')[2] ?? '')
    expect(await prepared(id)).toMatchObject({
      state: 'draft',
      title: { vi: 'Khảo sát chi bộ (bản sao)' },
      indicators: aCampaign().indicators,
      periods: [{ id: '2014-H1', opensAt: '2014-01-01T00:00:00Z', closesAt: null }],
    })
    expect((await listCampaignUnits(api.table, id)).map(({ unitId }) => unitId)).toEqual(['cell-1', 'cell-2', 'cell-3'])
    expect(await pageText(await see(path.campaignStep(id, 'units')))).toContain(m.step.units.campaign('Cell survey', 3))
    expect(statusAndWay(await openIt(id))).toEqual([303, `/campaigns/${id}`])
  })

  test('two presses of one page copy once, and lead to the same draft', async () => {
    const address = path.campaignChange(campaignId, 'copy')
    const html = await (await see(address)).text()
    const fields = { version: hiddenField(html, 'version'), id: hiddenField(html, 'id') }
    const answers = [await send(address, fields), await send(address, fields)]
    expect(answers.map(statusAndWay)).toEqual([
      [303, path.campaignStep(asId(CampaignId, fields.id), 'check')],
      [303, path.campaignStep(asId(CampaignId, fields.id), 'check')],
    ])
    expect((await listPrepared(api.table, org)).map(({ campaign }) => campaign.id).sort()).toEqual(
      [campaignId, fields.id].sort(),
    )
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 9 })
    expect(entries.map(({ verb }) => verb)).toEqual(['campaign.copied'])
  })

  test('a draft is deleted by its name; one that has opened is not', async () => {
    const id = await newDraft()
    const address = path.campaignChange(id, 'delete')
    const version = hiddenField(await (await see(address)).text(), 'version')
    expect((await send(address, { version, name: '' })).status).toBe(422)
    expect(statusAndWay(await send(address, { version, name: about.titleEn }))).toEqual([303, '/campaigns'])
    expect(await prepared(id)).toBeUndefined()
    expect((await see(path.campaignChange(campaignId, 'delete'))).status).toBe(409)
  })

  test('units are let in; out go only those that have sent nothing', async () => {
    await submit(1)
    const address = path.campaignUnits(campaignId)
    const added = await send(address, { action: 'add', codes: 'R\nR1', expected: '2' })
    expect(added.headers.get('location')).toContain('added=1')
    expect(await findCampaignUnit(api.table, campaignId, unitId('river'))).toMatchObject({ expected: 2 })
    expect((await send(address, { action: 'add', codes: 'Nowhere', expected: '1' })).status).toBe(422)
    const out = await api.request(address, {
      method: 'POST',
      body: new URLSearchParams([
        ['action', 'remove'],
        ['unit', 'cell-2'],
        ['unit', 'cell-3'],
      ]),
      as: office,
    })
    expect(await pageText(await see(out.headers.get('location') ?? ''))).toContain(m.units.kept('R2'))
    expect((await listCampaignUnits(api.table, campaignId)).map(({ unitId }) => unitId)).toEqual([
      'cell-1',
      'cell-2',
      'river',
    ])
    expect(await pageText(await see(path.campaignUnits(campaignId, { q: 'song 2' })))).toContain(
      'Chi bộ Sông\u00a02'.replace('\u00a0', ' '),
    )
  })
})
