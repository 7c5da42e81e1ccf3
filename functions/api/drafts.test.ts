// Drafts over HTTP: kept, gone on with, discarded, and what became of the response meanwhile.

import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { formVersion } from '../../test/support/forms.ts'
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
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { findDraft, listDrafts, mostDrafts, saveDraft } from '../store/drafts.ts'
import { insertFormVersion } from '../store/forms.ts'
import { insertRevision, listRevisions, readBucket } from '../store/responses.ts'

const cell = unitId('cell-1')
const bucket = { campaignId, periodId: period, unitId: cell, shard: 0 }
const once = aCampaign({ countingRule: 'one-per-unit' })
const place = (unit: typeof cell, person: Person) => ({
  organisationId: org,
  personId: person.id,
  campaignId,
  periodId: period,
  unitId: unit,
})

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
const typed = { 'q.meetings': '11', 'q.hours': '1,5', 'q.minutes': 'no', 'q.note': 'Theo phiếu giấy' }

describe('a draft', () => {
  const page = path.form(campaignId, period, cell)
  const save = (fields: Record<string, string> = {}, as: Person = inspector, to = page) =>
    api.postForm(
      to,
      { id: responseId(7), formVersion: '1', startedAt: testNow, typedIn: 'vi', action: 'save', ...typed, ...fields },
      as,
    )
  const kept = (as: Person = inspector) => findDraft(api.table, place(cell, as), testNow)

  test('keeps what was typed, also what is wrong with it, and goes on with it under the same id', async () => {
    const saved = await save({ 'q.meetings': 'mười một' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, path.visits('draft')])
    expect(await pageText(await api.request('/visits', { as: inspector }))).toContain('Draft, kept at')
    const html = await (await api.request(page, { as: inspector })).text()
    for (const one of ['mười một', 'Theo phiếu giấy', responseId(7), 'value="1.5"']) expect(html).toContain(one)
    expect(hiddenField(html, 'draft')).toBe('1')
    expect(await stored()).toEqual([])
    const sent = await save({ draft: '1', action: 'send' })
    expect(sent.status).toBe(303)
    expect(await stored()).toHaveLength(1)
    expect(await kept()).toBeUndefined()
  })

  test('is nobody else’s', async () => {
    await save()
    const others = await (await api.request(page, { as: riverInspector })).text()
    expect(others).not.toContain('Theo phiếu giấy')
    await api.postForm(path.discardDraft(campaignId, period, cell), {}, riverInspector)
    expect(await kept()).toBeDefined()
  })

  test('is discarded after it was asked for', async () => {
    await save()
    const discard = path.discardDraft(campaignId, period, cell)
    expect(await pageText(await api.request(discard, { as: inspector }))).toContain('Discard this draft?')
    expect(await kept()).toBeDefined()
    expect((await api.postForm(discard, {}, inspector)).headers.get('location')).toBe(path.visits('draft-discarded'))
    expect(await kept()).toBeUndefined()
    expect((await api.request(discard, { as: inspector })).status).toBe(302)
  })

  test('kept from two windows: the second says so, keeps what is typed, and replaces the other when pressed again', async () => {
    await save()
    const second = await save({ 'q.note': 'Cửa sổ kia' })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(html).toContain('Cửa sổ kia')
    expect(Object.fromEntries((await kept())?.fields ?? [])['q.note']).toBe('Theo phiếu giấy')
    expect((await save({ 'q.note': 'Cửa sổ kia', draft: hiddenField(html, 'draft') })).status).toBe(303)
    expect(Object.fromEntries((await kept())?.fields ?? [])['q.note']).toBe('Cửa sổ kia')
    expect((await save({ draft: 'x' })).status).toBe(409)
  })

  test('survives a new version of the form', async () => {
    await save()
    const next = formVersion(form.formId, { survey: 'type | name | label\ninteger | other | Other' }, 2)
    await insertFormVersion(api.table, org, next)
    await change({ form: { formId: form.formId, version: 2 }, earlierVersions: [1] })
    const html = await (await api.request(page, { as: inspector })).text()
    expect(hiddenField(html, 'formVersion')).toBe('1')
    expect(html).toContain('Theo phiếu giấy')
    expect((await save({ draft: '1', action: 'send' })).status).toBe(303)
    expect(await stored()).toMatchObject([{ formVersion: 1 }])
  })

  test('of a change goes on where it was, and says what became of the response meanwhile', async () => {
    await api.postJson('/api/responses', aSubmission(), inspector)
    const edit = path.editResponse(campaignId, period, cell, responseId(1))
    expect((await save({ id: responseId(1), editing: '1' }, inspector, edit)).status).toBe(303)
    expect((await api.request(page, { as: inspector })).headers.get('location')).toBe(edit)
    expect(await (await api.request(edit, { as: inspector })).text()).toContain('Theo phiếu giấy')
    const [first] = await stored()
    if (!first) throw new Error('nothing is stored')
    await insertRevision(api.table, bucket, {
      ...first,
      revision: 2,
      by: office.id,
      step: { kind: 'returned', at: unitId('bloc'), reason: 'Thiếu' },
      answers: new Map([...first.answers, ['meetings', 9]]),
    })
    const html = await (await api.request(edit, { as: inspector })).text()
    expect(html).toContain('Theo phiếu giấy')
    expect(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('Meetings Before 12 Newer version 9')
    const sent = await save({ id: responseId(1), editing: '2', draft: '1', action: 'send' }, inspector, edit)
    expect(sent.status).toBe(303)
    expect(await listRevisions(api.table, bucket, responseId(1))).toHaveLength(3)
    expect(await kept()).toBeUndefined()
  })

  test('lasts 90 days from its last saving; one that has expired is as if it were not there', async () => {
    const at = (day: string) => `2013-${day}T00:00:00.000Z`
    const draft = { fields: [['q.a', 'x']] as const, responseId: responseId(1) }
    await saveDraft(api.table, place(cell, inspector), draft, { now: at('01-01'), expected: 0 })
    expect(await findDraft(api.table, place(cell, inspector), at('03-31'))).toBeDefined()
    expect(await findDraft(api.table, place(cell, inspector), at('04-02'))).toBeUndefined()
    expect(await listDrafts(api.table, place(cell, inspector), at('04-02'))).toEqual([])
    const again = await saveDraft(api.table, place(cell, inspector), draft, { now: at('04-02'), expected: 0 })
    expect(again.outcome).toBe('saved')
    expect(await findDraft(api.table, place(cell, inspector), at('06-30'))).toBeDefined()
  })

  test('is small enough for an item, and of a number that a list can hold', async () => {
    const digest = (n: number) => createHash('sha256').update(String(n)).digest('base64')
    const unpackable = Array.from({ length: 10_000 }, (_, n) => digest(n)).join('')
    const large = { fields: [['q.a', unpackable]] as const, responseId: responseId(1) }
    const put = (unit: string, draft: Parameters<typeof saveDraft>[2]) =>
      saveDraft(api.table, place(unitId(unit), inspector), draft, { now: testNow, expected: 0 })
    expect((await put('a', large)).outcome).toBe('too-large')
    const small = { fields: [] as const, responseId: responseId(1) }
    for (let n = 0; n < mostDrafts; n += 1) expect((await put(`u${n}`, small)).outcome).toBe('saved')
    expect((await put('one-more', small)).outcome).toBe('too-many')
    expect((await save()).status).toBe(409)
    // One that is there already can still be kept anew.
    const again = await saveDraft(api.table, place(unitId('u1'), inspector), small, { now: testNow, expected: 1 })
    expect(again.outcome).toBe('saved')
  })
})
