// The table as functions open it, on the embedded engine, with a meter between the two: it asks the engine for what each
// call consumed and adds that up. The calls are the product's own, conditions included.

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { openTable } from '../../../functions/store/dynamodb.ts'
import type { Table } from '../../../functions/store/table.ts'
import { startDynamoDb } from '../../../infra/local/dynamodb.ts'
import { closeServer, listenOnLoopback } from '../../../infra/local/loopback.ts'

const Attribute = v.union([v.strictObject({ S: v.string() }), v.strictObject({ N: v.string() })])
const Call = v.looseObject({ Item: v.optional(v.record(v.string(), Attribute)) })
const Answer = v.looseObject({ ConsumedCapacity: v.optional(v.looseObject({ CapacityUnits: v.number() })) })

type Consumed = {
  readonly writes: number
  readonly reads: number
  /** Bytes of the largest item that was put. */
  readonly largestWritten: number
}
const nothing: Consumed = { writes: 0, reads: 0, largestWritten: 0 }

export type Meter = { readonly reset: () => void; readonly read: () => Consumed }

export async function meteredTable(): Promise<{ table: Table; meter: Meter; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const engine = await startDynamoDb(folder, 'bench')
  let consumed = nothing
  const server = createServer(async (request, response) => {
    const call = v.parse(Call, JSON.parse(await textOf(request)))
    const answer = await fetch(engine.endpoint, {
      method: 'POST',
      headers: headersOf(request),
      body: JSON.stringify({ ...call, ReturnConsumedCapacity: 'TOTAL' }),
    })
    const text = await answer.text()
    const units = v.parse(Answer, JSON.parse(text)).ConsumedCapacity?.CapacityUnits ?? 0
    const isRead = /\.(GetItem|Query)$/.test(String(request.headers['x-amz-target']))
    consumed = {
      writes: consumed.writes + (isRead ? 0 : units),
      reads: consumed.reads + (isRead ? units : 0),
      largestWritten: Math.max(consumed.largestWritten, call.Item ? bytesOf(call.Item) : 0),
    }
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
  })
  const endpoint = await listenOnLoopback(server)
  // The engine checks no signature; the client wants something to sign with.
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' })
  return {
    table: openTable({ AWS_REGION: 'local', TABLE_NAME: 'bench', DYNAMODB_ENDPOINT: endpoint }),
    meter: {
      reset: () => {
        consumed = nothing
      },
      read: () => consumed,
    },
    close: async () => {
      await closeServer(server)
      await engine.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What the engine looks at: which call it is, and that somebody signed it. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const names = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization']
  return Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** Names and values in UTF-8; a number takes a byte for two digits, and one more. */
function bytesOf(item: Readonly<Record<string, v.InferOutput<typeof Attribute>>>): number {
  let bytes = 0
  for (const [name, value] of Object.entries(item))
    bytes += Buffer.byteLength(name) + ('S' in value ? Buffer.byteLength(value.S) : 1 + Math.ceil(value.N.length / 2))
  return bytes
}
