// The parameter store of the local home, asked as the functions ask SSM.

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openSecrets } from '../../functions/secrets.ts'
import { startSecrets } from '../../infra/local/secrets.ts'
import { temporaryFolder } from './temporary.ts'

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})

async function store() {
  const folder = await temporaryFolder()
  const { endpoint, stop } = await startSecrets(folder)
  onTestFinished(stop)
  let clock = 0
  const open = () =>
    openSecrets({ AWS_REGION: 'local', SECRETS_PREFIX: '/phieu/surveys', SSM_ENDPOINT: endpoint }, () => clock)
  return { folder, endpoint, open, wait: (seconds: number) => (clock += seconds * 1_000) }
}

test('a secret is made once, read by all, and gone for ever once it is destroyed', async () => {
  const { folder, open, wait } = await store()
  const [one, other] = [open(), open()]
  expect(await one.read('survey/2026-07')).toBeUndefined()
  await Promise.all([one.make('survey/2026-07', 'first'), other.make('survey/2026-07', 'second')])
  const secret = await one.read('survey/2026-07')
  expect(await other.read('survey/2026-07')).toBe(secret)
  expect(await one.read('survey/2026-08')).toBeUndefined()
  const [file = ''] = await readdir(folder)
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(folder, file), 'utf8')).toBe(secret)
  await one.destroy('survey/2026-07')
  await one.destroy('survey/2026-07')
  expect(await one.read('survey/2026-07')).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
  // Another process may hold it for a minute, and no longer.
  wait(61)
  expect(await other.read('survey/2026-07')).toBeUndefined()
})

test('what is no request of ours is refused, and a browser is turned away', async () => {
  const { endpoint, folder } = await store()
  const ask = async (headers: Record<string, string>, body: string) =>
    (await fetch(endpoint, { method: 'POST', headers, body })).status
  const signed = { authorization: 'AWS4-HMAC-SHA256 x' }
  const put = { ...signed, 'x-amz-target': 'AmazonSSM.PutParameter' }
  const plain = { Name: '/phieu/surveys/x', Value: 'v', Type: 'String', Overwrite: false }
  expect(await ask(put, JSON.stringify(plain))).toBe(400)
  expect(await ask(put, JSON.stringify({ ...plain, Type: 'SecureString', Overwrite: true }))).toBe(400)
  expect(await ask({ ...signed, 'x-amz-target': 'AmazonSSM.GetParameters' }, '{}')).toBe(400)
  expect(await ask({ 'x-amz-target': 'AmazonSSM.PutParameter' }, JSON.stringify(plain))).toBe(400)
  expect(await ask({ ...put, origin: 'https://evil.example' }, JSON.stringify(plain))).toBe(403)
  expect(await readdir(folder)).toEqual([])
})

test('a store that is down is an error, and not a secret that is gone', async () => {
  const secrets = openSecrets({ AWS_REGION: 'local', SECRETS_PREFIX: '/p', SSM_ENDPOINT: 'http://127.0.0.1:9/' })
  await expect(secrets.read('x')).rejects.toThrow()
}, 30_000)
