// Actions over HTTP: from a visit's answers to what is confirmed, and what two people do at once.

import { beforeEach, describe, expect, test } from 'vitest'
import { mostFiles } from '../../shared/action/action.ts'
import type { MoveName } from '../../shared/action/lifecycle.ts'
import { png } from '../../shared/evidence/evidence-fixture.ts'
import { actionMessages } from '../../shared/messages/actions.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { actionDesk } from '../../test/support/action-desk.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  campaignId,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  raisingForm,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'

const m = actionMessages.en
const cell = unitId('cell-1')

let api: TestApi
let now: string
beforeEach(async () => {
  now = '2013-03-01T00:00:00.000Z'
  api = testApi({ now: () => now })
  await store(api.table, aCampaign(), 1, raisingForm)
})

const { visit, see, list, actionOf, move } = actionDesk(() => api)
const verbs = async () => (await readAudit(api.table, org, '2013-03', { limit: 20 })).entries.map(({ verb }) => verb)
const titleOf = (why: Parameters<typeof describeProblem>[0]) => describeProblem(why, 'en', 'Asia/Ho_Chi_Minh').title

describe('the life of an action', () => {
  beforeEach(async () => {
    await visit()
    await list()
  })

  test('its page says what was found, what is to be done, where it comes from and what happened', async () => {
    const { action } = await actionOf()
    const answer = await see(path.action(action), office)
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain(`href="${path.receipt(campaignId, period, cell, responseId(1))}"`)
    for (const part of ['Too few meetings', 'Meet every month', m.states.open, m.steps.raised, m.moves.assign])
      expect(html).toContain(part)
    const theirs = await (await see(path.action(action), reporter)).text()
    expect(theirs).toContain(m.moves.done)
    expect(theirs).not.toContain(m.moves.drop)
    expect(theirs).not.toContain('/responses/')
  })

  test('given to somebody by a day, reported with a photo, confirmed: each step with who, when and words, and in the audit log', async () => {
    const owner = { owner: `person:${reporter.id}`, due: '2013-05-01', words: 'Please see to it' }
    expect((await move('assign', office, owner)).status).toBe(303)
    const { action, version } = await actionOf()
    const body = new FormData()
    body.append('version', String(version))
    body.append('words', 'Twelve are planned\r\nfor this year')
    body.append('files', new File([Buffer.from(png)], 'kế hoạch.png'))
    const done = await api.request(path.actionMove(action, 'done'), { method: 'POST', body, as: reporter })
    expect([done.status, done.headers.get('location')]).toEqual([303, path.action(action)])
    expect((await move('confirm', leader)).status).toBe(303)
    const after = (await actionOf()).action
    expect(after.state).toBe('confirmed')
    expect(after.steps.map(({ kind, by, words }) => [kind, by, words])).toEqual([
      ['raised', null, undefined],
      ['assigned', office.id, 'Please see to it'],
      ['done', reporter.id, 'Twelve are planned\nfor this year'],
      ['confirmed', leader.id, undefined],
    ])
    expect(after).toMatchObject({ owner: { kind: 'person', id: reporter.id }, dueOn: '2013-05-01' })
    const log = (await readAudit(api.table, org, '2013-03', { limit: 10 })).entries.map(({ verb, unitId: at }) => [
      verb,
      at,
    ])
    expect(log.sort()).toEqual([
      ['action.assigned', cell],
      ['action.confirmed', cell],
      ['action.done', cell],
    ])
    expect(await list('?state=confirmed')).toContain('Too few meetings')
    expect(await list()).not.toContain('Too few meetings')
  })

  test('a file of a repair is for who sees the action, and only where its history names it', async () => {
    const { action, version } = await actionOf()
    const body = new FormData()
    body.append('version', String(version))
    body.append('words', 'Done')
    body.append('files', new File([Buffer.from(png)], 'a.png'))
    await api.request(path.actionMove(action, 'done'), { method: 'POST', body, as: reporter })
    const [file] = (await actionOf()).action.steps.at(-1)?.files ?? []
    if (!file) throw new Error('No file')
    const answer = await see(path.actionFile(action, file), riverInspector)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(png))).toBe(true)
    expect((await see(path.actionFile(action, file), lakeLeader)).status).toBe(403)
    const other = (await actionOf('minutes')).action
    expect((await see(path.actionFile(other, file), office)).status).toBe(404)
  })

  test.each<[string, MoveName, Record<string, string>, string]>([
    ['no words', 'done', { words: '  ' }, m.faults.words(1_000)],
    ['too many words', 'drop', { words: 'x'.repeat(1_001) }, m.faults.words(1_000)],
    ['a stranger', 'assign', { owner: 'person:nobody' }, m.faults.owner],
    ['somebody of another unit', 'assign', { owner: `person:${lakeLeader.id}` }, m.faults.owner],
    ['no such role', 'assign', { owner: 'role:king' }, m.faults.owner],
    ['no such day', 'assign', { due: '2013-02-30', words: 'keep me' }, m.faults.due],
    ['a day that has passed', 'assign', { due: '2013-02-28', words: 'keep me' }, m.faults.past],
    ['nothing', 'assign', { due: '2013-03-31' }, m.faults.nothing],
  ])('%s is refused at its field, and what was typed is still there', async (_, name, fields, words) => {
    const answer = await move(name, name === 'done' ? reporter : office, fields)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain(words)
    if (fields['words'] === 'keep me') expect(html).toContain('keep me</textarea>')
    expect((await actionOf()).version).toBe(1)
  })

  test.each<[string, readonly File[]]>([
    ['a page', [new File(['<script>alert(1)</script>'.repeat(3)], 'a.html')]],
    ['a program', [new File([Buffer.from([0x4d, 0x5a, 0, 1, 2])], 'a.png')]],
    ['too many', Array.from({ length: mostFiles + 1 }, () => new File([Buffer.from(png)], 'a.png'))],
  ])('%s is refused as evidence of a repair', async (_, files) => {
    const { action, version } = await actionOf()
    const body = new FormData()
    body.append('version', String(version))
    body.append('words', 'Done')
    for (const file of files) body.append('files', file)
    const answer = await api.request(path.actionMove(action, 'done'), { method: 'POST', body, as: reporter })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(m.faults.files)
    expect(html).toContain('Done</textarea>')
    expect((await actionOf()).action.state).toBe('open')
  })

  test('two at once: the second is shown what the first did and keeps the words; nothing is overwritten', async () => {
    const before = await actionOf()
    await move('assign', office, { owner: 'role:leader' }, before)
    const second = await move('assign', leader, { owner: 'role:reporter', words: 'My own words' }, before)
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain(titleOf(problem.actionChanged()))
    expect(html).toContain('My own words</textarea>')
    expect(hiddenField(html, 'version')).toBe('2')
    expect((await actionOf()).action.owner).toMatchObject({ role: 'leader' })
  })

  test('what can no longer be done keeps its words too', async () => {
    const before = await actionOf()
    await move('drop', office, { words: 'A mistake' }, before)
    const late = await move('done', reporter, { words: 'We met <b>twelve</b> times' }, before)
    expect(late.status).toBe(409)
    const text = await pageText(late)
    expect(text).toContain('We met <b>twelve</b> times')
    expect(text).toContain(m.nowState(m.states.dropped))
  })

  test('of two presses at once both lead to the action, and one step is noted', async () => {
    const before = await actionOf()
    const presses = await Promise.all([1, 2].map(() => move('drop', office, { words: 'A mistake' }, before)))
    const later = await move('drop', office, { words: 'A mistake' }, before)
    expect([...presses, later].filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(2)
    expect((await actionOf()).action.steps).toHaveLength(2)
    expect(await verbs()).toEqual(['action.dropped'])
  })

  test('who may not is refused, at the unit and by role', async () => {
    expect((await move('drop', reporter, { words: 'no' })).status).toBe(403)
    expect((await move('confirm', inspector)).status).toBe(403)
    expect((await move('check', reporter)).status).toBe(403)
    expect((await move('drop', lakeLeader, { words: 'no' })).status).toBe(403)
    expect((await move('done', lakeLeader, { words: 'no' })).status).toBe(403)
  })

  test('an action is found at its own address alone', async () => {
    const { action } = await actionOf()
    const other = { ...action, unitId: unitId('cell-3') }
    expect((await see(path.action(other), office)).status).toBe(404)
    expect((await see(path.action(action).replace(action.id, 'x'), office)).status).toBe(404)
  })

  test('many are given out at once; one that changed meanwhile, and others’ units, are left as they are', async () => {
    await visit(2, 'cell-3', { meetings: 12, minutes: 'no' })
    const html = await (await see('/actions', office)).text()
    const values = [...html.matchAll(/name="choose" value="([^"]+)"/g)].map(([, value]) => value ?? '')
    expect(values).toHaveLength(3)
    await move('assign', leader, { owner: 'role:leader' })
    const body = new URLSearchParams([...values.map((value) => ['choose', value]), ['owner', 'role:reporter']])
    const answer = await api.request('/actions', { method: 'POST', body, as: office })
    expect(answer.status).toBe(200)
    expect(await pageText(answer)).toContain(m.notAssigned(1))
    expect((await actionOf()).action.owner).toMatchObject({ role: 'leader' })
    expect((await actionOf('minutes')).action.owner).toEqual({ kind: 'role', role: 'reporter', unitId: cell })
    // One by the leader, two in this press: what was given out is in the log, although something was not.
    expect(await verbs()).toEqual(['action.assigned', 'action.assigned', 'action.assigned'])
    const lake = new URLSearchParams([...values.map((value) => ['choose', value]), ['due', '2013-06-01']])
    const theirs = await api.request('/actions', { method: 'POST', body: lake, as: lakeLeader })
    expect(theirs.status).toBe(409)
    expect((await actionOf('minutes')).action.dueOn).toBeNull()
  })

  test('giving out asks for actions, and for something to give', async () => {
    const none = await api.postForm('/actions', { owner: 'role:reporter' }, office)
    expect(none.status).toBe(422)
    expect(await pageText(none)).toContain(m.faults.chosen)
    const { action, version } = await actionOf()
    const choose = [action.campaignId, action.periodId, action.unitId, action.id, version].join('/')
    const nothing = await api.postForm('/actions', { choose }, office)
    expect(await pageText(nothing)).toContain(m.faults.nothing)
  })
})

describe('on a visit', () => {
  const form = path.form(campaignId, period, cell)

  test('the form opens with what is to be put right, and with nothing where there is nothing', async () => {
    expect(await pageText(await see(form, inspector))).not.toContain(m.visit.lead)
    await visit()
    await list()
    const text = await pageText(await see(form, inspector))
    expect(text).toContain(m.visit.title(2))
    expect(text).toContain('Meet every month')
    expect(await pageText(await see(path.visits(), inspector))).toContain(pageMessages.en.visits.actions(2))
  })

  test('after sending, what there was before can be noted one by one', async () => {
    await visit()
    await list()
    await visit(2, 'cell-1', { meetings: 12 })
    const receipt = path.receipt(campaignId, period, cell, responseId(2))
    const html = await (await see(receipt, inspector)).text()
    expect(html).toContain(m.visit.afterTitle)
    const meetings = await actionOf()
    const answer = await move('check', inspector, { words: 'Still four', returnTo: receipt })
    expect(answer.headers.get('location')).toBe(receipt)
    await move('done', inspector, { words: 'Seen', returnTo: receipt })
    expect((await actionOf()).action.steps.map(({ kind }) => kind)).toEqual(['raised', 'checked', 'done'])
    expect(await (await see(receipt, inspector)).text()).not.toContain(path.actionMove(meetings.action, 'done'))
    const own = path.receipt(campaignId, period, cell, responseId(1))
    expect(await (await see(own, inspector)).text()).not.toContain(m.visit.afterTitle)
  })
})
