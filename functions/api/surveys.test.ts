// Members answer: by link, by code, by an open link; once; and nothing joins an anonymous answer to its giver.

import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { surveyMessages } from '../../shared/messages/surveys.ts'
import { printedCode } from '../../shared/survey/link-key.ts'
import { memberPersonId } from '../../shared/survey/member-id.ts'
import { memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { campaignId, leader, period, unitId } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { listInvitations } from '../store/invitations.ts'
import { readBucket } from '../store/responses.ts'
import { hashOf } from '../store/tokens.ts'

let now = '2013-03-01T08:30:00.000Z'
let api: TestApi
let table: ReturnType<typeof memoryTable>
let secrets: ReturnType<typeof memorySecrets>
beforeEach(() => {
  now = '2013-03-01T08:30:00.000Z'
  table = memoryTable()
  secrets = memorySecrets()
  api = testApi({ table, secrets, now: () => now })
})

const answers = { 'q.trust': 'yes', 'q.meetings': '7' }
const m = surveyMessages.en

/** What a browser would send: the page's own fields, and what was chosen. */
async function fill(link: string, typed: Record<string, string> = answers, more: RequestInit = {}) {
  const shown = await (await api.request(link, more)).text()
  const fields = new URLSearchParams()
  for (const [tag] of shown.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = '', value = ''] = /name="([^"]*)" value="([^"]*)"/.exec(tag) ?? []
    if (name && name !== 'language') fields.set(name, value)
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  fields.set('action', 'send')
  return fields
}
const send = (link: string, fields: URLSearchParams) => api.request(link, { method: 'POST', body: fields })
const stored = async (unit = 'bloc') =>
  readBucket(api.table, { campaignId, periodId: period, unitId: unitId(unit), shard: 0 })

test('a link opens one page that says what it is, and spends nothing', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [link = ''] = links
  for (let time = 0; time < 3; time += 1) {
    const page = await api.request(link)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    const markup = await page.clone().text()
    // A slow phone has no second round trip to make before it shows something: the sheet stands in the page, and only that one may.
    const sheet = markup.match(/<style>(.*?)<\/style>/s)?.[1] ?? ''
    const hash = createHash('sha256').update(sheet).digest('base64')
    expect(sheet).not.toBe('')
    expect(markup).not.toContain('rel="stylesheet"')
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}'`)
    expect(await pageText(page)).toContain('Anonymous, about 1 minute: nobody learns what you answered')
  }
  const sent = await send(link, await fill(link))
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/s/sent'])
  expect(await pageText(await api.request('/s/sent'))).toContain(m.thanks.title)
})

test('an answer counts once: later, from another device, or fifty times at once', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [first = '', second = ''] = links
  const fields = await fill(first)
  const all = await Promise.all(Array.from({ length: 50 }, () => send(first, fields)))
  expect(all.every(({ status }) => status === 303 || status === 200)).toBe(true)
  const other = await send(first, await fill(second, { 'q.trust': 'no' }))
  expect(await pageText(other)).toContain('Your answer has been received')
  expect(await pageText(await api.request(first))).toContain('Your answer has been received')
  expect(await stored('cell-1')).toHaveLength(1)
  await send(second, await fill(second))
  expect(await stored('cell-1')).toHaveLength(2)
})

test('a printed code opens the same invitation, in small letters and without hyphens too', async () => {
  const { handedOut } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [one] = handedOut
  if (!one) throw new Error('somebody is invited')
  const code = printedCode(one.door, one.code)
  const led = await api.postForm('/s', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` })
  expect(led.status).toBe(303)
  const link = led.headers.get('location') ?? ''
  expect(link).toBe(`/s/${one.door}${one.code}`)
  expect((await send(link, await fill(link))).status).toBe(303)
  expect(await pageText(await api.request(`/s/${one.door}${one.token}`))).toContain('Your answer has been received')
  expect(await pageText(await api.request(link))).toContain('Your answer has been received')
})

test('wrong, early, closed: each its own page', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [link = '', another = ''] = links
  for (const wrong of ['/s/none', '/s/ZZZZabcdefghijklmnopqr', `${link.slice(0, -2)}xx`]) {
    const page = await api.request(wrong)
    expect(page.status).toBe(404)
    expect(await pageText(page)).toContain('This link or code does not work')
  }
  await send(another, await fill(another))
  now = '2012-12-31T00:00:00.000Z'
  expect(await pageText(await api.request(link))).toContain('not open')
  now = '2013-07-01T00:00:00.000Z'
  const fields = new URLSearchParams({ action: 'send', formVersion: '1', ...answers })
  expect((await send(link, fields)).status).toBe(409)
  expect((await api.request(link)).status).toBe(409)
  // Who answered still hears so.
  expect(await pageText(await api.request(another))).toContain('Your answer has been received')
})

test('too many wrong codes from one network stop codes there, and links go on', async () => {
  const { handedOut, links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [one] = handedOut
  for (let tries = 0; tries < 1_000; tries += 1) await api.postForm('/s', { code: `${one?.door}00000000` })
  const refused = await api.postForm('/s', { code: `${one?.door}${one?.code}` })
  expect(refused.status).toBe(429)
  expect((await api.request(links[0] ?? '')).status).toBe(200)
  now = '2013-03-02T08:30:00.000Z'
  expect((await api.postForm('/s', { code: `${one?.door}${one?.code}` })).status).toBe(303)
})

test('what is wrong is said beside its question, and nothing is spent', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [link = ''] = links
  const back = await send(link, await fill(link, { 'q.meetings': 'many' }))
  expect(back.status).toBe(422)
  const text = await back.text()
  expect(text).toContain('value="many"')
  expect(await stored('cell-1')).toEqual([])
  expect((await send(link, await fill(link))).status).toBe(303)
})

test('nothing that is stored holds a time, an address, a name or a token beside an answer', async () => {
  const canary = '7777'
  const { handedOut, links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12, 'cell-2': 3 } })
  const before = new Map(table.items)
  const session = { as: leader, headers: { 'user-agent': 'Canary/9.9', 'x-forwarded-for': '203.0.113.77' } }
  for (const link of [links[0] ?? '', links.at(-1) ?? '']) {
    const fields = await fill(link, { 'q.trust': 'no', 'q.meetings': canary, 'q.note': 'chim hoàng yến' }, session)
    const sent = await api.request(link, { method: 'POST', body: fields, ...session })
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([303, null])
  }
  const changed = [...table.items].filter(([place, item]) => before.get(place) !== item && !place.includes('SESSION#'))
  const withAnswer = changed.filter(([, item]) => JSON.stringify(item).includes(canary))
  expect(withAnswer).toHaveLength(2)
  const allText = JSON.stringify(changed)
  for (const secret of [...handedOut.slice(0, 1), ...handedOut.slice(-1)].flatMap(({ token, code }) => [token, code]))
    expect(allText).not.toContain(secret)
  for (const [place, item] of withAnswer) {
    const text = `${place} ${JSON.stringify(item)}`
    for (const { token, name = '', code } of handedOut)
      for (const trace of [token, hashOf(token), name, code, 'cell-2', 'Canary', '203.0.113', leader.id])
        expect(text).not.toContain(trace)
    expect(text).not.toContain('2013-03-01')
    expect(item).toMatchObject({ t: '2013-01-01T00:00:00.000Z', p: '', h: '' })
  }
  // The three of cell-2 are too few to be kept at their own unit.
  expect(await stored('cell-2')).toEqual([])
  const flags = await listInvitations(api.table, campaignId, period)
  expect(flags.filter(({ invitation }) => invitation.answered.length > 0)).toHaveLength(2)
  for (const { invitation } of flags) expect(invitation.sealed === undefined).toBe(invitation.answered.length > 0)
  // With the secret and the whole table, and without the links, no answer can be told from another.
  expect([...secrets.kept.keys()]).toContain(`${campaignId}/${period}`)
})

test('a named survey keeps who answered, an open one takes anybody, up to its limit', async () => {
  const { handedOut, links } = await surveyScene(api, { way: 'named', invited: { 'cell-1': 2 } })
  const [link = ''] = links
  expect(await pageText(await api.request(link))).toContain('Under your name')
  await send(link, await fill(link))
  const [answer] = await stored('cell-1')
  expect(answer?.by).toBe(memberPersonId({ hash: hashOf(handedOut[0]?.token ?? '') }))
  expect(answer?.receivedAt).toBe(now)
})

test('an open survey: one link for all, within its limit; what is too fast is asked again', async () => {
  const { links } = await surveyScene(api, { way: 'open', limit: 2 })
  const [link = ''] = links
  expect(link).toHaveLength('/s/K7M4'.length)
  const hasty = await send(link, await fill(link))
  expect(hasty.status).toBe(422)
  expect(await hasty.text()).toContain('Please send again')
  const sendLater = async (typed = answers as Record<string, string>) => {
    const fields = await fill(link, typed)
    now = new Date(Date.parse(now) + 5_000).toISOString()
    return send(link, fields)
  }
  expect((await sendLater({ ...answers, website: 'http://spam.example' })).status).toBe(422)
  expect((await sendLater({ ...answers, opened: `2013-01-01T00:00:00.000Z.${'A'.repeat(43)}` })).status).toBe(422)
  const fields = await fill(link)
  now = new Date(Date.parse(now) + 5_000).toISOString()
  expect((await send(link, fields)).status).toBe(303)
  // A retry of the same page is the same answer.
  expect((await send(link, fields)).status).toBe(303)
  expect(await stored()).toHaveLength(1)
})
