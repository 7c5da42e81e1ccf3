// The post office of the local home: what the functions send lies in the outbox, and nobody else puts anything there.

import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openMail } from '../../functions/mail.ts'
import { type Home, startHome } from '../../infra/local/home.ts'
import { startMail } from '../../infra/local/mail.ts'
import { outboxPage } from '../../infra/local/outbox.tsx'
import { newBrowser } from './browser.ts'
import { temporaryDist, temporaryFolder } from './temporary.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})

async function office() {
  const folder = await temporaryFolder()
  const { endpoint, outbox, stop } = await startMail(folder)
  onTestFinished(stop)
  const mail = openMail({ AWS_REGION: 'local', MAIL_FROM: 'phieu@home.example', MAIL_ENDPOINT: endpoint })
  if (!mail) throw new Error('no mail')
  const send = (to: string, subject = 'Mời dùng Phiếu') => mail.send({ to, subject, text: `Kính gửi ${to}` })
  return { folder, endpoint, outbox, send }
}

test('what was sent is there, the newest first, page by page, readable by its owner only', async () => {
  const { folder, outbox, send } = await office()
  for (const n of [1, 2, 3]) expect(await send(`an${n}@example.org`)).toBe('sent')
  await send('AN2@example.org')
  const first = await outbox.page(3)
  expect(first.messages.map(({ to }) => to)).toEqual(['AN2@example.org', 'an3@example.org', 'an2@example.org'])
  expect(first.messages[1]).toMatchObject({ subject: 'Mời dùng Phiếu', text: 'Kính gửi an3@example.org' })
  const second = await outbox.page(3, first.next)
  expect(second).toMatchObject({ messages: [{ to: 'an1@example.org' }], next: undefined })
  expect(await outbox.addresses()).toEqual(['an2@example.org', 'an3@example.org', 'an1@example.org'])
  for (const name of await readdir(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
})

test('what is no mail is refused in words, and a browser is turned away', async () => {
  const { endpoint, outbox, send } = await office()
  expect(await send('nobody')).toBe('refused')
  const address = `${endpoint}/v2/email/outbound-emails`
  const headers = { authorization: 'AWS4-HMAC-SHA256 x' }
  const post = async (body: string, more: Record<string, string> = headers) => {
    const answer = await fetch(address, { method: 'POST', body, headers: more })
    return { status: answer.status, said: await answer.text() }
  }
  expect(await post('{}')).toMatchObject({ status: 400, said: expect.stringContaining('Destination') })
  expect(await post('no json')).toMatchObject({ status: 400 })
  expect(await post('{}', {})).toMatchObject({ status: 403 })
  expect(await post('{}', { ...headers, origin: 'https://evil.example' })).toMatchObject({ status: 403 })
  expect((await outbox.page(10)).messages).toEqual([])
})

test('the page shows a message as it was written: links lead on, markup is text', () => {
  const text = 'Mở http://127.0.0.1:8787/sign-in?a=1.\n<script>alert(1)</script>'
  const page = outboxPage([{ at: '2026-01-01T00:00:00.000Z', to: 'an@example.org', subject: '<b>', text }], 'n', false)
  expect(page).toContain('<a href="http://127.0.0.1:8787/sign-in?a=1">http://127.0.0.1:8787/sign-in?a=1</a>.')
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain('<h2>&lt;b&gt;</h2>')
  expect(page).toContain('href="/outbox?before=n"')
  expect(outboxPage([], undefined, false)).toContain('Chưa có thư nào')
})

async function startAHome(): Promise<Home> {
  const settings = { dataFolder: await temporaryFolder(), dist: await temporaryDist(), port: 0, tickEverySeconds: 0 }
  const home = await startHome({ ...settings, accounts: [] })
  onTestFinished(home.stop)
  return home
}

test('the outbox lies behind the home’s door, and whoever was written to can sign in', async () => {
  const home = await startAHome()
  const { MAIL_FROM, MAIL_ENDPOINT } = home.env
  const mail = openMail({ AWS_REGION: 'local', MAIL_FROM, MAIL_ENDPOINT })
  await mail?.send({ to: 'Binh@example.org', subject: 'Mời', text: 'Xin chào' })
  const page = await newBrowser().open(home.outbox)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Binh@example.org')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-store')
  const asked = { client_id: 'phieu', response_type: 'code', redirect_uri: `${home.url}/sign-in/callback` }
  const challenge = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' }
  const query = new URLSearchParams({ ...asked, ...challenge, scope: 'openid email', state: 's', nonce: 'n' })
  const choice = await newBrowser().open(`${home.url}/issuer/auth?${query}`)
  expect(choice.text).toContain('value="mail|binh@example.org"')
})
