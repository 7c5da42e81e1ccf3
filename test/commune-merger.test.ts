// Every district is abolished and communes are joined, across districts, on one day: reports of the month before see the old
// tree, those of the month after the new one; figures add up in both, what is owed can be sent, and old answers are read by
// whoever is above now.

import { beforeEach, describe, expect, test } from 'vitest'
import { reportFiles } from '../functions/report-files.ts'
import { makeReport } from '../functions/schedule/make-report.ts'
import { insertCampaignUnit, saveCampaign } from '../functions/store/campaigns.ts'
import { publishForm } from '../functions/store/form-library.ts'
import { saveOrganisation } from '../functions/store/organisation.ts'
import { insertPerson } from '../functions/store/people.ts'
import { savePlan } from '../functions/store/report-plans.ts'
import { insertReport, newReport } from '../functions/store/reports.ts'
import { submit } from '../functions/submit/submit.ts'
import { enterUnit } from '../shared/campaign/campaign.ts'
import { asId, PeriodId, PersonId, type UnitId } from '../shared/ids.ts'
import type { Person } from '../shared/organisation/access.ts'
import type { Unit } from '../shared/organisation/unit.ts'
import { path } from '../shared/paths.ts'
import { type TestApi, testApi } from './support/api.ts'
import { hiddenField } from './support/desk.ts'
import { aCampaign, aSubmission, campaignId, form, org, plan, responseId, unitId } from './support/scenario.ts'

const june = asId(PeriodId, '2025-06')
const july = asId(PeriodId, '2025-07')

const unit = (id: string, level: string, parent: string | null): Unit => ({
  id: unitId(id),
  code: id.toUpperCase(),
  name: `${level} ${id.toUpperCase()}`,
  level,
  parentId: parent === null ? null : unitId(parent),
  members: level === 'Xã' ? 10 : 0,
})
const communes = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']
const units = [
  unit('p', 'Tỉnh', null),
  unit('a', 'Huyện', 'p'),
  unit('b', 'Huyện', 'p'),
  ...communes.map((id) => unit(id, 'Xã', id[0] ?? null)),
]

const person = (role: Person['roles'][number]['role'], at: string): Person => ({
  id: asId(PersonId, `${role}-${at}`),
  name: `${role} ${at}`,
  email: `${role}-${at}@example.org`,
  roles: [{ role, unitId: unitId(at) }],
})
const admin = person('admin', 'p')
const leader = person('leader', 'p')
const inspectors = { p: person('inspector', 'p'), a3: person('inspector', 'a3') }
const districtLeader = person('leader', 'a')

let now: string
let api: TestApi
let sent: number
const planOfProvince = { ...plan, unitId: unitId('p') }

beforeEach(async () => {
  now = '2025-06-20T03:00:00.000Z'
  sent = 0
  api = testApi({ now: () => now })
  const { table } = api
  await saveOrganisation(table, { id: org, name: { vi: 'Tỉnh P' }, timeZone: 'Asia/Ho_Chi_Minh' }, units, 0)
  for (const one of [admin, leader, ...Object.values(inspectors), districtLeader]) await insertPerson(table, org, one)
  const publication = { organisationId: org, formId: form.formId, form: form.form }
  await publishForm(table, { ...publication, by: null, at: now })
  const periods = [
    { id: june, opensAt: '2025-06-01T00:00:00.000Z', closesAt: '2025-07-05T00:00:00.000Z', graceDays: 5 },
    { id: july, opensAt: '2025-07-01T00:00:00.000Z', closesAt: null, graceDays: 5 },
  ]
  const campaign = aCampaign({ unitId: unitId('p'), periods, countingRule: 'one-per-unit' })
  await saveCampaign(table, campaign, 0)
  for (const id of communes) await insertCampaignUnit(table, campaign, enterUnit(unitId(id), 1))
  await savePlan(table, planOfProvince, 0)
})

/** What an office would import in June: on 1 July there are no districts, and three communes instead of six. */
const merger = `Mã;Tên đơn vị;Mã cấp trên;Cấp;Có hiệu lực từ ngày;Kết thúc từ ngày;Đơn vị tiếp nối
A;;;;;1/7/2025;
B;;;;;1/7/2025;
N1;Xã N1;P;Xã;1/7/2025;;
N2;Xã N2;P;Xã;1/7/2025;;
A1;;;;;1/7/2025;N1
A2;;;;;1/7/2025;N1
B1;;;;;1/7/2025;N1
A3;;;;;1/7/2025;N2
B2;;;;;1/7/2025;N2
`
async function merge(): Promise<Record<'N1' | 'N2', UnitId>> {
  const post = (address: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return api.request(address, { method: 'POST', body, as: admin })
  }
  const html = await (await post(path.treeImportPreview(), { file: new File([merger], 'merger.csv') })).text()
  const carried = ['book', 'fileName', 'version', 'since', 'from'].map((name) => [name, hiddenField(html, name)])
  expect((await post(path.treeImport(), Object.fromEntries(carried))).status).toBe(303)
  const { history } = await api.deps.directory.organisation(org, now)
  const idOf = (code: string) => history.find(({ states }) => states[0]?.code === code)?.id ?? unitId('none')
  const found = { N1: idOf('N1'), N2: idOf('N2') }
  for (const id of Object.values(found)) await insertCampaignUnit(api.table, aCampaign(), enterUnit(id, 1))
  return found
}

/** Sends an answer; 'ok', or what it was refused for. */
async function answer(at: string, period: PeriodId, by = inspectors.p): Promise<string> {
  sent += 1
  const id = responseId(sent)
  const { tree, organisation } = await api.deps.directory.organisation(org, now)
  const sender = { person: by, organisationId: org, organisation, tree }
  const submission = aSubmission({ id, unit: unitId(at), period, formVersion: 1 })
  const outcome = await submit(api.deps, sender, submission)
  return outcome.ok ? 'ok' : outcome.problem.code
}

type Figures = {
  expected: number
  reported: number
  responses: number
  groups: { code: string; expected: number; reported: number }[]
}

/** Progress as the leader sees it: "expected/reported" of each group, and of all. */
async function progress(period: PeriodId, as = leader): Promise<Record<string, string>> {
  const figures: Figures = await (await api.request(path.api.progress(campaignId, period), { as })).json()
  const sum = (name: 'expected' | 'reported') => figures.groups.reduce((all, group) => all + group[name], 0)
  expect([sum('expected'), sum('reported')]).toEqual([figures.expected, figures.reported])
  const groups = figures.groups.map(({ code, expected, reported }) => [code, `${expected}/${reported}`])
  return {
    ...Object.fromEntries(groups),
    all: `${figures.expected}/${figures.reported}`,
    responses: `${figures.responses}`,
  }
}

/** All that a report says, as text. */
async function report(period: PeriodId): Promise<string> {
  const made = newReport(planOfProvince, {
    periodId: period,
    requestedAt: now,
    requestedBy: 'schedule',
  })
  await insertReport(api.table, made)
  const folders: string[] = []
  const renderQueue = { send: async (body: object) => void folders.push((body as { folder: string }).folder) }
  await makeReport({ ...api.deps, renderQueue, mail: undefined }, { organisationId: org, reportId: made.id })
  return new TextDecoder().decode(api.objects.stored.get(reportFiles(folders[0] ?? '').data))
}

describe('a merger that is planned in June for 1 July', () => {
  let merged: Awaited<ReturnType<typeof merge>>
  beforeEach(async () => {
    expect(await Promise.all(['a1', 'a2', 'b1'].map((id) => answer(id, june)))).toEqual(['ok', 'ok', 'ok'])
    merged = await merge()
  })

  test('changes nothing before its day', async () => {
    now = '2025-06-30T16:00:00.000Z'
    expect(await progress(june)).toEqual({ A: '3/2', B: '3/1', all: '6/3', responses: '3' })
    expect(await answer('b2', june)).toBe('ok')
    expect(await progress(june, districtLeader)).toEqual({ A: '3/2', all: '3/2', responses: '2' })
  })

  test('leaves June to the old communes, also for what comes in July, and July to the new ones', async () => {
    now = '2025-07-03T03:00:00.000Z'
    expect(await answer('a3', june, inspectors.a3)).toBe('ok')
    expect(await answer('b3', june)).toBe('ok')
    expect(await answer('a1', july)).toBe('access.unit-not-yours')
    expect(await answer(merged.N1, july)).toBe('ok')
    expect(await answer('b3', july)).toBe('ok')
    expect(await progress(june)).toEqual({ A: '3/3', B: '3/2', all: '6/5', responses: '5' })
    expect(await progress(july)).toEqual({ N1: '1/1', N2: '1/0', B3: '1/1', all: '3/2', responses: '2' })
  })

  test('makes reports of both months that see their own tree', async () => {
    now = '2025-08-02T03:00:00.000Z'
    expect(await answer(merged.N1, july)).toBe('ok')
    const [before, after] = [await report(june), await report(july)]
    for (const name of ['Xã A1', 'Xã A2', 'Xã B1']) expect(before, name).toContain(name)
    expect(before).not.toMatch(/Xã N[12]/)
    expect(after).toContain('Xã N1')
    expect(after).not.toMatch(/Xã (A[123]|B[12])/)
  })

  test('lets those above the new communes read what the old ones sent, and nobody else', async () => {
    now = '2025-07-03T03:00:00.000Z'
    const leaders = { N1: person('leader', merged.N1), N2: person('leader', merged.N2) }
    for (const one of Object.values(leaders)) await insertPerson(api.table, org, one)
    const read = async (n: number, at: string, as: Person) =>
      (await api.request(path.receipt(campaignId, june, unitId(at), responseId(n)), { as })).status
    const all = [
      [1, 'a1'],
      [2, 'a2'],
      [3, 'b1'],
    ] as const
    for (const [n, at] of all) {
      expect(await read(n, at, leader), at).toBe(200)
      expect(await read(n, at, leaders.N1), at).toBe(200)
      expect(await read(n, at, leaders.N2), at).toBeGreaterThanOrEqual(400)
      expect(await read(n, at, districtLeader), at).toBeGreaterThanOrEqual(400)
    }
    expect(await progress(june, leaders.N1)).toEqual({ A: '2/2', B: '1/1', all: '3/3', responses: '3' })
  })

  test('shows each inspector what is owed for which month', async () => {
    now = '2025-07-03T03:00:00.000Z'
    const mine = async (as: Person) => (await api.request(path.visits(), { as })).text()
    const old = await mine(inspectors.a3)
    expect(old).toContain(path.form(campaignId, june, unitId('a3')))
    expect(old).not.toContain(path.form(campaignId, july, unitId('a3')))
    expect((await api.request(path.form(campaignId, june, unitId('a3')), { as: inspectors.a3 })).status).toBe(200)
    expect((await api.request(path.form(campaignId, july, unitId('a3')), { as: inspectors.a3 })).status).toBe(403)
    const all = await mine(inspectors.p)
    expect(all).toContain(path.form(campaignId, july, merged.N2))
    expect(all).not.toContain(path.form(campaignId, june, merged.N2))
  })
})

test('a merger that is entered in August for 1 July restates July, and leaves what was expected in it', async () => {
  now = '2025-07-20T03:00:00.000Z'
  for (const id of ['a1', 'a2', 'b3']) expect(await answer(id, july)).toBe('ok')
  expect(await progress(july)).toEqual({ A: '3/2', B: '3/1', all: '6/3', responses: '3' })
  now = '2025-08-05T03:00:00.000Z'
  await merge()
  expect(await progress(july)).toEqual({ N1: '3/2', N2: '2/0', B3: '1/1', all: '6/3', responses: '3' })
  const text = await report(july)
  expect(text).toContain('Xã N1')
})
