// Assigning units to teams and people: by ticking, all that nobody has, from the period before, from a file; two who do it at
// once; and what an inspector sees of it.

import { beforeEach, describe, expect, test } from 'vitest'
import { asId, PeriodId, TeamId } from '../../shared/ids.ts'
import { assignmentMessages } from '../../shared/messages/assignments.ts'
import { pageMessages } from '../../shared/messages/page.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { Team } from '../../shared/organisation/team.ts'
import { path } from '../../shared/paths.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { bytesOf, hiddenField, pageText } from '../../test/support/desk.ts'
import {
  aCampaign,
  campaignId,
  inspector,
  office,
  org,
  period,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { listAssignments } from '../store/assignments.ts'
import { readAudit } from '../store/audit.ts'
import { saveTeam } from '../store/teams.ts'

const m = assignmentMessages.en
const later = asId(PeriodId, '2013-H2')
const team: Team = {
  id: asId(TeamId, 't1'),
  name: 'Tổ Sông',
  unitId: unitId('bloc'),
  memberIds: [riverInspector.id],
}

let api: TestApi
beforeEach(async () => {
  api = testApi()
  const [first] = aCampaign().periods
  const periods = [first, { id: later, opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 0 }]
  await store(api.table, aCampaign({ periods: periods.filter((one) => one !== undefined) }))
  await saveTeam(api.table, org, team, 0)
})

const board = path.assignments(campaignId, period)
const see = (address: string) => api.request(address, { as: office })
const send = (address: string, fields: readonly (readonly [string, string])[]) =>
  api.request(address, { method: 'POST', body: new URLSearchParams(fields.map(([a, b]) => [a, b])), as: office })
const stored = async (of = period) =>
  (await listAssignments(api.table, campaignId, of)).map(({ assignment: { unitId, to, on } }) => [
    unitId,
    to?.kind === 'team' ? to.teamId : (to?.personId ?? null),
    on,
  ])
const assign = (units: readonly string[], to: string, day = '') =>
  send(board, [['action', 'assign'], ['to', to], ['day', day], ...units.map((unit) => ['unit', unit] as const)])

describe('by list', () => {
  test('what nobody has stands out; ticked units get a team and a day', async () => {
    expect(await pageText(await see(board))).toContain(m.left(3))
    const answer = await assign(['cell-1 0', 'cell-2 0'], 'team:t1', '2013-03-12')
    expect(answer.headers.get('location')).toBe(`${board}?done=2`)
    expect(await stored()).toEqual([
      ['cell-1', 't1', '2013-03-12'],
      ['cell-2', 't1', '2013-03-12'],
    ])
    const text = await pageText(await see(`${board}?done=2`))
    expect(text).toContain(m.done(2))
    expect(text).toContain(m.tally(2, 3))
    expect(text).toContain('Tổ Sông, on 12 Mar 2013')
    const open = await pageText(await see(path.assignments(campaignId, period, { show: 'open' })))
    expect(open).toContain('Chi bộ Hồ')
    expect(open).not.toContain('Chi bộ Sông')
    expect(await pageText(await see(path.assignments(campaignId, period, { q: 'dang bo ho' })))).not.toContain('R1 ·')
    const { entries } = await readAudit(api.table, org, '2013-03', { limit: 1 })
    expect(entries[0]).toMatchObject({ verb: 'campaign.assigned', by: office.id, details: '2013-H1: 2 → team:t1' })
  })

  test('somebody without a role there is named as such', async () => {
    await assign(['cell-3 0'], `person:${riverInspector.id}`)
    expect(await pageText(await see(board))).toContain(m.noRole)
    await assign(['cell-3 1'], `person:${inspector.id}`)
    expect(await pageText(await see(board))).not.toContain(m.noRole)
  })

  test('without a unit, a team or a day that the calendar has, nothing is stored and the choice stays', async () => {
    const answer = await assign(['cell-1 0'], '', '2013-02-30')
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(m.faults.to)
    expect(html).toContain(m.faults.day)
    expect(html).toMatch(/value="cell-1 0"[^>]*checked/)
    expect(await pageText(await assign([], 'team:t1'))).toContain(m.faults.units)
    expect((await assign(['cell-1 0'], 'team:none')).status).toBe(422)
    expect(await stored()).toEqual([])
  })

  test('what somebody else has just assigned is shown before it is overwritten', async () => {
    await assign(['cell-1 0'], 'team:t1')
    const answer = await assign(['cell-1 0', 'cell-2 0'], `person:${inspector.id}`)
    expect(answer.status).toBe(409)
    expect(await pageText(answer)).toContain(m.changedLine('Chi bộ Sông 1', 'Tổ Sông'))
    expect(await stored()).toEqual([['cell-1', 't1', null]])
    expect((await assign(['cell-1 1', 'cell-2 0'], `person:${inspector.id}`)).status).toBe(303)
    await send(board, [
      ['action', 'clear'],
      ['unit', 'cell-1 2'],
    ])
    expect(await stored()).toEqual([
      ['cell-1', null, null],
      ['cell-2', inspector.id, null],
    ])
  })

  test('all that nobody has, and what the period before had', async () => {
    await assign(['cell-1 0'], `person:${inspector.id}`, '2013-03-12')
    await send(path.assignments(campaignId, period, { q: 'song' }), [
      ['action', 'assign-open'],
      ['to', 'team:t1'],
    ])
    expect(await stored()).toEqual([
      ['cell-1', inspector.id, '2013-03-12'],
      ['cell-2', 't1', null],
    ])
    const second = path.assignments(campaignId, later)
    expect(await pageText(await see(second))).toContain(m.takeOver('first half of 2013', 2))
    await send(second, [['action', 'take-over']])
    expect(await stored(later)).toEqual([
      ['cell-1', inspector.id, null],
      ['cell-2', 't1', null],
    ])
  })
})

describe('from a file', () => {
  const address = path.assignmentImport(campaignId, period)
  const upload = (name: string, bytes: Uint8Array | string) => {
    const body = new FormData()
    body.append('table', new File([Buffer.from(bytes)], name))
    return api.request(address, { method: 'POST', body, as: office })
  }
  const apply = (html: string, digest = hiddenField(html, 'digest')) => {
    const body = new FormData()
    for (const [name, value] of [
      ['book', hiddenField(html, 'book')],
      ['digest', digest],
      ['action', 'apply'],
    ] as const)
      body.append(name, value)
    return api.request(address, { method: 'POST', body, as: office })
  }
  const csv =
    'Mã đơn vị;Tổ;Ngày\nR1;tổ sông;12/3/2013\nL1;inspector@example.org;\nX9;Tổ Núi;31/2/2013\nR2;Tổ Núi;\nR1;Tổ Sông;\nr2;Tổ Sông;30/2/2013\n;Tổ Sông;\n'

  test('rows with faults are named by row; the good ones are stored, once', async () => {
    const html = await (await upload('phan-cong.csv', csv)).text()
    const text = await pageText(new Response(html))
    expect(text).toContain(m.import.counts(2, 0, 0))
    for (const [row, fault] of [
      [4, 'unit-unknown'],
      [5, 'who-unknown'],
      [6, 'unit-twice'],
      [7, 'day-wrong'],
      [8, 'unit-missing'],
    ] as const)
      expect(text).toContain(`${m.import.row} ${row} : ${m.import.faults[fault]}`)
    const all = (['unit-unknown', 'who-unknown', 'day-wrong'] as const).map((fault) => m.import.faults[fault]).join(' ')
    expect(text).toContain(`${m.import.row} 4 : ${all}`)
    expect(await stored()).toEqual([])
    expect((await apply(html)).headers.get('location')).toBe(`${board}?done=2`)
    expect(await stored()).toEqual([
      ['cell-1', 't1', '2013-03-12'],
      ['cell-3', inspector.id, null],
    ])
    expect(await pageText(await upload('phan-cong.csv', csv))).toContain(m.import.nothing)
  })

  test('a workbook is read the same, in any order of its columns', async () => {
    const bytes = bytesOf({
      Sheet: [
        ['day', 'team', 'unit code'],
        ['2013-03-12', 'Tổ Sông', 'R2'],
      ],
    })
    const html = await (await upload('a.xlsx', bytes)).text()
    await apply(html)
    expect(await stored()).toEqual([['cell-2', 't1', '2013-03-12']])
  })

  test('what changed since it was looked at is shown again', async () => {
    const html = await (await upload('a.csv', 'R1,Tổ Sông,\n')).text()
    await assign(['cell-1 0'], `person:${inspector.id}`)
    const answer = await apply(html)
    expect(answer.status).toBe(409)
    expect(await stored()).toEqual([['cell-1', inspector.id, null]])
    expect((await apply(await answer.text())).status).toBe(303)
    expect(await stored()).toEqual([['cell-1', 't1', null]])
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00])],
    ['nothing', Buffer.from('')],
    ['one column', Buffer.from('R1\nR2\n')],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('%s is no table', async (_, bytes) => {
    const answer = await upload('a', bytes)
    expect(answer.status).toBe(422)
    expect(await pageText(answer)).toContain(m.import.unreadable)
  })

  test('what nobody packed is no table either', async () => {
    const body = new FormData()
    body.append('book', 'none')
    body.append('action', 'apply')
    expect((await api.request(address, { method: 'POST', body, as: office })).status).toBe(422)
  })
})

test('what is assigned to an inspector, by name or by a team, stands first among what is theirs, and is nobody else’s', async () => {
  const seen = async (as: Person) => pageText(await api.request(path.visits(), { as }))
  const { assigned, others, visitOn } = pageMessages.en.visits
  expect(await seen(riverInspector)).not.toContain(assigned)
  await assign(['cell-2 0'], 'team:t1', '2013-04-12')
  const text = await seen(riverInspector)
  const order = [assigned, 'Chi bộ Sông 2', visitOn('12 Apr 2013'), others, 'Chi bộ Sông 1'].map((part) =>
    text.indexOf(part),
  )
  expect(order.every((at) => at >= 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(await seen(inspector)).not.toContain(assigned)
  await assign(['cell-3 0'], `person:${inspector.id}`)
  expect(await seen(inspector)).toContain(assigned)
  await saveTeam(api.table, org, { ...team, memberIds: [] }, 1)
  expect(await seen(riverInspector)).not.toContain(assigned)
})
