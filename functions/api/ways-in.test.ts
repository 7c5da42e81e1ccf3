import { expect, test, vi } from 'vitest'
import { asId, PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { publicUrl, testApi, testNow } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { admin, leader, office, org, reporter, store, unitId } from '../../test/support/scenario.ts'
import type { Mail } from '../mail.ts'
import { readAudit } from '../store/audit.ts'
import { findVersionedPerson, insertPerson } from '../store/people.ts'
import { changePerson, removePerson } from '../store/people-changes.ts'
import { findSeen } from '../store/seen.ts'

const stranger = (id: string, changes: Partial<Person> = {}): Person => ({
  ...office,
  id: asId(PersonId, id),
  ...changes,
})
const riverAdmin = stranger('river-admin', { roles: [{ role: 'admin', unitId: unitId('river') }] })

async function scene(changes: Parameters<typeof testApi>[0] = {}) {
  let now = testNow
  const api = testApi({ now: () => now, ...changes })
  await store(api.table)
  const { tree } = await api.deps.directory.organisation(org, now)
  const whole = { table: api.table, org, tree }
  const makeLink = async (person: Person = reporter, as: Person = admin) => {
    const page = await (await api.postForm(path.personLinks(person.id), {}, as)).text()
    return /value="http:\/\/phieu\.test(\/enter\/[\w-]{43})"/.exec(page)?.[1] ?? ''
  }
  /** Presses the button of a link; answers what the browser then is. */
  const enter = async (address: string, cookie = '') => {
    const answer = await api.app.request(`${publicUrl}${address}`, {
      method: 'POST',
      headers: { origin: publicUrl, cookie },
    })
    return { status: answer.status, cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' }
  }
  const goes = async (cookie: string) => (await api.app.request(`${publicUrl}/visits`, { headers: { cookie } })).status
  const versioned = async ({ id }: Person) => {
    const found = await findVersionedPerson(api.table, org, id)
    if (!found) throw new Error('nobody')
    return found
  }
  const at = (iso: string) => {
    now = iso
  }
  return { ...api, whole, makeLink, enter, goes, versioned, at }
}

test('a link is shown once; to look at it changes nothing, to press opens a session as that person', async () => {
  const { makeLink, enter, goes, request, table, app } = await scene()
  const address = await makeLink()
  const before = JSON.stringify([...('items' in table ? (table.items as Map<string, unknown>) : [])])
  for (let looks = 0; looks < 3; looks += 1) {
    const page = await app.request(`${publicUrl}${address}`, { headers: { 'accept-language': 'en' } })
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    const html = await page.text()
    expect(html).toContain('You are reporter')
    expect(html.match(/(href|src)="(?!\/|#)[^"]*"/g)).toBeNull()
  }
  expect(JSON.stringify([...('items' in table ? (table.items as Map<string, unknown>) : [])])).toBe(before)
  const { status, cookie } = await enter(address)
  expect([status, await goes(cookie)]).toEqual([303, 200])
  const page = await pageText(await request(path.person(reporter.id), { as: admin }))
  expect(page).toContain('Last used 01 Mar 2013')
  expect(page).not.toContain(address.replace('/enter/', ''))
})

test('the token is in no item, no log line and no entry of the audit log', async () => {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
  const { makeLink, enter, table } = await scene()
  const address = await makeLink()
  const token = address.replace('/enter/', '')
  const { cookie } = await enter(address)
  await enter(`${address}x`)
  await enter(address, cookie)
  const entries = await readAudit(table, org, testNow.slice(0, 7), { limit: 50 })
  expect(entries.entries).toMatchObject([{ verb: 'person.link-made', unitId: 'river', details: 'reporter' }])
  const items = 'items' in table ? [...(table.items as Map<string, unknown>)] : []
  expect(JSON.stringify([entries, items, lines])).not.toContain(token)
  vi.restoreAllMocks()
})

test('the link serves again and again, and each press gets a session of its own that ends the one before', async () => {
  const { makeLink, enter, goes } = await scene()
  const address = await makeLink()
  const one = await enter(address)
  const two = await enter(address, one.cookie)
  expect(two.cookie).not.toBe(one.cookie)
  expect([await goes(one.cookie), await goes(two.cookie)]).toEqual([302, 200])
})

test.each([
  ['revoked', 'This link was revoked'],
  ['removed', 'This link was revoked'],
  ['expired', 'has expired'],
  ['outgrown', 'have changed'],
])('a link that is %s opens nothing, and neither does a session that it opened', async (how, words) => {
  const { makeLink, enter, goes, app, whole, versioned, postForm, at, request } = await scene()
  await insertPerson(whole.table, org, riverAdmin)
  const address = await makeLink(reporter, how === 'outgrown' ? riverAdmin : admin)
  const { cookie } = await enter(address)
  expect(await goes(cookie)).toBe(200)
  if (how === 'revoked') {
    const page = await (await request(path.person(reporter.id), { as: admin })).text()
    const revocation = /action="([^"]*\/revocation)"/.exec(page)?.[1] ?? ''
    expect((await postForm(revocation, {}, admin)).status).toBe(303)
  }
  if (how === 'removed') await removePerson(whole, await versioned(reporter), { at: testNow, by: admin.id })
  if (how === 'expired') at('2013-05-31T00:00:00.000Z')
  const promoted: Person = { ...reporter, roles: [...reporter.roles, { role: 'leader', unitId: unitId('bloc') }] }
  if (how === 'outgrown') await changePerson(whole, await versioned(reporter), promoted, testNow)
  const page = await app.request(`${publicUrl}${address}`, { headers: { 'accept-language': 'en' } })
  expect([page.status, await pageText(page)]).toEqual([404, expect.stringContaining(words)])
  expect((await enter(address)).status).toBe(404)
  expect(await goes(cookie)).toBe(302)
})

test('a wrong, short or endless token leads to a page of its own', async () => {
  const { makeLink, app } = await scene()
  const address = await makeLink()
  for (const wrong of [
    `${address}x`,
    address.slice(0, -1),
    `/enter/${'a'.repeat(3_000)}`,
    '/enter/%2e%2e%2f',
    '/enter/%00',
  ]) {
    const page = await app.request(`${publicUrl}${wrong}`, { headers: { 'accept-language': 'en' } })
    expect(page.status, wrong).toBe(404)
  }
})

test('a form of another site can’t press the button', async () => {
  const { makeLink, app } = await scene()
  const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }
  expect((await app.request(`${publicUrl}${await makeLink()}`, { method: 'POST', headers })).status).toBe(403)
})

test('an invitation goes to the person’s own address, in Vietnamese, with a way to sign in', async () => {
  const { postForm, mails, table } = await scene()
  const answer = await postForm(path.personInvitation(office.id), {}, admin)
  expect(answer.headers.get('location')).toBe('/people/office?done=invited')
  expect(mails).toEqual([
    {
      to: 'office@example.org',
      subject: 'Mời vào hệ thống Phiếu của Khối',
      text: expect.stringMatching(/^Kính gửi office,\n[\s\S]*admin mời[\s\S]*http:\/\/phieu\.test\/sign-in\n/),
    },
  ])
  expect((await findSeen(table, org, office.id)).invitedAt).toBe(testNow)
})

test('without a sender, or to an address that is refused, nothing is said to be sent', async () => {
  const off = await scene({ mail: undefined })
  expect((await off.postForm(path.personInvitation(office.id), {}, admin)).status).toBe(409)
  expect(await pageText(await off.request(path.person(office.id), { as: admin }))).toContain('No sender is set')
  const { postForm, table, mails } = await scene()
  const refused = stranger('refused', { email: 'refused@example.org' })
  await insertPerson(table, org, refused)
  expect((await postForm(path.personInvitation(refused.id), {}, admin)).status).toBe(422)
  expect(mails).toEqual([])
  expect((await findSeen(table, org, refused.id)).invitedAt).toBeUndefined()
})

test('several are invited at once, one mail each; who has no address is named', async () => {
  const { postForm, mails, table, request } = await scene()
  const { email, ...noAddress } = stranger('no-address', { name: 'Bí thư không thư' })
  await insertPerson(table, org, noAddress)
  const body = new URLSearchParams([office, leader, noAddress].map(({ id }) => ['person', id]))
  const said = await pageText(await request(path.peopleInvitations(), { method: 'POST', body, as: admin }))
  expect(said).toContain('2 mails were sent')
  expect(said).toContain('Bí thư không thư : no e-mail address')
  expect(mails.map(({ to }) => to)).toEqual([office.email, leader.email])
  const none = await postForm(path.peopleInvitations(), {}, admin)
  expect(none.headers.get('location')).toBe('/people?chosen=nobody')
  const entries = (await readAudit(table, org, testNow.slice(0, 7), { limit: 9 })).entries
  expect(entries.map(({ verb, subject }) => [verb, subject]).sort()).toEqual([
    ['person.invited', '/people/leader'],
    ['person.invited', '/people/office'],
  ])
})

test('a mail service that breaks off takes nothing from those who have their mails: they are named in the log', async () => {
  const sent: string[] = []
  const mail: Mail = {
    send: async ({ to }) => {
      if (sent.length === 1) throw new Error('Mail: SendEmail answered 503')
      sent.push(to)
      return 'sent'
    },
  }
  const { table, request } = testApi({ mail })
  await store(table)
  const body = new URLSearchParams([office, leader].map(({ id }) => ['person', id]))
  const said = await pageText(await request(path.peopleInvitations(), { method: 'POST', body, as: admin }))
  expect(said).toContain('1 mail was sent')
  expect(said).toContain('send it again later')
  const { entries } = await readAudit(table, org, testNow.slice(0, 7), { limit: 9 })
  expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([['person.invited', '/people/office']])
})

test('slips: a link and a code for each of those in one’s care', async () => {
  const { request, enter } = await scene()
  const body = new URLSearchParams([reporter, leader].map(({ id }) => ['person', id]))
  const html = await (await request(path.peopleSlips(), { method: 'POST', body, as: admin })).text()
  const links = [...html.matchAll(/<code>http:\/\/phieu\.test(\/enter\/[\w-]{43})<\/code>/g)].map(
    ([, link]) => link ?? '',
  )
  expect(links).toHaveLength(2)
  expect(html.match(/<svg class="qr"/g)).toHaveLength(2)
  for (const link of links) expect((await enter(link)).status).toBe(303)
})
