// The queues on one machine: SendMessage as SQS speaks it (functions/queue.ts sends). A message is on disk before it is
// acknowledged; queue-delivery.ts hands it to its function.

import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { longestDelaySeconds } from '../../functions/queue.ts'
import { closeServer, listenOnLoopback, refuseBrowsers } from './loopback.ts'
import { account, type Deliver, type LocalQueue, md5, openQueue, type QueuesSettings } from './queue-delivery.ts'

export type Queues = {
  endpoint: string
  /** The queue's URL, as the functions get it by their settings. */
  urlOf: (queue: string) => string
  /** Begins to deliver, also what an earlier run left behind. */
  start: (deliver: Record<string, Deliver>) => void
  /** Hands out nothing more. */
  pause: () => void
  /** Resolves when nothing waits or runs. */
  idle: () => Promise<void>
  /** Pauses, waits for running calls, then closes: until then functions may still send. */
  stop: () => Promise<void>
}

const sizeLimit = 1024 * 1024

export async function openQueues(names: string[], settings: QueuesSettings): Promise<Queues> {
  const queues = new Map<string, LocalQueue>()
  for (const name of names) queues.set(name, await openQueue(name, settings))

  const server = createServer((request, response) => {
    answer(request, queues).then(
      ({ status, body }) => reply(response, status, body),
      (error) => reply(response, 500, { __type: 'InternalFailure', message: String(error) }),
    )
  })
  refuseBrowsers(server)
  const endpoint = await listenOnLoopback(server)
  const each = [...queues.values()]
  return {
    endpoint,
    urlOf: (queue) => `${endpoint}/${account}/${queue}`,
    start: (deliver) => {
      for (const [name, run] of Object.entries(deliver)) queues.get(name)?.start(run)
    },
    pause: () => {
      for (const queue of each) queue.pause()
    },
    idle: async () => {
      while (each.some((queue) => queue.busy())) await new Promise((resolve) => setTimeout(resolve, 20))
    },
    stop: async () => {
      await Promise.all(each.map((queue) => queue.stop()))
      await closeServer(server)
    },
  }
}

type Answer = { status: number; body: object }
const refusal = (type: string, message: string): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.sqs#${type}`, message },
})

async function answer(request: IncomingMessage, queues: Map<string, LocalQueue>): Promise<Answer> {
  const target = request.headers['x-amz-target']
  if (request.method !== 'POST' || target !== 'AmazonSQS.SendMessage')
    return refusal('UnsupportedOperation', `This queue takes AmazonSQS.SendMessage, not ${target}`)
  if (!request.headers.authorization) return refusal('MissingAuthenticationToken', 'The request is not signed')
  const sent = parseSent(await text(request))
  if (!sent) return refusal('InvalidParameterValue', 'QueueUrl and MessageBody are required')
  const queue = queues.get(sent.QueueUrl.split('/').at(-1) ?? '')
  if (!queue) return refusal('QueueDoesNotExist', `There is no queue ${sent.QueueUrl}`)
  if (Buffer.byteLength(sent.MessageBody) > sizeLimit)
    return refusal('InvalidMessageContents', 'The message is over 1 MiB')
  const { MessageBody: body, DelaySeconds: delay = 0 } = sent
  const now = Date.now()
  const message = {
    ...{ id: randomUUID(), body, sentAt: now, tries: 0 },
    ...(delay > 0 ? { notBefore: now + delay * 1_000 } : {}),
  }
  await queue.add(message)
  return { status: 200, body: { MessageId: message.id, MD5OfMessageBody: md5(message.body) } }
}

const Sent = v.object({
  QueueUrl: v.string(),
  MessageBody: v.string(),
  DelaySeconds: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(longestDelaySeconds))),
})

function parseSent(body: string): v.InferOutput<typeof Sent> | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Sent), body)
  return read.success ? read.output : undefined
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
}
