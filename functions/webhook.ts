// A call to somebody else's server, signed as Standard Webhooks 1.0 says (webhook-id, webhook-timestamp, webhook-signature). The
// address was typed by somebody, so it may lead anywhere: the name is resolved here, every address of it must be a public one, and
// the connection goes to what was checked, not to what the name says a moment later.

import { createHmac } from 'node:crypto'
import { lookup as resolve } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Undelivered } from '../shared/report/delivery.ts'
import { isLoopback, isPublic } from './public-address.ts'

export type WebhookSettings = {
  /** 'loopback': this machine too, over http, to try it out at home. Else public addresses over https alone. */
  readonly WEBHOOKS_TO?: 'loopback' | undefined
}

export type Posted =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: Undelivered; readonly status?: number }

export type Webhooks = {
  /** Follows no redirection, waits ten seconds, reads little of the answer. Throws nothing. */
  readonly post: (url: string, message: SignedMessage) => Promise<Posted>
}

export type SignedMessage = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

const patienceMs = 10_000
/** What is read of an answer, so that the other side can end it; what it says is of no interest. */
const mostRead = 16 * 1024

export const secretPrefix = 'whsec_'

/**
 * Signs a message with each secret, the newest first. `id`: the same in every try, so that the receiver knows it again; `at`: of
 * this try, ISO 8601.
 */
export function signed(id: string, at: string, body: string, secrets: readonly string[]): SignedMessage {
  const timestamp = String(Math.floor(Date.parse(at) / 1_000))
  const signatures = secrets.map((secret) => {
    const signingKey = Buffer.from(secret.slice(secretPrefix.length), 'base64')
    return `v1,${createHmac('sha256', signingKey).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') },
    body,
  }
}

/** Why an address is not called, as far as it tells by itself; undefined where its name has to be resolved. */
export function refusedUrl(text: string, { WEBHOOKS_TO }: WebhookSettings): Undelivered | undefined {
  if (!URL.canParse(text)) return 'url-refused'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'url-refused'
  const isNearby = WEBHOOKS_TO === 'loopback'
  if (url.protocol !== 'https:' && !(isNearby && url.protocol === 'http:')) return 'url-refused'
  const host = hostOf(url)
  return isIP(host) !== 0 && !mayCall(host, WEBHOOKS_TO) ? 'not-public' : undefined
}

/** Without the brackets around an address of version 6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

const mayCall = (address: string, to: WebhookSettings['WEBHOOKS_TO']): boolean =>
  isPublic(address) || (to === 'loopback' && isLoopback(address))

class NotPublic extends Error {}

/** Resolves a name, and refuses it where any of its addresses is not to be called. */
const checking =
  (lookup: typeof resolve, to: WebhookSettings['WEBHOOKS_TO']): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => mayCall(address, to))) return callback(new NotPublic(), '')
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }

const reasonOf = (error: unknown): Undelivered => {
  if (error instanceof NotPublic) return 'not-public'
  const { name, code } = error as NodeJS.ErrnoException
  if (name === 'TimeoutError' || name === 'AbortError') return 'too-slow'
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'not-found' : 'no-connection'
}

/** Opens the way out. How names are resolved and how long it waits are Node's own and ten seconds, but for tests. */
export function openWebhooks(
  settings: WebhookSettings,
  { lookup = resolve, waitsMs = patienceMs }: { readonly lookup?: typeof resolve; readonly waitsMs?: number } = {},
): Webhooks {
  return {
    post: async (text, { headers, body }) => {
      const refused = refusedUrl(text, settings)
      if (refused) return { ok: false, reason: refused }
      try {
        const way = { lookup: checking(lookup, settings.WEBHOOKS_TO), signal: AbortSignal.timeout(waitsMs) }
        const status = await send(new URL(text), headers, body, way)
        if (status >= 200 && status < 300) return { ok: true }
        return { ok: false, reason: status >= 300 && status < 400 ? 'redirected' : 'answered', status }
      } catch (error) {
        return { ok: false, reason: reasonOf(error) }
      }
    },
  }
}

type Way = { readonly lookup: LookupFunction; readonly signal: AbortSignal }

function send(url: URL, headers: SignedMessage['headers'], body: string, way: Way): Promise<number> {
  const bytes = Buffer.from(body)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((done, failed) => {
    const sending = request(
      url,
      {
        method: 'POST',
        // A connection of its own: none that another name's check has opened.
        agent: false,
        ...way,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': bytes.length,
          'user-agent': 'Phieu',
        },
      },
      (answer) => {
        const { statusCode = 0 } = answer
        let read = 0
        const end = () => {
          done(statusCode)
          answer.destroy()
        }
        answer.on('data', (piece: Buffer) => {
          read += piece.length
          if (read > mostRead) end()
        })
        answer.on('end', end)
        answer.on('error', failed)
      },
    )
    sending.on('error', failed)
    sending.end(bytes)
  })
}
