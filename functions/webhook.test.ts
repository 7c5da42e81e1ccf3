// Calling other people's servers: signatures as somebody else checks them, and every way in which an address could lead inside.

import type { lookup } from 'node:dns'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { isPublic } from './public-address.ts'
import { openWebhooks, refusedUrl, signed } from './webhook.ts'

/** The check as a receiver writes it, by another library than the one that signs. */
async function isGenuine(secret: string, headers: Readonly<Record<string, string>>, body: string): Promise<boolean> {
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(secret.replace('whsec_', '')), hmac, false, ['verify'])
  const content = new TextEncoder().encode(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
  for (const one of (headers['webhook-signature'] ?? '').split(' ')) {
    const [version, signature = ''] = one.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytes(signature), content))) return true
  }
  return false
}

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`

test('signs as the specification’s own example', () => {
  const example = signed(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000).toISOString(),
    '{"test": 2432232314}',
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  )
  expect(example.headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('another implementation verifies it, with either secret of a rotation, and nothing that was changed', async () => {
  const { headers, body } = signed('msg_1', '2013-07-15T01:00:00.000Z', '{"á":1}', [secret, other])
  expect(await isGenuine(secret, headers, body)).toBe(true)
  expect(await isGenuine(other, headers, body)).toBe(true)
  expect(await isGenuine(`whsec_${Buffer.alloc(32).toString('base64')}`, headers, body)).toBe(false)
  expect(await isGenuine(secret, headers, `${body} `)).toBe(false)
  expect(await isGenuine(secret, { ...headers, 'webhook-id': 'msg_2' }, body)).toBe(false)
  expect(await isGenuine(secret, { ...headers, 'webhook-timestamp': '1373850001' }, body)).toBe(false)
})

async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
const message = signed('msg_1', '2013-07-15T01:00:00.000Z', '{"event":"report.ready"}', [secret])
const home = { WEBHOOKS_TO: 'loopback' } as const

test('what is sent is what was signed', async () => {
  const seen: { headers: Record<string, string>; body: string; url: string | undefined }[] = []
  const port = await listening(async (request, response) => {
    seen.push({ headers: request.headers as Record<string, string>, body: await text(request), url: request.url })
    response.writeHead(204).end()
  })
  expect(await openWebhooks(home).post(`http://127.0.0.1:${port}/hook?x=1`, message)).toEqual({ ok: true })
  const [one] = seen
  expect(one).toMatchObject({ url: '/hook?x=1', body: message.body, headers: { 'content-type': 'application/json' } })
  expect(await isGenuine(secret, one?.headers ?? {}, one?.body ?? '')).toBe(true)
})

test('an error, a redirection, silence, an answer without an end', async () => {
  const called: string[] = []
  const port = await listening((request, response) => {
    called.push(request.url ?? '')
    if (request.url === '/error') response.writeHead(503).end('busy')
    if (request.url === '/away') response.writeHead(307, { location: '/inside' }).end()
    if (request.url === '/endless') {
      response.writeHead(200)
      const go = () => void response.write('x'.repeat(8_192), () => setImmediate(go))
      go()
    }
  })
  const at = (place: string) => `http://127.0.0.1:${port}${place}`
  const webhooks = openWebhooks(home)
  expect(await webhooks.post(at('/error'), message)).toEqual({ ok: false, reason: 'answered', status: 503 })
  expect(await webhooks.post(at('/away'), message)).toEqual({ ok: false, reason: 'redirected', status: 307 })
  expect(await webhooks.post(at('/endless'), message)).toEqual({ ok: true })
  expect(await openWebhooks(home, { waitsMs: 1_000 }).post(at('/silence'), message)).toEqual({
    ok: false,
    reason: 'too-slow',
  })
  expect(called).toEqual(['/error', '/away', '/endless', '/silence'])
  const gone = await listening(() => undefined)
  expect(await openWebhooks({}).post(`http://127.0.0.1:${gone}`, message)).toEqual({ ok: false, reason: 'url-refused' })
})

/** A resolver that says for any name what is given, and how often it was asked. */
function resolving(...addresses: readonly string[]) {
  let asked = 0
  const resolver = ((_: string, __: object, callback: (error: null, found: object[]) => void) => {
    asked += 1
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as unknown as typeof lookup
  return { resolver, asked: () => asked }
}

const inside = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    'fc00::1',
    'fd00:ec2::254',
  ],
  ...['fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001:0:4136:e378::'],
]

test.each(inside)(
  '%s is not called: by its number, as the answer for a name, or beside a public one',
  async (address) => {
    expect(isPublic(address)).toBe(false)
    const host = address.includes(':') ? `[${address}]` : address
    expect(refusedUrl(`https://${host}/hook`, {})).toBe('not-public')
    for (const answers of [[address], ['93.184.215.14', address]]) {
      const { resolver } = resolving(...answers)
      const posted = await openWebhooks({}, { lookup: resolver }).post('https://hook.example/', message)
      expect(posted).toEqual({ ok: false, reason: 'not-public' })
    }
  },
)

test('at home this machine may be called, and its neighbours may not', () => {
  const refusals = [
    'http://127.0.0.1:9/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/',
    'ftp://127.0.0.1/',
  ]
  expect(refusals.map((url) => refusedUrl(url, home))).toEqual([
    undefined,
    undefined,
    'not-public',
    'not-public',
    'url-refused',
  ])
})

test.each([
  'http://hook.example/',
  'https://user:password@hook.example/',
  'https://user@hook.example/',
  'file:///etc/passwd',
  'gopher://hook.example/',
  'javascript:alert(1)',
  'hook.example',
  '',
])('%s is no address to call', async (url) => {
  expect(refusedUrl(url, {})).toBe('url-refused')
  expect(await openWebhooks({}).post(url, message)).toEqual({ ok: false, reason: 'url-refused' })
})

test('numbers in other spellings are the same numbers', () => {
  for (const host of ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '①②⑦.0.0.1', '[::ffff:7f00:1]'])
    expect(refusedUrl(`https://${host}/`, {}), host).toBe('not-public')
})

test('a name is resolved once, and the connection goes to what was checked', async () => {
  const called: string[] = []
  const port = await listening((request, response) => {
    called.push(request.headers.host ?? '')
    response.end()
  })
  const { resolver, asked } = resolving('127.0.0.1')
  const posted = await openWebhooks(home, { lookup: resolver }).post(`http://rebinding.example:${port}/`, message)
  expect([posted, asked(), called]).toEqual([{ ok: true }, 1, [`rebinding.example:${port}`]])
  // The same name, where only public addresses are called.
  const refused = await openWebhooks({}, { lookup: resolver }).post(`https://rebinding.example:${port}/`, message)
  expect([refused, called.length]).toEqual([{ ok: false, reason: 'not-public' }, 1])
})

test('public addresses are public', () => {
  for (const address of [
    '93.184.215.14',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:2800:21f:cb07::1',
    '2a00:1450::1',
  ])
    expect(isPublic(address), address).toBe(true)
  for (const text of ['', 'localhost', '999.1.1.1', '8.8.8.8/8']) expect(isPublic(text)).toBe(false)
})
