import { expect, test } from 'vitest'
import { path } from '../../shared/paths.ts'
import { fakeIssuer, publicUrl, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField, pageText } from '../../test/support/desk.ts'
import { admin, org, store, unitId } from '../../test/support/scenario.ts'
import { readAudit } from '../store/audit.ts'
import { findOrganisation, listOrganisations } from '../store/organisation.ts'
import { insertPerson, listPeople } from '../store/people.ts'

const founder = { issuer: 'https://issuer.test', subject: 'an', verifiedEmail: 'An@phieu.example' }
const back = '/sign-in/callback?state=state-1&code=code-1'

/** An installation without an organisation, and a browser that keeps cookies. */
function scene(changes: Parameters<typeof testApi>[0] = {}) {
  const api = testApi({ issuer: fakeIssuer(founder), adminEmail: 'an@phieu.example', ...changes })
  const cookies = new Map<string, string>()
  const call = async (address: string, fields?: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: publicUrl, 'accept-language': 'en' }
    const init = fields ? { method: 'POST', body: new URLSearchParams(fields), headers } : { headers }
    const answer = await api.app.request(`${publicUrl}${address}`, init)
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  const signIn = async () => {
    await call('/sign-in')
    return call(back)
  }
  return { ...api, call, signIn, cookies }
}

const typed = {
  nameVi: 'Đảng ủy Khối',
  nameEn: 'Bloc committee',
  timeZone: 'Asia/Ho_Chi_Minh',
  unitName: 'Đảng bộ Khối',
  unitCode: 'K',
  unitLevel: 'khối',
  yourName: 'Nguyễn Văn An',
}

test('an empty installation: the administrator signs in, founds the organisation, and is led to what comes next', async () => {
  const { call, signIn, cookies, table, deps } = scene()
  expect((await call('/setup')).headers.get('location')).toBe('/sign-in')
  expect((await signIn()).headers.get('location')).toBe('/setup')
  expect([...cookies.keys()]).toEqual(['phieu-founder'])
  expect(await pageText(await call('/setup'))).toContain('This system holds nothing yet')
  expect((await call('/setup', typed)).headers.get('location')).toBe('/organisation/next-steps')
  expect([...cookies.keys()]).toEqual(['phieu-session'])
  // And so is the start page, until there is a campaign.
  expect((await call('/')).headers.get('location')).toBe('/organisation/next-steps')
  const next = await pageText(await call('/organisation/next-steps'))
  for (const words of ['Bloc committee', 'Import the tree of units', 'Invite people', 'Not yet'])
    expect(next).toContain(words)
  const [id, ...others] = await listOrganisations(table)
  if (!id) throw new Error('no organisation')
  expect(others).toEqual([])
  const { organisation, tree } = await deps.directory.organisation(id, testNow)
  expect(organisation).toMatchObject({
    name: { vi: 'Đảng ủy Khối', en: 'Bloc committee' },
    timeZone: 'Asia/Ho_Chi_Minh',
  })
  const [top] = [...tree.units.values()]
  expect(top).toMatchObject({ code: 'K', name: 'Đảng bộ Khối', level: 'khối', parentId: null })
  expect(await listPeople(table, id)).toMatchObject([
    { name: 'Nguyễn Văn An', email: 'an@phieu.example', roles: [{ role: 'admin', unitId: top?.id }] },
  ])
  const { entries } = await readAudit(table, id, testNow.slice(0, 7), { limit: 9 })
  expect(entries).toMatchObject([{ verb: 'organisation.founded', details: 'Đảng ủy Khối' }])
  expect((await call('/setup')).status).toBe(404)
  expect((await call('/setup', typed)).status).toBe(404)
  await call('/sign-out', {})
  expect((await signIn()).headers.get('location')).toBe('/')
})

test('what is missing is said at its field; another language keeps what was typed', async () => {
  const { call, signIn, table } = scene()
  await signIn()
  const faulty = await call('/setup', { ...typed, nameVi: '', timeZone: 'Mars/Olympus', unitCode: 'x'.repeat(41) })
  expect(faulty.status).toBe(422)
  const page = await faulty.text()
  for (const field of ['nameVi', 'timeZone', 'unitCode']) expect(page).toContain(`href="#${field}"`)
  expect(page).toContain('value="Đảng bộ Khối"')
  const empty = await (await call('/setup', {})).text()
  const said = ['nameVi', 'timeZone', 'unitName', 'unitCode', 'unitLevel', 'yourName'].map(
    (field) => new RegExp(`href="#${field}">([^<]+)<`).exec(empty)?.[1],
  )
  expect(new Set(said.filter(Boolean)).size).toBe(said.filter(Boolean).length)
  expect(said.slice(2)).not.toContain(undefined)
  const switched = await (await call('/setup', { ...typed, language: 'vi' })).text()
  expect(switched).toContain('value="Đảng ủy Khối"')
  expect(switched).toContain('<html lang="vi">')
  expect(await listOrganisations(table)).toEqual([])
})

test.each([
  ['another address', { issuer: fakeIssuer({ ...founder, verifiedEmail: 'eve@phieu.example' }) }],
  ['an address that nobody verified', { issuer: fakeIssuer({ ...founder, verifiedEmail: undefined }) }],
  ['no setting', { adminEmail: undefined }],
])('%s founds nothing', async (_, changes) => {
  const { call, signIn, table, cookies } = scene(changes)
  expect((await signIn()).status).toBe(403)
  expect(cookies.size).toBe(0)
  expect((await call('/setup', typed)).status).toBe(404)
  expect(await listOrganisations(table)).toEqual([])
})

test('two presses, also side by side, and a try that died half-way found one organisation with one founder', async () => {
  const { call, signIn, table } = scene()
  await signIn()
  const [one, two] = await Promise.all([call('/setup', typed), call('/setup', { ...typed, nameVi: 'Tên khác' })])
  expect([one.status, two.status]).toEqual([303, 303])
  const [id, ...others] = await listOrganisations(table)
  if (!id) throw new Error('no organisation')
  expect([others, (await listPeople(table, id)).length]).toEqual([[], 1])
  const { entries } = await readAudit(table, id, testNow.slice(0, 7), { limit: 9 })
  expect(entries.map(({ verb }) => verb)).toEqual(['organisation.founded'])
  await table.remove({ pk: 'ORGS', sk: id })
  await signIn()
  expect((await call('/setup', typed)).status).toBe(303)
  expect(await listOrganisations(table)).toEqual([id])
  expect((await listPeople(table, id)).length).toBe(1)
})

test('the organisation’s days off are read a line each, kept, recorded, and shown again', async () => {
  const api = testApi()
  await store(api.table)
  const page = async () => (await api.request(path.organisationSettings(), { as: admin })).text()
  const save = async (daysOff: string) => {
    const fields = { nameVi: 'Khối', nameEn: '', timeZone: 'Asia/Ho_Chi_Minh', daysOff }
    return api.postForm(
      path.organisationSettings(),
      { ...fields, version: hiddenField(await page(), 'version') },
      admin,
    )
  }
  const wrong = await save('30/2/2025')
  expect([wrong.status, (await wrong.text()).includes('href="#daysOff"')]).toEqual([422, true])
  expect((await save('2/9/2025\n28/1/2025 - 2/2/2025')).status).toBe(303)
  const stored = (await findOrganisation(api.table, org))?.organisation
  expect(stored?.daysOff).toEqual([
    { from: '2025-01-28', to: '2025-02-02' },
    { from: '2025-09-02', to: '2025-09-02' },
  ])
  expect(await page()).toContain('28/1/2025 - 2/2/2025\n2/9/2025</textarea>')
  const { entries } = await readAudit(api.table, org, testNow.slice(0, 7), { limit: 1 })
  expect(entries[0]?.details).toContain('28/1/2025 - 2/2/2025, 2/9/2025')
})

test('the organisation’s details: at the top alone, over the version that was shown', async () => {
  const api = testApi()
  await store(api.table)
  const page = await (await api.request(path.organisationSettings(), { as: admin })).text()
  const fields = { ...typed, timeZone: 'Asia/Bangkok', version: hiddenField(page, 'version') }
  const first = await api.postForm(path.organisationSettings(), fields, admin)
  expect(first.headers.get('location')).toBe('/organisation/settings?done=saved')
  const stored = async () => (await findOrganisation(api.table, org))?.organisation
  expect(await stored()).toMatchObject({ name: { vi: 'Đảng ủy Khối' }, timeZone: 'Asia/Bangkok' })
  const late = await api.postForm(path.organisationSettings(), { ...fields, nameVi: 'Của tôi' }, admin)
  const shown = await late.text()
  expect([
    late.status,
    shown.includes('value="Của tôi"'),
    shown.includes('Đảng ủy Khối; time zone Asia/Bangkok'),
  ]).toEqual([409, true, true])
  expect((await stored())?.name.vi).toBe('Đảng ủy Khối')
  const part = {
    ...admin,
    id: 'part-admin' as typeof admin.id,
    roles: [{ role: 'admin' as const, unitId: unitId('river') }],
  }
  await insertPerson(api.table, org, part)
  for (const address of [path.organisationSettings(), path.nextSteps()])
    expect((await api.request(address, { as: part })).status).toBe(403)
  expect((await api.postForm(path.organisationSettings(), fields, part)).status).toBe(403)
  const { tree } = await api.deps.directory.organisation(org, testNow)
  expect(tree.units.size).toBe(6)
})
