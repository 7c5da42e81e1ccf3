// The pages about campaigns, over HTTP: a campaign is made step by step, left and gone on with, and opened; two people who
// work on one are told of each other.

import { beforeEach, describe, expect, test } from 'vitest'
import { campaignMessages } from '../../shared/messages/campaigns.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { about, campaignDesk, periods, statusAndWay, units } from '../../test/support/campaign-desk.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { aSubmission, campaignId, form, inspector, org, store, unitId } from '../../test/support/scenario.ts'
import { findCampaignUnit, listCampaigns, listCampaignUnits } from '../store/campaigns.ts'

const m = campaignMessages.en
const titleOf = (one: Problem) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

let api: TestApi
let now: string
beforeEach(async () => {
  now = testNow
  api = testApi({ now: () => now })
  await store(api.table)
})

const { see, send, prepared, verbs, step, newDraft, wholeDraft, openIt } = campaignDesk(() => api)

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
    expect(await pageText(late)).toContain(m.step.numberWithin(-366, 366))
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

test('the list shows the campaigns that one manages, by state', async () => {
  const id = await newDraft()
  const text = await pageText(await see(path.campaigns()))
  expect(text).toMatch(/In preparation.*Survey of 2013.*Open.*Cell survey/)
  expect(await pageText(await see(path.campaigns('draft')))).not.toContain('Cell survey')
  expect(await pageText(await see(path.campaigns('closed')))).toContain(m.noneIn('closed'))
  expect(await (await see(path.campaigns())).text()).toContain(`href="/campaigns/${id}/steps/check"`)
})
