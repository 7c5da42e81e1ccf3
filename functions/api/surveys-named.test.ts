// A named survey's member: what was sent and how it stands, kept for another device, changed, returned and sent again; under
// the own link alone.

import { beforeEach, describe, expect, test } from 'vitest'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, PeriodId } from '../../shared/ids.ts'
import { surveyOwnMessages } from '../../shared/messages/survey-own.ts'
import { type Step, sentStep } from '../../shared/response/step.ts'
import { memberPersonId } from '../../shared/survey/member-id.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { formVersion } from '../../test/support/forms.ts'
import { campaignId, leader, unitId } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { insertRevision, readBucket, type StoredRevision } from '../store/responses.ts'
import { hashOf } from '../store/tokens.ts'

const m = surveyOwnMessages.en
const cell = unitId('cell-1')
const [january, february] = [asId(PeriodId, '2013-01'), asId(PeriodId, '2013-02')]
const periods = [
  { id: january, opensAt: '2013-01-01T00:00:00.000Z', closesAt: '2013-01-31T17:00:00.000Z', graceDays: 0 },
  { id: february, opensAt: '2013-02-01T00:00:00.000Z', closesAt: '2013-02-28T17:00:00.000Z', graceDays: 0 },
]

const monthly = formVersion('cell-form', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | default | calculation
    text | pledge | Việc đăng ký | Pledge | yes | \${last-saved#pledge} |
    integer | done | Số việc đã làm | Done | yes | |
    calculate | total | Cộng dồn | So far | | | coalesce(\${last-saved#total}, 0) + \${done}
    begin group | marks | Chi bộ chấm | Marks of the cell | | |
    integer | points | Điểm | Points | yes | |
    end group | | | | | |`,
  choices: 'list_name | name | label',
  settings: `
    form_title | default_language
    Báo cáo tháng | Tiếng Việt (vi)`,
})

let now: string
let api: TestApi
let links: string[]
let hashes: string[]
beforeEach(async () => {
  now = '2013-01-10T00:00:00.000Z'
  api = testApi({ now: () => now })
  const scene = await surveyScene(api, {
    ...{ way: 'named', invited: { 'cell-1': 3 }, form: monthly, scoring: 'marks', figures: 'accepted', periods },
  })
  links = scene.links
  hashes = scene.handedOut.map(({ token }) => hashOf(token))
})

const [mine, other] = [() => links[0] ?? '', () => links[1] ?? '']
const get = async (address: string) => (await api.request(address)).text()
const typed = { 'q.pledge': 'Trồng cây', 'q.done': '2' }

/** What a browser sends without script: the page's own fields, and what was typed. */
async function post(address: string, more: Record<string, string> = {}, page?: string) {
  const shown = page ?? (await get(address))
  const own = ['id', 'formVersion', 'startedAt', 'hiddenThen', 'typedIn', 'editing', 'draft']
  const fields = own.flatMap((name): [string, string][] => {
    const value = hiddenField(shown, name)
    return value === undefined ? [] : [[name, value]]
  })
  return api.postForm(address, { ...Object.fromEntries(fields), ...typed, action: 'send', ...more })
}

const stored = async (period = january): Promise<StoredRevision[]> => {
  const all = await readBucket(api.table, { campaignId, periodId: period, unitId: cell, shard: 0 })
  return all.filter(({ by }) => by === memberPersonId({ hash: hashes[0] ?? '' }) || by === leader.id)
}

/** What the cell or its secretary does to the member's answer. */
async function happens(step: Step, answers: [string, number][] = [], period = january) {
  const last = (await stored(period)).at(-1)
  if (!last) throw new Error('nothing is stored')
  const bucket = bucketFor(campaignId, period, enterUnit(cell, 1), last.id)
  const next = { ...last, revision: last.revision + 1, step, by: leader.id, receivedAt: now }
  const all = new Map([...last.answers, ...answers])
  expect(await insertRevision(api.table, bucket, { ...next, answers: all })).toBe(true)
}
const scored: Step = { kind: 'scored', at: cell }
const accepted: Step = { kind: 'accepted', at: unitId('bloc'), isFinal: true }
const returned: Step = { kind: 'returned', at: cell, reason: 'Xin ghi rõ số việc' }

describe('a named survey', () => {
  test('the page says whose it is and that its link is a key; what the cell fills in is not asked', async () => {
    const html = await get(mine())
    for (const said of [m.key, 'Người cell-1 1', m.save]) expect(html).toContain(said)
    expect(html).toMatch(/data-place="marks"[^>]*hidden/)
    const sent = await post(mine(), { 'q.points': '99' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${mine()}?sent=yes`])
    const [one] = await stored()
    expect(Object.fromEntries(one?.answers ?? [])).toEqual({ pledge: 'Trồng cây', done: 2, total: '2' })
    expect(one).toMatchObject({ revision: 1, step: sentStep, standing: 'on-time', receivedAt: now })
    const after = await get(`${mine()}?sent=yes`)
    for (const said of [m.sentNow, m.states.sent, 'data-sent="yes"']) expect(after).toContain(said)
    expect(await get(mine())).not.toContain('data-sent')
  })

  test('parallel sends are one answer; a second device is led to what was sent', async () => {
    const page = await get(mine())
    const all = await Promise.all(Array.from({ length: 50 }, () => post(mine(), {}, page)))
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([303]))
    const second = await post(mine(), { 'q.done': '9' }, page)
    expect([second.status, second.headers.get('location')]).toEqual([303, mine()])
    expect(await stored()).toHaveLength(1)
    expect((await stored())[0]?.answers.get('done')).toBe(2)
  })

  test('what was kept is there on another device, without script, until it is sent', async () => {
    const kept = await post(mine(), { 'q.done': '7', action: 'save' })
    expect([kept.status, kept.headers.get('location')]).toEqual([303, mine()])
    expect(await stored()).toEqual([])
    const elsewhere = await get(mine())
    expect(elsewhere).toContain('value="7"')
    expect(elsewhere).toContain('It has not been sent')
    expect(await get(other())).not.toContain('value="7"')
    // The first device keeps its own page: what the second kept is not overwritten unseen.
    expect((await post(mine(), { 'q.done': '8', action: 'save' }, elsewhere)).status).toBe(303)
    const stale = await post(mine(), { 'q.done': '6', action: 'save' }, elsewhere)
    expect(stale.status).toBe(409)
    expect(await get(mine())).toContain('value="8"')
    expect((await post(mine())).status).toBe(303)
    const edit = await get(`${mine()}/own/${january}/edit`)
    expect(edit).not.toContain('value="8"')
    expect(edit).not.toContain('It has not been sent')
  })

  test('what was kept is discarded by its button, which says what is lost; what was sent stays', async () => {
    await post(mine(), { 'q.done': '7', action: 'save' })
    const page = await get(mine())
    for (const said of [m.discard.lead, m.discard.button]) expect(page).toContain(said)
    const discarded = await api.postForm(mine(), { action: 'discard' })
    expect([discarded.status, discarded.headers.get('location')]).toEqual([303, mine()])
    const blank = await get(mine())
    expect(blank).not.toContain('value="7"')
    expect(blank).not.toContain(m.discard.button)

    await post(mine())
    const edit = `${mine()}/own/${january}/edit`
    await post(edit, { 'q.done': '9', action: 'save' })
    expect(await get(edit)).toContain('value="9"')
    expect((await api.postForm(edit, { action: 'discard' })).headers.get('location')).toBe(edit)
    expect(await get(edit)).toContain('value="2"')
    expect((await stored()).map(({ revision }) => revision)).toEqual([1])
  })

  test('an own answer is changed while the period is open, never over what another device sent unseen', async () => {
    await post(mine())
    const edit = `${mine()}/own/${january}/edit`
    const page = await get(edit)
    expect(page).toContain('value="Trồng cây"')
    expect((await post(edit, { 'q.done': '3' }, page)).status).toBe(303)
    expect((await post(edit, { 'q.done': '3' }, page)).status).toBe(303)
    expect(await stored()).toHaveLength(2)
    const late = await post(edit, { 'q.done': '4' }, page)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('value="4"')
    expect((await stored()).map(({ answers }) => answers.get('done'))).toEqual([2, 3])
  })

  test('scored it can not be changed; the scores are read once they are confirmed', async () => {
    await post(mine())
    await happens(scored, [['points', 88]])
    const [read, edit] = [`${mine()}/own/${january}`, `${mine()}/own/${january}/edit`]
    const refused = await api.request(edit)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`href="${mine()}"`)
    const before = await get(read)
    expect(before).toContain(m.states.scored)
    expect(before).not.toContain('88')
    expect(before).not.toContain('Marks of the cell')
    await happens(accepted)
    const after = await get(read)
    for (const said of [m.states.confirmed, '88', 'Marks of the cell']) expect(after).toContain(said)
    expect(await get(mine())).not.toContain('/edit')
  })

  test('returned it is sent again, after the close too, with the words of who returned it, and without scores', async () => {
    await post(mine())
    await happens(scored, [['points', 88]])
    await happens(returned)
    now = '2013-03-10T00:00:00.000Z'
    const page = await get(mine())
    for (const said of [m.states.returned, 'Xin ghi rõ số việc', 'closed']) expect(page).toContain(said)
    const edit = `${mine()}/own/${january}/edit`
    const form = await get(edit)
    expect(form).toContain('Xin ghi rõ số việc')
    expect(form).not.toContain('value="88"')
    expect((await post(edit, { 'q.done': '5' }, form)).status).toBe(303)
    const last = (await stored()).at(-1)
    expect(last).toMatchObject({ revision: 4, step: sentStep, standing: 'on-time' })
    expect(Object.fromEntries(last?.answers ?? [])).toEqual({ pledge: 'Trồng cây', done: 5, total: '5' })
    expect((await api.request(edit)).status).toBe(409)
  })

  test('the next month begins with the last one’s answers, and adds to them; its history stands below', async () => {
    await post(mine(), { 'q.pledge': 'Giữ sạch đường' })
    now = '2013-02-10T00:00:00.000Z'
    const page = await get(mine())
    expect(page).toContain('value="Giữ sạch đường"')
    expect(page).toContain('"lastSaved":{"pledge":"Giữ sạch đường","total":"2"}')
    expect(page).toContain(`${mine()}/own/${january}"`)
    expect(await get(other())).not.toContain('Giữ sạch đường')
    await post(mine(), { 'q.done': '3', 'q.total': '500' }, page)
    expect((await stored(february))[0]?.answers.get('total')).toBe('5')
    // What follows a change is worked out with the same month before it.
    await post(`${mine()}/own/${february}/edit`, { 'q.done': '4' })
    expect((await stored(february)).at(-1)?.answers.get('total')).toBe('6')
  })

  test('a link shows nothing of another member, and is told so in the same words as one that is unknown', async () => {
    await post(mine())
    for (const address of [`${other()}/own/${january}`, `${other()}/own/${january}/edit`, `${other()}/own/2013-04`])
      expect((await api.request(address)).status).toBe(404)
    const form = await pageText(await api.request(other()))
    expect(form).not.toContain('Người cell-1 1')
    expect(form).not.toContain('Trồng cây')
    const unknown = await api.request(`${mine().slice(0, -2)}xx/own/${january}`)
    expect([unknown.status, await unknown.text()].join(' ')).not.toContain('Trồng cây')
  })

  test('closed: who answered reads it, who did not is told so', async () => {
    await post(mine())
    now = '2013-03-10T00:00:00.000Z'
    expect((await api.request(other())).status).toBe(409)
    const page = await get(mine())
    expect(page).toContain(m.states.sent)
    expect(page).not.toContain('/edit')
    expect(
      (await post(`${mine()}/own/${january}/edit`, { editing: '1', formVersion: '1', 'q.done': '9' }, '')).status,
    ).toBe(409)
    expect(await stored()).toHaveLength(1)
  })
})

test('links of anonymous and open surveys have no own pages', async () => {
  for (const way of ['anonymous', 'open'] as const) {
    const its = testApi({ now: () => now })
    const { links: theirs } = await surveyScene(its, { way, invited: way === 'open' ? {} : { 'cell-1': 12 } })
    for (const rest of ['/own/2013-H1', '/own/2013-H1/edit'])
      expect((await its.request(`${theirs[0]}${rest}`)).status).toBe(404)
  }
})
