// The review of a response over HTTP: who accepts, returns, releases and withdraws; what a double press, a second person and
// a forged address come to; and what figures see of it.

import { beforeEach, describe, expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { asId, PersonId } from '../../shared/ids.ts'
import { answersMessages } from '../../shared/messages/answers.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import type { Person, Role } from '../../shared/organisation/access.ts'
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
  leader,
  office,
  org,
  period,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { rulesOf } from '../store/facts.ts'
import { readPeriodSummaries } from '../store/fold.ts'
import { readMarkCount } from '../store/marks.ts'
import { insertPerson } from '../store/people.ts'
import { insertRevision, listRevisions, type StoredRevision } from '../store/responses.ts'

const m = answersMessages.en
const titleOf = (one: Problem) => describeProblem(one, 'en', 'Asia/Ho_Chi_Minh').title
const cell = unitId('cell-1')
const bucket = { campaignId, periodId: period, unitId: cell, shard: 0 }
const id = responseId(1)
const at = (role: Role, unit: string): Person => ({
  id: asId(PersonId, `${role}-${unit}`),
  name: `${role} of ${unit}`,
  email: `${role}-${unit}@example.org`,
  roles: [{ role, unitId: unitId(unit) }],
})
const riverLeader = at('leader', 'river')
const riverOffice = at('office', 'river')

let api: TestApi
async function open(changes: Partial<Campaign> = {}) {
  api = testApi()
  await store(api.table, aCampaign(changes))
  for (const person of [riverLeader, riverOffice]) await insertPerson(api.table, org, person)
  await api.postJson('/api/responses', aSubmission(), inspector)
}
beforeEach(() => open())

type StepName = Parameters<typeof path.reviewStep>[4]
const step = (name: StepName, as: Person, fields: Record<string, string> = {}, unit = cell) =>
  api.postForm(path.reviewStep(campaignId, period, unit, id, name), { revision: '1', ...fields }, as)
const record = (as: Person) => api.request(path.record(campaignId, period, cell, id), { as })
const revisions = () => listRevisions(api.table, bucket, id)
const figures = async (changes: Partial<Campaign> = {}) => {
  const { summaries } = await readPeriodSummaries(api.table, rulesOf(aCampaign(changes), form), bucket)
  return summaries.get(cell)
}
const audit = async () => (await readAudit(api.table, org, testNow.slice(0, 7), { limit: 20 })).entries

describe('accepting', () => {
  test('a level below accepts for itself, the campaign’s own level finally; only then it counts where that is the rule', async () => {
    const accepted = { figures: 'accepted' } as const
    await open(accepted)
    expect(await figures(accepted)).toMatchObject({ responses: 0, waiting: 1 })
    const river = await step('accept', riverLeader, { words: 'Đã xem' })
    expect([river.status, river.headers.get('location')]).toEqual([303, path.record(campaignId, period, cell, id)])
    expect(await figures(accepted)).toMatchObject({ responses: 0, waiting: 1 })
    expect((await step('accept', leader, { revision: '2' })).status).toBe(303)
    expect(await figures(accepted)).toMatchObject({ responses: 1, waiting: 0 })
    expect((await revisions()).map((one) => one.step)).toEqual([
      { kind: 'sent' },
      { kind: 'accepted', at: 'river', isFinal: false, words: 'Đã xem' },
      { kind: 'accepted', at: 'bloc', isFinal: true },
    ])
    // In this world both happen in the same millisecond.
    const noted = (await audit()).map(({ verb, by, unitId: unit, details }) => [verb, by, unit, details])
    expect(noted.toSorted(([, a], [, b]) => ((a ?? '') < (b ?? '') ? -1 : 1))).toEqual([
      ['response.accepted', leader.id, cell, undefined],
      ['response.accepted', riverLeader.id, cell, 'Đã xem'],
    ])
  })

  test('a press that comes twice is one step; its mark is set again, in case the first one died before it', async () => {
    await step('accept', leader)
    const marks = await readMarkCount(api.table, bucket)
    const again = await step('accept', leader)
    expect(again.status).toBe(303)
    expect(await revisions()).toHaveLength(2)
    expect(await readMarkCount(api.table, bucket)).toBe(marks + 1)
    const twice = await Promise.all(Array.from({ length: 10 }, () => step('accept', leader)))
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await revisions()).toHaveLength(2)
    expect((await audit()).map(({ verb }) => verb)).toEqual(['response.accepted'])
  })

  test('ten presses at once are one step and one entry of the log', async () => {
    await Promise.all(Array.from({ length: 10 }, () => step('return', office, { words: 'Thiếu sổ' })))
    expect(await revisions()).toHaveLength(2)
    expect((await audit()).map(({ verb, details }) => [verb, details])).toEqual([['response.returned', 'Thiếu sổ']])
  })

  test('another step on what was seen is a conflict that shows what happened, and keeps the words', async () => {
    await step('accept', leader)
    const late = await step('return', office, { words: 'Thiếu <b>sổ</b>' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain(titleOf(problem.changedMeanwhile(2, testNow)))
    expect(html).toContain('Thiếu &lt;b&gt;sổ&lt;/b&gt;</textarea>')
    expect(html).toContain(m.history.acceptedFinally('Đảng ủy Khối'))
    expect(hiddenField(html, 'revision')).toBe('2')
    expect(await revisions()).toHaveLength(2)
  })

  test('of two people at once one is first, and the other hears of it', async () => {
    const both = await Promise.all([step('accept', leader), step('return', office, { words: 'Thiếu' })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await revisions()).toHaveLength(2)
  })

  test('a retry of the sender’s submit still gets its receipt', async () => {
    const receipt = async () => {
      const answer = await api.postJson('/api/responses', aSubmission(), inspector)
      return { status: answer.status, body: await answer.json() }
    }
    const before = await receipt()
    await step('accept', leader)
    expect(await receipt()).toEqual(before)
    expect(before).toMatchObject({ status: 200, body: { receipt: { revision: 1 } } })
  })
})

describe('returning', () => {
  test('asks for a reason, counts nowhere until it is sent again, and the sender reads the words', async () => {
    for (const words of ['', '  ', 'x'.repeat(2_001)]) {
      const refused = await step('return', leader, { words })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(titleOf(problem.wordsWrong(2_000)))
    }
    await step('return', leader, { words: 'Thiếu sổ biên bản' })
    expect(await figures()).toMatchObject({ responses: 0, returned: 1 })
    for (const address of [path.receipt(campaignId, period, cell, id), path.record(campaignId, period, cell, id)])
      expect(await pageText(await api.request(address, { as: inspector }))).toContain('Thiếu sổ biên bản')
    const again = await api.postJson(
      '/api/responses',
      aSubmission({ revision: 3, answers: { meetings: 9 } }),
      inspector,
    )
    expect(again.status).toBe(201)
    expect(await figures()).toMatchObject({ responses: 1, returned: 0 })
  })

  test('what a level above accepted, one below can’t return', async () => {
    await step('accept', leader)
    const refused = await step('return', riverLeader, { revision: '2', words: 'Thiếu' })
    expect(refused.status).toBe(409)
    expect(await pageText(refused)).toContain(titleOf(problem.stepNotAllowed('return', 'decided-above')))
    expect(await revisions()).toHaveLength(2)
  })
})

describe('quarantine', () => {
  const held = (changes: Partial<StoredRevision> = {}) =>
    revisions().then(async ([first]) => {
      if (!first) throw new Error('nothing stored')
      await insertRevision(api.table, bucket, { ...first, revision: 2, standing: 'quarantined', ...changes })
    })

  test('is released by the office into the figures, as late', async () => {
    await held({ answers: new Map([['meetings', 5]]) })
    const page = await pageText(await record(office))
    for (const part of [m.record.heldTitle, m.review.release, m.review.discard, m.history.differences(1, 2)])
      expect(page).toContain(part)
    expect(page).not.toContain(m.review.acceptFinal)
    expect((await step('accept', office, { revision: '2' })).status).toBe(409)
    expect((await step('release', office, { revision: '2' })).status).toBe(303)
    expect(await figures()).toMatchObject({ responses: 1, late: 1, quarantined: 0 })
    expect((await revisions()).at(-1)).toMatchObject({ standing: 'late', step: { kind: 'released' } })
  })

  test('is discarded by name, and what stood stays', async () => {
    await held()
    const fields = { revision: '2', words: 'Gửi nhầm', unitName: 'chi bo song 1' }
    expect((await step('withdraw', office, fields)).status).toBe(303)
    expect(await figures()).toMatchObject({ responses: 1, quarantined: 0 })
    expect(await pageText(await record(office))).toContain(m.history.discarded)
  })
})

describe('withdrawing', () => {
  test('is asked for on a page of its own, by the unit’s name and with a reason', async () => {
    const asked = await api.request(path.reviewStep(campaignId, period, cell, id, 'withdraw'), { as: office })
    const html = await asked.text()
    expect(html).toContain(m.withdraw.title)
    expect(html).toContain(m.withdraw.confirmHint('Chi bộ Sông 1', 'R1'))
    const wrong = await step('withdraw', office, { words: 'Nhầm', unitName: 'Chi bộ Sông 2' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Chi bộ Sông 2"')
    expect((await step('withdraw', office, { words: '', unitName: 'R1' })).status).toBe(422)
    expect(await revisions()).toHaveLength(1)
    expect((await step('withdraw', office, { words: 'Nhầm', unitName: ' r1 ' })).status).toBe(303)
    expect(await figures()).toMatchObject({ responses: 0 })
    expect((await audit()).map(({ verb, details }) => [verb, details])).toEqual([['response.withdrawn', 'Nhầm']])
    const page = await pageText(await record(office))
    expect(page).toContain(m.places.withdrawn)
    expect(page).not.toContain(m.review.withdraw)
  })
})

describe('forged', () => {
  test('another unit’s response, revisions that aren’t there, and numbers that are none change nothing', async () => {
    const elsewhere = await step('accept', leader, {}, unitId('cell-3'))
    expect(elsewhere.status).toBe(404)
    for (const revision of ['0', '2', '999', '-1', '1e0', '__proto__', 'x'.repeat(10_000)])
      expect((await step('accept', leader, { revision })).status, revision.slice(0, 20)).toBe(400)
    expect(await revisions()).toHaveLength(1)
    expect(await audit()).toEqual([])
  })

  test('a parent’s office may amend below it, a sibling’s and a stranger may not', async () => {
    const fields = { words: 'Nhầm', unitName: 'R1' }
    const lakeOffice = at('office', 'lake')
    await insertPerson(api.table, org, lakeOffice)
    for (const person of [lakeOffice, leader, inspector])
      expect((await step('withdraw', person, fields)).status, person.id).toBe(403)
    expect((await step('withdraw', riverOffice, fields)).status).toBe(303)
  })
})
