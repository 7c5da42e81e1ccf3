// Members of a named survey are scored by their cell and confirmed by its secretary; answers of other surveys stay hidden
// wherever those of units are read.

import { beforeEach, describe, expect, test } from 'vitest'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import { asId, PersonId, ResponseId } from '../../shared/ids.ts'
import { answersMessages } from '../../shared/messages/answers.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import { scoringMessages } from '../../shared/messages/scoring.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { sentStep } from '../../shared/response/step.ts'
import { readLinkKey } from '../../shared/survey/link-key.ts'
import { memberPersonId } from '../../shared/survey/member-id.ts'
import { withoutGroup } from '../../shared/survey/scoring.ts'
import { answeringWays } from '../../shared/survey/survey.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { formVersion } from '../../test/support/forms.ts'
import { campaignId, lakeLeader, leader, office, org, period, reporter, unitId } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { readAudit } from '../store/audit.ts'
import { findCampaign } from '../store/campaigns.ts'
import { rulesOf } from '../store/facts.ts'
import { readPeriodSummaries } from '../store/fold.ts'
import { addMark } from '../store/marks.ts'
import { insertPerson } from '../store/people.ts'
import { insertRevision, listRevisions, type StoredRevision } from '../store/responses.ts'
import { hashOf } from '../store/tokens.ts'
import { findMember } from '../submit/member.ts'
import { namedMember, submitOwn } from '../submit/own-answers.ts'

const m = scoringMessages.en
const review = answersMessages.en.review
const cell = unitId('cell-1')
const canary = 'Canary answer'

const scoredForm = formVersion('cell-form', {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | constraint | calculation
    text | pledge | Việc đăng ký làm | Pledge | yes | |
    integer | done | Số việc đã làm | Done | yes | |
    begin group | marks | Chi bộ chấm | Marks | | |
    integer | points | Điểm | Points | yes | . >= 0 and . <= \${done} * 10 |
    text | remark | Nhận xét | Remark | | |
    end group | | | | | |
    calculate | total | Tổng | Total | | | coalesce(\${points}, 0) + \${done}
    calculate | hello | Lời chào | Hello | | | concat('Xin chào ', \${pledge})`,
  choices: 'list_name | name | label',
  settings: `
    form_title | default_language
    Phiếu đăng ký | Tiếng Việt (vi)`,
})

let api: TestApi
let now: string
const cellLeader: Person = {
  id: asId(PersonId, 'cell-leader'),
  name: 'Bí thư Sông 1',
  email: 'cell-leader@example.org',
  roles: [{ role: 'leader', unitId: cell }],
}

beforeEach(() => {
  now = '2013-03-01T00:00:00.000Z'
  api = testApi({ now: () => now })
})

/** A scored survey with so many members of two cells, who haven't answered. */
async function scene(more: Partial<Parameters<typeof surveyScene>[1]> = {}) {
  const { handedOut, links } = await surveyScene(api, {
    ...{ way: 'named', invited: { 'cell-1': 3, 'cell-3': 1 }, form: scoredForm, scoring: 'marks', figures: 'accepted' },
    ...more,
  })
  await insertPerson(api.table, org, cellLeader)
  return { links, memberIds: handedOut.map(({ token }) => memberPersonId({ hash: hashOf(token) })) }
}

const bucketOf = (unit: string, id: ResponseId) => bucketFor(campaignId, period, enterUnit(unitId(unit), 1), id)

/** A member answers: what the form asks of members. */
async function answer(link: string, answers: Record<string, AnswerValue> = {}): Promise<ResponseId> {
  const key = readLinkKey(link.replace('/s/', ''))
  const deps = { ...api.deps, now: () => now }
  const member = key && (await findMember(deps, key))
  if (!member?.ok) throw new Error('The link is known')
  const unit = member.value.invited?.invitation.invitation.unitId ?? ''
  const before = new Set((await idsIn(unit)).map(String))
  const named = await namedMember(api.table, member.value)
  if (!named.ok) throw new Error(named.problem.code)
  const sent = await submitOwn(deps, named.value, {
    ...{ period: named.value.period, seen: 0 },
    sent: {
      version: withoutGroup(scoredForm, 'marks'),
      answers: new Map<string, AnswerValue>(Object.entries({ pledge: canary, done: 2, ...answers })),
      startedAt: now,
    },
  })
  if (!sent.ok) throw new Error(sent.problem.code)
  const id = (await idsIn(unit)).find((one) => !before.has(one))
  if (!id) throw new Error('The answer is stored')
  return id
}

/** Ids of responses of a unit, by the list of members. */
async function idsIn(unit: string): Promise<ResponseId[]> {
  const html = await (await api.request(path.scoring(campaignId, period, unitId(unit)), { as: office })).text()
  return [...html.matchAll(/<a href="[^"]*responses\/([0-9a-f-]{36})\/scoring"/g)].flatMap(([, id]) =>
    id === undefined ? [] : [id as ResponseId],
  )
}

const historyOf = (id: ResponseId, unit = 'cell-1'): Promise<StoredRevision[]> =>
  listRevisions(api.table, bucketOf(unit, id), id)
const pageOf = (id: ResponseId, unit = cell) => path.scoreMember(campaignId, period, unit, id)
const score = (id: ResponseId, fields: Record<string, string>, as: Person = reporter, unit = cell) =>
  api.postForm(pageOf(id, unit), { typedIn: 'en', action: 'save', ...fields }, as)
const list = async (as: Person) => (await api.request(path.scoring(campaignId, period), { as })).text()
const rowsOf = (html: string) => [...html.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row ?? '')
const confirm = (rows: readonly string[], as: Person) =>
  api.request(path.scoring(campaignId, period), {
    ...{ method: 'POST', as, body: new URLSearchParams(rows.map((row) => ['row', row])) },
  })
const accept = (id: ResponseId, revision: number, as: Person) =>
  api.postForm(path.reviewStep(campaignId, period, cell, id, 'accept'), { revision: String(revision) }, as)

describe('scoring', () => {
  test('the cell scores, the secretary confirms; the member’s words stay as they are', async () => {
    const { links, memberIds } = await scene()
    const id = await answer(links[0] ?? '')
    const page = await (await api.request(pageOf(id), { as: reporter })).text()
    expect(page).toContain(canary)
    expect(page).toContain('name="q.points"')
    expect(page).not.toContain('name="q.pledge"')

    const saved = await score(id, { revision: '1', 'q.points': '20', 'q.remark': 'Tốt', 'q.pledge': 'Forged' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${pageOf(id)}?notice=saved`])
    const [sent, scored] = await historyOf(id)
    expect([...(sent?.answers ?? [])].map(([key]) => key)).not.toContain('points')
    expect(scored).toMatchObject({ revision: 2, by: reporter.id, step: { kind: 'scored', at: 'river' } })
    expect(Object.fromEntries(scored?.answers ?? [])).toEqual({
      ...{ pledge: canary, done: 2, points: 20, remark: 'Tốt', total: '22', hello: `Xin chào ${canary}` },
    })
    expect([...(scored?.answers.keys() ?? [])]).toEqual(['pledge', 'done', 'points', 'remark', 'total', 'hello'])

    // Whoever reports scores, and doesn't confirm.
    expect((await accept(id, 2, reporter)).status).toBe(403)
    expect((await accept(id, 2, cellLeader)).status).toBe(303)
    const confirmed = (await historyOf(id)).at(-1)
    expect(confirmed?.step).toEqual({ kind: 'accepted', at: 'cell-1', isFinal: true })
    expect(confirmed?.answers).toEqual(scored?.answers)
    const record = await pageText(await api.request(path.record(campaignId, period, cell, id), { as: cellLeader }))
    expect(record).toContain('Người cell-1 1')
    expect(record).toContain('Scored by Đảng bộ Sông')
    expect(memberIds).toContain(sent?.by)
    const programs = `/api/campaigns/${campaignId}/periods/${period}/responses`
    expect(await (await api.request(programs, { as: cellLeader })).json()).toMatchObject({
      responses: [{ id, by: { id: sent?.by, name: 'Người cell-1 1' }, answers: { points: 20 } }],
    })

    const late = await score(id, { revision: '3', 'q.points': '1' })
    expect(late.status).toBe(409)
    expect(await pageText(late)).toContain(review.whyNot.accepted)
    expect(await historyOf(id)).toHaveLength(3)
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 9 })
    expect(entries.map(({ verb }) => verb).sort()).toEqual(['response.accepted', 'response.scored'])
  })

  test('what isn’t scored can’t be confirmed, on the record, in the list or among many; only what is confirmed counts', async () => {
    const { links } = await scene()
    const [first, second] = [await answer(links[0] ?? ''), await answer(links[1] ?? '')]
    const refused = await accept(first, 1, leader)
    expect(refused.status).toBe(409)
    expect(await pageText(refused)).toContain(review.whyNot['not-scored'])
    expect(rowsOf(await list(leader))).toEqual([])
    const row = [campaignId, period, cell, first, 1].join('.')
    const many = await confirm([row], leader)
    expect(many.status).toBe(409)
    expect(await pageText(many)).toContain(review.whyNot['not-scored'])

    for (const id of [first, second]) await score(id, { revision: '1', 'q.points': '5' })
    const html = await list(cellLeader)
    expect(rowsOf(html)).toHaveLength(2)
    expect(rowsOf(await list(reporter))).toEqual([])
    const all = await pageText(await confirm(rowsOf(html), cellLeader))
    expect(all).toContain(answersMessages.en.many.accepted(2))
    const found = await findCampaign(api.table, org, campaignId)
    if (!found) throw new Error('The campaign is there')
    const { summaries } = await readPeriodSummaries(api.table, rulesOf(found.campaign, scoredForm), {
      ...{ campaignId, periodId: period },
    })
    expect(summaries.get(cell)?.responses).toBe(2)
  })

  test('until it is confirmed it may be scored again; two at once are one, or a conflict; the same twice is one', async () => {
    const { links } = await scene()
    const id = await answer(links[0] ?? '')
    const same = await Promise.all(Array.from({ length: 8 }, () => score(id, { revision: '1', 'q.points': '7' })))
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await historyOf(id)).toHaveLength(2)
    const others = await Promise.all(
      ['1', '2', '3', '4'].map((points) => score(id, { revision: '2', 'q.points': points })),
    )
    expect(others.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
    expect(await historyOf(id)).toHaveLength(3)
    const conflict = others.find(({ status }) => status === 409)
    // What was typed is still there, and the next press is one that saw what came.
    expect(await conflict?.text()).toContain('name="revision" value="3"')
    expect((await score(id, { revision: '3', 'q.points': '9' })).status).toBe(303)
    const latest = (await historyOf(id)).at(-1)
    expect([latest?.answers.get('points'), latest?.answers.get('total')]).toEqual([9, '11'])
    expect((await score(id, { revision: '99', 'q.points': '9' })).status).toBe(400)
  })

  test('the form judges the scores together with the answers', async () => {
    const { links } = await scene()
    const id = await answer(links[0] ?? '')
    const wrong: readonly Record<string, string>[] = [
      { 'q.points': '21' },
      { 'q.points': '-1' },
      { 'q.points': 'many' },
      { 'q.points': '' },
      { 'q.points': '21', 'q.done': '5' },
    ]
    for (const fields of wrong) {
      const answered = await score(id, { revision: '1', ...fields })
      expect(answered.status, JSON.stringify(fields)).toBe(422)
      const html = await answered.text()
      expect(html).toContain('aria-invalid="true"')
      // It is the scores that aren't saved: the member's answers were sent long ago.
      expect(html).toContain('The scores are not saved')
    }
    expect(await historyOf(id)).toHaveLength(1)
    expect((await score(id, { revision: '1', 'q.points': '20' })).status).toBe(303)
  })

  test('a member who sends again is scored again; what was returned waits for the member', async () => {
    const { links } = await scene()
    const id = await answer(links[0] ?? '')
    await score(id, { revision: '1', 'q.points': '7' })
    const returned = path.reviewStep(campaignId, period, cell, id, 'return')
    expect((await api.postForm(returned, { revision: '2', words: 'Thiếu số việc' }, cellLeader)).status).toBe(303)
    const waits = await score(id, { revision: '3', 'q.points': '8' })
    expect([waits.status, await pageText(waits)]).toEqual([409, expect.stringContaining(review.whyNot.returned)])
    const [sent] = await historyOf(id)
    if (!sent) throw new Error('It was sent')
    await insertRevision(api.table, bucketOf('cell-1', id), { ...sent, revision: 4 })
    await addMark(api.table, bucketOf('cell-1', id))
    expect((await accept(id, 4, cellLeader)).status).toBe(409)
    const page = await (await api.request(pageOf(id), { as: reporter })).text()
    expect(page).toMatch(/name="q.points"(?![^>]*value="7")/)
    expect((await score(id, { revision: '4', 'q.points': '8' })).status).toBe(303)
    expect((await accept(id, 5, cellLeader)).status).toBe(303)
  })

  test('the next one who waits follows, then the list; the first pages say how many wait', async () => {
    const { links } = await scene()
    const ids = [await answer(links[0] ?? ''), await answer(links[1] ?? '')]
    const waiting = pageMessages.en.scoring.waiting
    expect(await pageText(await api.request(path.visits(), { as: reporter }))).toContain(waiting(2))
    expect(await pageText(await api.request(path.progress(), { as: leader }))).toContain(waiting(2))
    const [first, second] = ids
    if (!first || !second) throw new Error('Two answered')
    const next = await score(first, { revision: '1', 'q.points': '5', action: 'next' })
    expect(next.headers.get('location')).toBe(`${pageOf(second)}?notice=saved`)
    expect(await pageText(await api.request(path.visits(), { as: reporter }))).toContain(waiting(1))
    const last = await score(second, { revision: '1', 'q.points': '5', action: 'next' })
    expect(last.headers.get('location')).toBe(`${path.scoring(campaignId, period)}?notice=saved`)
    expect(await list(reporter)).toContain(m.tally(2, 2))
  })

  test('members of other branches are neither listed nor scored', async () => {
    const { links } = await scene()
    const ours = await answer(links[0] ?? '')
    const theirs = await answer(links[3] ?? '')
    const lake = unitId('cell-3')
    for (const [as, id, unit] of [
      [reporter, theirs, lake],
      [lakeLeader, ours, cell],
    ] as const) {
      expect((await api.request(pageOf(id, unit), { as })).status).toBe(403)
      expect((await score(id, { revision: '1', 'q.points': '1' }, as, unit)).status).toBe(403)
      expect(await list(as)).not.toContain(id)
      expect(await historyOf(id, unit)).toHaveLength(1)
    }
    // An answer of another unit isn't found under one's own.
    expect((await score(theirs, { revision: '1', 'q.points': '1' }, reporter, cell)).status).toBe(404)
    const row = [campaignId, period, lake, theirs, 1].join('.')
    expect(await pageText(await confirm([row], cellLeader))).toContain(answersMessages.en.many.unknown)
  })

  test('without scoring the secretary confirms at once, and there is no list', async () => {
    await surveyScene(api, { way: 'named', invited: { 'cell-1': 1 }, form: scoredForm })
    await insertPerson(api.table, org, cellLeader)
    expect((await api.request(path.scoring(campaignId, period), { as: leader })).status).toBe(404)
  })
})

/** Every address where single answers of units are read, or something is done with them. */
const addresses = (id: ResponseId): readonly string[] => {
  const record = path.record(campaignId, period, cell, id)
  const response = record.replace(/\/record$/, '')
  const unit = response.replace(/\/responses\/.*$/, '')
  const sha256 = 'a'.repeat(64)
  return [
    ...[response, record, `${response}/paper`, `${response}/record.pdf`, `${response}/edit`, `${response}/correct`],
    ...[`${response}/withdraw`, `${response}/scoring`, `${unit}/form`, `${unit}/enter`, `${unit}/not-possible`],
    ...[`${unit}/evidence/${sha256}/a.pdf`, `${unit}/pictures/${sha256}`, `/api${unit}/evidence/${sha256}/file`],
    ...[`/api${response}`, `/api/campaigns/${campaignId}/periods/${period}/responses`],
    ...[path.campaignAnswers(campaignId), path.neighbour(campaignId, ''), path.scoring(campaignId, period)],
    ...[path.records(campaignId, period, cell), `/exports/new?campaign=${campaignId}`],
    ...[path.campaignProgress(campaignId, period), path.api.progress(campaignId, period)],
    ...[path.answers(), path.waiting()],
  ]
}

describe('single answers', () => {
  test.each(answeringWays)('%s: the same addresses, walked', async (way) => {
    await surveyScene(api, { way, invited: way === 'open' ? {} : { 'cell-1': 3 }, form: scoredForm })
    // Worse than it can be: an answer lies with its unit, under somebody's name.
    const id = asId(ResponseId, '00000000-0000-4000-8000-000000000001')
    await insertRevision(api.table, bucketOf('cell-1', id), {
      ...{ id, revision: 1, formVersion: 1, contentHash: '', receivedAt: now, finishedAt: undefined },
      ...{ standing: 'on-time', step: sentStep, raised: { findings: [], name: canary }, by: office.id },
      answers: new Map<string, AnswerValue>([['pledge', canary]]),
    })
    await addMark(api.table, bucketOf('cell-1', id))
    const shown: string[] = []
    for (const address of addresses(id)) {
      const answered = await api.request(address, { as: office })
      const text = await answered.text()
      expect(answered.status, address).toBeLessThan(500)
      // A refusal says again what was asked for.
      if (text.includes(canary) || (answered.ok && text.includes(id))) shown.push(address)
    }
    const steps = [path.reviewStep(campaignId, period, cell, id, 'accept')]
    const done = await Promise.all(steps.map((step) => api.postForm(step, { revision: '1' }, office)))
    const exported = await api.postJson(
      '/api/exports',
      { campaign: campaignId, unit: 'bloc', periods: [period], format: 'csv' },
      office,
    )
    if (way === 'named') {
      expect(shown.length).toBeGreaterThan(5)
      expect(done.map(({ status }) => status)).toEqual([303])
      expect(exported.status).toBe(202)
    } else {
      expect(shown).toEqual([])
      expect(done.map(({ status }) => status)).toEqual([404])
      expect(await exported.json()).toMatchObject({ code: 'export.not-exportable' })
      expect(await historyOf(id)).toHaveLength(1)
    }
  })
})
