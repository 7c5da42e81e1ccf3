// Rehearsals of a move, and moves, over HTTP.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, FormId, PersonId } from '../../shared/ids.ts'
import { deskMessages } from '../../shared/messages/desk.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { exportXlsForm } from '../../shared/xlsform/export.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { deskOf, hiddenField, pageText, type Sheets } from '../../test/support/desk.ts'
import {
  aSubmission,
  campaignId,
  designer,
  form,
  inspector,
  org,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { insertPerson } from '../store/people.ts'

const visit = asId(FormId, 'visit')
const m = deskMessages.en
const titleOf = (one: Problem) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title

let api: TestApi
let desk: ReturnType<typeof deskOf>
beforeEach(async () => {
  api = testApi()
  desk = deskOf(api)
  await store(api.table)
})

describe('rehearsal and move', () => {
  /** The campaign's form without "meetings". */
  const changed = (): Sheets =>
    Object.fromEntries(
      exportXlsForm(form.form).map(({ name, rows }) => [name, rows.filter((row) => !row.includes('meetings'))]),
    )
  const address = path.rehearsal(form.formId, 2, campaignId)
  const rehearse = async () => (await desk.see(address)).text()
  const campaign = async () => (await findCampaign(api.table, org, campaignId))?.campaign

  beforeEach(async () => {
    await desk.publish(changed(), `${form.formId}.xlsx`)
    await api.postJson('/api/responses', aSubmission(), inspector)
  })

  test('says what would be orphaned, moves, and takes what was begun before', async () => {
    const html = await rehearse()
    expect(html).toContain(m.looked(1))
    expect(html).toContain(m.changes.plain.removed)
    expect(html).toContain(m.reportParts.achieved)
    const moved = await api.postForm(address, { digest: hiddenField(html, 'digest') }, designer)
    expect([moved.status, moved.headers.get('location')]).toEqual([303, path.formVersion(form.formId, 2)])
    expect(await campaign()).toMatchObject({ form: { version: 2 }, earlierVersions: [1] })
    const late = await api.postJson(
      '/api/responses',
      aSubmission({ id: responseId(2), unit: unitId('cell-2') }),
      inspector,
    )
    expect(late.status).toBe(201)
    const back = path.rehearsal(form.formId, 1, campaignId)
    const digest = hiddenField(await (await desk.see(back)).text(), 'digest')
    await api.postForm(back, { digest }, designer)
    expect(await campaign()).toMatchObject({ form: { version: 1 }, earlierVersions: [2] })
  })

  test('without the digest, or with one of before, nothing moves and the rehearsal is shown anew', async () => {
    const digest = hiddenField(await rehearse(), 'digest')
    await api.postForm(address, { digest }, designer)
    const other = path.rehearsal(form.formId, 1, campaignId)
    for (const fields of [{}, { digest: '' }, { digest }]) {
      const answer = await api.postForm(other, fields as Record<string, string>, designer)
      expect(answer.status).toBe(409)
      expect(await pageText(answer)).toContain(titleOf(problem.rehearsalOutdated()))
    }
    expect(await campaign()).toMatchObject({ form: { version: 2 }, earlierVersions: [1] })
  })

  test('the first answer that would be orphaned outdates a rehearsal, one more of many does not', async () => {
    const fresh = testApi()
    await store(fresh.table)
    api = fresh
    desk = deskOf(api)
    await desk.publish(changed(), `${form.formId}.xlsx`)
    const none = hiddenField(await rehearse(), 'digest')
    await api.postJson('/api/responses', aSubmission(), inspector)
    const one = hiddenField(await rehearse(), 'digest')
    await api.postJson('/api/responses', aSubmission({ id: responseId(2) }), inspector)
    expect(one).not.toBe(none)
    expect(hiddenField(await rehearse(), 'digest')).toBe(one)
    expect((await api.postForm(address, { digest: none }, designer)).status).toBe(409)
    expect((await api.postForm(address, { digest: one }, designer)).status).toBe(303)
  })

  test('a designer of a part sees the form and moves no campaign that asks others too', async () => {
    const part = {
      ...designer,
      id: asId(PersonId, 'part'),
      roles: [{ role: 'designer' as const, unitId: unitId('river') }],
    }
    await insertPerson(api.table, org, part)
    const page = await pageText(await api.request(path.formVersion(form.formId, 2), { as: part }))
    expect(page).toContain(m.notMovable)
    for (const answer of [await api.request(address, { as: part }), await api.postForm(address, {}, part)]) {
      expect(answer.status).toBe(403)
      expect(await pageText(answer)).toContain(titleOf(problem.unitNotYours()))
    }
  })

  test('a campaign that is closed asks what it asked: it is neither rehearsed nor moved, and no longer offered', async () => {
    const digest = hiddenField(await rehearse(), 'digest')
    const found = await findCampaign(api.table, org, campaignId)
    if (!found) throw new Error('No campaign')
    await saveCampaign(api.table, { ...found.campaign, state: 'closed' }, found.version)
    for (const answer of [await desk.see(address), await api.postForm(address, { digest }, designer)]) {
      expect(answer.status).toBe(409)
      expect(await pageText(answer)).toContain(titleOf(problem.campaignNotNow('closed')))
    }
    expect(await campaign()).toMatchObject({ form: { version: 1 } })
    expect(await (await desk.see(path.formVersion(form.formId, 2))).text()).not.toContain(address)
  })

  test('a campaign of another form has nothing to rehearse', async () => {
    await desk.publish({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'who', 'Name'],
      ],
    })
    expect((await desk.see(path.rehearsal(visit, 1, campaignId))).status).toBe(404)
  })
})
