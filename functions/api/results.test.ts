// A survey is sealed: by itself a week after its close, or at once by its name; what is shown is what was released, and the way
// from a link to its answer is gone.

import { beforeEach, expect, test } from 'vitest'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, UnitId } from '../../shared/ids.ts'
import { surveyOwnMessages } from '../../shared/messages/survey-own.ts'
import { surveyResultMessages } from '../../shared/messages/survey-results.ts'
import { path } from '../../shared/paths.ts'
import { memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { campaignId, inspector, lakeLeader, leader, office, org, period } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { sealDue, sealPeriod } from '../seal.ts'
import { findCampaign, insertCampaignUnit, listCampaigns, saveCampaign } from '../store/campaigns.ts'
import { findRelease } from '../store/releases.ts'
import { mostLiveUnits } from '../survey-figures.ts'
import { memberResponseId } from '../survey-secret.ts'

let now: string
let api: TestApi
let table: ReturnType<typeof memoryTable>
let secrets: ReturnType<typeof memorySecrets>
beforeEach(() => {
  now = '2013-03-01T08:30:00.000Z'
  table = memoryTable()
  secrets = memorySecrets()
  api = testApi({ table, secrets, now: () => now })
})

const m = surveyResultMessages.en
const results = path.surveyResults(campaignId, period)
const closed = '2013-06-30T17:00:00.000Z'
const dueAt = '2013-07-07T17:00:00.000Z'

/** So many people of each unit answer, every third of them "no". */
async function answered(units: Readonly<Record<string, number>>, breakdowns: string[] = []) {
  const invited = Object.fromEntries(Object.entries(units).map(([unit, count]) => [unit, Math.max(10, count)]))
  const scene = await surveyScene(api, { way: 'anonymous', invited, breakdowns })
  for (const [unit, count] of Object.entries(units)) {
    const links = scene.handedOut.filter(({ unitId }) => unitId === unit).slice(0, count)
    for (const [n, { door, token }] of links.entries()) {
      const trust = n % 3 === 0 ? 'no' : 'yes'
      const more = trust === 'no' ? { 'q.note': `Góp ý ${unit} ${n}` } : {}
      const fields = { action: 'send', formVersion: '1', 'q.trust': trust, 'q.meetings': String(n), ...more }
      const sent = await api.postForm(`/s/${door}${token}`, fields)
      expect(sent.status).toBe(303)
    }
  }
  return scene
}
const see = async (as = leader, unit = '') =>
  pageText(await api.request(`${results}${unit && `?unit=${unit}`}`, { as }))
const deps = () => ({ ...api.deps, now: () => now })
const tick = async () => sealDue(deps(), await listCampaigns(table, org))

test('before its time nothing but when; then once, and its secret is gone', async () => {
  await answered({ 'cell-1': 8, 'cell-3': 7 })
  expect(await see()).toContain(m.notYet)
  now = closed
  expect(await tick()).toBe(0)
  now = dueAt
  expect([...secrets.kept.keys()]).toContain(`${campaignId}/${period}`)
  expect(await tick()).toBe(1)
  expect(await tick()).toBe(0)
  expect([...secrets.kept.keys()]).not.toContain(`${campaignId}/${period}`)
  const text = await see()
  expect(text).toContain(m.answered(15))
  expect(text).toContain(m.rate(15, 20))
  // 3 of 8 and 3 of 7 said no.
  expect(text).toMatch(/Yes\s*9\s*60\.0 %|Yes\s*9\s*60\.0%/)
  expect(await see(lakeLeader)).toContain(m.answered(7))
  expect(await see(lakeLeader)).not.toContain(m.answered(15))
  expect((await api.request(results, { as: inspector })).status).toBe(403)
})

test('a group of fewer than five is hidden, with the one that it could be computed from', async () => {
  await answered({ 'cell-1': 4, 'cell-2': 6, 'cell-3': 9 })
  now = dueAt
  await tick()
  const stored = await findRelease(table, campaignId, period)
  expect(stored?.release.answers.map(({ unit, n }) => `${unit} ${n}`).sort()).toEqual([
    'bloc 19',
    'cell-3 9',
    'lake 9',
    'river 10',
  ])
  expect(await see(leader, 'cell-2')).toContain(m.hiddenUnit)
  expect(JSON.stringify(stored)).not.toMatch(/cell-[12]","n"/)
})

test('whoever has the table, every link and the release finds no answer of a link', async () => {
  const { handedOut } = await answered({ 'cell-1': 8 })
  const secret = secrets.kept.get(`${campaignId}/${period}`) ?? ''
  const dump = () => JSON.stringify([...table.items])
  const [one] = handedOut
  if (!one) throw new Error('somebody was invited')
  // While the secret is there, its holder could: that is why it is destroyed.
  expect(dump()).toContain(memberResponseId(secret, one.token, period))
  now = dueAt
  await tick()
  const strings = new Set(dump().match(/[\w-]{16,}/g))
  const ids = [...strings].flatMap((text) => handedOut.map(({ token }) => memberResponseId(text, token, period)))
  const stored = new Set(dump().match(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g))
  expect(stored.size).toBe(8)
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter((id) => stored.has(id))).toEqual([])
  expect(dump()).not.toContain(one.token)
})

test('at once by its name, after the close, by whoever manages it; and then nothing changes it', async () => {
  await answered({ 'cell-1': 8 })
  const press = (name: string, as = office) => api.postForm(results, { name }, as)
  expect((await press('Khảo sát chi bộ')).status).toBe(409)
  now = '2013-06-30T17:05:00.000Z'
  expect((await press('Khảo sát')).status).toBe(422)
  expect((await press('Khảo sát chi bộ', leader)).status).toBe(403)
  expect((await press('Khảo sát chi bộ')).status).toBe(303)
  const first = await findRelease(table, campaignId, period)
  expect((await press('Khảo sát chi bộ')).status).toBe(303)
  now = dueAt
  expect(await tick()).toBe(0)
  expect(await findRelease(table, campaignId, period)).toEqual(first)
  const extend = await api.request(`/campaigns/${campaignId}/periods/${period}/extend`, { as: office })
  expect([extend.status, await pageText(extend)]).toEqual([
    409,
    expect.stringContaining('The results of this period are out'),
  ])
})

test('who answered still hears so after the sealing; who has not hears that it is over', async () => {
  const { handedOut } = await answered({ 'cell-1': 8 })
  now = dueAt
  await tick()
  const [first, last] = [handedOut[0], handedOut.at(-1)]
  expect(await pageText(await api.request(`/s/${first?.door}${first?.token}`))).toContain('has been received')
  expect((await api.request(`/s/${last?.door}${last?.token}`)).status).toBe(409)
})

test('a sealing that died before its secret was destroyed is gone on with', async () => {
  await answered({ 'cell-1': 8 })
  now = dueAt
  const dying = { ...deps(), secrets: { ...secrets, destroy: () => Promise.reject(new Error('down')) } }
  await expect(sealDue(dying, await listCampaigns(table, org))).rejects.toThrow('down')
  expect(secrets.kept.has(`${campaignId}/${period}`)).toBe(true)
  await tick()
  expect(secrets.kept.has(`${campaignId}/${period}`)).toBe(false)
})

test('a period is extended or sealed, and never both', async () => {
  await answered({ 'cell-1': 8 })
  now = dueAt
  const extension = async () => {
    const version = String((await findCampaign(table, org, campaignId))?.version)
    const fields = { version, day: '2013-08-01', hour: '17', words: 'Thêm thời gian' }
    return api.postForm(`/campaigns/${campaignId}/periods/${period}/extend`, fields, office)
  }
  const before = await listCampaigns(table, org)
  // Whoever was to seal it had read it, and then somebody was faster.
  expect((await extension()).status).toBe(303)
  expect(await sealDue(deps(), before)).toBe(0)
  expect([secrets.kept.has(`${campaignId}/${period}`), await findRelease(table, campaignId, period)]).toEqual([
    true,
    undefined,
  ])
  // It closes again; the sealing dies right after its first step, and nobody can extend it any more.
  now = '2013-08-09T00:00:00.000Z'
  const insert: typeof table.insert = (item) =>
    item.pk.endsWith('#RELEASES') ? Promise.reject(new Error('died')) : table.insert(item)
  await expect(sealDue({ ...deps(), table: { ...table, insert } }, await listCampaigns(table, org))).rejects.toThrow(
    'died',
  )
  expect((await extension()).status).toBe(409)
  expect(await tick()).toBe(1)
})

test('the figures as CSV are those of the page, and no formula', async () => {
  await answered({ 'cell-1': 9 })
  now = dueAt
  expect((await api.request(`${results}.csv`, { as: leader })).status).toBe(404)
  await tick()
  const file = await (await api.request(`${results}.csv`, { as: leader })).text()
  expect(file.split('\r\n')[0]).toContain(m.csv.columns[0])
  expect(file).toContain('"Đảng ủy Khối","Do you trust the committee?","","Yes","6","9"')
})

test('what is being prepared is not sealed, whatever its periods say', async () => {
  await answered({ 'cell-1': 8 })
  const found = await findCampaign(table, org, campaignId)
  if (!found) throw new Error('The survey is there')
  expect(await saveCampaign(table, { ...found.campaign, state: 'draft' }, found.version)).toBe(true)
  now = dueAt
  expect(await tick()).toBe(0)
  expect(await findRelease(table, campaignId, period)).toBeUndefined()
  expect(secrets.kept.has(`${campaignId}/${period}`)).toBe(true)
})

test('a named survey is never sealed: long after the close its links open their own pages, and its figures stand as they are', async () => {
  const { links } = await surveyScene(api, { way: 'named', invited: { 'cell-1': 8, 'cell-3': 3 } })
  const send = async (address: string, trust: string) => {
    const fields = { action: 'send', formVersion: '1', 'q.trust': trust, 'q.note': 'Góp ý' }
    expect((await api.postForm(address, fields)).status).toBe(303)
  }
  const live = m.live
  expect(await see()).toContain(live.words)
  for (const link of links.slice(0, 5)) await send(link, 'yes')
  for (const link of links.slice(8, 10)) await send(link, 'no')
  now = dueAt
  expect(await tick()).toBe(0)
  const found = await findCampaign(table, org, campaignId)
  const [only] = found?.campaign.periods ?? []
  if (!found || !only) throw new Error('The survey is there')
  await expect(sealPeriod(deps(), found.campaign, only)).rejects.toThrow('not to be sealed')
  expect(only.sealed).toBeUndefined()
  expect([...secrets.kept.keys()]).toEqual([`${campaignId}/all`])
  expect((await api.postForm(results, { name: 'Khảo sát chi bộ' }, office)).status).toBe(409)
  expect(await findRelease(table, campaignId, period)).toBeUndefined()

  const own = await pageText(await api.request(links[0] ?? ''))
  expect(own).toContain(surveyOwnMessages.en.states.sent)
  const one = await api.request(`${links[0]}/own/${period}`)
  expect([one.status, await pageText(one)]).toEqual([200, expect.stringContaining('Yes')])

  const html = await (await api.request(results, { as: leader })).text()
  expect(html).toContain(`href="${path.campaignAnswers(campaignId, `period=${period}`)}"`)
  for (const absent of [m.release, m.notYet, m.fingerprint, m.methodWords]) expect(html).not.toContain(absent)
  expect(await see()).toContain(m.rate(7, 11))
  expect(await see(lakeLeader, 'cell-3')).toContain(m.hiddenUnit)
  const file = await (await api.request(`${results}.csv`, { as: leader })).text()
  expect(file).toContain('"Đảng ủy Khối","Do you trust the committee?","","Yes","5","7"')

  const version = String(found.version)
  const extension = { version, day: '2013-08-01', hour: '17', words: 'Thêm thời gian' }
  const extended = await api.postForm(`/campaigns/${campaignId}/periods/${period}/extend`, extension, office)
  expect(extended.status).toBe(303)
  await send(links[5] ?? '', 'yes')
  expect(await see()).toContain(m.rate(8, 11))
})

test('the figures of a named survey with more units than are read for a page are where its answers are', async () => {
  await surveyScene(api, { way: 'named', invited: { 'cell-1': 8 } })
  const found = await findCampaign(table, org, campaignId)
  if (!found) throw new Error('The survey is there')
  for (let n = 0; n <= mostLiveUnits; n += 1)
    await insertCampaignUnit(table, found.campaign, enterUnit(asId(UnitId, `more-${n}`), 1))
  const text = await see()
  expect(text).toContain(m.live.noFigures)
  expect(text).toContain(m.live.answers)
  expect((await api.request(`${results}.csv`, { as: leader })).status).toBe(404)
})
