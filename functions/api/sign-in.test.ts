import { expect, test } from 'vitest'
import { fakeIssuer, publicUrl, testApi, testNow } from '../../test/support/api.ts'
import { inspector, leader, org, store } from '../../test/support/scenario.ts'
import { claimEmail } from '../store/identities.ts'
import { safeReturn } from './sign-in.ts'

const identity = { issuer: 'https://issuer.test', subject: 'subject-1', verifiedEmail: leader.email }

async function scene(
  who: Parameters<typeof fakeIssuer>[0] = identity,
  settings: { now?: () => string; publicUrl?: string } = {},
) {
  const api = testApi({ issuer: fakeIssuer(who), ...settings })
  await store(api.table)
  await claimEmail(api.table, leader.email, { organisationId: org, personId: leader.id })
  const cookies = new Map<string, string>()
  /** A browser: keeps cookies, follows nothing. */
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await api.request(path, { ...init, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return { ...api, cookies, call }
}

const back = '/sign-in/callback?state=state-1&code=code-1'

test('signing in leads to the issuer, back, and to where one wanted to go', async () => {
  const { call, cookies } = await scene()
  const away = await call('/sign-in?returnTo=/reports')
  expect(away.headers.get('location')).toContain('https://issuer.test/authorize?state=state-1')
  const home = await call(back)
  expect({ status: home.status, to: home.headers.get('location') }).toEqual({ status: 303, to: '/reports' })
  expect([...cookies.keys()]).toEqual(['phieu-session'])
  expect((await call('/reports')).status).toBe(200)
})

test('cookies are HttpOnly and Lax; over TLS also Secure and bound to the host', async () => {
  const plain = (await (await scene()).call('/sign-in')).headers.getSetCookie()
  expect(plain[0]).toMatch(/^phieu-login=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
  const secure = await scene(identity, { publicUrl: 'https://phieu.test' })
  expect((await secure.call('/sign-in')).headers.getSetCookie()[0]).toMatch(
    /^__Host-phieu-login=.*HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('the table holds neither token in the clear', async () => {
  const { call, cookies, table } = await scene()
  await call('/sign-in')
  await call(back)
  const token = cookies.get('phieu-session') ?? ''
  expect(token).toHaveLength(43)
  if (!('items' in table)) throw new Error('not a table in memory')
  expect(JSON.stringify([...(table.items as Map<string, unknown>)])).not.toContain(token)
})

test('a sign-in works once, and in the browser that began it', async () => {
  const { call, cookies } = await scene()
  expect((await call(back)).status).toBe(400)
  await call('/sign-in')
  const login = cookies.get('phieu-login') ?? ''
  await call(back)
  cookies.set('phieu-login', login)
  const again = await call(back)
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Sign')
})

test('a callback with another state, a person nobody invited and an address nobody verified are refused', async () => {
  const wrong = await scene()
  await wrong.call('/sign-in')
  expect((await wrong.call('/sign-in/callback?state=other&code=c')).status).toBe(400)
  for (const who of [
    { ...identity, verifiedEmail: 'stranger@example.org' },
    { ...identity, verifiedEmail: undefined },
  ]) {
    const { call, cookies } = await scene(who)
    await call('/sign-in')
    expect((await call(back)).status).toBe(403)
    expect(cookies.size).toBe(0)
  }
})

test('a subject that was seen is known by it alone, whatever its address says later', async () => {
  const { call, table } = await scene()
  await call('/sign-in')
  await call(back)
  const later = testApi({ table, issuer: fakeIssuer({ ...identity, verifiedEmail: inspector.email }) })
  const started = await later.request('/sign-in')
  const cookie = (started.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const done = await later.request(back, { headers: { cookie } })
  const session = done.headers.getSetCookie().find((line) => line.startsWith('phieu-session=')) ?? ''
  const page = await later.request('/progress', { headers: { cookie: session.split(';')[0] ?? '' } })
  expect(page.status).toBe(200)
})

test('a session ends by signing out, and by time', async () => {
  let now = testNow
  const { call, cookies } = await scene(identity, { now: () => now })
  await call('/sign-in')
  await call(back)
  const old = cookies.get('phieu-session') ?? ''
  await call('/sign-out', { method: 'POST' })
  expect(cookies.size).toBe(0)
  cookies.set('phieu-session', old)
  expect((await call('/progress')).headers.get('location')).toBe('/sign-in?returnTo=%2Fprogress')
  cookies.clear()
  await call('/sign-in')
  await call(back)
  now = '2013-03-01T12:00:01.000Z'
  expect((await call('/progress')).status).toBe(302)
})

test.each([
  ['/reports', '/reports'],
  ['/campaigns/a/periods/2013-H1/progress', '/campaigns/a/periods/2013-H1/progress'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['https://evil.test', '/'],
  ['javascript:alert(1)', '/'],
  ['/a\r\nset-cookie: x=1', '/'],
  [undefined, '/'],
])('returning to %s leads to %s', (asked, led) => {
  expect(safeReturn(asked)).toBe(led)
})

test('a form sent from another site is refused, one of our own is not', async () => {
  const { app } = await scene()
  const send = (headers: Record<string, string>) =>
    app.request(`${publicUrl}/sign-out`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    })
  expect((await send({ origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({})).status).toBe(403)
  expect((await send({ origin: publicUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})
