// The parameter store on one machine: PutParameter, GetParameter and DeleteParameter as SSM speaks them
// (functions/secrets.ts asks). A file for each secret, beside the table and not in its backups.

import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { Engine } from './dynamodb.ts'
import { readTextIfThere, replaceFile } from './files.ts'
import { closeServer, listenOnLoopback, refuseBrowsers } from './loopback.ts'

const Name = v.pipe(v.string(), v.regex(/^\/[\w./-]{1,1010}$/))
const Put = v.object({
  Name,
  Value: v.pipe(v.string(), v.minLength(1), v.maxLength(4_096)),
  Type: v.literal('SecureString'),
  Overwrite: v.literal(false),
})
const Get = v.object({ Name, WithDecryption: v.literal(true) })
const Delete = v.object({ Name })

type Answer = { readonly status: number; readonly body: object }
const refusal = (type: string): Answer => ({ status: 400, body: { __type: type } })

/** What SSM takes of a request. */
const sizeLimit = 16 * 1024

export async function startSecrets(folder: string): Promise<Engine> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // One after the other: two that make the same secret must not both succeed.
  let last: Promise<unknown> = Promise.resolve()
  const server = createServer((request, response) => {
    const answer = last.then(() => take(request, folder))
    last = answer.catch(() => undefined)
    answer.then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body)),
      () => response.destroy(),
    )
  })
  refuseBrowsers(server)
  const endpoint = await listenOnLoopback(server)
  return { endpoint, stop: () => closeServer(server) }
}

/** Names hold slashes; a file is called by the hash of its secret's name. */
const fileOf = (folder: string, name: string) => join(folder, createHash('sha256').update(name).digest('hex'))

async function take(request: IncomingMessage, folder: string): Promise<Answer> {
  if (request.method !== 'POST' || !request.headers.authorization) return refusal('AccessDeniedException')
  const sent = await text(request)
  if (Buffer.byteLength(sent) > sizeLimit) return refusal('ValidationException')
  const read = <const S extends v.GenericSchema>(schema: S) =>
    v.safeParse(v.pipe(v.string(), v.parseJson(), schema), sent)
  switch (request.headers['x-amz-target']) {
    case 'AmazonSSM.PutParameter': {
      const put = read(Put)
      return put.success ? store(fileOf(folder, put.output.Name), put.output.Value) : refusal('ValidationException')
    }
    case 'AmazonSSM.GetParameter': {
      const get = read(Get)
      if (!get.success) return refusal('ValidationException')
      const value = await readTextIfThere(fileOf(folder, get.output.Name))
      if (value === undefined) return refusal('ParameterNotFound')
      return { status: 200, body: { Parameter: { Name: get.output.Name, Type: 'SecureString', Value: value } } }
    }
    case 'AmazonSSM.DeleteParameter': {
      const gone = read(Delete)
      if (!gone.success) return refusal('ValidationException')
      const file = fileOf(folder, gone.output.Name)
      if ((await readTextIfThere(file)) === undefined) return refusal('ParameterNotFound')
      await rm(file)
      return { status: 200, body: {} }
    }
    default:
      return refusal('UnknownOperationException')
  }
}

async function store(file: string, value: string): Promise<Answer> {
  if ((await readTextIfThere(file)) !== undefined) return refusal('ParameterAlreadyExists')
  await replaceFile(file, value, 0o600)
  return { status: 200, body: { Version: 1 } }
}
