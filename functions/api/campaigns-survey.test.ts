// Member surveys in the steps of a campaign, over HTTP: chosen, checked, forecast, opened, followed and copied.

import { beforeEach, describe, expect, test } from 'vitest'
import { wholeCampaign } from '../../shared/campaign/prepared.ts'
import { asId, CampaignId } from '../../shared/ids.ts'
import { campaignMessages } from '../../shared/messages/campaigns.ts'
import { path } from '../../shared/paths.ts'
import type { AnsweringWay } from '../../shared/survey/survey.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { about, campaignDesk, periods, statusAndWay, units } from '../../test/support/campaign-desk.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { formVersion } from '../../test/support/forms.ts'
import { form, leader, office, org, period, store, unitId } from '../../test/support/scenario.ts'
import { invite, openDoor } from '../invite.ts'
import { findCampaign, listCampaignUnits } from '../store/campaigns.ts'
import { publishForm } from '../store/form-library.ts'
import { noteAnswered } from '../store/invitations.ts'
import { findPrepared } from '../store/prepared-campaigns.ts'
import { hashOf } from '../store/tokens.ts'

const m = campaignMessages.en

let api: TestApi
beforeEach(async () => {
  api = testApi({ now: () => testNow })
  await store(api.table)
})

const { see, prepared, step, newDraft, openIt } = campaignDesk(() => api)
const checkOf = async (id: CampaignId) => pageText(await see(path.campaignStep(id, 'check')))

/** A draft of a survey; `way` undefined: not chosen yet. */
async function surveyDraft(way?: AnsweringWay, more: Record<string, string> = {}): Promise<CampaignId> {
  const id = await newDraft({ ...about, kind: 'member-survey' })
  await step(id, 'form', { form: `${form.formId} 1` })
  await step(id, 'units', units)
  await step(id, 'periods', periods)
  if (way) await step(id, 'answering', { way, ...more })
  return id
}

/** Invites people the way that the office's pages do; their tokens. */
async function inviteTo(id: CampaignId, counts: Readonly<Record<string, number>>, way: AnsweringWay = 'anonymous') {
  const found = await findPrepared(api.table, org, id)
  const campaign = found && wholeCampaign(found.campaign)
  const door = campaign && (await openDoor(api.deps, { campaign, version: found.version }))
  if (!door) throw new Error('The draft lacks nothing')
  const round = way === 'anonymous' ? period : 'all'
  const invitees = Object.entries(counts).flatMap(([unit, count]) =>
    Array.from({ length: count }, () => ({ unitId: unitId(unit) })),
  )
  return { round, handedOut: await invite(api.deps, { campaign, round, door }, invitees) } as const
}

describe('how members answer', () => {
  test('is chosen in a step of its own, with one sentence each, and counts every answer', async () => {
    const id = await surveyDraft()
    const page = await pageText(await see(path.campaignStep(id, 'answering')))
    for (const { name, note } of Object.values(m.step.survey.ways)) {
      expect(page).toContain(name)
      expect(page).toContain(note)
    }
    expect(await checkOf(id)).toContain(m.check.items.way.not)
    expect((await step(id, 'answering', {})).status).toBe(422)
    expect(statusAndWay(await step(id, 'answering', { way: 'anonymous', breakdowns: 'minutes' }))).toEqual([
      303,
      // Groups are all that is shown: no indicators to choose.
      path.campaignStep(id, 'more'),
    ])
    expect(await prepared(id)).toMatchObject({
      ...{ countingRule: 'many', figures: 'submitted' },
      survey: { way: 'anonymous', breakdowns: ['minutes'] },
    })
    expect(await listCampaignUnits(api.table, id)).toEqual([])
  })

  test('a limit is for open links alone, and must be a number', async () => {
    const id = await surveyDraft('open', { limit: '300' })
    expect((await prepared(id))?.survey).toEqual({ way: 'open', breakdowns: [], limit: 300 })
    expect((await step(id, 'answering', { way: 'open', limit: 'many' })).status).toBe(422)
    await step(id, 'answering', { way: 'named', limit: '300' })
    expect((await prepared(id))?.survey).toEqual({ way: 'named', breakdowns: [] })
  })

  test('under a name the cell may score a group of the form: then only what is confirmed counts, and units are written', async () => {
    const sheets = {
      survey: `
        type | name | label
        text | pledge | Pledge
        begin group | marks | Marks
        integer | points | Points
        end group | |`,
      choices: 'list_name | name | label',
    }
    const scored = formVersion('scored', sheets)
    await publishForm(api.table, {
      ...{ organisationId: org, formId: scored.formId, form: scored.form },
      by: null,
      at: testNow,
    })
    const id = await surveyDraft()
    await step(id, 'form', { form: 'scored 1' })
    const unknown = await step(id, 'answering', { way: 'named', scoring: 'pledge' })
    expect([unknown.status, await pageText(unknown)]).toEqual([
      422,
      expect.stringContaining(m.step.faults['scoring-unknown']),
    ])
    expect((await step(id, 'answering', { way: 'named', scoring: 'marks' })).status).toBe(303)
    expect(await prepared(id)).toMatchObject({ figures: 'accepted', survey: { way: 'named', scoring: 'marks' } })
    expect((await listCampaignUnits(api.table, id)).length).toBeGreaterThan(0)
    const items = m.check.items.scoring
    expect(await checkOf(id)).toContain(items.done)
    await step(id, 'about', { ...about, kind: 'member-survey', titleVi: 'Tên khác' })
    expect((await prepared(id))?.figures).toBe('accepted')
    await step(id, 'form', { form: `${form.formId} 1` })
    expect(await checkOf(id)).toContain(items.not)
    // What only named surveys have goes with the way.
    await step(id, 'form', { form: 'scored 1' })
    await step(id, 'answering', { way: 'anonymous' })
    expect(await prepared(id)).toMatchObject({ figures: 'submitted', survey: { way: 'anonymous', breakdowns: [] } })
    expect((await prepared(id))?.survey).not.toHaveProperty('scoring')
    expect(await listCampaignUnits(api.table, id)).toEqual([])
  })

  test('results are broken down by three questions of the form at most', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((name) => `select_one yn | ${name} | ${name}`).join('\n')
    const four = formVersion('four', {
      survey: `type | name | label::Tiếng Việt (vi)\n${rows}\ntext | note | Ý kiến`,
      choices: 'list_name | name | label::Tiếng Việt (vi)\nyn | yes | Có\nyn | no | Không',
    })
    await publishForm(api.table, { organisationId: org, formId: four.formId, form: four.form, by: null, at: testNow })
    const id = await surveyDraft()
    await step(id, 'form', { form: 'four 1' })
    const tick = async (keys: string[]) => {
      const address = path.campaignStep(id, 'answering')
      const html = await (await see(address)).text()
      const body = new URLSearchParams([
        ['version', hiddenField(html, 'version')],
        ['was', hiddenField(html, 'was').replaceAll('&amp;', '&')],
        ['way', 'anonymous'],
        ...keys.map((key) => ['breakdowns', key]),
      ])
      return api.request(address, { method: 'POST', body, as: office })
    }
    const refused = await tick(['a', 'b', 'c', 'd'])
    expect([refused.status, await pageText(refused)]).toEqual([
      422,
      expect.stringContaining(m.step.faults['too-many-breakdowns']),
    ])
    // What the form doesn't offer is no break-down.
    expect((await tick(['a', 'c', 'note', 'none'])).status).toBe(303)
    expect((await prepared(id))?.survey?.breakdowns).toEqual(['a', 'c'])
    await step(id, 'form', { form: `${form.formId} 1` })
    expect((await prepared(id))?.survey?.breakdowns).toEqual([])
  })

  test('can’t change once somebody is invited, and neither can the kind', async () => {
    const id = await surveyDraft('anonymous')
    await inviteTo(id, { 'cell-1': 12 })
    expect(await pageText(await see(path.campaignStep(id, 'answering')))).toContain(m.step.survey.wayFixed)
    await step(id, 'answering', { way: 'named', breakdowns: 'minutes' })
    expect((await prepared(id))?.survey).toMatchObject({ way: 'anonymous', breakdowns: ['minutes'] })
    const kind = await step(id, 'about', about)
    expect([kind.status, await pageText(kind)]).toEqual([422, expect.stringContaining(m.step.faults['people-invited'])])
  })

  test('goes with the kind of the campaign, and so do the units that are written', async () => {
    const id = await surveyDraft('named')
    await step(id, 'about', about)
    expect((await prepared(id))?.survey).toBeUndefined()
    await step(id, 'units', units)
    expect(await listCampaignUnits(api.table, id)).toHaveLength(3)
    await step(id, 'about', { ...about, kind: 'member-survey' })
    await step(id, 'units', units)
    expect(await listCampaignUnits(api.table, id)).toEqual([])
  })
})

describe('before it opens', () => {
  test('the list names the question that the form can’t ask, and why', async () => {
    const bad = formVersion('bad', {
      survey: `
        type | name | label::Tiếng Việt (vi) | label::English (en) | calculation
        image | proof | Ảnh chụp | A photograph |
        deviceid | phone | | |
        calculate | stamp | | | now()`,
    })
    await publishForm(api.table, { organisationId: org, formId: bad.formId, form: bad.form, by: null, at: testNow })
    const id = await surveyDraft('anonymous')
    await step(id, 'form', { form: 'bad 1' })
    const anonymous = await checkOf(id)
    for (const [question, reason, what] of [
      ['A photograph', 'attachment', 'image'],
      ['phone', 'about', 'deviceid'],
      ['stamp', 'chance', 'now()'],
    ] as const)
      expect(anonymous).toContain(m.survey.misfit(question, reason, what))
    expect((await openIt(id)).status).toBe(409)
    await step(id, 'answering', { way: 'named' })
    const named = await checkOf(id)
    expect(named).toContain(m.survey.misfit('A photograph', 'attachment', 'image'))
    expect(named).not.toContain('deviceid')
  })

  test('an anonymous survey needs a close and people, and tells how anonymous they would be', async () => {
    const id = await surveyDraft('anonymous')
    await step(id, 'periods', { ...periods, closesBy: 'hand' })
    const before = await checkOf(id)
    for (const key of ['survey-closes', 'invited'] as const) expect(before).toContain(m.check.items[key].not)
    expect(before).toContain(m.survey.forecast.notYet)
    expect((await openIt(id)).status).toBe(409)
    await step(id, 'periods', periods)
    expect((await prepared(id))?.periods[0]?.graceDays).toBe(0)
    await inviteTo(id, { 'cell-1': 12, 'cell-2': 3 })
    const whole = await checkOf(id)
    expect(whole).toContain(m.check.items.invited.done)
    expect(whole).toContain(m.survey.forecast.fineWhole)
    expect(whole).toMatch(/People invited\s*15/)
    expect(statusAndWay(await openIt(id))).toEqual([303, path.campaign(id)])
    expect(await prepared(id)).toMatchObject({ state: 'open' })
  })

  test('the forecast follows the break-down questions, before they are stored', async () => {
    const id = await surveyDraft('anonymous')
    await inviteTo(id, { 'cell-1': 12, 'cell-2': 3 })
    const looked = await api.postForm(
      path.campaignLook(id, 'answering'),
      { way: 'anonymous', breakdowns: 'minutes' },
      office,
    )
    // The 15 of two units make two places, of 12 and of 3: of two groups in each, only those of 12 are large enough.
    const text = await pageText(looked)
    expect(text).toContain(m.survey.forecast.groups)
    expect(text).toContain(m.survey.forecast.someAlone(1))
    expect((await prepared(id))?.survey?.breakdowns).toEqual([])
    await step(id, 'answering', { way: 'anonymous', breakdowns: 'minutes' })
    expect(await checkOf(id)).toContain(m.survey.forecast.someAlone(1))
  })

  test('a named survey needs people, an open one nobody', async () => {
    const named = await surveyDraft('named')
    expect((await openIt(named)).status).toBe(409)
    await inviteTo(named, { 'cell-1': 2 }, 'named')
    expect((await openIt(named)).status).toBe(303)
    const open = await newDraft({ ...about, kind: 'member-survey' })
    await step(open, 'form', { form: `${form.formId} 1` })
    await step(open, 'periods', periods)
    await step(open, 'answering', { way: 'open', limit: '300' })
    expect((await openIt(open)).status).toBe(303)
    const door = (await prepared(open))?.survey?.door
    const link = path.survey(door ?? '')
    expect((await api.request(link)).status).toBe(200)
  })
})

describe('once it is open', () => {
  async function opened(way: AnsweringWay) {
    const id = await surveyDraft(way)
    const invited = way === 'open' ? undefined : await inviteTo(id, { 'cell-1': 12 }, way)
    await openIt(id)
    for (const { token } of invited?.handedOut.slice(0, 3) ?? [])
      await noteAnswered(
        api.table,
        { campaignId: id, round: invited?.round ?? 'all', hash: hashOf(token) },
        period,
        way === 'anonymous',
      )
    return id
  }

  test('its page tells the rate, and leads to invitations and results, to nothing that surveys don’t have', async () => {
    const id = await opened('anonymous')
    const html = await (await see(path.campaign(id))).text()
    expect(html).toContain(m.survey.overview.answered(3, 12, '25.0%'))
    for (const href of [path.invitations(id), path.surveyResults(id, period)]) expect(html).toContain(`href="${href}"`)
    for (const href of [
      path.campaignProgress(id, period),
      path.assignments(id, period),
      path.reminders(id, period),
      path.campaignUnits(id),
      path.campaignAnswers(id),
      path.board(id, {}),
    ])
      expect(html).not.toContain(`href="${href}`)
  })

  test('an open one shows its link, and the code to scan', async () => {
    const id = await opened('open')
    const html = await (await see(path.campaign(id))).text()
    const door = (await prepared(id))?.survey?.door ?? ''
    expect(html).toContain(`${api.deps.publicUrl}${path.survey(door)}`)
    expect(html).toContain('<svg class="qr"')
    expect(html).toContain(m.survey.overview.taken(0))
    await step(id, 'answering', { limit: '40' })
    expect((await prepared(id))?.survey).toMatchObject({ way: 'open', limit: 40 })
  })

  test('lists tell its rate alone, and progress by unit is nobody’s to see', async () => {
    const id = await opened('anonymous')
    expect(await pageText(await see(path.campaigns()))).toContain(m.survey.overview.answered(3, 12, '25.0%'))
    const progress = await (await api.request(path.progress(), { as: leader })).text()
    expect(progress).toContain(`href="${path.surveyResults(id, period)}"`)
    expect(progress).not.toContain(path.board(id, {}))
    for (const address of [path.campaignProgress(id, period), path.api.progress(id, period)])
      expect((await api.request(address, { as: leader })).status).toBe(404)
  })

  test('its copy keeps how members answer, and gives out links of its own', async () => {
    const id = await opened('open')
    const address = path.campaignChange(id, 'copy')
    const answer = await api.postForm(
      address,
      { version: hiddenField(await (await see(address)).text(), 'version') },
      office,
    )
    const [, copy = ''] = /campaigns\/([\w-]+)\//.exec(answer.headers.get('location') ?? '') ?? []
    const made = (await findCampaign(api.table, org, asId(CampaignId, copy)))?.campaign
    expect(made).toMatchObject({
      state: 'draft',
      survey: { way: 'open', breakdowns: [] },
      scope: { from: { top: 'bloc' } },
    })
    expect(made?.survey?.door).toBeUndefined()
  })
})
