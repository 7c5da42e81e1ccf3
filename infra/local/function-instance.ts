// One thread that runs one function. Lambda's rules: what crashed, or let a call run out of time, is not used again.

import { randomUUID } from 'node:crypto'
import type { WriteStream } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerCall, WorkerError, WorkerSettings } from './function-worker.ts'

export type InstanceSettings = {
  name: string
  /** The built function-worker.ts. */
  workerFile: string
  /** The function's bundle, which exports `handler`. */
  entry: string
  env: Record<string, string>
  timeoutMs: number
  memoryMb: number
  log: WriteStream
}

export type Instance = {
  /** Resolves once the function's code is loaded; rejects with its words when it can't be. */
  ready: Promise<void>
  usable: () => boolean
  /** Not usable, and nothing runs in it any more. */
  ended: () => boolean
  /** Sends an event (JSON) and resolves with the answer (JSON); calls may overlap. */
  call: (event: string) => Promise<string>
  /** Waits for running calls, at most that long, then ends the thread. */
  stop: (graceMs: number) => Promise<void>
}

/** A call that failed. `errorType` says how, in Lambda's words. */
export class FunctionError extends Error {
  readonly errorType: string
  constructor({ errorType, errorMessage, stack }: WorkerError) {
    super(errorMessage)
    this.name = 'FunctionError'
    this.errorType = errorType
    if (stack) this.stack = stack
  }
}

export const functionFailure = (errorType: string, errorMessage: string) =>
  new FunctionError({ errorType, errorMessage, stack: '' })

type Call = { resolve: (result: string) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

export function startInstance(settings: InstanceSettings): Instance {
  const worker = startWorker(settings)
  const calls = new Map<number, Call>()
  let retired = false
  let lastId = 0

  const take = (id: number): Call | undefined => {
    const call = calls.get(id)
    clearTimeout(call?.timer)
    calls.delete(id)
    return call
  }
  const endWhenIdle = () => {
    if (retired && calls.size === 0) void worker.terminate()
  }
  const giveUp = (id: number) => {
    retired = true
    take(id)?.reject(functionFailure('Sandbox.Timedout', `Task timed out after ${settings.timeoutMs / 1000} seconds`))
    endWhenIdle()
  }
  const failAll = (reason: Error) => {
    retired = true
    for (const id of [...calls.keys()]) take(id)?.reject(reason)
  }
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerAnswer) => {
      if ('ready' in message) return resolve()
      const call = take(message.id)
      if ('error' in message) call?.reject(new FunctionError(message.error))
      else call?.resolve(message.result)
      endWhenIdle()
    })
    worker.on('error', (error) => {
      settings.log.write(`${error.stack ?? error.message}\n`)
      failAll(functionFailure('Runtime.ExitError', `${settings.name} crashed: ${error.message}`))
      reject(error)
    })
    worker.on('exit', (code) => {
      failAll(functionFailure('Runtime.ExitError', `${settings.name} ended with code ${code}`))
      reject(new Error(`${settings.name} ended with code ${code} before it was ready`))
    })
  })
  // Whoever waits for it hears it; without a listener a failed start would end the whole process.
  ready.catch(() => undefined)

  return {
    ready,
    usable: () => !retired,
    ended: () => retired && calls.size === 0,
    call: (event) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const id = lastId
        calls.set(id, { resolve, reject, timer: setTimeout(() => giveUp(id), settings.timeoutMs) })
        const message: WorkerCall = { id, requestId: randomUUID(), event, deadline: Date.now() + settings.timeoutMs }
        worker.postMessage(message)
      }),
    stop: async (graceMs) => {
      const until = Date.now() + graceMs
      while (calls.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20))
      await worker.terminate()
    },
  }
}

function startWorker({ name, entry, env, workerFile, memoryMb, log }: InstanceSettings): Worker {
  const workerData: WorkerSettings = { name, entry }
  const worker = new Worker(workerFile, {
    name,
    workerData,
    env,
    stdout: true,
    stderr: true,
    // A function that eats its memory ends alone, not with the whole home.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  worker.stdout.pipe(log, { end: false })
  worker.stderr.pipe(log, { end: false })
  return worker
}
