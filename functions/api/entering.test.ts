// A stored response changed by those who answer and corrected by the office, over HTTP.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import type { Step } from '../../shared/response/step.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { formVersion } from '../../test/support/forms.ts'
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
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { insertFormVersion } from '../store/forms.ts'
import { insertRevision, listRevisions, type StoredRevision } from '../store/responses.ts'

const cell = unitId('cell-1')
const id = responseId(1)
const edit = path.editResponse(campaignId, period, cell, id)
const correct = path.correctResponse(campaignId, period, cell, id)
const receipt = path.receipt(campaignId, period, cell, id)
const bucket = { campaignId, periodId: period, unitId: cell, shard: 0 }
const once = aCampaign({ countingRule: 'one-per-unit' })
const opensAt = '2013-01-01T00:00:00.000Z'
const closed = { id: period, opensAt, closesAt: '2013-02-20T00:00:00.000Z', graceDays: 2 }

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table, once)
  await api.postJson('/api/responses', aSubmission(), inspector)
})

const stored = () => listRevisions(api.table, bucket, id)
const latest = async (): Promise<StoredRevision> => {
  const last = (await stored()).at(-1)
  if (!last) throw new Error('nothing is stored')
  return last
}

/** What somebody else does to the response. */
async function happens(step: Step, changes: Partial<StoredRevision> = {}) {
  const last = await latest()
  const next = { ...last, revision: last.revision + 1, step, by: office.id, ...changes }
  expect(await insertRevision(api.table, bucket, next)).toBe(true)
}

async function change(changes: Partial<Campaign>) {
  const found = await findCampaign(api.table, org, campaignId)
  if (!found) throw new Error('no campaign')
  await saveCampaign(api.table, { ...found.campaign, ...changes }, found.version)
}

const typed = { 'q.meetings': '11', 'q.hours': '1,5', 'q.minutes': 'no', 'q.note': 'Đã sửa' }
const send = (revision: number, fields: Record<string, string> = {}, as: Person = inspector, to = edit) =>
  api.postForm(to, { id, formVersion: '1', typedIn: 'vi', editing: String(revision), ...typed, ...fields }, as)
const verbs = async () => (await readAudit(api.table, org, '2013-03', { limit: 50 })).entries.map(({ verb }) => verb)

describe('by those who answer', () => {
  test('the form comes filled in, and what is sent is the next revision under the same id', async () => {
    const html = await (await api.request(edit, { as: inspector })).text()
    expect(html).toContain('value="12"')
    expect(html).toContain('Sinh hoạt đúng định kỳ')
    expect([hiddenField(html, 'id'), hiddenField(html, 'editing')]).toEqual([id, '1'])
    const sent = await send(1)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, receipt])
    expect(await stored()).toMatchObject([
      { revision: 1 },
      { revision: 2, by: inspector.id, standing: 'on-time', step: { kind: 'sent' } },
    ])
    expect(Object.fromEntries((await latest()).answers)).toMatchObject({ meetings: 11, hours: '1.5', note: 'Đã sửa' })
    const rules = foldRules({ form, indicators: once.indicators, countingRule: 'one-per-unit', figures: 'submitted' })
    const { summaries } = await readPeriodSummaries(api.table, rules, { campaignId, periodId: period })
    expect(summaries.get(cell)).toMatchObject({ responses: 1, uncounted: 0 })
    expect(await verbs()).toEqual([])
  })

  test('a retry changes nothing, also after it was accepted', async () => {
    await send(1)
    await happens({ kind: 'accepted', at: unitId('bloc'), isFinal: true })
    expect((await send(1)).status).toBe(303)
    expect(await stored()).toHaveLength(3)
  })

  test('a fault shows the form again with what was typed, and stores nothing', async () => {
    const shown = await send(1, { 'q.meetings': 'mười hai' })
    const html = await shown.text()
    expect(shown.status).toBe(422)
    expect(html).toContain('mười hai')
    expect(hiddenField(html, 'editing')).toBe('1')
    expect(await stored()).toHaveLength(1)
  })

  test('another person who answers for the unit goes on with it', async () => {
    expect((await send(1, {}, riverInspector)).status).toBe(303)
    expect(await latest()).toMatchObject({ revision: 2, by: riverInspector.id })
    // Its first sender reads it still.
    expect((await api.request(receipt, { as: inspector })).status).toBe(200)
  })

  test('where every response counts, nobody changes another person’s, nor hears of it', async () => {
    await change({ countingRule: 'many' })
    expect((await api.request(edit, { as: riverInspector })).status).toBe(404)
    expect((await send(1, {}, riverInspector)).status).toBe(404)
    expect((await send(1)).status).toBe(303)
  })

  test('what was returned is shown with the words, and comes again after the close, as in time as it was', async () => {
    await happens({ kind: 'returned', at: unitId('river'), reason: 'Thiếu <b>biên bản</b> quý I' })
    await change({ periods: [closed] })
    const page = await api.request(edit, { as: inspector })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Thiếu &lt;b&gt;biên bản&lt;/b&gt; quý I')
    expect((await send(2)).status).toBe(303)
    expect(await latest()).toMatchObject({ revision: 3, standing: 'on-time', step: { kind: 'sent' } })
    // It is sent, and the period is over.
    expect((await send(3)).status).toBe(409)
    const list = await pageText(await api.request('/visits', { as: inspector }))
    expect(list).not.toContain('Returned')
  })

  test('what was returned waits while the campaign is paused', async () => {
    await happens({ kind: 'returned', at: unitId('river'), reason: 'Thiếu' })
    await change({ state: 'paused', pausedAt: testNow })
    expect((await send(2)).status).toBe(409)
    expect(await stored()).toHaveLength(2)
  })

  test.each<[Step, Partial<StoredRevision>]>([
    [{ kind: 'accepted', at: unitId('river'), isFinal: false }, {}],
    [{ kind: 'corrected', reason: 'Nhầm', isFinal: false }, {}],
    [{ kind: 'withdrawn', reason: 'Trùng' }, { standing: 'withdrawn' }],
  ])('not after %j: said on the page, and over what was typed', async (step, changes) => {
    await happens(step, changes)
    expect((await api.request(edit, { as: inspector })).status).toBe(409)
    const late = await send(2)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Đã sửa')
    expect(await stored()).toHaveLength(2)
  })

  test('of two at once the second sees what the first changed, keeps what they typed, and then decides', async () => {
    await send(1, { 'q.meetings': '10' }, riverInspector)
    const second = await send(1, { 'q.note': 'Của người thứ hai' })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(html).toContain('Của người thứ hai')
    expect(html).toContain(riverInspector.name)
    expect(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('Meetings Before 12 Newer version 10')
    expect(hiddenField(html, 'editing')).toBe('2')
    expect((await send(2, { 'q.note': 'Của người thứ hai' })).status).toBe(303)
    expect(await latest()).toMatchObject({ revision: 3, by: inspector.id })
  })

  test('of two at once the second hears that it was accepted meanwhile', async () => {
    await happens({ kind: 'accepted', at: unitId('bloc'), isFinal: true })
    const late = await send(1)
    expect(late.status).toBe(409)
    expect(await pageText(late)).toContain('can no longer be changed')
  })

  test('it is finished on the version that it was begun with', async () => {
    await insertFormVersion(
      api.table,
      org,
      formVersion(form.formId, { survey: 'type | name | label\ninteger | other | Other' }, 2),
    )
    await change({ form: { formId: form.formId, version: 2 }, earlierVersions: [1] })
    const html = await (await api.request(edit, { as: inspector })).text()
    expect(hiddenField(html, 'formVersion')).toBe('1')
    expect((await send(1)).status).toBe(303)
    expect(await latest()).toMatchObject({ revision: 2, formVersion: 1 })
  })

  test.each(['0', '2', '-1', '1.5', 'x', ''])('a form made from revision "%s" is none', async (editing) => {
    expect((await send(1, { editing })).status).toBe(400)
  })

  test('programs can’t say what else a revision is, and can’t change what was decided', async () => {
    const body = { ...aSubmission({ revision: 2, answers: { meetings: 3 } }), step: { kind: 'corrected', reason: 'x' } }
    expect((await api.postJson('/api/responses', body, admin)).status).toBe(400)
    await happens({ kind: 'accepted', at: unitId('bloc'), isFinal: true })
    const next = aSubmission({ revision: 3, answers: { meetings: 3 } })
    expect(await (await api.postJson('/api/responses', next, inspector)).json()).toMatchObject({
      code: 'response.not-editable',
      why: 'decided',
    })
    // What a device finished before it could be sent is kept for the office, and takes nothing from what stands.
    const fromField = { ...next, finishedAt: '2013-02-01T00:00:00Z' }
    expect(await (await api.postJson('/api/responses', fromField, inspector)).json()).toMatchObject({
      receipt: { standing: 'quarantined' },
    })
  })
})

test('what was noted without asking stays what it was when others change the answers', async () => {
  const noting = formVersion('noting', {
    survey: `
      type | name | label
      username | who |
      today | day |
      text | note | Note`,
  })
  await insertFormVersion(api.table, org, noting)
  await change({ form: { formId: noting.formId, version: 1 } })
  const one = aSubmission({ id: responseId(2), unit: unitId('cell-2'), answers: { note: 'a' } })
  await api.postJson('/api/responses', one, inspector)
  const later = testApi({ table: api.table, now: () => '2013-03-09T00:00:00.000Z' })
  const to = path.editResponse(campaignId, period, unitId('cell-2'), responseId(2))
  const sent = await later.postForm(to, { formVersion: '1', editing: '1', 'q.note': 'b' }, riverInspector)
  expect(sent.status).toBe(303)
  const [, second] = await listRevisions(api.table, { ...bucket, unitId: unitId('cell-2') }, responseId(2))
  expect(Object.fromEntries(second?.answers ?? [])).toEqual({ who: inspector.email, day: '2013-03-01', note: 'b' })
})

describe('by the office', () => {
  const sendCorrection = (revision: number, fields: Record<string, string> = {}, as: Person = office) =>
    send(revision, { reason: 'Ghi nhầm cột', ...fields }, as, correct)

  test('whoever may correct is led on to it', async () => {
    expect((await api.request(edit, { as: office })).headers.get('location')).toBe(correct)
    expect((await api.request(edit, { as: leader })).status).toBe(403)
    expect((await api.request(correct, { as: leader })).status).toBe(403)
    expect((await sendCorrection(1, {}, leader)).status).toBe(403)
    expect((await sendCorrection(1, {}, inspector)).status).toBe(403)
  })

  test('a correction has a reason, and is in the audit log once it is made', async () => {
    const without = await sendCorrection(1, { reason: '  ' })
    const html = await without.text()
    expect(without.status).toBe(422)
    expect(html).toContain('href="#reason"')
    expect(html).toContain('Đã sửa')
    await sendCorrection(1, { action: 'refresh' })
    await sendCorrection(1, { language: 'en' })
    expect([await verbs(), (await stored()).length]).toEqual([[], 1])
    expect((await sendCorrection(1)).status).toBe(303)
    expect((await sendCorrection(1)).status).toBe(303)
    const step = { kind: 'corrected', reason: 'Ghi nhầm cột', isFinal: false }
    expect(await latest()).toMatchObject({ revision: 2, by: office.id, standing: 'on-time', step })
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 50 })
    expect(entries).toMatchObject([
      { verb: 'response.corrected', by: office.id, unitId: cell, details: 'Ghi nhầm cột', subject: correct },
    ])
  })

  test('what was accepted stays accepted, and what was late stays late, also long after the close', async () => {
    await happens({ kind: 'accepted', at: unitId('bloc'), isFinal: true }, { standing: 'late' })
    await change({ periods: [closed] })
    const much = testApi({ table: api.table, now: () => '2014-03-01T00:00:00.000Z' })
    const fields = { id, formVersion: '1', editing: '2', reason: 'Ghi nhầm', ...typed }
    expect((await much.postForm(correct, fields, office)).status).toBe(303)
    expect((await much.postForm(correct, fields, office)).status).toBe(303)
    expect(await stored()).toHaveLength(3)
    expect(await latest()).toMatchObject({ standing: 'late', step: { kind: 'corrected', isFinal: true } })
    expect((await much.postForm(correct, { ...fields, reason: 'Lý do khác' }, office)).status).toBe(409)
  })

  test('the same checks hold as for everybody', async () => {
    expect((await sendCorrection(1, { 'q.hours': '25' })).status).toBe(422)
    expect((await sendCorrection(1, { 'q.meetings': '' })).status).toBe(422)
    expect(await stored()).toHaveLength(1)
  })

  test('not what was withdrawn, nor what waits in quarantine', async () => {
    await happens({ kind: 'sent' }, { standing: 'quarantined' })
    expect((await api.request(correct, { as: office })).status).toBe(409)
    expect((await sendCorrection(2)).status).toBe(409)
    await happens({ kind: 'withdrawn', reason: 'x' }, { standing: 'withdrawn' })
    expect((await sendCorrection(3)).status).toBe(409)
    expect(await stored()).toHaveLength(3)
  })
})
