// A thousand reports that are due in the same minute: each is stored once and handed to the queue, whatever the ticks die of.

import { expect, test } from 'vitest'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import { asId, ReportPlanId, UnitId } from '../../shared/ids.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { aCampaign, campaignId, org, plan } from '../../test/support/scenario.ts'
import { insertCampaignUnit, saveCampaign } from '../store/campaigns.ts'
import { openDirectory } from '../store/directory.ts'
import { saveOrganisation } from '../store/organisation.ts'
import { savePlan } from '../store/report-plans.ts'
import { requestDue } from './request-due.ts'

const due = '2013-07-15T00:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(due) + minutes * 60_000).toISOString()
const top = asId(UnitId, 'top')

const many: ReportPlan = {
  ...plan,
  id: asId(ReportPlanId, 'many'),
  unitId: top,
  scope: 'children',
  title: { vi: 'Kết quả của {unit}' },
  campaigns: { cells: campaignId },
}

/** An organisation of so many units, each of which has a report of its own. */
async function scene(count: number) {
  const table = memoryTable()
  const ids = Array.from({ length: count }, (_, n) => asId(UnitId, `u${n}`))
  const unit = (id: UnitId, parentId: UnitId | null) =>
    ({ id, code: id, name: `Đơn vị ${id}`, level: parentId ? 'cell' : 'bloc', parentId, members: 0 }) as const
  const units = [unit(top, null), ...ids.map((id) => unit(id, top))]
  await saveOrganisation(table, { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, units, 0)
  const campaign = aCampaign({ unitId: top })
  await saveCampaign(table, campaign, 0)
  for (const id of ids) await insertCampaignUnit(table, campaign, enterUnit(id, 1))
  await savePlan(table, many, 0)
  const sent: string[] = []
  const state = { now: due, dieAfter: Number.POSITIVE_INFINITY }
  const deps = {
    table,
    directory: openDirectory(table),
    reportQueue: {
      send: async (body: object) => {
        if (sent.length >= state.dieAfter) throw new Error('the process died')
        sent.push((body as { reportId: string }).reportId)
      },
    },
    now: () => state.now,
  }
  const reports = () => [...table.items.values()].filter(({ pk }) => pk === `ORG#${org}#REPORTS`).map(({ sk }) => sk)
  return { table, deps, sent, state, reports, tick: () => requestDue(deps, org) }
}

test('a thousand in one minute are each asked for once, and no later tick asks again', async () => {
  const { sent, state, reports, tick } = await scene(1_000)
  expect(await tick()).toBe(1_000)
  state.now = later(1)
  expect(await tick()).toBe(0)
  state.now = later(60 * 24 * 7)
  expect(await tick()).toBe(0)
  expect([sent.length, new Set(sent).size, reports().length]).toEqual([1_000, 1_000, 1_000])
})

test('a tick that dies at each tenth leaves the rest to the next: none is lost, none is made twice', async () => {
  const { sent, state, reports, tick } = await scene(1_000)
  for (let deaths = 0; deaths < 10; deaths += 1) {
    state.now = later(deaths)
    state.dieAfter = deaths * 100 + 55
    await expect(tick()).rejects.toThrow()
  }
  state.now = later(10)
  state.dieAfter = Number.POSITIVE_INFINITY
  await tick()
  expect([new Set(sent).size, reports().length]).toEqual([1_000, 1_000])
  // What was sent between two notes is sent again: at most ten at each death, which a job bears.
  expect(sent.length).toBeLessThanOrEqual(1_000 + 10 * 10)
})

test('two ticks at once share the work, and a tick finds what another one holds for a while', async () => {
  const { sent, state, reports, tick, table } = await scene(25)
  await Promise.all([tick(), tick(), tick()])
  expect([sent.length, reports().length]).toEqual([25, 25])
  const [round] = [...table.items.values()].filter(({ pk }) => pk === `ORG#${org}#DUE`)
  expect(round).toMatchObject({ over: 1, done: 25 })
  state.now = later(5)
  expect(await tick()).toBe(0)
})

test('after a week without a tick all is asked for at the moment of the first', async () => {
  const { state, reports, tick } = await scene(3)
  state.now = later(60 * 24 * 7)
  expect(await tick()).toBe(3)
  expect(reports()).toEqual(['u0', 'u1', 'u2'].map((id) => `20130722T000000Z-many-2013-H1__${id}`))
})

test('other days off move no report that was made; another schedule makes it anew', async () => {
  const { table, state, sent, tick } = await scene(2)
  const working = { kind: 'working-day', which: 2, hour: 7 } as const
  await savePlan(table, { ...many, schedule: working }, 1)
  await tick()
  const found = await openDirectory(table).organisation(org, due)
  const daysOff = [{ from: '2013-07-01', to: '2013-07-05' }] as never
  const { saveTree } = await import('../store/organisation.ts')
  await saveTree(table, { ...found.organisation, daysOff }, found.history, found.treeVersion.version)
  state.now = later(60 * 24)
  expect(await tick()).toBe(0)
  const since = state.now
  await savePlan(table, { ...many, schedule: { kind: 'days-after', days: 20, hour: 7 }, since }, 2)
  state.now = '2013-07-20T00:00:00.000Z'
  expect(await tick()).toBe(2)
  expect(sent).toHaveLength(4)
})

test('a plan that fails takes nothing from the others', async () => {
  const { table, sent, tick } = await scene(2)
  await savePlan(table, { ...many, id: asId(ReportPlanId, 'another'), scope: 'whole' }, 0)
  const { query } = table
  Object.assign(table, {
    query: async (pk: string, options?: { prefix?: string }) => {
      if (options?.prefix?.startsWith('many#')) throw new Error('no such thing')
      return query(pk, options)
    },
  })
  await expect(tick()).rejects.toThrow('1 report plans failed')
  expect(sent).toEqual(['20130715T000000Z-another-2013-H1'])
})
