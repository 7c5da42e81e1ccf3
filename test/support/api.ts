// The whole api over memory: real routes, real store, a table, objects and queue that live in this process.

import { createHash, randomUUID } from 'node:crypto'
import { apiApp } from '../../functions/api/app.ts'
import { cookieName } from '../../functions/api/cookies.ts'
import type { ApiDeps } from '../../functions/api/deps.ts'
import type { Identity, Issuer } from '../../functions/api/issuer.ts'
import type { Mail, Message } from '../../functions/mail.ts'
import type { Objects } from '../../functions/objects.ts'
import { openPatternsFor } from '../../functions/patterns.ts'
import type { Secrets } from '../../functions/secrets.ts'
import { openDirectory } from '../../functions/store/directory.ts'
import { insertSession } from '../../functions/store/sessions.ts'
import type { Table } from '../../functions/store/table.ts'
import { asId, ResponseId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { memoryTable } from './memory-table.ts'
import { org } from './scenario.ts'

export const publicUrl = 'http://phieu.test'
export const testNow = '2013-03-01T00:00:00.000Z'

/** Objects in memory. */
export function memoryObjects(): Objects & { readonly stored: Map<string, Uint8Array> } {
  const stored = new Map<string, Uint8Array>()
  return {
    stored,
    put: async (key, body) => {
      stored.set(key, body)
    },
    get: async (key) => stored.get(key),
    exists: async (key) => stored.has(key),
    erase: async (key) => {
      stored.delete(key)
    },
    putLarge: async (key, { size, sha256, pieces }) => {
      const chunks: Uint8Array[] = []
      for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) chunks.push(piece.value)
      const bytes = Buffer.concat(chunks)
      const isWhole = bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256
      if (!isWhole) throw new Error(`Object store: PUT ${key}: other bytes than announced`)
      stored.set(key, bytes)
    },
    list: async (prefix) =>
      [...stored]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, bytes]) => ({ key, size: bytes.length }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, 1_000),
    presign: async (key, { seconds, disposition }) =>
      `https://objects.test/${key}?${new URLSearchParams({ seconds: String(seconds), disposition })}`,
  }
}

/** Mails that are taken and stay here; one to an address that begins with "refused" is not. */
export function memoryMail(): Mail & { readonly messages: Message[] } {
  const messages: Message[] = []
  return {
    messages,
    send: async (message) => {
      if (message.to.startsWith('refused')) return 'refused'
      messages.push(message)
      return 'sent'
    },
  }
}

/** Secrets that live as long as the test. */
export function memorySecrets(): Secrets & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    make: async (name, secret) => {
      if (!kept.has(name)) kept.set(name, secret)
    },
    read: async (name) => kept.get(name),
    destroy: async (name) => {
      kept.delete(name)
    },
  }
}

/** An issuer that says everybody who comes back is `identity`, if they come back with the state they left with. */
export const fakeIssuer = (identity: Identity | undefined): Issuer => ({
  newSecrets: async () => ({ state: 'state-1', nonce: 'nonce-1', codeVerifier: 'verifier-1' }),
  authorizationUrl: async ({ state }) => new URL(`https://issuer.test/authorize?state=${state}`),
  identify: async (callback, { state }) => (callback.searchParams.get('state') === state ? identity : undefined),
})

export type TestApi = ReturnType<typeof testApi>

/** `changes` replaces any of the effects; `table` is where what the test stored lies. */
export function testApi(changes: Partial<ApiDeps> = {}) {
  const table: Table = changes.table ?? memoryTable()
  const sent: object[] = []
  const exportJobs: object[] = []
  const toRender: object[] = []
  const objects = memoryObjects()
  const mails = memoryMail()
  const deps: ApiDeps = {
    table,
    directory: openDirectory(table, openPatternsFor),
    objects,
    reportQueue: {
      send: async (body) => {
        sent.push(body)
      },
    },
    exportQueue: {
      send: async (body) => {
        exportJobs.push(body)
      },
    },
    mail: mails,
    renderQueue: {
      send: async (body) => {
        toRender.push(body)
      },
    },
    secrets: memorySecrets(),
    issuer: fakeIssuer(undefined),
    assets: {
      style: 'style.test.css',
      styleText: 'p{}',
      styleHash: `sha256-${createHash('sha256').update('p{}').digest('base64')}`,
      formStyle: 'form.test.css',
      deskStyle: 'desk.test.css',
      icon: 'icon.test.svg',
      // Every stylesheet and script there might be.
      named: new Proxy({}, { get: (_, name) => String(name) }),
      script: 'form.test.js',
      parts: {},
      files: new Map([
        ['style.test.css', { type: 'text/css; charset=utf-8', plain: Buffer.from('p{}'), brotli: Buffer.from('br') }],
      ]),
    },
    publicUrl,
    adminEmail: undefined,
    webhooksTo: undefined,
    now: () => testNow,
    randomToken: () => createHash('sha256').update(randomUUID()).digest('base64url'),
    newResponseId: () => asId(ResponseId, randomUUID()),
    pause: async () => undefined,
    ...changes,
  }
  const app = apiApp(deps)
  const signIn = async (person: Person): Promise<string> => {
    const token = deps.randomToken()
    await insertSession(table, token, { organisationId: org, personId: person.id }, '2999-01-01T00:00:00.000Z')
    return `${cookieName(deps.publicUrl, 'session')}=${token}`
  }
  const request = async (path: string, init: RequestInit & { as?: Person } = {}) => {
    const { as, ...rest } = init
    const headers = new Headers({ 'accept-language': 'en', origin: deps.publicUrl })
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value)
    })
    if (as) headers.set('cookie', await signIn(as))
    return app.request(`${deps.publicUrl}${path}`, { ...rest, headers })
  }
  const postJson = (path: string, body: unknown, as?: Person) =>
    request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      ...(as ? { as } : {}),
    })
  const postForm = (path: string, fields: Record<string, string>, as?: Person) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields), ...(as ? { as } : {}) })
  return {
    app,
    deps,
    table,
    objects,
    sent,
    toRender,
    exportJobs,
    mails: mails.messages,
    request,
    postJson,
    postForm,
    signIn,
  }
}
