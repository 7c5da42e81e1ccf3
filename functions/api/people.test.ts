import { expect, test } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import type { Person, Role } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { admin, leader, office, org, reporter, riverInspector, store, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { claimEmail } from '../store/identities.ts'
import { findPerson, findVersionedPerson, insertPerson, listPeople } from '../store/people.ts'

const someone = (id: string, ...held: readonly (readonly [Role, string])[]): Person => ({
  id: asId(PersonId, id),
  name: `Người ${id}`,
  email: `${id}@example.org`,
  roles: held.map(([role, at]) => ({ role, unitId: unitId(at) })),
})
const riverAdmin = someone('river-admin', ['admin', 'river'])
const both = someone('both', ['reporter', 'river'], ['leader', 'lake'])

async function scene(changes: Parameters<typeof testApi>[0] = {}) {
  const api = testApi(changes)
  await store(api.table)
  for (const one of [riverAdmin, both]) await insertPerson(api.table, org, one)
  for (const one of [admin, office, leader])
    await claimEmail(api.table, one.email, { organisationId: org, personId: one.id })
  const see = async (address: string, as: Person = admin) => pageText(await api.request(address, { as }))
  const stored = (person: Person) => findPerson(api.table, org, person.id)
  const versionOf = async ({ id }: Person) => String((await findVersionedPerson(api.table, org, id))?.version)
  /** The fields of a person's form as the page shows them, with what a test changes. */
  const fieldsOf = async (person: Person, fields: Record<string, string> = {}) => {
    const lines = person.roles.flatMap(({ role, unitId: at }, n): [string, string][] => [
      [`role-${n}`, role],
      [`unit-${n}`, codes[at] ?? ''],
    ])
    return {
      version: await versionOf(person),
      name: person.name,
      email: person.email ?? '',
      phone: person.phone ?? '',
      rows: String(person.roles.length),
      ...Object.fromEntries(lines),
      ...fields,
    }
  }
  const save = async (person: Person, fields: Record<string, string>, as: Person = admin) =>
    api.postForm(path.person(person.id), await fieldsOf(person, fields), as)
  const audited = async () => (await readAudit(api.table, org, testNow.slice(0, 7), { limit: 50 })).entries
  return { ...api, see, stored, versionOf, fieldsOf, save, audited }
}
const codes: Record<string, string> = { bloc: 'B', river: 'R', lake: 'L' }

const newcomer = { name: ' Trần  Thị Mới ', email: 'moi@example.org', phone: '0912 345 678', rows: '1' }

test('somebody is added once, however often the form is sent, and the audit log says so', async () => {
  const { postForm, table, audited, request } = await scene()
  const form = await (await request(path.personNew(), { as: admin })).text()
  const fields = { ...newcomer, id: hiddenField(form, 'id'), 'role-0': 'office', 'unit-0': 'dang bo song' }
  const [first, second] = [await postForm('/people', fields, admin), await postForm('/people', fields, admin)]
  expect(first.headers.get('location')).toBe(`/people/${fields.id}?done=added`)
  expect(second.headers.get('location')).toBe(`/people/${fields.id}`)
  const added = (await listPeople(table, org)).filter(({ email }) => email === newcomer.email)
  expect(added).toEqual([
    {
      id: fields.id,
      name: 'Trần Thị Mới',
      email: 'moi@example.org',
      phone: '0912 345 678',
      roles: [{ role: 'office', unitId: 'river' }],
    },
  ])
  expect(await audited()).toMatchObject([
    { verb: 'person.added', by: admin.id, unitId: 'river', details: 'Trần Thị Mới' },
  ])
})

test('what is wrong is said at its field, and nothing that was typed is lost', async () => {
  const { postForm, table } = await scene()
  const before = (await listPeople(table, org)).length
  const fields = { id: 'x', name: '', email: 'no address', phone: 'call me', rows: '3' }
  const lines = {
    'role-0': 'office',
    'unit-0': '',
    'role-1': '',
    'unit-1': 'R',
    'role-2': 'leader',
    'unit-2': 'nowhere',
  }
  const answer = await postForm('/people', { ...fields, ...lines }, admin)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const field of ['name', 'email', 'phone', 'unit-0', 'role-1', 'unit-2'])
    expect(html).toContain(`href="#${field}"`)
  for (const typed of ['value="no address"', 'value="call me"', 'value="R – ', 'value="nowhere"'])
    expect(html).toContain(typed)
  expect(await (await postForm('/people', { ...fields, ...newcomer, rows: '0' }, admin)).text()).toContain(
    'href="#roles"',
  )
  expect(
    (await postForm('/people', { ...newcomer, email: office.email, 'role-0': 'office', 'unit-0': 'R' }, admin)).status,
  ).toBe(409)
  expect((await listPeople(table, org)).length).toBe(before)
})

test('another line, and another language, change nothing and keep what was typed', async () => {
  const { save, stored, audited } = await scene()
  for (const more of [{ action: 'add-line' }, { language: 'vi' }]) {
    const answer = await save(office, { name: 'Tên khác', ...more })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('value="Tên khác"')
    expect(html.includes('name="role-1"')).toBe('action' in more)
    expect(html).toContain(`lang="${'language' in more ? 'vi' : 'en'}"`)
  }
  expect(await stored(office)).toEqual(office)
  expect(await audited()).toEqual([])
})

test('a person is changed; what changed stands in the audit log', async () => {
  const { save, stored, audited } = await scene()
  const saved = await save(office, {
    email: 'new@example.org',
    'unit-0': 'R',
    rows: '2',
    'role-1': 'leader',
    'unit-1': 'L',
  })
  expect(saved.headers.get('location')).toBe('/people/office?done=saved')
  expect(await stored(office)).toMatchObject({
    email: 'new@example.org',
    roles: [
      { role: 'office', unitId: 'river' },
      { role: 'leader', unitId: 'lake' },
    ],
  })
  expect((await audited())[0]).toMatchObject({
    verb: 'person.changed',
    unitId: 'bloc',
    subject: '/people/office',
    details: 'office: email: office@example.org → new@example.org; +office@R; +leader@L; −office@B',
  })
})

test('of two who edit one person the second sees what changed, and may save over it', async () => {
  const { save, stored, fieldsOf, postForm } = await scene()
  const mine = await fieldsOf(office, { name: 'Của tôi' })
  await save(office, { name: 'Của người khác', phone: '0241234567' })
  const answer = await postForm(path.person(office.id), mine, admin)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain('<td>Của người khác</td>')
  expect(html).toContain('value="Của tôi"')
  expect((await stored(office))?.name).toBe('Của người khác')
  const again = await postForm(path.person(office.id), { ...mine, version: hiddenField(html, 'version') }, admin)
  expect(again.status).toBe(303)
  expect((await stored(office))?.name).toBe('Của tôi')
})

test('an administrator of a part knows nobody outside, and of others only the roles inside', async () => {
  const { see, request } = await scene()
  const list = await see('/people', riverAdmin)
  for (const known of [riverInspector.name, reporter.name, both.name]) expect(list).toContain(known)
  for (const unknown of ['lake-leader', 'designer@']) expect(list).not.toContain(unknown)
  expect(list).not.toContain('Đảng bộ Hồ')
  const page = await see(path.person(both.id), riverAdmin)
  expect(page).toContain('looked after by an administrator above')
  expect(page).not.toContain('Hồ')
  expect((await request(path.person(leader.id), { as: riverAdmin })).status).toBe(404)
})

test('an administrator of a part gives and takes roles inside alone; what is the whole person’s is not theirs', async () => {
  const { postForm, stored, fieldsOf } = await scene()
  const send = async (address: string, fields: Record<string, string>) =>
    (await postForm(address, fields, riverAdmin)).status
  const part = { ...both, roles: both.roles.slice(0, 1) }
  const fields = await fieldsOf(part, { name: 'Taken over', email: 'mine@example.org', 'role-0': 'inspector' })
  expect(await send(path.person(both.id), fields)).toBe(303)
  expect(await stored(both)).toEqual({
    ...both,
    roles: [
      { role: 'leader', unitId: 'lake' },
      { role: 'inspector', unitId: 'river' },
    ],
  })
  const above = await fieldsOf(part, { version: '2', 'unit-0': 'B' })
  expect(await send(path.person(both.id), above)).toBe(422)
  for (const address of [
    path.personRemoval(both.id),
    path.personLinks(both.id),
    path.personInvitation(both.id),
    path.personRemoval(admin.id),
    path.person(admin.id),
  ])
    expect(await send(address, { ...fields, typed: both.name, version: '2' }), address).toBe(404)
  const taken = await fieldsOf({ ...part, roles: [] }, { version: '2', rows: '0' })
  expect((await postForm(path.person(both.id), taken, riverAdmin)).headers.get('location')).toBe('/')
  expect((await stored(both))?.roles).toEqual([{ role: 'leader', unitId: 'lake' }])
})

test('whoever takes the own role of administrator away is told first; the last one at the top can’t', async () => {
  const { save, stored } = await scene()
  const less = { 'role-0': 'office' }
  const told = await save(riverAdmin, less, riverAdmin)
  expect([told.status, await told.text()]).toEqual([200, expect.stringContaining('name="own-admin"')])
  expect(await stored(riverAdmin)).toEqual(riverAdmin)
  expect((await save(riverAdmin, { ...less, 'own-admin': 'understood' }, riverAdmin)).headers.get('location')).toBe('/')
  expect((await stored(riverAdmin))?.roles[0]?.role).toBe('office')
  expect((await save(admin, { ...less, 'own-admin': 'understood' })).status).toBe(409)
  expect(await stored(admin)).toEqual(admin)
})

test('a role at a unit that is gone stays until somebody takes it away', async () => {
  const { table, save, stored, see } = await scene()
  const lost = someone('lost', ['office', 'gone'], ['reporter', 'river'])
  await insertPerson(table, org, lost)
  expect(await see('/people?q=lost')).toContain('a unit that is gone')
  expect((await save(lost, { 'unit-0': 'gone', phone: '0912345678' })).status).toBe(422)
  expect((await save(lost, { 'role-0': '', 'unit-0': '' })).status).toBe(303)
  expect((await stored(lost))?.roles).toEqual([{ role: 'reporter', unitId: 'river' }])
})

test('a person is removed by the typed name, and is out at the very next request', async () => {
  const { app, signIn, postForm, versionOf, stored, audited, see } = await scene()
  const cookie = await signIn(office)
  const ask = async () => (await app.request('http://phieu.test/progress', { headers: { cookie } })).status
  expect(await ask()).toBe(200)
  const version = await versionOf(office)
  const remove = (fields: Record<string, string>) => postForm(path.personRemoval(office.id), fields, admin)
  expect((await remove({ version, typed: 'Office' })).status).toBe(422)
  expect((await remove({ version: '7', typed: 'office' })).status).toBe(409)
  expect((await remove({ version, typed: ' office ' })).headers.get('location')).toBe('/people')
  expect(await ask()).toBe(302)
  expect(await stored(office)).toBeUndefined()
  expect((await audited())[0]).toMatchObject({ verb: 'person.removed', details: 'office' })
  expect(await see('/people?q=office@')).toContain('Nobody matches')
  const self = await postForm(
    path.personRemoval(admin.id),
    { version: await versionOf(admin), typed: admin.name },
    admin,
  )
  expect(self.status).toBe(409)
})

test('the list is searched without accents, filtered by role, unit and state, and paged', async () => {
  const { table, see, request, signIn, app } = await scene()
  for (let n = 100; n < 160; n += 1)
    await insertPerson(table, org, { ...someone(`q${n}`, ['reporter', 'cell-3']), name: `Đặng Thị Hồng ${n}` })
  expect(await see('/people?q=dang+hong+117')).toContain('1 person on this page')
  expect(await see('/people?q=LEADER%40example')).toContain('2 people on this page')
  expect(await see('/people?role=inspector')).toContain('2 people on this page')
  expect(await see('/people?role=inspector&unit=R')).toContain('1 person on this page')
  expect(await see('/people?unit=nowhere')).toContain('0 people')
  expect(await see('/people?role=king&state=asleep&after=..')).toContain('50 people on this page')
  await app.request('http://phieu.test/progress', { headers: { cookie: await signIn(leader) } })
  expect(await see('/people?state=active&role=leader')).toMatch(/1 person on this page.*leader.*Last here/)
  const first = await (await request('/people?role=reporter', { as: admin })).text()
  const next = /href="(\/people\?role=reporter&amp;after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await see(next)).toContain('12 people on this page')
  expect(await see('/people?all=yes')).toContain('Choose nobody')
})
