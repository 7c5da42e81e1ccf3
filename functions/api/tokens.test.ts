// API tokens: made and shown once, what opens with them and what never does, and when they end.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { pdf } from '../../shared/evidence/evidence-fixture.ts'
import { describeProblem } from '../../shared/messages/problem.ts'
import { type Scope, scopes } from '../../shared/organisation/api-token.ts'
import { path } from '../../shared/paths.ts'
import { problem } from '../../shared/problems.ts'
import { publicUrl, testApi, testNow } from '../../test/support/api.ts'
import { hiddenField } from '../../test/support/desk.ts'
import { digestOf } from '../../test/support/evidence.ts'
import { aRequest } from '../../test/support/export-scene.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import {
  aSubmission,
  campaignId,
  inspector,
  leader,
  org,
  period,
  reporter,
  responseId,
  store,
  unitId,
} from '../../test/support/scenario.ts'
import { insertToken, listTokens } from '../store/api-tokens.ts'
import { readAudit } from '../store/audit.ts'
import { key } from '../store/keys.ts'
import { buryPerson, findVersionedPerson, insertPerson, replacePerson } from '../store/people.ts'
import { insertLink } from '../store/personal-links.ts'
import { insertSession } from '../store/sessions.ts'
import { routes } from './routes.ts'

let forms = 0
/** What a page makes for its form. */
const newForm = () => `form-of-a-test-${forms++}`

async function scene(now = () => testNow) {
  const table = memoryTable()
  const api = testApi({ now, table })
  await store(table)
  /** A token made without the page. */
  const tokenOf = async (
    person = inspector,
    held: readonly Scope[] = scopes,
    expiresAt = '2013-05-01T00:00:00.000Z',
  ) => {
    const text = `phieu_${api.deps.randomToken()}`
    const owner = { organisationId: org, personId: person.id }
    await insertToken(api.table, text, { ...owner, name: 'Test', scopes: [...held], createdAt: now(), expiresAt })
    return text
  }
  /** As a program asks: no cookies, no origin, no language. */
  const ask = (at: string, authorization?: string, init: RequestInit = {}) =>
    api.app.request(`${publicUrl}${at}`, {
      ...init,
      headers: { ...(authorization === undefined ? {} : { authorization }), ...Object(init.headers) },
    })
  const progress = path.api.progress(campaignId, period)
  return { ...api, table, tokenOf, ask, progress }
}

test('the page that shows a token, sent again, makes no second one', async () => {
  const { postForm, request, table } = await scene()
  const form = hiddenField(await (await request(path.apiTokens(), { as: leader })).text(), 'form')
  const fields = { name: 'Máy', scope: 'campaigns:read', days: '30', form }
  const answers = [await postForm(path.apiTokens(), fields, leader), await postForm(path.apiTokens(), fields, leader)]
  expect(answers.map(({ status }) => status)).toEqual([200, 409])
  expect(await answers[1]?.text()).toContain(describeProblem(problem.tokenShownOnce(), 'en', 'Asia/Ho_Chi_Minh').title)
  expect(await listTokens(table, org, leader.id)).toHaveLength(1)
  expect((await readAudit(table, org, '2013-03', { limit: 10 })).entries).toHaveLength(1)
  expect((await postForm(path.apiTokens(), { ...fields, form: '' }, leader)).status).toBe(400)
})

test('a token is made on the page, shown once, and stored as its hash alone', async () => {
  const { postForm, request, table, ask, progress } = await scene()
  const fields = { name: ' Máy tổng hợp ', scope: 'campaigns:read', days: '30' }
  const made = await postForm(path.apiTokens(), { ...fields, form: newForm() }, leader)
  expect(made.status).toBe(200)
  const text = /<code>(phieu_[\w-]{43})<\/code>/.exec(await made.text())?.[1] ?? ''
  expect(text).not.toBe('')
  expect(JSON.stringify([...table.items.values()])).not.toContain(text.slice(6))
  const [stored] = await listTokens(table, org, leader.id)
  expect(stored).toMatchObject({
    usedAt: undefined,
    token: { name: 'Máy tổng hợp', scopes: ['campaigns:read'], expiresAt: '2013-03-31T00:00:00.000Z' },
  })
  expect(stored?.token.id).toBe(`t${createHash('sha256').update(text).digest('base64url')}`)
  const page = await (await request(path.apiTokens(), { as: leader })).text()
  expect(page).toContain('Máy tổng hợp')
  expect(page).not.toContain(text)
  expect((await ask(progress, `Bearer ${text}`)).status).toBe(200)
  const { entries } = await readAudit(table, org, '2013-03', { limit: 10 })
  expect(entries).toMatchObject([{ verb: 'token.made', by: leader.id, details: 'Máy tổng hợp: campaigns:read' }])
})

test.each([
  [{ name: '', scope: 'units:read', days: '30' }, '#name'],
  [{ name: 'x'.repeat(61), scope: 'units:read', days: '30' }, '#name'],
  [{ name: 'Máy', days: '30' }, '#scopes'],
  [{ name: 'Máy', scope: 'everything', days: '30' }, '#scopes'],
])('%j makes no token, and comes back as it was filled in', async (fields, link) => {
  const { postForm, table } = await scene()
  const answer = await postForm(path.apiTokens(), { ...fields, form: newForm() }, leader)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(`href="${link}"`)
  expect(page).toContain('<option value="30" selected')
  expect(await listTokens(table, org, leader.id)).toEqual([])
  expect((await readAudit(table, org, '2013-03', { limit: 10 })).entries).toEqual([])
})

test('a token works for a year at most, and a person has twenty', async () => {
  const { postForm, table } = await scene()
  const fields = { name: 'Máy', scope: 'units:read' }
  await postForm(path.apiTokens(), { ...fields, form: newForm(), days: '366' }, leader)
  expect((await listTokens(table, org, leader.id)).map(({ token }) => token.expiresAt)).toEqual([
    '2013-05-30T00:00:00.000Z',
  ])
  for (let n = 1; n < 20; n += 1) await postForm(path.apiTokens(), { ...fields, form: newForm(), days: '365' }, leader)
  expect((await postForm(path.apiTokens(), { ...fields, form: newForm(), days: '30' }, leader)).status).toBe(409)
  expect(await listTokens(table, org, leader.id)).toHaveLength(20)
})

test('the scheme in any case; anything else is refused as RFC 6750 says', async () => {
  const { ask, tokenOf, progress } = await scene()
  const text = await tokenOf(leader)
  for (const scheme of ['Bearer', 'bearer', 'BEARER'])
    expect((await ask(progress, `${scheme} ${text}`)).status).toBe(200)
  const refused = async (authorization?: string) => {
    const answer = await ask(progress, authorization)
    const { code } = await answer.json()
    return [answer.status, code, answer.headers.get('www-authenticate'), answer.headers.get('content-type')]
  }
  const json = 'application/problem+json; charset=utf-8'
  expect(await refused()).toEqual([401, 'access.not-signed-in', 'Bearer realm="phieu"', json])
  expect(await refused('Basic bGVhZGVyOng=')).toEqual([401, 'access.not-signed-in', 'Bearer realm="phieu"', json])
  const malformed = [400, 'access.authorization-malformed', 'Bearer realm="phieu", error="invalid_request"', json]
  for (const one of ['Bearer', 'Bearer ', `Bearer ${text} ${text}`, 'Bearer tiếng', `Bearer ${'x'.repeat(300)}`])
    expect(await refused(Buffer.from(one).toString('latin1'))).toEqual(malformed)
  const invalid = [401, 'access.token-invalid', 'Bearer realm="phieu", error="invalid_token"', json]
  for (const one of ['Bearer x', `Bearer ${text}x`, `Bearer ${text.slice(6)}`, `Bearer phieu_${'a'.repeat(43)}`])
    expect(await refused(one)).toEqual(invalid)
})

test('a token opens what its scopes name, and its owner may', async () => {
  const { ask, tokenOf, progress } = await scene()
  const narrow = `Bearer ${await tokenOf(leader, ['responses:read'])}`
  const answer = await ask(progress, narrow)
  expect(answer.status).toBe(403)
  expect(answer.headers.get('www-authenticate')).toBe(
    'Bearer realm="phieu", error="insufficient_scope", scope="campaigns:read"',
  )
  // All scopes, and still no more than an inspector.
  const inspectors = `Bearer ${await tokenOf(inspector)}`
  expect((await (await ask(progress, inspectors)).json()).code).toBe('access.role-missing')
  const asked = JSON.stringify(aRequest())
  expect((await ask(path.api.exports(), inspectors, { method: 'POST', body: asked })).status).toBe(403)
})

test('every address for programs names a scope, and no page ever opens with a token', async () => {
  const { ask, tokenOf } = await scene()
  for (const { path: at, scope, needs } of routes)
    if (needs.who !== 'anyone') expect([at, scope !== undefined]).toEqual([at, at.startsWith('/api/')])
  const bearer = `Bearer ${await tokenOf(leader)}`
  for (const page of [path.exports(), path.progress(), path.apiTokens(), path.reports()]) {
    const answer = await ask(page, bearer)
    expect([page, answer.status, answer.headers.get('location')?.slice(0, 9)]).toEqual([page, 302, '/sign-in?'])
  }
  const revoke = await ask(path.exports(), bearer, {
    method: 'POST',
    body: new URLSearchParams({ campaign: campaignId }),
  })
  expect(revoke.status).toBe(403)
})

test('a program needs no origin, with any kind of body; a browser with cookies alone still does', async () => {
  const { ask, tokenOf, signIn } = await scene()
  const bearer = `Bearer ${await tokenOf(inspector, ['responses:write'])}`
  const send = (id: number, headers: Record<string, string>, authorization?: string) =>
    ask(path.api.responses(), authorization, {
      method: 'POST',
      body: JSON.stringify(aSubmission({ id: responseId(id) })),
      headers,
    })
  expect((await send(1, { 'content-type': 'application/json' }, bearer)).status).toBe(201)
  expect((await send(2, { 'content-type': 'text/plain' }, bearer)).status).toBe(201)
  const cookie = await signIn(inspector)
  expect((await send(3, { 'content-type': 'text/plain', cookie })).status).toBe(403)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const place = `${path.api.evidenceBase(campaignId, period, unitId('cell-1'))}/${sha256}`
  const query = `size=${pdf.length}&partSize=32768&type=file`
  const part = await ask(`${place}/parts/1?${query}`, bearer, {
    method: 'PUT',
    body: Buffer.from(pdf),
    headers: { 'content-type': 'application/octet-stream', 'content-digest': digestOf(pdf) },
  })
  expect(part.status).toBe(204)
  expect((await ask(`${place}/complete?${query}`, bearer, { method: 'POST' })).status).toBe(201)
})

test('cookies that come along with a token count for nothing', async () => {
  const { ask, tokenOf, signIn, progress } = await scene()
  const cookie = await signIn(leader)
  const asInspector = `Bearer ${await tokenOf(inspector)}`
  expect((await ask(progress, asInspector, { headers: { cookie } })).status).toBe(403)
  expect((await ask(progress, 'Bearer phieu_unknown', { headers: { cookie } })).status).toBe(401)
  // A proxy's own password is nobody's token.
  expect((await ask(progress, 'Basic bGVhZGVyOng=', { headers: { cookie } })).status).toBe(200)
})

test('a token ends when it is revoked, when it expires, and with its owner', async () => {
  let now = testNow
  const { ask, tokenOf, table, request, postForm, progress } = await scene(() => now)
  const status = async (text: string) => (await ask(progress, `Bearer ${text}`)).status
  const revoked = await tokenOf(leader)
  expect(await status(revoked)).toBe(200)
  const [{ token } = { token: undefined }] = await listTokens(table, org, leader.id)
  if (!token) throw new Error('no token')
  const question = path.tokenRevocation(token.id)
  expect((await request(question, { as: inspector })).status).toBe(404)
  expect((await postForm(question, {}, inspector)).status).toBe(404)
  expect(await (await request(question, { as: leader })).text()).toContain('“Test”')
  expect(await status(revoked)).toBe(200)
  expect((await postForm(question, {}, leader)).status).toBe(303)
  expect(await status(revoked)).toBe(401)
  expect((await readAudit(table, org, '2013-03', { limit: 10 })).entries[0]?.verb).toBe('token.revoked')

  const expiring = await tokenOf(leader, scopes, '2013-03-02T00:00:00.000Z')
  expect(await status(expiring)).toBe(200)
  now = '2013-03-02T00:00:00.000Z'
  expect(await status(expiring)).toBe(401)

  const orphan = await tokenOf(leader)
  const found = await findVersionedPerson(table, org, leader.id)
  if (!found) throw new Error('no leader')
  await buryPerson(table, org, found, { at: now, by: inspector.id })
  expect(await status(orphan)).toBe(401)
})

test('roles are read at each request, and an address that changed hands ends its tokens', async () => {
  let now = testNow
  const { ask, tokenOf, table, progress } = await scene(() => now)
  const text = await tokenOf(leader)
  const expected = async () => (await (await ask(progress, `Bearer ${text}`)).json()).expected
  expect(await expected()).toBe(3)
  await table.remove(key.person(org, leader.id))
  await insertPerson(table, org, { ...leader, roles: [{ role: 'leader', unitId: unitId('lake') }] })
  expect(await expected()).toBe(1)
  now = '2013-03-01T00:00:05.000Z'
  const found = await findVersionedPerson(table, org, leader.id)
  if (!found) throw new Error('no leader')
  const since = Date.parse(now) / 1_000
  await replacePerson(
    table,
    org,
    { ...found.person, email: 'other@example.org' },
    { version: found.version, sessionsSince: since },
  )
  expect((await ask(progress, `Bearer ${text}`)).status).toBe(401)
})

test('when it was last used is noted once an hour', async () => {
  let now = '2013-03-01T00:00:00.000Z'
  const { ask, tokenOf, table, progress } = await scene(() => now)
  const text = await tokenOf(leader)
  const usedAt = async () => {
    await ask(progress, `Bearer ${text}`)
    return (await listTokens(table, org, leader.id))[0]?.usedAt
  }
  expect(await usedAt()).toBe('2013-03-01T00:00:00.000Z')
  now = '2013-03-01T00:59:59.000Z'
  expect(await usedAt()).toBe('2013-03-01T00:00:00.000Z')
  now = '2013-03-01T01:00:00.000Z'
  expect(await usedAt()).toBe('2013-03-01T01:00:00.000Z')
})

test('whoever came in by a personal link makes no token', async () => {
  const { table, deps, request } = await scene()
  const link = deps.randomToken()
  await insertLink(table, link, {
    ...{ organisationId: org, personId: reporter.id, createdAt: testNow, createdBy: leader.id },
    ...{ expiresAt: '2013-05-01T00:00:00.000Z', units: [unitId('bloc')] },
  })
  const session = deps.randomToken()
  const id = createHash('sha256').update(link).digest('base64url')
  await insertSession(
    table,
    session,
    { organisationId: org, personId: reporter.id, link: id },
    '2999-01-01T00:00:00.000Z',
  )
  const answer = await request(path.apiTokens(), {
    method: 'POST',
    body: new URLSearchParams({ name: 'Máy', scope: 'units:read', days: '30' }),
    headers: { cookie: `phieu-session=${session}` },
  })
  expect(answer.status).toBe(403)
  expect(await listTokens(table, org, reporter.id)).toEqual([])
})

test('what a program does is in the audit log with the name of its token', async () => {
  const { ask, tokenOf, table } = await scene()
  const bearer = `Bearer ${await tokenOf(leader, ['exports:make'])}`
  expect((await ask(path.api.exports(), bearer, { method: 'POST', body: JSON.stringify(aRequest()) })).status).toBe(202)
  const { entries } = await readAudit(table, org, '2013-03', { limit: 10 })
  expect(entries).toMatchObject([{ verb: 'export.asked-for', by: leader.id, details: 'csv · API: Test' }])
})
