import { expect, test } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import type { AuditEntry } from '../../shared/organisation/audit.ts'
import { testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { admin, campaignId, leader, office, org, store, unitId } from '../../test/support/scenario.ts'
import * as audit from '../store/audit.ts'
import { insertPerson } from '../store/people.ts'
import { removePerson } from '../store/people-changes.ts'

const entry = (at: string, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  at,
  by: office.id,
  verb: 'team.created',
  subject: '/people/teams/t',
  unitId: unitId('river'),
  details: `Tổ lúc ${at}`,
  ...changes,
})
const riverAdmin: Person = {
  ...admin,
  id: asId(PersonId, 'river-admin'),
  roles: [{ role: 'admin', unitId: unitId('river') }],
}

async function scene(entries: readonly AuditEntry[], now = '2013-03-15T00:00:00.000Z') {
  const api = testApi({ now: () => now })
  await store(api.table)
  await insertPerson(api.table, org, riverAdmin)
  for (const [n, one] of entries.entries()) await audit.appendAudit(api.table, org, one, `r${n}`)
  const see = async (query = '', as: Person = admin) => pageText(await api.request(`/audit${query}`, { as }))
  return { ...api, see }
}

test('entries stand newest first, across months, with the words of what was done', async () => {
  const { see } = await scene([entry('2013-01-05T00:00:00.000Z'), entry('2013-03-01T02:00:00.000Z')])
  expect(await see()).toMatch(/01 Mar 2013, 09:00 .*office created a team .*Đảng bộ Sông.*05 Jan 2013, 07:00/)
  const empty = await scene([])
  expect(await empty.see()).toContain('The log is empty')
})

test('ids and codes of entries are read in words: campaigns, steps, periods, people', async () => {
  const campaign = `/campaigns/${campaignId}`
  const at = (n: number) => `2013-03-01T00:00:0${n}.000Z`
  const { see } = await scene([
    entry(at(0), { verb: 'campaign.changed', subject: campaign, details: 'about' }),
    entry(at(1), { verb: 'campaign.assigned', subject: campaign, details: `2013-H1: 2 → person:${leader.id}` }),
    entry(at(2), { verb: 'campaign.period-closed', subject: campaign, details: '2013-H1' }),
    entry(at(3), {
      verb: 'records.printed',
      subject: `${campaign}/periods/2013-H1/units/river/records`,
      details: '30 · API: Máy',
    }),
    entry(at(4), { verb: 'export.asked-for', subject: '/exports/e1', details: `xlsx, ${campaignId}` }),
    entry(at(5), { verb: 'tree.imported', subject: '/organisation', details: 'a.csv: +1, ~0, ↷2, ×0' }),
    entry(at(6), {
      verb: 'campaign.period-extended',
      subject: campaign,
      details: '2013-H1; - → 2013-07-01T00:00:00Z; vì bão',
    }),
    entry(at(7), { verb: 'campaign.assigned', subject: campaign, details: 'as nobody writes it any more' }),
  ])
  const text = await see()
  for (const part of [
    'changed a campaign Cell survey · Name and purpose',
    `assigned units Cell survey · first half of 2013: 2 units → ${leader.name}`,
    'closed a period Cell survey · first half of 2013',
    'Cell survey · first half of 2013 · 30 records · API: Máy',
    'asked for an export Cell survey · Excel',
    'a.csv: 1 added, 2 moved',
    'first half of 2013; no deadline → 01 Jul 2013, 07:00; vì bão',
    'Cell survey · as nobody writes it any more',
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/person:|2013-H1/)
  expect(await see('?text=first+half+excel')).toContain('No entry matches')
  expect(await see('?text=2+units')).toContain(leader.name)
})

test('the filters: month, person, verb, unit and text, all in the address', async () => {
  const { see } = await scene([
    entry('2013-01-05T00:00:00.000Z', { details: 'Tổ Hồng' }),
    entry('2013-02-05T00:00:00.000Z', { details: 'Tổ Lô', by: leader.id }),
    entry('2013-03-05T00:00:00.000Z', { details: 'Tổ Gâm', unitId: unitId('cell-3'), verb: 'team.removed' }),
  ])
  const found = async (query: string) => {
    const text = await see(query)
    return ['Tổ Hồng', 'Tổ Lô', 'Tổ Gâm'].filter((one) => text.includes(one))
  }
  expect(await found('?month=2013-02')).toEqual(['Tổ Hồng', 'Tổ Lô'])
  expect(await found('?person=LEAD')).toEqual(['Tổ Lô'])
  expect(await found('?verb=team.removed')).toEqual(['Tổ Gâm'])
  expect(await found('?unit=L')).toEqual(['Tổ Gâm'])
  expect(await found('?text=to+gam')).toEqual(['Tổ Gâm'])
  expect(await found('?month=2013-02&verb=team.created&text=lo')).toEqual(['Tổ Lô'])
  expect(await see('?person=nobody')).toContain('No entry matches')
  expect(await found('?month=never&verb=none&after=../..')).toHaveLength(3)
})

test('an administrator of a part reads of the part alone; what has no unit is read at the top', async () => {
  const { see } = await scene([
    entry('2013-03-01T00:00:00.000Z', { details: 'của Sông' }),
    entry('2013-03-02T00:00:00.000Z', { details: 'của Hồ', unitId: unitId('lake') }),
    entry('2013-03-03T00:00:00.000Z', { details: 'của Khối', unitId: unitId('bloc') }),
    { at: '2013-03-04T00:00:00.000Z', by: admin.id, verb: 'form.published', subject: '/forms', details: 'chung' },
  ])
  const seen = (text: string) => ['của Sông', 'của Hồ', 'của Khối', 'chung'].filter((one) => text.includes(one))
  expect(seen(await see())).toHaveLength(4)
  expect(seen(await see('', riverAdmin))).toEqual(['của Sông'])
})

test('pages follow each other, each entry once, also where most are not meant', async () => {
  const entries = Array.from({ length: 130 }, (_, n) =>
    entry(new Date(Date.UTC(2012, 11, 1) + n * 18 * 3_600_000).toISOString(), {
      details: `số ${n} .`,
      verb: n % 2 ? 'team.changed' : 'team.created',
    }),
  )
  const { request } = await scene(entries)
  const seen: string[] = []
  for (let address: string | undefined = '/audit?verb=team.changed'; address; ) {
    const html = await (await request(address, { as: admin })).text()
    seen.push(...[...html.matchAll(/class="details">số (\d+)/g)].map(([, n]) => n ?? ''))
    const more: string | undefined = /href="([^"]*after=[^"]*)">Older/.exec(html)?.[1]
    address = more?.replaceAll('&amp;', '&')
  }
  const expected = entries.map((_, n) => n).filter((n) => n % 2)
  expect(seen.map(Number)).toEqual(expected.reverse())
})

test('the log only grows: its store writes a new entry and reads, and a key that is taken is never written again', async () => {
  expect(Object.keys(audit).sort()).toEqual(['appendAudit', 'readAudit'])
  const { table } = await scene([entry('2013-03-01T00:00:00.000Z')])
  const again = audit.appendAudit(table, org, entry('2013-03-01T00:00:00.000Z', { details: 'khác' }), 'r0')
  await expect(again).rejects.toThrow('twice')
  const { entries } = await audit.readAudit(table, org, '2013-03', { limit: 9 })
  expect(entries).toEqual([entry('2013-03-01T00:00:00.000Z')])
})

test('somebody who was removed is still named for what they did', async () => {
  const { see, table, deps } = await scene([entry('2013-03-01T00:00:00.000Z')])
  const { tree } = await deps.directory.organisation(org, deps.now())
  await removePerson(
    { table, org, tree },
    { person: office, version: 1, sessionsSince: 0 },
    { at: deps.now(), by: admin.id },
  )
  expect(await see()).toContain('office created a team')
})
