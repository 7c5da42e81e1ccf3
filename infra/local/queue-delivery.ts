// One queue's delivery, as Lambda's event source does it: a call for each message, two at once, three tries, then a
// dead letter. A message's file goes only after its function succeeded, so a killed home delivers it again.

import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { SQSEvent } from 'aws-lambda'
import * as v from 'valibot'
import { jobTries } from '../../shared/report/failure.ts'
import { replaceFile } from './files.ts'
import { type Message, openQueueFolder, type QueueFolder } from './queue-folder.ts'

export type DeadLetter = { queue: string; message: Message; error: string; file: string }

/** The function behind a queue. */
export type Deliver = (event: SQSEvent) => Promise<unknown>

export type QueuesSettings = {
  folder: string
  deadLetterFolder: string
  /** Pauses before the second and the third try. */
  retryAfterMs?: number[]
  onDeadLetter: (letter: DeadLetter) => void
}

/** The account every local queue belongs to. */
export const account = '000000000000'
const tries = jobTries
/** Enough to keep two processor cores busy. */
const atOnce = 2

export const md5 = (body: string) => createHash('md5').update(body).digest('hex')

export type LocalQueue = {
  /** On disk once it resolves. */
  add: (message: Message) => Promise<void>
  start: (run: Deliver) => void
  /** Hands out nothing more. */
  pause: () => void
  /** Something waits, pauses before its next try, or runs; what was put off doesn't count. */
  busy: () => boolean
  /** Pauses, and resolves when the running calls have ended. */
  stop: () => Promise<void>
}

export async function openQueue(name: string, settings: QueuesSettings): Promise<LocalQueue> {
  const folder = await openQueueFolder(join(settings.folder, name))
  const pauses = settings.retryAfterMs ?? [1_000, 5_000]
  const waiting: Message[] = []
  const pausing = new Set<NodeJS.Timeout>()
  const putOff = new Set<NodeJS.Timeout>()
  let running = 0
  let run: Deliver | undefined

  const pump = () => {
    while (run && running < atOnce) {
      const message = waiting.shift()
      if (!message) return
      running += 1
      void handle(message, run)
        // The disk refused: the message is still in its file, and is tried again.
        .catch(() => later(message))
        .finally(() => {
          running -= 1
          pump()
        })
    }
  }
  const after = (pauseMs: number, message: Message, among: Set<NodeJS.Timeout>) => {
    const timer = setTimeout(() => {
      among.delete(timer)
      waiting.push(message)
      pump()
    }, pauseMs)
    among.add(timer)
  }
  const later = (message: Message) => after(pauses[message.tries - 1] ?? 1_000, message, pausing)
  const take = (message: Message) => {
    const pauseMs = (message.notBefore ?? 0) - Date.now()
    if (pauseMs > 0) after(pauseMs, message, putOff)
    else waiting.push(message)
  }
  for (const message of await folder.all()) take(message)
  const handle = async (message: Message, deliverTo: Deliver) => {
    const tried = { ...message, tries: message.tries + 1 }
    await folder.save(tried)
    const error = await deliver(name, tried, deliverTo)
    if (error === undefined) return folder.remove(tried)
    // Cut short by our own stop: that was no try.
    if (!run) return folder.save(message)
    if (tried.tries < tries) return later(tried)
    await bury({ queue: name, message: tried, error }, folder, settings)
  }

  const pause = () => {
    run = undefined
    for (const timer of [...pausing, ...putOff]) clearTimeout(timer)
    pausing.clear()
    putOff.clear()
    waiting.length = 0
  }

  return {
    add: async (message) => {
      await folder.save(message)
      take(message)
      pump()
    },
    start: (deliverTo) => {
      run = deliverTo
      pump()
    },
    pause,
    busy: () => waiting.length > 0 || pausing.size > 0 || running > 0,
    stop: async () => {
      pause()
      while (running > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}

/** Hands one message to its function; returns what went wrong, or undefined when it was done. */
async function deliver(queue: string, message: Message, run: Deliver): Promise<string | undefined> {
  try {
    const result = await run(eventOf(queue, message))
    return namesAsFailed(result, message.id) ? 'The function named the message in batchItemFailures' : undefined
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const BatchAnswer = v.nullish(
  v.object({ batchItemFailures: v.nullish(v.array(v.object({ itemIdentifier: v.string() }))) }),
)

/** An answer of another shape than Lambda's is a failure of the whole batch, as there. */
function namesAsFailed(result: unknown, id: string): boolean {
  const read = v.safeParse(BatchAnswer, result)
  if (!read.success) return typeof result === 'object'
  return (read.output?.batchItemFailures ?? []).some((failure) => failure.itemIdentifier === id)
}

function eventOf(queue: string, { id, body, sentAt, tries: receives }: Message): SQSEvent {
  const now = String(Date.now())
  return {
    Records: [
      {
        messageId: id,
        receiptHandle: id,
        body,
        attributes: {
          ApproximateReceiveCount: String(receives),
          SentTimestamp: String(sentAt),
          SenderId: account,
          ApproximateFirstReceiveTimestamp: now,
        },
        messageAttributes: {},
        md5OfBody: md5(body),
        eventSource: 'aws:sqs',
        eventSourceARN: `arn:aws:sqs:local:${account}:${queue}`,
        awsRegion: 'local',
      },
    ],
  }
}

async function bury(letter: Omit<DeadLetter, 'file'>, folder: QueueFolder, settings: QueuesSettings): Promise<void> {
  await mkdir(settings.deadLetterFolder, { recursive: true })
  const file = join(settings.deadLetterFolder, `${letter.queue}-${letter.message.id}.json`)
  await replaceFile(file, `${JSON.stringify(letter, null, 2)}\n`)
  await folder.remove(letter.message)
  settings.onDeadLetter({ ...letter, file })
}
