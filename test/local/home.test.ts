// The home as a whole, with small functions in place of the real ones: one door, one schedule, data that stay.

import { readFile, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openObjects } from '../../functions/objects.ts'
import { type Home, type HomeSettings, startHome } from '../../infra/local/home.ts'
import { eventually, type Fixtures, temporaryDist, temporaryFolder } from './temporary.ts'

const echo = `export const handler = async (event) => ({
  statusCode: event.rawPath === '/error' ? 'broken' : 200,
  headers: { 'content-type': 'application/octet-stream' },
  cookies: ['one=1; Path=/', 'two=2; Path=/'],
  body: event.rawPath === '/bytes' ? event.body : Buffer.from(JSON.stringify(event)).toString('base64'),
  isBase64Encoded: true,
})`

async function start(functions: Fixtures, settings: Partial<HomeSettings> = {}): Promise<Home> {
  const home = await startHome({
    dataFolder: await temporaryFolder(),
    dist: await temporaryDist(functions),
    port: 0,
    tickEverySeconds: 0,
    accounts: [],
    ...settings,
  })
  onTestFinished(home.stop)
  return home
}

/** A request under another name for this machine, which fetch doesn't allow. */
function ask(home: Home, host: string, path: string): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(home.url)
    const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location })
    })
    asked.on('error', reject).end()
  })
}

test('a request goes through as an event, and every byte comes back', async () => {
  const home = await start({ api: echo })
  const answer = await fetch(`${home.url}/reports/1?q=a%20b`, { headers: { cookie: 'a=1; b=2' } })
  expect(await answer.json()).toMatchObject({
    rawPath: '/reports/1',
    queryStringParameters: { q: 'a b' },
    cookies: ['a=1', 'b=2'],
    headers: { host: new URL(home.url).host, 'x-forwarded-proto': 'http' },
    requestContext: { http: { sourceIp: '127.0.0.1' } },
  })
  expect(answer.headers.getSetCookie()).toEqual(['one=1; Path=/', 'two=2; Path=/'])
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 253))
  const back = await fetch(`${home.url}/bytes`, { method: 'POST', body: bytes })
  expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true)
})

test("failures are answered in API Gateway's words", async () => {
  const throws = `export const handler = async () => { throw new Error('secret detail') }`
  const failing = await fetch((await start({ api: throws })).url)
  expect([failing.status, await failing.text()]).toEqual([500, '{"message":"Internal Server Error"}'])

  const home = await start({ api: echo })
  expect((await fetch(`${home.url}/error`)).status).toBe(500)
  for (const megabytes of [5, 11]) {
    const body = Buffer.alloc(megabytes * 1024 * 1024)
    const large = await fetch(`${home.url}/bytes`, { method: 'POST', body })
    expect([large.status, await large.text()]).toEqual([413, '{"message":"Request Entity Too Large"}'])
    const read = await fetch(`${home.url}/bytes`, { method: 'POST', body, headers: { accept: 'text/html,*/*' } })
    expect([read.status, read.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8'])
    const words = await read.text()
    for (const part of ['Tệp quá lớn', 'The file is too large', 'href="/"']) expect(words).toContain(part)
  }
})

test('there is one address: other spellings lead to it, other names are refused', async () => {
  const home = await start({ api: echo })
  const { port } = new URL(home.url)
  expect(home.url).toBe(`http://127.0.0.1:${port}`)
  expect(await ask(home, `localhost:${port}`, '/a?b=c')).toEqual({ status: 307, location: `${home.url}/a?b=c` })
  expect(await ask(home, `localhost:${port}`, '//evil.example/a')).toEqual({
    status: 307,
    location: `${home.url}//evil.example/a`,
  })
  expect((await ask(home, `evil.example:${port}`, '/issuer/auth')).status).toBe(421)
})

test('behind a proxy the public address counts, whatever name the proxy calls', async () => {
  const home = await start({ api: echo }, { publicUrl: 'https://phieu.example.org/' })
  expect(home.url).toBe('https://phieu.example.org')
  expect(home.env).toMatchObject({ PUBLIC_URL: home.url, OIDC_ISSUER: 'https://phieu.example.org/issuer' })
})

test.each([
  [{ publicUrl: 'phieu.example.org' }, 'PUBLIC_URL must be an address'],
  [{ host: '203.0.113.1' }, 'This machine has no address 203.0.113.1'],
])('%j is refused in words', async (settings, words) => {
  await expect(start({}, settings)).rejects.toThrow(words)
})

test('a port that was asked for and is taken is refused in words', async () => {
  const home = await start({})
  await expect(start({}, { port: Number(new URL(home.url).port) })).rejects.toThrow('is taken by another program')
})

const remember = `
import { appendFileSync } from 'node:fs'
export const handler = async (event) => {
  const line = JSON.stringify(event.Records ? { name: NAME, job: event.Records[0].body } : { name: NAME, event })
  appendFileSync(FILE, line + '\\n')
}`

test('the schedule ticks, and jobs reach the function behind their queue', async () => {
  const file = join(await temporaryFolder(), 'seen')
  const noting = (name: string) => `const NAME = '${name}', FILE = '${file}'${remember}`
  const home = await start({ schedule: noting('schedule'), render: noting('render') }, { tickEverySeconds: 1 })
  const send = (url = '', body = {}) =>
    fetch(home.endpoints.queue, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonSQS.SendMessage', authorization: 'AWS4-HMAC-SHA256 x' },
      body: JSON.stringify({ QueueUrl: url, MessageBody: JSON.stringify(body) }),
    })
  await send(home.env['REPORT_QUEUE_URL'], { report: 1 })
  await send(home.env['RENDER_QUEUE_URL'], { report: 2 })
  await home.idle()
  const seen = await eventually('a tick', async () => {
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    return lines.some((line) => line.includes('tick')) ? lines : undefined
  })
  expect(new Set(seen)).toEqual(
    new Set([
      '{"name":"schedule","job":"{\\"report\\":1}"}',
      '{"name":"render","job":"{\\"report\\":2}"}',
      '{"name":"schedule","event":{"kind":"tick"}}',
    ]),
  )
})

test('one home on a folder; after a stop another finds the same keys, readable by their owner only', async () => {
  const dataFolder = await temporaryFolder()
  const keysOf = async (home: Home) => (await fetch(`${home.url}/issuer/jwks`)).json()
  const first = await start({}, { dataFolder })
  const keys = await keysOf(first)
  await expect(start({}, { dataFolder })).rejects.toThrow(
    `already running on this data (${dataFolder}). Open ${first.url}`,
  )
  await first.stop()

  const second = await start({}, { dataFolder })
  expect(await keysOf(second)).toEqual(keys)
  expect((await stat(join(dataFolder, 'issuer.json'))).mode & 0o777).toBe(0o600)
})

test('a stop waits for a running request, but not for ever', async () => {
  const home = await start({
    api: `export const handler = async ({ rawPath }) => {
      await new Promise((resolve) => setTimeout(resolve, rawPath === '/slow' ? 60_000 : 200))
      return 'done'
    }`,
  })
  const soon = fetch(`${home.url}/soon`).then((answer) => answer.text())
  const never = fetch(`${home.url}/slow`).then(
    (answer) => answer.status,
    () => 'cut',
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  const before = Date.now()
  await home.stop()
  expect(Date.now() - before).toBeLessThan(2_000)
  expect(await soon).toBe('done')
  expect(await never).toBe('cut')
})

test('a link to a large object leads through the door, as it was signed and not otherwise', async () => {
  const home = await start({ api: echo })
  vi.stubEnv('AWS_ACCESS_KEY_ID', home.env['AWS_ACCESS_KEY_ID'] ?? '')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', home.env['AWS_SECRET_ACCESS_KEY'] ?? '')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { AWS_REGION = '', BUCKET_NAME = '', S3_ENDPOINT, S3_PUBLIC_ENDPOINT } = home.env
  const objects = openObjects({ AWS_REGION, BUCKET_NAME, S3_ENDPOINT, S3_PUBLIC_ENDPOINT })
  const bytes = Buffer.from(Array.from({ length: 5_000_000 }, (_, index) => index % 251))
  await objects.put('evidence/a/b/c', bytes, 'image/jpeg')
  await objects.put('evidence/a/b/d', bytes, 'image/jpeg')
  const link = await objects.presign('evidence/a/b/c', { seconds: 60, disposition: 'attachment; filename="a b.jpg"' })
  expect(link.startsWith(`${home.url}/`)).toBe(true)
  const answer = await fetch(link, { headers: { 'sec-fetch-site': 'same-origin' } })
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="a b.jpg"')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const over = await objects.presign('evidence/a/b/c', { seconds: 0, disposition: 'attachment' })
  const changed = [link.replace('evidence/a/b/c', 'evidence/a/b/d'), link.replace('Expires=60', 'Expires=6000')]
  for (const other of [...changed, link.replace(/\?.*$/, ''), over])
    expect((await fetch(other)).status, other).toBe(403)
})

test('a home that began with nothing offers its founder alone, and knows so at the next start', async () => {
  const dataFolder = await temporaryFolder()
  const dist = await temporaryDist()
  const begin = (settings: Partial<HomeSettings>) =>
    startHome({ dataFolder, dist, port: 0, tickEverySeconds: 0, starter: true, ...settings })
  const first = await begin({ empty: true })
  expect(first).toMatchObject({ isEmpty: true, accounts: [{ roleEn: 'Administrator' }] })
  expect(first.env['ADMIN_EMAIL']).toBe(first.accounts[0]?.email)
  await first.stop()
  const second = await begin({})
  expect(second.isEmpty).toBe(true)
  await second.stop()
  const other = await start({})
  expect([other.isEmpty, other.env['ADMIN_EMAIL']]).toEqual([false, undefined])
})
