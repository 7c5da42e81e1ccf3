// The pages about campaigns, over HTTP: a campaign is made step by step, left and gone on with, opened, paused, extended, closed
// and copied; two people who work on one are told of each other.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, CampaignId } from '../../shared/ids.ts'
import { campaignMessages } from '../../shared/messages/campaigns.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  form,
  inspector,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaignUnit, listCampaigns, listCampaignUnits } from '../store/campaigns.ts'
import { findPrepared } from '../store/prepared-campaigns.ts'

const m = campaignMessages.en
const titleOf = (one: Problem) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

let api: TestApi
let now: string
beforeEach(async () => {
  now = testNow
  api = testApi({ now: () => now })
  await store(api.table)
})

const see = (address: string) => api.request(address, { as: office })
const send = (address: string, fields: Record<string, string>) => api.postForm(address, fields, office)
const prepared = async (id: CampaignId) => (await findPrepared(api.table, org, id))?.campaign
const statusAndWay = (answer: Response) => [answer.status, answer.headers.get('location')]
const verbs = async () =>
  (await readAudit(api.table, org, '2013-03', { limit: 100 })).entries.map(({ verb, by }) => [verb, by]).reverse()

/** Sends a step with what its page carries, as a browser does. */
async function step(id: CampaignId, name: Parameters<typeof path.campaignStep>[1], fields: Record<string, string>) {
  const address = path.campaignStep(id, name)
  const html = await (await see(address)).text()
  const version = hiddenField(html, 'version')
  const was = hiddenField(html, 'was').replaceAll('&amp;', '&')
  return send(address, { version, was, ...fields })
}

const about = { kind: 'inspection', unit: 'B', titleVi: 'Khảo sát năm 2013', titleEn: 'Survey of 2013' }
const units = { from: 'subtree', top: 'B', level: 'cell', except: '', also: '' }
const periods = {
  fromYear: '2013',
  fromPart: 'H1',
  recurs: 'many',
  toYear: '2013',
  toPart: 'H2',
  opensDays: '0',
  opensSide: 'start-after',
  closesBy: 'rule',
  closesDays: '10',
  closesHour: '17',
  graceDays: '3',
}

async function newDraft(fields: Record<string, string> = about): Promise<CampaignId> {
  const id = hiddenField(await (await see(path.newCampaign())).text(), 'id')
  const answer = await send(path.campaigns(), { id, ...fields })
  expect(statusAndWay(answer)).toEqual([303, `/campaigns/${id}/steps/form`])
  return asId(CampaignId, id)
}

/** A draft that lacks nothing. */
async function wholeDraft(): Promise<CampaignId> {
  const id = await newDraft()
  await step(id, 'form', { form: `${form.formId} 1` })
  await step(id, 'units', units)
  await step(id, 'periods', periods)
  return id
}

const openIt = async (id: CampaignId) =>
  send(path.openCampaign(id), {
    version: hiddenField(await (await see(path.campaignStep(id, 'check'))).text(), 'version'),
  })

describe('a campaign is made step by step', () => {
  test('each step is stored and leads to the next; the open campaign asks its units', async () => {
    const id = await newDraft()
    expect(await prepared(id)).toMatchObject({ state: 'draft', form: null, periods: [], unitId: 'bloc' })
    expect(statusAndWay(await step(id, 'form', { form: `${form.formId} 1` }))).toEqual([
      303,
      `/campaigns/${id}/steps/units`,
    ])
    expect(statusAndWay(await step(id, 'units', { ...units, except: 'R2' }))).toEqual([
      303,
      `/campaigns/${id}/steps/periods`,
    ])
    expect((await listCampaignUnits(api.table, id)).map(({ unitId }) => unitId)).toEqual(['cell-1', 'cell-3'])
    expect(statusAndWay(await step(id, 'periods', periods))).toEqual([303, `/campaigns/${id}/steps/answering`])
    expect((await prepared(id))?.periods).toEqual([
      { id: '2013-H1', opensAt: '2012-12-31T17:00:00Z', closesAt: '2013-07-10T10:00:00Z', graceDays: 3 },
      { id: '2013-H2', opensAt: '2013-06-30T17:00:00Z', closesAt: '2014-01-10T10:00:00Z', graceDays: 3 },
    ])
    const who = await pageText(await see(path.campaignStep(id, 'answering')))
    expect(who).toContain(m.step.answering.covered(2, 2))
    await step(id, 'answering', { countingRule: 'one-per-unit', figures: 'accepted' })
    await step(id, 'more', {
      reminds: 'yes',
      daysBefore: '7',
      everyDays: '3',
      daysAfter: '2',
      languages: 'English (en)',
    })
    expect(await prepared(id)).toMatchObject({
      figures: 'accepted',
      languages: ['English (en)'],
      reminders: { daysBefore: 7, everyDays: 3, daysAfter: 2 },
    })
    expect(statusAndWay(await openIt(id))).toEqual([303, `/campaigns/${id}`])
    expect(await prepared(id)).toMatchObject({ state: 'open' })
    const answer = await api.postJson('/api/responses', aSubmission({ campaign: id }), inspector)
    expect(answer.status).toBe(201)
    // All in one moment, and so in no order.
    expect((await verbs()).map(([verb]) => verb).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'campaign.changed'),
      'campaign.created',
      'campaign.opened',
    ])
  })

  test('two presses make one campaign, and one that is somebody else’s is not shown', async () => {
    const id = await newDraft()
    expect(statusAndWay(await send(path.campaigns(), { id, ...about, titleVi: 'Khác' }))).toEqual([
      303,
      `/campaigns/${id}/steps/form`,
    ])
    expect((await prepared(id))?.title.vi).toBe(about.titleVi)
  })

  test('what is missing or wrong is named at its field, and nothing typed is lost', async () => {
    const answer = await send(path.campaigns(), {
      id: 'c1',
      kind: '',
      unit: 'nowhere',
      titleVi: '',
      titleEn: 'Only English',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['kind', 'unit', 'titleVi']) expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('value="Only English"')
    const id = await newDraft()
    const late = await step(id, 'periods', { ...periods, toYear: '2012', closesDays: 'x' })
    expect(late.status).toBe(422)
    expect(await pageText(late)).toContain(m.step.faults['not-a-number'])
    const back = await step(id, 'periods', { ...periods, toYear: '2012' })
    expect(await pageText(back)).toContain(m.step.faults.backwards)
    const none = await step(id, 'units', { ...units, level: 'province' })
    expect(await pageText(none)).toContain(m.step.faults['no-units'])
    const unknown = await step(id, 'units', { ...units, except: 'R1\nX9' })
    expect(await pageText(unknown)).toContain(m.step.faults['units-unknown'])
    expect(await prepared(id)).toMatchObject({ periods: [] })
  })

  test('a look shows what the fields come to, and stores nothing', async () => {
    const id = await newDraft()
    const before = await prepared(id)
    const looked = await send(path.campaignLook(id, 'units'), units)
    expect(await pageText(looked)).toContain(m.step.units.preview(3))
    const seen = await pageText(await send(path.campaignLook(id, 'periods'), periods))
    expect(seen).toContain('10 Jul 2013, 17:00')
    expect(await prepared(id)).toEqual(before)
    expect(await listCampaignUnits(api.table, id)).toEqual([])
  })

  test('another rule takes units out again', async () => {
    const id = await wholeDraft()
    expect(await listCampaignUnits(api.table, id)).toHaveLength(3)
    await step(id, 'units', { ...units, top: 'L', also: 'R1' })
    expect((await listCampaignUnits(api.table, id)).map(({ unitId }) => unitId)).toEqual(['cell-1', 'cell-3'])
  })

  test('answers of members are counted by member, where several count', async () => {
    const id = await newDraft()
    await step(id, 'answering', { countingRule: 'many', figures: 'submitted' })
    await step(id, 'units', { ...units, expectedBy: 'members' })
    expect(await findCampaignUnit(api.table, id, unitId('cell-3'))).toMatchObject({ expected: 40, shards: 1 })
    await step(id, 'answering', { countingRule: 'one-per-unit', figures: 'submitted' })
    expect(await findCampaignUnit(api.table, id, unitId('cell-3'))).toMatchObject({ expected: 1, shards: 1 })
  })

  test('the check list says what is missing, and it does not open', async () => {
    const id = await newDraft()
    const text = await pageText(await see(path.campaignStep(id, 'check')))
    for (const key of ['form', 'units', 'periods'] as const) expect(text).toContain(m.check.items[key].not)
    const answer = await openIt(id)
    expect(answer.status).toBe(409)
    expect(await prepared(id)).toMatchObject({ state: 'draft' })
    expect((await verbs()).map(([verb]) => verb)).toEqual(['campaign.created'])
  })

  test('a member survey is prepared and never opens', async () => {
    const id = await newDraft({ ...about, kind: 'member-survey' })
    await step(id, 'form', { form: `${form.formId} 1` })
    await step(id, 'units', units)
    await step(id, 'periods', periods)
    expect(await pageText(await see(path.campaignStep(id, 'check')))).toContain(m.check.items.kind.not)
    expect((await send(path.openCampaign(id), { version: '4' })).status).toBe(409)
    expect(await prepared(id)).toMatchObject({ state: 'draft' })
  })

  test('a draft is nobody’s to answer and in no list of what is asked', async () => {
    const id = await wholeDraft()
    expect((await listCampaigns(api.table, org)).map((one) => one.id)).toEqual([campaignId])
    const answer = await api.postJson('/api/responses', aSubmission({ campaign: id }), inspector)
    expect(await answer.json()).toMatchObject({ code: 'campaign.in-draft' })
    expect(
      await pageText(await api.request(`/campaigns/${id}/periods/2013-H1/units/cell-1/form`, { as: inspector })),
    ).toContain(titleOf(problem.campaignInDraft()))
  })
})

describe('two people at once', () => {
  test('another step does not get in the way; the same field is shown, and overwritten only knowingly', async () => {
    const id = await newDraft()
    const address = path.campaignStep(id, 'about')
    const html = await (await see(address)).text()
    const carried = { version: hiddenField(html, 'version'), was: hiddenField(html, 'was').replaceAll('&amp;', '&') }
    await step(id, 'periods', periods)
    const mine = await send(address, { ...carried, ...about, titleVi: 'Của tôi' })
    expect(mine.status).toBe(303)
    const theirs = await send(address, { ...carried, ...about, titleVi: 'Của bạn' })
    expect(theirs.status).toBe(409)
    const page = await theirs.text()
    expect(page).toContain(titleOf(problem.campaignChanged()))
    expect(page).toMatch(/<del>Khảo sát năm 2013<\/del>/)
    expect(page).toMatch(/<ins>Của tôi<\/ins>/)
    expect(page).toContain('value="Của bạn"')
    expect((await prepared(id))?.title.vi).toBe('Của tôi')
    const again = { version: hiddenField(page, 'version'), was: hiddenField(page, 'was').replaceAll('&amp;', '&') }
    expect((await send(address, { ...again, ...about, titleVi: 'Của bạn' })).status).toBe(303)
    expect(await prepared(id)).toMatchObject({
      title: { vi: 'Của bạn' },
      periods: [{ id: '2013-H1' }, { id: '2013-H2' }],
    })
  })

  test('what opens is what was looked at', async () => {
    const id = await wholeDraft()
    const version = hiddenField(await (await see(path.campaignStep(id, 'check'))).text(), 'version')
    await step(id, 'answering', { countingRule: 'one-per-unit', figures: 'accepted' })
    const answer = await send(path.openCampaign(id), { version })
    expect(answer.status).toBe(409)
    expect(await pageText(answer)).toContain(titleOf(problem.campaignChanged()))
    expect(await prepared(id)).toMatchObject({ state: 'draft' })
  })
})

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
      title: { vi: 'Khảo sát chi bộ' },
      indicators: aCampaign().indicators,
      periods: [{ id: '2014-H1', opensAt: '2014-01-01T00:00:00Z', closesAt: null }],
    })
    expect((await listCampaignUnits(api.table, id)).map(({ unitId }) => unitId)).toEqual(['cell-1', 'cell-2', 'cell-3'])
    expect(await pageText(await see(path.campaignStep(id, 'units')))).toContain(m.step.units.campaign('Cell survey', 3))
    expect(statusAndWay(await openIt(id))).toEqual([303, `/campaigns/${id}`])
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

test('the list shows the campaigns that one manages, by state', async () => {
  const id = await newDraft()
  const text = await pageText(await see(path.campaigns()))
  expect(text).toMatch(/In preparation.*Survey of 2013.*Open.*Cell survey/)
  expect(await pageText(await see(path.campaigns('draft')))).not.toContain('Cell survey')
  expect(await pageText(await see(path.campaigns('closed')))).toContain(m.noneIn('closed'))
  expect(await (await see(path.campaigns())).text()).toContain(`href="/campaigns/${id}/steps/check"`)
})
