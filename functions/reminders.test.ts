// Reminders, by the schedule and by hand: to whom, when, and never twice.

import { beforeEach, describe, expect, test } from 'vitest'
import { dueOccasion } from '../shared/campaign/reminders.ts'
import { asId, TeamId } from '../shared/ids.ts'
import { campaignMessages } from '../shared/messages/campaigns.ts'
import { path } from '../shared/paths.ts'
import { memoryMail, type TestApi, testApi } from '../test/support/api.ts'
import { hiddenField, pageText } from '../test/support/desk.ts'
import {
  aCampaign,
  aSubmission,
  campaignId,
  inspector,
  office,
  org,
  period,
  riverInspector,
  store,
  unitId,
} from '../test/support/scenario.ts'
import { type Mail, MailNotTaken } from './mail.ts'
import { remind } from './schedule/remind.ts'
import { saveAssignment } from './store/assignments.ts'
import { findCampaign, saveCampaign } from './store/campaigns.ts'
import { saveTeam } from './store/teams.ts'

const closesAt = '2013-03-10T10:00:00Z'
const rule = { daysBefore: 5, everyDays: 2, daysAfter: 1 }
const closing = { id: period, opensAt: '2013-01-01T00:00:00.000Z', closesAt, graceDays: 10 }

test.each([
  ['2013-03-05T09:59:59Z', undefined],
  ['2013-03-05T10:00:00Z', 0],
  ['2013-03-07T09:59:59Z', 0],
  ['2013-03-07T10:00:00Z', 1],
  ['2013-03-10T11:00:00Z', 2],
  ['2013-03-11T10:00:00Z', undefined],
])('at %s occasion %s is due', (now, expected) => {
  expect(dueOccasion(rule, closing, now)).toBe(expected === undefined ? undefined : `${closesAt}+${expected}`)
  expect(dueOccasion(rule, { ...closing, closesAt: null }, now)).toBeUndefined()
})

test('nobody is reminded of a period that was added for figures of then', () => {
  const anyDay = '2013-07-10T00:00:00Z'
  expect(dueOccasion(rule, { ...closing, closesAt: anyDay, isPast: true }, anyDay)).toBeUndefined()
  expect(dueOccasion({ ...rule, daysAfter: 5 }, { ...closing, closesAt: anyDay }, anyDay)).toBeDefined()
})

let api: TestApi
let now: string
beforeEach(async () => {
  now = '2013-03-05T12:00:00.000Z'
  api = testApi({ now: () => now })
  await store(api.table, aCampaign({ periods: [closing], reminders: rule }))
})
const tick = async (at = now) => {
  const mails = memoryMail()
  const { table, directory, objects, reportQueue, secrets, publicUrl } = api.deps
  const deps = { table, directory, objects, reportQueue, renderQueue: reportQueue, secrets, publicUrl }
  await remind({ ...deps, mail: mails, now: () => at }, org)
  return mails.messages.map(({ to }) => to).sort()
}

describe('by the schedule', () => {
  test('those nearest to each unit hear once for each occasion, until they have answered', async () => {
    expect(await tick()).toEqual(['inspector@example.org', 'river-inspector@example.org'])
    expect(await tick()).toEqual([])
    await api.postJson('/api/responses', aSubmission({ unit: unitId('cell-3') }), inspector)
    expect(await tick('2013-03-07T12:00:00.000Z')).toEqual(['river-inspector@example.org'])
  })

  test('two ticks at once send once', async () => {
    const both = await Promise.all([tick(), tick()])
    expect(both.flat().sort()).toEqual(['inspector@example.org', 'river-inspector@example.org'])
  })

  test('a service that takes nothing is asked again at the next tick, and nobody who got a mail gets another', async () => {
    const sent: string[] = []
    const { table, directory, objects, reportQueue, secrets, publicUrl } = api.deps
    const deps = {
      table,
      directory,
      objects,
      reportQueue,
      renderQueue: reportQueue,
      secrets,
      publicUrl,
      now: () => now,
    }
    const mail = (why: Error | undefined): Mail => ({
      send: async ({ to }) => {
        if (why && sent.length === 1) throw why
        sent.push(to)
        return 'sent'
      },
    })
    await expect(remind({ ...deps, mail: mail(new MailNotTaken('503')) }, org)).rejects.toThrow('503')
    expect(sent).toHaveLength(1)
    expect(await remind({ ...deps, mail: mail(undefined) }, org)).toBe(1)
    expect(sent.toSorted()).toEqual(['inspector@example.org', 'river-inspector@example.org'])
  })

  test('where nobody knows whether a mail went, it is not sent once more', async () => {
    const { table, directory, objects, reportQueue, secrets, publicUrl } = api.deps
    const deps = {
      table,
      directory,
      objects,
      reportQueue,
      renderQueue: reportQueue,
      secrets,
      publicUrl,
      now: () => now,
    }
    const broken = { send: async () => Promise.reject(new Error('socket hang up')) }
    await expect(remind({ ...deps, mail: broken }, org)).rejects.toThrow('socket')
    expect(await tick()).toHaveLength(1)
  })

  test('whoever a unit is assigned to hears of it', async () => {
    const team = { id: asId(TeamId, 't1'), name: 'Tổ', unitId: unitId('bloc'), memberIds: [inspector.id] }
    await saveTeam(api.table, org, team, 0)
    for (const cell of ['cell-1', 'cell-2'])
      await saveAssignment(
        api.table,
        campaignId,
        { unitId: unitId(cell), periodId: period, to: { kind: 'team', teamId: team.id }, on: null },
        0,
      )
    expect(await tick()).toEqual(['inspector@example.org'])
  })

  test('nobody is reminded of a campaign that is paused', async () => {
    const found = await findCampaign(api.table, org, campaignId)
    if (!found) throw new Error('No campaign')
    await saveCampaign(api.table, { ...found.campaign, state: 'paused', pausedAt: now }, found.version)
    expect(await tick()).toEqual([])
  })
})

describe('by hand', () => {
  const m = campaignMessages.en.reminders
  const address = path.reminders(campaignId, period)
  const open = async () => (await api.request(address, { as: office })).text()

  test('one sees who gets it, sends it once, and the schedule holds back', async () => {
    const html = await open()
    const text = await pageText(new Response(html))
    expect(text).toContain(m.mails(2))
    expect(text).toContain('Hạn nộp: 10/03/2013 17:00')
    const fields = { occasion: hiddenField(html, 'occasion') }
    expect((await api.postForm(address, fields, office)).headers.get('location')).toBe(`${address}?sent=2`)
    expect((await api.postForm(address, fields, office)).headers.get('location')).toBe(`${address}?sent=0`)
    expect(api.mails.map(({ to }) => to).sort()).toEqual(['inspector@example.org', 'river-inspector@example.org'])
    const river = api.mails.find(({ to }) => to === riverInspector.email)
    expect(river?.text).toContain('R1 – Chi bộ Sông 1')
    expect(river?.text).not.toContain('L1')
    expect(await tick()).toEqual([])
  })

  test('where no sender is set there is still a text to copy; a closed period has nobody to remind', async () => {
    api = testApi({ table: api.table, mail: undefined, now: () => now })
    expect(await pageText(new Response(await open()))).toContain(m.noMail)
    now = '2013-05-01T00:00:00.000Z'
    expect((await api.request(address, { as: office })).status).toBe(409)
  })
})
