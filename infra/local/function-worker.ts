// One function of the system in a thread of its own, with the environment it would have in the cloud and nothing else.
// Talks to functions.ts by messages: a call comes in with an id, its answer goes out with the same id.

import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

export type WorkerSettings = { name: string; entry: string }
export type WorkerCall = { id: number; requestId: string; event: string; deadline: number }
export type WorkerError = { errorType: string; errorMessage: string; stack: string }
export type WorkerAnswer = { ready: true } | { id: number; result: string } | { id: number; error: WorkerError }

type Handler = (event: unknown, context: object) => Promise<unknown>

const port = parentPort
if (!port) throw new Error('Started outside a worker thread')
const { name, entry }: WorkerSettings = workerData
const { handler }: { handler: Handler } = await import(pathToFileURL(entry).href)
const answer = (message: WorkerAnswer) => port.postMessage(message)

/** What a handler may ask of Lambda's context; a deadline is a time of the clock, which threads share. */
const contextOf = (call: WorkerCall) => ({
  awsRequestId: call.requestId,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  memoryLimitInMB: '1024',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => Math.max(0, call.deadline - Date.now()),
})

const describe = (error: unknown): WorkerError =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, stack: error.stack ?? '' }
    : { errorType: 'Error', errorMessage: String(error), stack: '' }

async function run(call: WorkerCall): Promise<void> {
  try {
    // Events and answers cross Lambda's border as JSON, and so they do here.
    const result = await handler(JSON.parse(call.event), contextOf(call))
    answer({ id: call.id, result: JSON.stringify(result ?? null) })
  } catch (error) {
    console.error(error)
    answer({ id: call.id, error: describe(error) })
  }
}

port.on('message', run)
answer({ ready: true })
