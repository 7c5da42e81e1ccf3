// The post office on one machine: SendEmail as SES speaks it (functions/mail.ts sends). A message is on disk before it is
// acknowledged, and goes nowhere: the outbox page shows it.

import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Engine } from './dynamodb.ts'
import { replaceFile } from './files.ts'
import { closeServer, listenOnLoopback, refuseBrowsers } from './loopback.ts'

const StoredMessage = v.object({
  /** ISO 8601, UTC. */
  at: v.string(),
  to: v.string(),
  subject: v.string(),
  text: v.string(),
})
export type StoredMessage = v.InferOutput<typeof StoredMessage>

export type Outbox = {
  /** Newest first. `before`: the `next` of the page before. */
  page: (limit: number, before?: string) => Promise<{ messages: StoredMessage[]; next: string | undefined }>
  /** Every address that was ever written to, the newest first. */
  addresses: () => Promise<string[]>
}

const Utf8 = v.object({ Data: v.string(), Charset: v.literal('UTF-8') })
const SendEmail = v.object({
  FromEmailAddress: v.string(),
  Destination: v.object({ ToAddresses: v.pipe(v.array(v.pipe(v.string(), v.email())), v.length(1)) }),
  Content: v.object({ Simple: v.object({ Subject: Utf8, Body: v.object({ Text: Utf8 }) }) }),
})

/** SES takes up to 40 MB; what Phieu writes is a few lines. */
const sizeLimit = 256 * 1024

/** Names sort as the messages came, also those of one millisecond. */
const nameOf = ({ at }: StoredMessage, number: number) =>
  `${at.replace(/\D/g, '')}-${String(number).padStart(6, '0')}-${randomUUID().slice(0, 8)}.json`

export async function startMail(folder: string): Promise<Engine & { outbox: Outbox }> {
  await mkdir(folder, { recursive: true })
  let taken = 0
  const server = createServer((request, response) => {
    taken += 1
    take(request, folder, taken).then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.destroy(),
    )
  })
  refuseBrowsers(server)
  const endpoint = await listenOnLoopback(server)
  return { endpoint, outbox: outboxOf(folder), stop: () => closeServer(server) }
}

type Answer = { status: number; body: object }
const refusal = (message: string): Answer => ({ status: 400, body: { message } })

async function take(request: IncomingMessage, folder: string, number: number): Promise<Answer> {
  if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails')
    return { status: 404, body: { message: `This post office takes SendEmail, not ${request.method} ${request.url}` } }
  if (!request.headers.authorization) return { status: 403, body: { message: 'The request is not signed' } }
  const sent = await text(request)
  if (Buffer.byteLength(sent) > sizeLimit) return refusal('The message is too long')
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), SendEmail), sent)
  if (!read.success) return refusal(read.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('; '))
  const { Destination, Content } = read.output
  const message: StoredMessage = {
    at: new Date().toISOString(),
    to: Destination.ToAddresses.join(),
    subject: Content.Simple.Subject.Data,
    text: Content.Simple.Body.Text.Data,
  }
  const name = nameOf(message, number)
  // Links in it let people in: its owner's alone.
  await replaceFile(join(folder, name), `${JSON.stringify(message)}\n`, 0o600)
  return { status: 200, body: { MessageId: name } }
}

function outboxOf(folder: string): Outbox {
  const names = async () =>
    (await readdir(folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
  const read = async (name: string) => v.parse(StoredMessage, JSON.parse(await readFile(join(folder, name), 'utf8')))
  return {
    page: async (limit, before) => {
      const older = (await names()).filter((name) => before === undefined || name < before)
      const shown = older.slice(0, limit)
      return {
        messages: await Promise.all(shown.map(read)),
        next: older.length > limit ? shown.at(-1) : undefined,
      }
    },
    addresses: async () => {
      const messages = await Promise.all((await names()).slice(0, mostAddressed).map(read))
      return [...new Set(messages.map(({ to }) => to.toLowerCase()))]
    },
  }
}

/** Messages that are looked through for addresses. */
const mostAddressed = 500
