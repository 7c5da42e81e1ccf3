import { expect, test } from 'vitest'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { publicUrl, testApi, testNow } from '../../test/support/api.ts'
import { formVersion } from '../../test/support/forms.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  form,
  inspector,
  lakeLeader,
  leader,
  org,
  period,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { foldRules, readPeriodSummaries } from '../store/fold.ts'
import { insertFormVersion } from '../store/forms.ts'
import { readBucket } from '../store/responses.ts'

const rules = { form, indicators: aCampaign().indicators, countingRule: 'many' as const, figures: 'submitted' as const }

async function scene(campaign: Campaign = aCampaign(), now = testNow) {
  const api = testApi({ now: () => now })
  await store(api.table, campaign)
  const send = async (changes: Parameters<typeof aSubmission>[0] = {}, as: Person = inspector) => {
    const answer = await api.postJson('/api/responses', aSubmission(changes), as)
    return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
  }
  return { ...api, send }
}

const closedAt = '2013-02-20T00:00:00.000Z'
const closed = (graceDays: number) =>
  aCampaign({ periods: [{ id: period, opensAt: '2013-01-01T00:00:00.000Z', closesAt: closedAt, graceDays }] })

test('a new response is stored and answered with its receipt; the same again with the same receipt', async () => {
  const { send, table } = await scene()
  const first = await send()
  expect(first.status).toBe(201)
  expect(first.body.receipt).toMatchObject({ id: responseId(1), revision: 1, receivedAt: testNow, standing: 'on-time' })
  const again = await send()
  expect(again.status).toBe(200)
  expect(again.body).toEqual(first.body)
  expect(await readBucket(table, { campaignId, periodId: period, unitId: unitId('cell-1'), shard: 0 })).toHaveLength(1)
})

test('fifty of the same at once: one is stored, all get the same receipt', async () => {
  const { send } = await scene()
  const answers = await Promise.all(Array.from({ length: 50 }, () => send()))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.map(({ body }) => JSON.stringify(body.receipt))).size).toBe(1)
})

test('of two at once the one that looked too early gets the receipt too, also where a unit has one response', async () => {
  const { send, table } = await scene(aCampaign({ countingRule: 'one-per-unit' }))
  const { body } = await send()
  let looks = 0
  const early = testApi({
    table: {
      ...table,
      get: async (key) => (key.sk.startsWith(responseId(1)) && looks++ === 0 ? undefined : table.get(key)),
    },
  })
  const second = await early.postJson('/api/responses', aSubmission(), inspector)
  expect([second.status, looks]).toEqual([200, 2])
  expect(await second.json()).toEqual(body)
  expect((await send({ id: responseId(2) })).body.code).toBe('response.already-reported')
})

test('the same id with other content is refused, with what is stored, to those who may read it', async () => {
  const { send } = await scene()
  const { body } = await send()
  const conflict = await send({ answers: { meetings: 3 } })
  expect(conflict).toMatchObject({ status: 409, type: 'application/problem+json; charset=utf-8' })
  expect(conflict.body).toMatchObject({
    code: 'response.conflict',
    stored: { contentHash: body.receipt.contentHash, answers: { meetings: 12, hours: '1.5' } },
  })
  const stranger = await send({ answers: { meetings: 3 } }, riverInspector)
  expect(stranger.body.code).toBe('response.conflict')
  expect(stranger.body.stored).toBeUndefined()
})

test('a retry is recognised after the form moved on; a new response with the old form is not taken', async () => {
  const { send, table } = await scene()
  await send()
  await insertFormVersion(table, org, { ...form, version: 2 })
  const found = await findCampaign(table, org, campaignId)
  if (!found) throw new Error('no campaign')
  await saveCampaign(table, { ...found.campaign, form: { ...found.campaign.form, version: 2 } }, found.version)
  expect((await send()).status).toBe(200)
  expect((await send({ answers: { meetings: 'many' } })).body.code).toBe('response.conflict')
  expect((await send({ id: responseId(2) })).body).toMatchObject({ code: 'form.version-wrong', expected: 2 })
})

test('a correction in quarantine takes nothing from what counted', async () => {
  const { send, table } = await scene(closed(0), '2013-02-01T00:00:00.000Z')
  await send()
  const later = testApi({ table, now: () => '2013-06-01T00:00:00.000Z' })
  const correction = aSubmission({ revision: 2, answers: { meetings: 1 }, finishedAt: '2013-02-10T00:00:00Z' })
  expect((await (await later.postJson('/api/responses', correction, inspector)).json()).receipt.standing).toBe(
    'quarantined',
  )
  const { summaries } = await readPeriodSummaries(table, foldRules(rules), { campaignId, periodId: period })
  expect(summaries.get(unitId('cell-1'))).toMatchObject({ responses: 1, quarantined: 1 })
  const [stored] = (
    await readBucket(table, { campaignId, periodId: period, unitId: unitId('cell-1'), shard: 0 })
  ).slice(-1)
  expect(stored?.finishedAt).toBe('2013-02-10T00:00:00Z')
})

test('bytes that are no UTF-8 are refused, not replaced', async () => {
  const { request } = await scene()
  const body = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
  const headers = { 'content-type': 'application/json' }
  const answer = await request('/api/responses', { method: 'POST', body, headers, as: inspector })
  expect({ status: answer.status, code: (await answer.json()).code }).toEqual({
    status: 400,
    code: 'request.bad-encoding',
  })
})

test('rights come before answers: another team hears nothing of what is wrong with them', async () => {
  const { send } = await scene()
  expect((await send({ unit: unitId('cell-3'), answers: {} }, riverInspector)).body.code).toBe('access.unit-not-yours')
})

test('a retry is recognised after the period closed and after the sender lost the role', async () => {
  const { send, table } = await scene()
  await send()
  const later = testApi({ table, now: () => '2014-01-01T00:00:00.000Z' })
  const found = await later.postJson('/api/responses', aSubmission(), reporter)
  expect(found.status).toBe(200)
})

test('content means the same however it is spelled: key order, blanks around text, CRLF', async () => {
  const { send } = await scene()
  await send({ answers: { note: 'a\nb', meetings: 12 } })
  expect((await send({ answers: { meetings: 12, note: ' a\r\nb ' } })).status).toBe(200)
})

test('a correction is the next revision; it may not skip one', async () => {
  const { send, table } = await scene()
  await send()
  expect((await send({ revision: 3 })).body).toMatchObject({ code: 'response.revision-out-of-order', expected: 2 })
  expect((await send({ revision: 2, answers: { meetings: 11 } })).status).toBe(201)
  const { summaries } = await readPeriodSummaries(table, foldRules(rules), { campaignId, periodId: period })
  expect(summaries.get(unitId('cell-1'))).toMatchObject({ responses: 1, uncounted: 0 })
  expect((await send()).status).toBe(200)
})

test('one-per-unit: a second sender on line is refused; one who finished in the field is kept and not counted', async () => {
  const { send, table } = await scene(aCampaign({ countingRule: 'one-per-unit' }))
  await send()
  expect((await send({ id: responseId(2) }, riverInspector)).body.code).toBe('response.already-reported')
  expect((await send({ id: responseId(3), finishedAt: '2013-02-01T00:00:00Z' })).status).toBe(201)
  const fold = foldRules({ ...rules, countingRule: 'one-per-unit' })
  const { summaries } = await readPeriodSummaries(table, fold, { campaignId, periodId: period })
  expect(summaries.get(unitId('cell-1'))).toMatchObject({ responses: 1, uncounted: 1 })
})

test('after the close: refused if finished after it; late in the days of grace, quarantined after them, if before', async () => {
  const finishedAt = '2013-02-19T23:59:59Z'
  const inGrace = await scene(closed(30))
  expect((await inGrace.send()).body).toMatchObject({ status: 409, code: 'campaign.closed', closedAt })
  expect((await inGrace.send({ finishedAt: closedAt })).body.code).toBe('campaign.closed')
  expect((await inGrace.send({ finishedAt })).body.receipt.standing).toBe('late')
  const after = await scene(closed(2))
  const kept = await after.send({ finishedAt })
  expect(kept).toMatchObject({ status: 201, body: { receipt: { standing: 'quarantined' } } })
})

test('a clock a year off, either way, moves nothing to another period and loses nothing', async () => {
  const { send } = await scene(closed(30))
  expect((await send({ finishedAt: '2012-02-01T00:00:00Z' })).body.receipt.standing).toBe('late')
  expect((await send({ id: responseId(2), finishedAt: '2014-02-01T00:00:00Z' })).body.code).toBe('campaign.closed')
})

test.each([
  ['an unknown campaign', { campaign: 'nowhere' }, 404, 'campaign.unknown'],
  ['an unknown period', { period: '2012-H1' }, 404, 'campaign.period-unknown'],
  ['a unit the campaign never held', { unit: 'lake' }, 404, 'campaign.unit-unknown'],
  ['another form version', { formVersion: 2 }, 409, 'form.version-wrong'],
  ['a missing required answer', { answers: { hours: '1.5' } }, 422, 'answers.invalid'],
  ['an id that is no UUID', { id: '1' }, 400, 'request.wrong-shape'],
  ['a unit with a path in it', { unit: 'cell-1/../cell-2' }, 400, 'request.wrong-shape'],
  ['a field nobody asked for', { admin: true }, 400, 'request.wrong-shape'],
  ['answers that are a list', { answers: [1, 2] }, 400, 'request.wrong-shape'],
  ['a month that does not exist', { finishedAt: '2013-13-05T00:00:00Z' }, 400, 'request.wrong-shape'],
  ['a day that does not exist', { finishedAt: '2013-02-30T00:00:00Z' }, 400, 'request.wrong-shape'],
])('%s is refused by its name', async (_what, changes, status, code) => {
  const { postJson } = await scene()
  const answer = await postJson('/api/responses', { ...aSubmission(), ...changes }, inspector)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: { status, code } })
})

test.each([
  ['unknown question', { meetings: 1, nobody: 1 }, [{ question: 'nobody', code: 'answer.unknown-question' }]],
  [
    'inherited names',
    JSON.parse('{"meetings":1,"__proto__":1,"constructor":2}'),
    [
      { question: '__proto__', code: 'answer.unknown-question' },
      { question: 'constructor', code: 'answer.unknown-question' },
    ],
  ],
  [
    'wrong types',
    { meetings: 'twelve', hours: 1.5, minutes: true, note: 5 },
    [
      { question: 'meetings', code: 'answer.not-integer' },
      { question: 'hours', code: 'answer.not-decimal' },
      { question: 'minutes', code: 'answer.unknown-choice' },
      { question: 'note', code: 'answer.not-text' },
    ],
  ],
  [
    'numbers out of range',
    { meetings: -1, hours: '24.01' },
    [
      { question: 'meetings', code: 'answer.too-small', min: '0' },
      { question: 'hours', code: 'answer.too-large', max: '24' },
    ],
  ],
  [
    'numbers that are none',
    { meetings: 1e21, hours: '1e5' },
    [
      { question: 'meetings', code: 'answer.not-integer' },
      { question: 'hours', code: 'answer.not-decimal' },
    ],
  ],
  [
    'text over its limit',
    { meetings: 1, note: 'ữ'.repeat(201) },
    [{ question: 'note', code: 'answer.too-long', max: 200 }],
  ],
  ['half a character', { meetings: 1, note: 'a\ud800b' }, [{ question: 'note', code: 'answer.bad-character' }]],
  ['NUL', { meetings: 1, note: 'a\0b' }, [{ question: 'note', code: 'answer.bad-character' }]],
])('answers are checked one by one, all faults at once: %s', async (_what, answers, faults) => {
  const { send } = await scene()
  expect((await send({ answers })).body).toMatchObject({ code: 'answers.invalid', faults })
})

test('twenty thousand unknown questions are refused with a short list', async () => {
  const { postJson } = await scene()
  const answers = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`q${index}`, 1]))
  const answer = await postJson('/api/responses', { ...aSubmission(), answers }, inspector)
  expect(answer.status).toBe(422)
  expect((await answer.json()).faults.length).toBeLessThanOrEqual(100)
})

test.each([
  ['nothing', '', 400, 'request.not-json'],
  ['half an object', '{"id":', 400, 'request.not-json'],
  ['null', 'null', 400, 'request.wrong-shape'],
  ['a list ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400, 'request.wrong-shape'],
  ['more than 256 KB', JSON.stringify({ x: 'a'.repeat(262_144) }), 413, 'request.too-large'],
])('a body that is %s', async (_what, body, status, code) => {
  const { postJson } = await scene()
  const answer = await postJson('/api/responses', body, inspector)
  expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: { code } })
})

test('who may not answer is refused by name: not signed in, wrong role, another unit', async () => {
  const { postJson, send } = await scene()
  const guest = await postJson('/api/responses', aSubmission())
  expect({ status: guest.status, code: (await guest.json()).code }).toEqual({
    status: 401,
    code: 'access.not-signed-in',
  })
  for (const person of [leader, lakeLeader, reporter])
    expect((await send({}, person)).body).toMatchObject({ status: 403, code: 'access.unit-not-yours' })
  expect((await send({ unit: unitId('cell-3') }, riverInspector)).body.code).toBe('access.unit-not-yours')
})

test('problems speak the language of the reader', async () => {
  const { app, signIn } = await scene()
  const cookie = await signIn(inspector)
  const inLanguage = async (language: string) => {
    const headers = { cookie, 'accept-language': language, 'content-type': 'application/json', origin: publicUrl }
    const answer = await app.request('/api/responses', { method: 'POST', body: 'x', headers })
    return (await answer.json()).title
  }
  const [vi, en, other] = [await inLanguage('vi-VN,vi;q=0.9'), await inLanguage('en-GB'), await inLanguage('fr')]
  expect(vi).not.toBe(en)
  expect(other).toBe(vi)
})

test('answers that calculations make larger than an item are refused before anything is written', async () => {
  const long = formVersion('long', {
    survey: ['type | name | label | calculation', 'text | said | Said |']
      .concat(Array.from({ length: 30 }, (_, at) => `calculate | copy${at} | | \${said}`))
      .join('\n'),
  })
  const { send, table } = await scene(aCampaign({ form: { formId: long.formId, version: 1 }, indicators: [] }))
  await insertFormVersion(table, org, long)
  const refused = await send({ answers: { said: 'x'.repeat(20_000) } })
  expect([refused.status, refused.body.code]).toEqual([413, 'request.too-large'])
  expect((await send({ answers: { said: 'x'.repeat(10_000) } })).status).toBe(201)
})
