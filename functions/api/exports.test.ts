// Asking for exports and fetching them, by page and by program.

import { expect, test } from 'vitest'
import { asId, CampaignId, ExportId } from '../../shared/ids.ts'
import { path } from '../../shared/paths.ts'
import { testApi, testNow } from '../../test/support/api.ts'
import { aRequest } from '../../test/support/export-scene.ts'
import {
  aCampaign,
  campaignId,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { saveCampaign } from '../store/campaigns.ts'
import { type Export, findExport, listExports, saveExport } from '../store/exports.ts'
import { key } from '../store/keys.ts'
import { insertPerson } from '../store/people.ts'

async function scene(now = () => testNow) {
  const api = testApi({ now })
  await store(api.table)
  const fields = {
    campaign: campaignId,
    period,
    unit: 'B',
    format: 'csv',
    choices: 'codes',
    headings: 'names',
    separator: 'semicolon',
  }
  const mine = async (person = leader): Promise<Export[]> =>
    (await listExports(api.table, org, person.id, { now: now(), limit: 50 })).exports
  const change = async (entry: Export, changes: Partial<Export>) => {
    const place = { organisationId: org, personId: entry.askedBy, id: entry.id }
    const found = await findExport(api.table, place, now())
    if (!found) throw new Error('gone')
    await saveExport(api.table, { ...found.entry, ...changes }, found.version)
  }
  const verbs = async () => (await readAudit(api.table, org, '2013-03', { limit: 50 })).entries.map(({ verb }) => verb)
  return { ...api, fields, mine, change, verbs }
}

test('a form becomes an export and a job', async () => {
  const { postForm, fields, mine, exportJobs, verbs } = await scene()
  const answer = await postForm(path.exports(), { ...fields, evidence: 'yes', include: 'withdrawn' }, leader)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/exports'])
  const [entry] = await mine()
  expect(entry).toMatchObject({
    state: 'waiting',
    askedBy: leader.id,
    request: {
      ...{ campaign: campaignId, periods: [period], unit: 'bloc', format: 'csv', choices: 'codes' },
      ...{ headings: 'names', separator: 'semicolon', language: 'en', evidence: true, include: ['withdrawn'] },
    },
  })
  expect(exportJobs).toEqual([{ organisationId: org, personId: leader.id, exportId: entry?.id }])
  expect(await verbs()).toEqual(['export.asked-for'])
})

test('a form that lacks something comes back as it was filled in, and nothing is stored', async () => {
  const { postForm, fields, mine, exportJobs, verbs } = await scene()
  const { period: _, ...without } = fields
  const answer = await postForm(path.exports(), { ...without, unit: 'nowhere at all', evidence: 'yes' }, leader)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('href="#periods"')
  expect(page).toContain('href="#unit"')
  expect(page).toContain('value="nowhere at all"')
  expect(page).toMatch(/name="format" value="csv" checked/)
  expect(page).toMatch(/name="evidence" value="yes" checked/)
  expect([await mine(), exportJobs, await verbs()]).toEqual([[], [], []])
})

test('whoever leads a part can export that part alone', async () => {
  const { postForm, postJson, fields, mine } = await scene()
  const whole = await postForm(path.exports(), { ...fields, unit: 'B' }, lakeLeader)
  expect(whole.status).toBe(422)
  expect((await postJson(path.api.exports(), aRequest(), lakeLeader)).status).toBe(403)
  expect((await postJson(path.api.exports(), aRequest({ unit: unitId('lake') }), lakeLeader)).status).toBe(202)
  expect((await postJson(path.api.exports(), aRequest(), inspector)).status).toBe(403)
  expect((await mine(lakeLeader)).map(({ request }) => request.unit)).toEqual(['lake'])
})

test('a program asks, looks and fetches; what it may leave out has a usual value', async () => {
  const { postJson, request, mine, change, verbs } = await scene()
  const asked = await postJson(
    path.api.exports(),
    { campaign: campaignId, periods: [period], unit: 'bloc', format: 'jsonl' },
    leader,
  )
  expect(asked.status).toBe(202)
  const place = asked.headers.get('location') ?? ''
  expect(await asked.json()).toMatchObject({
    state: 'waiting',
    file: null,
    request: { choices: 'labels', include: [] },
  })
  const [entry] = await mine()
  if (!entry) throw new Error('nothing asked for')
  expect(place).toBe(path.api.export(entry.id))
  expect((await request(`${place}/file`, { as: leader })).status).toBe(404)
  await change(entry, { state: 'ready', rows: 3, total: 3, bytes: 100, file: 'exports/org/x/run.zip', cutOff: testNow })
  const looked = await (await request(place, { as: leader })).json()
  expect(looked).toMatchObject({
    state: 'ready',
    file: `${place}/file`,
    cutOff: testNow,
    expiresAt: '2013-03-08T00:00:00.000Z',
  })
  const fetched = await request(looked.file, { as: leader })
  expect(fetched.status).toBe(302)
  const link = new URL(fetched.headers.get('location') ?? '')
  expect(link.pathname).toBe('/exports/org/x/run.zip')
  expect(Number(link.searchParams.get('seconds'))).toBeLessThanOrEqual(60)
  expect(link.searchParams.get('disposition')).toContain('2013-H1.zip')
  expect(await verbs()).toEqual(['export.fetched', 'export.asked-for'])
})

test("an export is its asker's alone, and its file goes with the right", async () => {
  const { postJson, request, mine, change, table } = await scene()
  await postJson(path.api.exports(), aRequest(), leader)
  const [entry] = await mine()
  if (!entry) throw new Error('nothing asked for')
  await change(entry, { state: 'ready', file: 'exports/org/x/run.zip' })
  for (const at of [path.exportFile(entry.id), path.api.exportFile(entry.id)]) {
    expect((await request(at, { as: leader })).status).toBe(302)
    expect((await request(at, { as: office })).status).toBe(404)
  }
  expect((await request(path.exportFile(asId(ExportId, 'x')), { as: leader })).status).toBe(404)
  await table.remove(key.person(org, leader.id))
  await insertPerson(table, org, { ...leader, roles: [{ role: 'leader', unitId: unitId('lake') }] })
  expect((await request(path.exportFile(entry.id), { as: leader })).status).toBe(403)
})

test('campaigns of members, drafts, strangers and periods of others are refused', async () => {
  const { postJson, request, table } = await scene()
  const members = aCampaign({ id: asId(CampaignId, 'members'), kind: 'member-survey', title: { vi: 'Hỏi ý kiến' } })
  const draft = aCampaign({ id: asId(CampaignId, 'draft'), state: 'draft', title: { vi: 'Bản nháp' } })
  for (const campaign of [members, draft]) await saveCampaign(table, campaign, 0)
  const codeOf = async (changes: Parameters<typeof aRequest>[0]) =>
    (await (await postJson(path.api.exports(), aRequest(changes), leader)).json()).code
  expect(await codeOf({ campaign: members.id })).toBe('export.not-exportable')
  expect(await codeOf({ campaign: draft.id })).toBe('campaign.unknown')
  expect(await codeOf({ campaign: asId(CampaignId, 'nowhere') })).toBe('campaign.unknown')
  const later = JSON.parse('["2014-H1"]')
  expect(await codeOf({ periods: later })).toBe('campaign.period-unknown')
  const choose = await (await request(path.newExport(), { as: leader })).text()
  expect(choose).toContain('Cell survey')
  expect(choose).not.toMatch(/Hỏi ý kiến|Bản nháp/)
  expect((await request(path.newExport({ campaign: members.id }), { as: leader })).status).toBe(422)
})

test('one person has a few made at a time', async () => {
  const { postJson, postForm, fields } = await scene()
  for (let n = 0; n < 5; n += 1) expect((await postJson(path.api.exports(), aRequest(), leader)).status).toBe(202)
  expect((await postJson(path.api.exports(), aRequest(), leader)).status).toBe(409)
  expect((await postForm(path.exports(), fields, leader)).status).toBe(409)
  expect((await postJson(path.api.exports(), aRequest(), office)).status).toBe(202)
})

test('the list says how far each one is, and offers the failed ones again', async () => {
  let now = testNow
  const { postJson, postForm, request, mine, change, exportJobs } = await scene(() => now)
  for (let n = 0; n < 4; n += 1) {
    now = new Date(Date.parse(testNow) + n * 1_000).toISOString()
    await postJson(path.api.exports(), aRequest(), leader)
  }
  const [waiting, running, ready, failed] = await mine()
  if (!waiting || !running || !ready || !failed) throw new Error('four were asked for')
  await change(running, { state: 'running', rows: 1_200, total: 4_000, cutOff: now })
  await change(ready, { state: 'ready', rows: 7, total: 7, bytes: 3_400_000, file: 'exports/x', cutOff: now })
  await change(failed, { state: 'failed', failure: 'failed', cutOff: testNow })
  const page = await (await request(path.exports(), { as: leader })).text()
  expect(page).toContain('Waiting for its turn')
  expect(page).toMatch(/<progress value="1200" max="4000"/)
  expect(page).toContain('Download (3.2\u00a0MB)')
  expect(page.match(/Try again/g)).toHaveLength(1)
  await postForm(path.exportAgain(failed.id), {}, leader)
  expect(exportJobs).toHaveLength(5)
  const again = (await mine()).find(({ id }) => id === failed.id)
  expect(again).toMatchObject({ state: 'waiting', movedAt: now })
  expect([again?.failure, again?.cutOff]).toEqual([undefined, undefined])
  // One that is under way is not begun twice, and one of which nothing was heard for long can be.
  await postForm(path.exportAgain(running.id), {}, leader)
  expect(exportJobs).toHaveLength(5)
  now = new Date(Date.parse(testNow) + 3 * 3_600_000).toISOString()
  await postForm(path.exportAgain(running.id), {}, leader)
  expect(exportJobs).toHaveLength(6)
})

test('an export is gone after a week', async () => {
  let now = testNow
  const { postJson, request, mine } = await scene(() => now)
  await postJson(path.api.exports(), aRequest(), leader)
  const [entry] = await mine()
  now = '2013-03-07T23:59:59.000Z'
  expect(await mine()).toHaveLength(1)
  now = '2013-03-08T00:00:00.000Z'
  expect(await mine()).toEqual([])
  expect((await request(path.api.export(entry?.id ?? asId(ExportId, 'x')), { as: leader })).status).toBe(404)
})
