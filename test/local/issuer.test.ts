// Signing in at the local home, from the first redirect to verified claims, as functions/api does it.

import * as oauth from 'oauth4webapi'
import { expect, onTestFinished, test } from 'vitest'
import { type Home, startHome } from '../../infra/local/home.ts'
import type { DemoAccount } from '../../infra/local/issuer.ts'
import { newBrowser } from './browser.ts'
import { temporaryDist, temporaryFolder } from './temporary.ts'

const accounts: DemoAccount[] = [
  {
    subject: 'an',
    name: 'Nguyễn Văn An',
    email: 'an@example.org',
    role: 'Văn phòng',
    roleEn: 'Office',
    unit: 'Đảng bộ Khối',
  },
  {
    subject: 'binh',
    name: 'Trần <b>Bình</b>',
    email: 'binh@example.org',
    role: 'Lãnh đạo',
    roleEn: 'Leader',
    unit: 'Chi bộ 1',
  },
]

async function start(): Promise<Home> {
  const home = await startHome({
    dataFolder: await temporaryFolder(),
    dist: await temporaryDist(),
    port: 0,
    tickEverySeconds: 0,
    accounts,
  })
  onTestFinished(home.stop)
  return home
}

const client: oauth.Client = { client_id: 'phieu' }
const insecure = { [oauth.allowInsecureRequests]: true }

async function discover(home: Home): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${home.url}/issuer`)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure))
}

async function begin(home: Home, change: Record<string, string> = {}) {
  const server = await discover(home)
  const verifier = oauth.generateRandomCodeVerifier()
  const url = new URL(server.authorization_endpoint ?? '')
  const asked = {
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: `${home.url}/sign-in/callback`,
    scope: 'openid email profile',
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...change,
  }
  for (const [name, value] of Object.entries(asked)) if (value !== '') url.searchParams.set(name, value)
  return { server, verifier, url: url.href, asked }
}

type Begun = Awaited<ReturnType<typeof begin>>

async function redeem({ server, verifier, asked }: Begun, callback: string) {
  const parameters = oauth.validateAuthResponse(server, client, new URL(callback), asked.state)
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    asked.redirect_uri,
    verifier,
    insecure,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, { expectedNonce: asked.nonce })
  await oauth.validateApplicationLevelSignature(server, answer, insecure)
  const claims = oauth.getValidatedIdTokenClaims(tokens)
  const told = await oauth.userInfoRequest(server, client, tokens.access_token, insecure)
  const person = await oauth.processUserInfoResponse(server, client, claims?.sub ?? '', told)
  return { ...claims, person }
}

const actionOf = (text: string) => /<form method="post" action="([^"]+)"/.exec(text)?.[1] ?? ''

test('choosing a person ends in verified claims, and the next sign-in asks again', async () => {
  const home = await start()
  const browser = newBrowser()
  for (const account of accounts) {
    const begun = await begin(home)
    const page = await browser.open(begun.url)
    expect(page.status).toBe(200)
    const back = await browser.send(
      `${home.url}${actionOf(page.text)}`,
      { account: account.subject },
      begun.asked.redirect_uri,
    )
    const { subject, name, email } = account
    expect(await redeem(begun, back.url)).toMatchObject({
      iss: `${home.url}/issuer`,
      aud: 'phieu',
      sub: subject,
      name,
      email,
      email_verified: true,
      locale: 'vi-VN',
      person: { sub: subject, name, email, email_verified: true },
    })
  }
})

test('the sign-in page is safe, bilingual and honest', async () => {
  const home = await start()
  const page = await newBrowser().open((await begin(home)).url)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.text).not.toMatch(/<script|<style|style="|<b>/)
  expect(page.text).toContain('lang="vi"')
  for (const words of [
    'không có mật khẩu',
    'there is no password',
    'Văn phòng',
    'Office',
    'Choose whom to sign in as',
    'Nguyễn Văn An',
    'Chi bộ\u00a01',
  ])
    expect(page.text).toContain(words)
  const styles = await fetch(`${home.url}/issuer/sign-in.css`)
  expect(styles.headers.get('content-type')).toBe('text/css; charset=utf-8')
})

test.each([
  ['a redirect to another site', { redirect_uri: 'https://evil.example/sign-in/callback' }, 'redirect_uri'],
  ['a redirect to another path', { redirect_uri: 'http://127.0.0.1:1/sign-in/callback' }, 'redirect_uri'],
  ['an unknown client', { client_id: 'other' }, 'invalid_client'],
])('%s is refused with a page, not followed', async (_, change, reason) => {
  const page = await newBrowser().open((await begin(await start(), change)).url)
  expect(page.status).toBe(400)
  expect(page.text).toContain('Không đăng nhập được')
  expect(page.text).toContain(reason)
})

test.each([
  ['no PKCE', { code_challenge: '', code_challenge_method: '' }],
  ['plain PKCE', { code_challenge_method: 'plain' }],
  ['tokens in the address', { response_type: 'id_token' }],
])('%s is refused', async (_, change) => {
  const begun = await begin(await start(), change)
  const page = await newBrowser().open(begun.url, begun.asked.redirect_uri)
  expect(page.url).toMatch(/error=(invalid_request|unsupported_response_type|unauthorized_client)/)
})

test('a code without its verifier, a stranger and a foreign form get nowhere', async () => {
  const home = await start()
  const begun = await begin(home)
  const browser = newBrowser()
  const action = `${home.url}${actionOf((await browser.open(begun.url)).text)}`
  expect((await browser.send(action, { account: 'nobody' })).status).toBe(400)
  expect((await newBrowser().send(action, { account: 'an' })).status).toBe(400)
  const foreign = await fetch(action, {
    method: 'POST',
    body: 'account=an',
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status).toBe(400)
  const back = await browser.send(action, { account: 'an' }, begun.asked.redirect_uri)
  const other = { ...begun, verifier: oauth.generateRandomCodeVerifier() }
  await expect(redeem(other, back.url)).rejects.toThrow(oauth.ResponseBodyError)
})
