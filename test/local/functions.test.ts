// Functions in threads of their own: what each may see, and what happens when one fails, hangs or crashes.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type FunctionsSettings, startFunctions } from '../../infra/local/functions.ts'
import { eventually, type Fixtures, temporaryDist, temporaryFolder } from './temporary.ts'

const env = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  TABLE_NAME: 'phieu',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
  BUCKET_NAME: 'phieu',
  S3_ENDPOINT: 'http://127.0.0.1:2',
  REPORT_QUEUE_URL: 'http://127.0.0.1:3/000000000000/report-jobs',
  EXPORT_QUEUE_URL: 'http://127.0.0.1:3/000000000000/export-jobs',
  RENDER_QUEUE_URL: 'http://127.0.0.1:3/000000000000/render-jobs',
  PUBLIC_URL: 'http://127.0.0.1:8787',
  OIDC_ISSUER: 'http://127.0.0.1:8787/issuer',
  OIDC_CLIENT_ID: 'phieu',
}

async function start(fixtures: Fixtures, more: Partial<FunctionsSettings> = {}) {
  const logFolder = await temporaryFolder()
  const functions = await startFunctions({ dist: await temporaryDist(fixtures), env, logFolder, ...more })
  onTestFinished(() => functions.stop(0))
  return { functions, logFolder }
}

test("each function sees its own settings and no others, nor this process's", async () => {
  process.env['PHIEU_TEST_SECRET'] = 'not for functions'
  onTestFinished(() => {
    delete process.env['PHIEU_TEST_SECRET']
  })
  const showEnv = 'export const handler = async () => Object.keys(process.env).sort()'
  const { functions } = await start({ api: showEnv, schedule: showEnv, export: showEnv, render: showEnv })
  const common = ['AWS_ACCESS_KEY_ID', 'AWS_REGION', 'AWS_SECRET_ACCESS_KEY', 'BUCKET_NAME', 'S3_ENDPOINT']
  expect(await functions.invoke('render', {})).toEqual(common.sort())
  const table = [...common, 'DYNAMODB_ENDPOINT', 'TABLE_NAME']
  expect(await functions.invoke('export', {})).toEqual(table.sort())
  const both = ['REPORT_QUEUE_URL', 'RENDER_QUEUE_URL', 'PUBLIC_URL']
  expect(await functions.invoke('schedule', {})).toEqual([...table, ...both].sort())
  const own = ['EXPORT_QUEUE_URL', 'OIDC_CLIENT_ID', 'OIDC_ISSUER']
  expect(await functions.invoke('api', {})).toEqual([...table, ...both, ...own].sort())
})

test('calls overlap, and each gets its own answer and context', async () => {
  const { functions } = await start({
    api: `export const handler = async ({ ms }, context) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return { ms, name: context.functionName, id: context.awsRequestId, left: context.getRemainingTimeInMillis() }
    }`,
  })
  const answers = await Promise.all([60, 1, 30].map((ms) => functions.invoke('api', { ms })))
  expect(answers).toMatchObject([{ ms: 60, name: 'api' }, { ms: 1 }, { ms: 30 }])
  const ids = new Set(answers.map((answer) => JSON.stringify(answer)))
  expect(ids.size).toBe(3)
})

test('an error is carried back, and what a function prints goes to its log', async () => {
  const { functions, logFolder } = await start({
    schedule: `export const handler = async () => { console.log('tick for h\\u1ecdp'); throw new TypeError('no tree') }`,
  })
  await expect(functions.invoke('schedule', {})).rejects.toMatchObject({ errorType: 'TypeError', message: 'no tree' })
  const log = await eventually('the log has both lines', async () => {
    const text = await readFile(join(logFolder, 'schedule.log'), 'utf8')
    return text.includes('TypeError: no tree') ? text : undefined
  })
  expect(log).toContain('tick for họp')
})

test('a crash fails the calls that ran and none after them', async () => {
  const { functions } = await start({
    render: `let calls = 0
    export const handler = async ({ crash }) => {
      calls += 1
      if (crash) setTimeout(() => { throw new Error('outside of any call') }, 5)
      await new Promise((resolve) => setTimeout(resolve, crash ? 5000 : 0))
      return calls
    }`,
  })
  await expect(functions.invoke('render', { crash: true })).rejects.toMatchObject({ errorType: 'Runtime.ExitError' })
  expect(await functions.invoke('render', {})).toBe(1)
})

test('a call out of time is given up, and a function stuck in a loop is replaced', async () => {
  const loops = `export const handler = async ({ loop }) => { while (loop); return 'done' }`
  const { functions } = await start({ api: loops }, { timeoutMs: { api: 100 } })
  await expect(functions.invoke('api', { loop: true })).rejects.toMatchObject({
    errorType: 'Sandbox.Timedout',
    message: 'Task timed out after 0.1 seconds',
  })
  expect(await eventually('a new thread answers', () => functions.invoke('api', {}).catch(() => undefined))).toBe(
    'done',
  )
})

test('more than 6 MB goes neither in nor out', async () => {
  const { functions } = await start({ api: `export const handler = async ({ size }) => 'x'.repeat(size ?? 0)` })
  const large = 6 * 1024 * 1024
  await expect(functions.invoke('api', { size: large })).rejects.toMatchObject({
    errorType: 'Function.ResponseSizeTooLarge',
  })
  await expect(functions.invoke('api', { text: 'x'.repeat(large) })).rejects.toMatchObject({
    errorType: 'RequestTooLargeException',
  })
})

test('a function that can not be loaded stops the start, in its own words', async () => {
  const settings = {
    env,
    logFolder: await temporaryFolder(),
    dist: await temporaryDist({ api: "throw new Error('TABLE_NAME is missing')" }),
  }
  await expect(startFunctions(settings)).rejects.toThrow('TABLE_NAME is missing')
})
