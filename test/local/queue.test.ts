// The queues of the local home: what is acknowledged is delivered, also after a kill, and what always fails is kept.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SQSEvent } from 'aws-lambda'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openQueue as openSender } from '../../functions/queue.ts'
import { openQueues, type Queues } from '../../infra/local/queue.ts'
import type { DeadLetter } from '../../infra/local/queue-delivery.ts'
import { temporaryFolder } from './temporary.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  return () => vi.unstubAllEnvs()
})

type Opened = { queues: Queues; dead: DeadLetter[]; send: (body: object) => Promise<void> }

async function open(folder: string): Promise<Opened> {
  const dead: DeadLetter[] = []
  const queues = await openQueues(['report-jobs'], {
    folder: join(folder, 'queue'),
    deadLetterFolder: join(folder, 'dead-letters'),
    retryAfterMs: [5, 10],
    onDeadLetter: (letter) => dead.push(letter),
  })
  onTestFinished(() => queues.stop())
  return { queues, dead, send: openSender(queues.urlOf('report-jobs'), 'local').send }
}

const waitingIn = (folder: string) => readdir(join(folder, 'queue', 'report-jobs'))
const bodyOf = (event: SQSEvent) => event.Records[0]?.body

test('a message reaches its function as from SQS, and is gone afterwards', async () => {
  const folder = await temporaryFolder()
  const { queues, send } = await open(folder)
  const events: SQSEvent[] = []
  queues.start({ 'report-jobs': async (event) => events.push(event) })
  await send({ report: 'r1' })
  await queues.idle()
  expect(events).toHaveLength(1)
  expect(events[0]?.Records).toMatchObject([
    {
      body: '{"report":"r1"}',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:local:000000000000:report-jobs',
      attributes: { ApproximateReceiveCount: '1' },
    },
  ])
  expect(await waitingIn(folder)).toEqual([])
})

test('a function that throws, or names the message as failed, gets it again', async () => {
  const { queues, send, dead } = await open(await temporaryFolder())
  const tries: string[] = []
  queues.start({
    'report-jobs': async ({ Records }) => {
      const [record] = Records
      tries.push(record?.attributes.ApproximateReceiveCount ?? '')
      if (tries.length === 1) throw new Error('first')
      if (tries.length === 2) return { batchItemFailures: [{ itemIdentifier: record?.messageId }] }
      return { batchItemFailures: [] }
    },
  })
  await send({ report: 'r1' })
  await queues.idle()
  expect(tries).toEqual(['1', '2', '3'])
  expect(dead).toEqual([])
})

test('after three tries a message is a dead letter, and others are not held up', async () => {
  const folder = await temporaryFolder()
  const { queues, send, dead } = await open(folder)
  const done: string[] = []
  queues.start({
    'report-jobs': async (event) => {
      const body = bodyOf(event) ?? ''
      if (body.includes('bad')) throw new Error('no such report')
      done.push(body)
    },
  })
  await Promise.all([send({ report: 'bad' }), send({ report: 'good' })])
  await queues.idle()
  expect(done).toEqual(['{"report":"good"}'])
  expect(dead).toHaveLength(1)
  const letter = JSON.parse(await readFile(dead[0]?.file ?? '', 'utf8'))
  expect(letter).toMatchObject({ queue: 'report-jobs', message: { body: '{"report":"bad"}', tries: 3 } })
  expect(letter.error).toContain('no such report')
  expect(await waitingIn(folder)).toEqual([])
})

test('what was acknowledged is delivered after a restart', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder)
  await first.send({ report: 'r1' })
  await first.send({ report: 'r2' })
  await first.queues.stop()

  const second = await open(folder)
  const delivered: (string | undefined)[] = []
  second.queues.start({ 'report-jobs': async (event) => delivered.push(bodyOf(event)) })
  await second.queues.idle()
  expect(delivered.sort()).toEqual(['{"report":"r1"}', '{"report":"r2"}'])
})

test('a try cut short by a stop does not count', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder)
  let cut: (error: Error) => void = () => undefined
  const running = new Promise<void>((started) => {
    first.queues.start({
      'report-jobs': () =>
        new Promise((_, reject) => {
          cut = reject
          started()
        }),
    })
  })
  await first.send({ report: 'r1' })
  await running
  first.queues.pause()
  cut(new Error('stopped'))
  await first.queues.stop()
  const [file = ''] = await waitingIn(folder)
  expect(JSON.parse(await readFile(join(folder, 'queue', 'report-jobs', file), 'utf8'))).toMatchObject({ tries: 0 })
})

test('what is not a message for one of its queues is refused', async () => {
  const { queues } = await open(await temporaryFolder())
  const post = (headers: Record<string, string>, body: object) =>
    fetch(queues.endpoint, { method: 'POST', headers, body: JSON.stringify(body) })
  const signed = { 'x-amz-target': 'AmazonSQS.SendMessage', authorization: 'AWS4-HMAC-SHA256 x' }
  const message = { QueueUrl: queues.urlOf('other'), MessageBody: '{}' }
  expect(await (await post(signed, message)).json()).toMatchObject({ __type: 'com.amazonaws.sqs#QueueDoesNotExist' })
  expect((await post({ ...signed, 'x-amz-target': 'AmazonSQS.DeleteQueue' }, message)).status).toBe(400)
  expect((await post(signed, { QueueUrl: 1 })).status).toBe(400)
  expect((await post({ 'x-amz-target': 'AmazonSQS.SendMessage' }, message)).status).toBe(400)
  expect((await post({ ...signed, origin: 'https://evil.example' }, message)).status).toBe(403)
})

test('what is put off waits, also over a restart, and nobody waits for it', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder)
  const send = openSender(first.queues.urlOf('report-jobs'), 'local').send
  const seen: (string | undefined)[] = []
  const deliver = { 'report-jobs': async (event: SQSEvent) => seen.push(bodyOf(event)) }
  first.queues.start(deliver)
  await send({ report: 'much later' }, 600)
  await send({ report: 'soon' }, 1)
  await send({ report: 'now' })
  await first.queues.idle()
  expect(seen).toEqual(['{"report":"now"}'])
  await first.queues.stop()
  const second = await open(folder)
  second.queues.start(deliver)
  await vi.waitUntil(() => seen.length === 2, { timeout: 10_000 })
  expect(seen.at(-1)).toBe('{"report":"soon"}')
  expect(await waitingIn(folder)).toHaveLength(1)
  await expect(send({ report: 'never' }, 901)).rejects.toThrow()
})
