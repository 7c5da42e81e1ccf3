// The functions of the system, run as Lambda runs them: each alone with its own settings, a time limit, limits on
// what goes in and out, and a fresh start after a crash. What they print goes to data/log/NAME.log.

import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiConfig, ExportConfig, RenderConfig, ScheduleConfig } from '../../functions/config.ts'
import { functionFailure, type InstanceSettings, startInstance } from './function-instance.ts'

/** What each function may read from its environment, and its limits: the same as in infra/cloud/app-stack.ts. */
const definitions = {
  api: { settings: ApiConfig.entries, timeoutMs: 29_000, memoryMb: 1024 },
  schedule: { settings: ScheduleConfig.entries, timeoutMs: 240_000, memoryMb: 512 },
  export: { settings: ExportConfig.entries, timeoutMs: 900_000, memoryMb: 1024 },
  render: { settings: RenderConfig.entries, timeoutMs: 60_000, memoryMb: 1769 },
} as const
type FunctionName = keyof typeof definitions

export type Functions = {
  /** Runs a function and returns what it answered; throws a FunctionError where it failed, crashed or took too long. */
  invoke: (name: FunctionName, event: object) => Promise<unknown>
  /** Waits for running calls, at most that long, then ends the threads. */
  stop: (graceMs: number) => Promise<void>
}

export type FunctionsSettings = {
  /** Where the build put functions/NAME/index.mjs and local/function-worker.mjs. */
  dist: string
  /** Every setting there is; a function gets those that its schema names. */
  env: Record<string, string>
  logFolder: string
  timeoutMs?: Partial<Record<FunctionName, number>>
}

type RunningFunction = {
  ready: Promise<void>
  invoke: (event: object) => Promise<unknown>
  stop: (graceMs: number) => Promise<void>
}

/** Lambda's limit on what a synchronous call takes and gives. */
const payloadLimit = 6 * 1024 * 1024
/** A log longer than this is set aside (one older one is kept) when the home starts. */
const logLimit = 5 * 1024 * 1024

/** Starts every function and resolves once all are loaded; throws, with its words, when one can't be. */
export async function startFunctions(settings: FunctionsSettings): Promise<Functions> {
  await mkdir(settings.logFolder, { recursive: true })
  const running = {
    api: await startFunction('api', settings),
    schedule: await startFunction('schedule', settings),
    export: await startFunction('export', settings),
    render: await startFunction('render', settings),
  }
  const all = Object.values(running)
  const stop = async (graceMs: number) => {
    await Promise.all(all.map((each) => each.stop(graceMs)))
  }
  try {
    await Promise.all(all.map((each) => each.ready))
  } catch (error) {
    await stop(0)
    throw error
  }
  return { invoke: (name, event) => running[name].invoke(event), stop }
}

async function startFunction(name: FunctionName, settings: FunctionsSettings): Promise<RunningFunction> {
  const log = await openLog(join(settings.logFolder, `${name}.log`))
  return keepRunning({
    name,
    workerFile: join(settings.dist, 'local', 'function-worker.mjs'),
    entry: join(settings.dist, 'functions', name, 'index.mjs'),
    env: settingsOf(name, settings.env),
    timeoutMs: settings.timeoutMs?.[name] ?? definitions[name].timeoutMs,
    memoryMb: definitions[name].memoryMb,
    log,
  })
}

/** The settings its schema names, and what Lambda gives every function. */
function settingsOf(name: FunctionName, env: Record<string, string>): Record<string, string> {
  const given = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
  const allowed = new Set([...Object.keys(definitions[name].settings), ...given])
  return Object.fromEntries(Object.entries(env).filter(([key]) => allowed.has(key)))
}

async function openLog(file: string): Promise<WriteStream> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > logLimit) await rename(file, `${file}.1`)
  return createWriteStream(file, { flags: 'a' })
}

/** Replaces the function's thread, at the next call, whenever it can't be used any more. */
function keepRunning(settings: InstanceSettings): RunningFunction {
  let instances = [startInstance(settings)]
  let stopped = false
  const usable = () => {
    const last = instances.at(-1)
    if (last?.usable()) return last
    const next = startInstance(settings)
    instances = [...instances.filter((each) => !each.ended()), next]
    return next
  }
  return {
    ready: Promise.all(instances.map((each) => each.ready)).then(() => undefined),
    invoke: async (event) => {
      if (stopped) throw functionFailure('Stopped', `${settings.name} is stopped`)
      const text = JSON.stringify(event)
      if (Buffer.byteLength(text) > payloadLimit)
        throw functionFailure('RequestTooLargeException', 'The event is over 6 MB')
      const result = await usable().call(text)
      if (Buffer.byteLength(result) > payloadLimit)
        throw functionFailure('Function.ResponseSizeTooLarge', 'The answer is over 6 MB')
      return JSON.parse(result)
    },
    stop: async (graceMs) => {
      stopped = true
      await Promise.all(instances.map((each) => each.stop(graceMs)))
      await new Promise<void>((resolve) => settings.log.end(() => resolve()))
    },
  }
}
