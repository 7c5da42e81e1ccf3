import { expect, test } from 'vitest'
import { asId, PersonId, TeamId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import {
  admin,
  inspector,
  lakeLeader,
  office,
  org,
  riverInspector,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { buryPerson, findVersionedPerson, insertPerson } from '../store/people.ts'
import { findTeam, listTeams } from '../store/teams.ts'

async function scene() {
  const api = testApi()
  await store(api.table)
  const send = (address: string, fields: readonly (readonly [string, string])[], as: Person = office) =>
    api.request(address, {
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      as,
    })
  const html = async (address: string, as: Person = office) => (await api.request(address, { as })).text()
  const teams = () => listTeams(api.table, org)
  return { ...api, send, html, teams }
}

const fields = (id: string, version = '0') =>
  [
    ['id', id],
    ['version', version],
    ['name', ' Tổ  số 1 '],
    ['unit', 'B'],
    ['member', inspector.id],
    ['member', riverInspector.id],
    ['leader', riverInspector.id],
  ] as const

test('a team is created once, by the one who plans campaigns, and stands in the list and the audit log', async () => {
  const { send, html, teams, table } = await scene()
  const id = hiddenField(await html(path.teamNew()), 'id')
  for (let presses = 0; presses < 2; presses += 1)
    expect((await send(path.teams(), fields(id))).headers.get('location')).toBe('/people/teams')
  expect(await teams()).toEqual([
    { id, name: 'Tổ số 1', unitId: 'bloc', memberIds: [inspector.id, riverInspector.id], leaderId: riverInspector.id },
  ])
  const list = await html(path.teams())
  for (const words of ['Tổ số 1', '2 people', 'Led by river-inspector']) expect(list).toContain(words)
  const { entries } = await readAudit(table, org, testNow.slice(0, 7), { limit: 9 })
  expect(entries).toMatchObject([{ verb: 'team.created', by: office.id, unitId: 'bloc', details: 'Tổ số 1' }])
})

test('people are found by name, without accents, among those in reach; to search saves nothing', async () => {
  const { send, teams, table } = await scene()
  await insertPerson(table, org, { ...inspector, id: asId(PersonId, 'x'), name: 'Đặng Thị Hồng' })
  const typed = [
    ['name', 'Tổ'],
    ['member', inspector.id],
    ['find', 'dang hong'],
    ['action', 'find'],
  ] as const
  const page = await (await send(path.teams(), typed)).text()
  expect(page).toContain('Đặng Thị Hồng')
  expect(page).toMatch(new RegExp(`value="${inspector.id}" checked`))
  expect(page).not.toContain('role="alert"')
  expect(await teams()).toEqual([])
})

test('what is missing is said; a member out of reach is none', async () => {
  const { send, teams, table } = await scene()
  const riverOffice: Person = { ...office, id: admin.id, roles: [{ role: 'office', unitId: unitId('river') }] }
  await table.remove({ pk: `ORG#${org}`, sk: `PERSON#${admin.id}` })
  await insertPerson(table, org, riverOffice)
  const faulty = await send(
    path.teams(),
    [
      ['name', ''],
      ['unit', 'B'],
      ['member', lakeLeader.id],
    ],
    riverOffice,
  )
  expect(faulty.status).toBe(422)
  const page = await faulty.text()
  for (const field of ['name', 'unit', 'members']) expect(page).toContain(`href="#${field}"`)
  expect(await teams()).toEqual([])
})

test('of two who change a team the second hears it; a team of another unit is nobody’s there', async () => {
  const { send, html, teams, request, table } = await scene()
  await send(path.teams(), fields('one'))
  const id = asId(TeamId, 'one')
  expect(hiddenField(await html(path.team(id)), 'version')).toBe('1')
  expect((await send(path.team(id), [...fields('one', '1'), ['name', 'ignored']])).status).toBe(303)
  const late = await send(path.team(id), fields('one', '1'))
  expect([late.status, hiddenField(await late.text(), 'version')]).toEqual([409, '2'])
  const removed = await findVersionedPerson(table, org, inspector.id)
  if (removed) await buryPerson(table, org, removed, { at: testNow, by: admin.id })
  expect(await html(path.team(id))).not.toContain(`value="${inspector.id}"`)
  const outside: Person = { ...office, id: lakeLeader.id, roles: [{ role: 'office', unitId: unitId('lake') }] }
  await table.remove({ pk: `ORG#${org}`, sk: `PERSON#${lakeLeader.id}` })
  await insertPerson(table, org, outside)
  expect((await request(path.team(id), { as: outside })).status).toBe(404)
  expect(await pageText(await request(path.teams(), { as: outside }))).toContain('There is no team yet')
  expect((await send(path.teamRemoval(id), [['version', '2']], outside)).status).toBe(404)
  expect((await send(path.teamRemoval(id), [['version', '1']])).status).toBe(409)
  expect((await send(path.teamRemoval(id), [['version', '2']])).headers.get('location')).toBe('/people/teams')
  expect(await teams()).toEqual([])
  expect(await findTeam(table, org, id)).toBeUndefined()
})
