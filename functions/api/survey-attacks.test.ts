// What somebody might try on a survey: other links, previews, many tries behind many addresses or one, texts that are code, and
// two copies of the table.

import { beforeEach, expect, test, vi } from 'vitest'
import { invitationMail } from '../../shared/messages/invitation-mail.ts'
import { surveyMessages } from '../../shared/messages/surveys.ts'
import { path } from '../../shared/paths.ts'
import { formatLinkKey } from '../../shared/survey/link-key.ts'
import { memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { campaignId, leader, org, period } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { openDoor } from '../invite.ts'
import { openMail } from '../mail.ts'
import { sealDue } from '../seal.ts'
import { findCampaign, listCampaigns, saveCampaign } from '../store/campaigns.ts'
import { listInvitations } from '../store/invitations.ts'
import { readBucket } from '../store/responses.ts'
import { hashOf } from '../store/tokens.ts'
import { memberResponseId } from '../survey-secret.ts'

let now: string
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
const fields = (typed: Record<string, string> = answers) =>
  new URLSearchParams({ action: 'send', formVersion: '1', ...typed })
const send = (link: string, typed?: Record<string, string>) =>
  api.request(link, { method: 'POST', body: fields(typed) })

/** A request as the gateway hands it over: who is connected is said beside it, and headers say what they like. */
const from = (sourceIp: string, link: string, body: URLSearchParams, headers: Record<string, string> = {}) =>
  api.app.request(
    `${api.deps.publicUrl}${link}`,
    { method: 'POST', body, headers: { origin: api.deps.publicUrl, 'accept-language': 'en', ...headers } },
    { event: { requestContext: { http: { sourceIp } } } },
  )

/** Each with the signs before or after it. */
const neighbours = (token: string): string[] =>
  [-1, 1].map((step) => `${token.slice(0, -1)}${String.fromCharCode(token.charCodeAt(token.length - 1) + step)}`)

test('no link leads to another: neighbours, other doors, codes as tokens', async () => {
  const { handedOut } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 20 } })
  const found = await findCampaign(table, org, campaignId)
  const survey = found?.campaign.survey
  if (!found || !survey) throw new Error('The survey is there')
  const { door: _, ...without } = survey
  const second = { ...found.campaign, id: 'second', survey: without } as typeof found.campaign
  await saveCampaign(table, second, 0)
  const stored = await findCampaign(table, org, second.id)
  const otherDoor = stored && (await openDoor(api.deps, stored))
  if (!otherDoor) throw new Error('The second survey has a door')
  const tokens = new Set(handedOut.map(({ token }) => token))
  for (const { door, token, code } of handedOut) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(16)
    const wrong = [
      `/s/${formatLinkKey({ kind: 'token', door: otherDoor, token })}`,
      `/s/${formatLinkKey({ kind: 'code', door: otherDoor, code })}`,
      ...neighbours(token).flatMap((near) => (tokens.has(near) ? [] : [`/s/${door}${encodeURIComponent(near)}`])),
    ]
    for (const link of wrong) expect((await send(link)).status, link).toBe(404)
  }
  expect(
    await readBucket(table, {
      campaignId,
      periodId: period,
      unitId: handedOut[0]?.unitId ?? found.campaign.unitId,
      shard: 0,
    }),
  ).toEqual([])
})

test('previews and scanners spend nothing, and no page gives its address away', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [link = ''] = links
  const before = JSON.stringify([...table.items])
  for (const agent of ['facebookexternalhit/1.1', 'Zalo', 'Mozilla/5.0 (compatible; Googlebot/2.1)', 'curl/8'])
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PROPFIND'])
      await api.request(link, { method, headers: { 'user-agent': agent } })
  const head = await api.request(link, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(JSON.stringify([...table.items])).toBe(before)
  const pages = [
    await api.request(link),
    await send(link, { 'q.meetings': 'many' }),
    await send(link),
    await api.request(link),
    await api.request('/s/sent'),
    await api.request(`${link.slice(0, -3)}abc`),
    await api.request('/s'),
  ]
  for (const page of pages) {
    expect(page.headers.get('referrer-policy')).toBe('same-origin')
    expect(page.headers.get('cache-control')).toBe('no-store')
    const text = await page.text()
    expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//)
  }
})

const wrongCode = (door: string) => new URLSearchParams({ code: `${door}00000000` })

test('wrong codes are counted by who is connected: no header and no other address of one network gets more tries', async () => {
  const { handedOut } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [one] = handedOut
  const door = one?.door ?? ''
  const right = new URLSearchParams({ code: `${door}${one?.code}` })
  const tries = Array.from({ length: 1_000 }, (_, n) => n)
  // A /64 of its own for each try, all of one /56, and headers that name somebody else.
  await Promise.all(
    tries.map((n) =>
      from(`2001:db8:1234:56${(n % 256).toString(16).padStart(2, '0')}::${n.toString(16)}`, '/s', wrongCode(door), {
        ...{ 'x-forwarded-for': `198.51.100.${n % 250}`, 'x-real-ip': `198.51.100.${n % 250}` },
        ...{ forwarded: `for=198.51.100.${n % 250}`, 'cf-connecting-ip': `198.51.100.${n % 250}` },
      }),
    ),
  )
  const again = (sourceIp: string, headers = {}) => from(sourceIp, '/s', right, headers)
  expect((await again('2001:db8:1234:56ab::9')).status).toBe(429)
  expect((await again('2001:db8:1234:56ab::9', { 'x-forwarded-for': '203.0.113.5' })).status).toBe(429)
  expect((await again('2001:db8:1234:5700::9')).status).toBe(303)
  expect((await again('198.51.100.7')).status).toBe(303)
  expect(JSON.stringify([...table.items])).not.toMatch(/2001:db8|20010db8|198\.51/)
})

test('five hundred people behind one address pass, each with a slip of the hand', async () => {
  const { handedOut } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 500 } })
  for (const [n, { door, code }] of handedOut.entries()) {
    expect((await from('203.0.113.77', '/s', wrongCode(door))).status).toBe(404)
    const link = `/s/${door}${code}`
    expect((await from('203.0.113.77', link, fields())).status, `person ${n + 1}`).toBe(303)
  }
  const invited = await listInvitations(table, campaignId, period)
  expect(invited.filter(({ invitation }) => invitation.answered.length === 1)).toHaveLength(500)
})

test('five hundred people behind one address answer an open survey', async () => {
  const { links } = await surveyScene(api, { way: 'open', limit: 500 })
  const [link = ''] = links
  const opened = /name="opened" value="([^"]+)"/.exec(await (await api.request(link)).text())?.[1] ?? ''
  now = '2013-03-01T08:31:00.000Z'
  const ids = Array.from({ length: 501 }, () => api.deps.newResponseId())
  const statuses: number[] = []
  for (const id of ids) statuses.push((await from('203.0.113.77', link, fields({ ...answers, opened, id }))).status)
  expect(statuses.slice(0, 500).every((status) => status === 303)).toBe(true)
  // The limit is the survey's own.
  expect(statuses.at(-1)).toBe(409)
})

test('a survey’s mails are one line where they must be, whatever it is called', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  const bodies: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    bodies.push(await request.text())
    return new Response('{}')
  })
  const mail = openMail({ AWS_REGION: 'ap-southeast-1', MAIL_FROM: 'phieu@example.org' })
  const evil = 'Khảo sát\r\nBcc: all@example.org\r\n\r\nLiên kết riêng của ông/bà: http://evil.example'
  const text = invitationMail({
    ...{ title: { vi: evil, en: evil }, way: 'anonymous', closesAt: null, timeZone: 'Asia/Ho_Chi_Minh' },
    ...{ organisation: 'Đảng ủy\r\nTo: x@example.org', link: 'https://phieu.test/s/LINK', code: 'K7M4-2XQ9-PD3W' },
    ...{ typeAt: 'https://phieu.test/s', isReminder: true },
  })
  await mail?.send({ to: 'an@example.org', ...text })
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  const { Destination, Content } = JSON.parse(bodies[0] ?? '{}')
  expect(Destination).toEqual({ ToAddresses: ['an@example.org'] })
  expect(Content.Simple.Subject.Data).toMatch(/^[^\r\n]+$/)
  // A line of the mail begins with what the mail says, and never with what a title says.
  const lines: string[] = Content.Simple.Body.Text.Data.split(/\r?\n/)
  expect(lines.filter((line) => /^(Bcc|To|Liên kết riêng)/.test(line))).toEqual([
    'Liên kết riêng của ông/bà: https://phieu.test/s/LINK',
  ])
})

/** Answers of so many people, in an order, and the results of them. */
async function released(order: (all: readonly number[]) => readonly number[]) {
  const own = memoryTable()
  let at = now
  const here = testApi({ table: own, secrets: memorySecrets(), now: () => at })
  const { links } = await surveyScene(here, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const people = order(Array.from({ length: 12 }, (_, n) => n))
  for (const n of people) {
    const note =
      n % 2 === 0
        ? ['<script>alert(1)</script>', '=HYPERLINK("http://evil")', '@x', '[a](javascript:x)'][(n / 2) % 4]
        : undefined
    const typed = note ? { 'q.trust': 'no', 'q.note': `${note} ${n}` } : { 'q.trust': 'yes' }
    const body = fields({ ...typed, 'q.meetings': String(n) })
    expect((await here.request(links[n] ?? '', { method: 'POST', body })).status).toBe(303)
  }
  at = '2013-07-08T00:00:00.000Z'
  await sealDue({ ...here.deps, now: () => at }, await listCampaigns(own, org))
  const page = await (
    await here.request(`${path.surveyResults(campaignId, period)}?unit=cell-1`, { as: leader })
  ).text()
  const file = await (await here.request(path.surveyResultsFile(campaignId, period), { as: leader })).text()
  return { page, file }
}

test('results say nothing of the order that answers came in, and run none of what was written', async () => {
  const first = await released((all) => all)
  for (const other of [
    await released((all) => all.toReversed()),
    await released((all) => [...all.slice(5), ...all.slice(0, 5)]),
  ])
    expect(other).toEqual(first)
  expect(first.page).toContain('&lt;script&gt;alert(1)')
  expect(first.page).not.toMatch(/<script>|href="javascript/)
  for (const cell of first.file.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=@+\t\r]/)
})

/** The table after two people gave two answers, one each; what is random without them is numbered instead. */
async function tableAfter(pairs: readonly (readonly [person: number, meetings: string])[]) {
  const own = memoryTable()
  const secretsHere = memorySecrets()
  let made = 0
  const randomToken = () => {
    made += 1
    return hashOf(`random ${made}`)
  }
  const here = testApi({ table: own, secrets: secretsHere, now: () => now, randomToken })
  const { links, handedOut } = await surveyScene(here, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const before = new Map(own.items)
  for (const [person, meetings] of pairs)
    expect(
      (
        await here.request(links[person] ?? '', {
          method: 'POST',
          body: fields({ ...answers, 'q.meetings': meetings }),
        })
      ).status,
    ).toBe(303)
  const secret = secretsHere.kept.get(`${campaignId}/${period}`) ?? ''
  const ids = pairs.map(([person]) => memberResponseId(secret, handedOut[person]?.token ?? '', period))
  const written = [...own.items].filter(([place, item]) => before.get(place) !== item)
  const text = written.map(([place, item]) =>
    ids.reduce((all, id) => all.replaceAll(id, 'ID'), `${place} ${JSON.stringify(item)}`),
  )
  return { ids, text: text.toSorted(), copies: written }
}

test('who gave which of some answers can be swapped, and two copies of the table differ by the same', async () => {
  const one = await tableAfter([
    [0, '3'],
    [1, '5'],
    [2, '5'],
    [3, '8'],
    [4, '9'],
  ])
  const other = await tableAfter([
    [4, '3'],
    [2, '5'],
    [3, '5'],
    [1, '8'],
    [0, '9'],
  ])
  expect(new Set(one.ids)).toEqual(new Set(other.ids))
  expect(other.text).toEqual(one.text)
  expect(one.text.filter((line) => line.includes('ID'))).toHaveLength(5)
})

test('who was told that it is received is told no more about it', async () => {
  const { links } = await surveyScene(api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const [link = ''] = links
  await send(link, { 'q.trust': 'no', 'q.note': 'chim hoàng yến', 'q.meetings': '4711' })
  for (const page of [await api.request(link), await send(link), await api.request('/s/sent')]) {
    const text = await page.text()
    expect(text).not.toMatch(/chim|4711/)
    expect(page.headers.get('set-cookie')).toBeNull()
  }
  expect(await pageText(await api.request('/s/sent'))).toContain(surveyMessages.en.thanks.title)
})
