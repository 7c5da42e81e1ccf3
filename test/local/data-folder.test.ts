// The data folder: one home at a time, and nothing touched that isn't Phieu's.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDataFolder } from '../../infra/local/data-folder.ts'
import { closeServer, listenOnLoopback } from '../../infra/local/loopback.ts'
import { dataFolderOf, findRunning } from '../../infra/local/running.mjs'
import { temporaryFolder } from './temporary.ts'

/** A process number that was in use and is not any more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

const startedAt = new Date().toISOString()
const writeLock = (folder: string, lock: object) =>
  writeFile(join(folder, 'home.json'), JSON.stringify({ startedAt, ...lock }))

describe('one home at a time', () => {
  test('a second start hears where the first one is', async () => {
    const folder = await temporaryFolder()
    const server = createServer((_, response) => response.end())
    const queue = await listenOnLoopback(server)
    onTestFinished(() => closeServer(server))
    const first = await openDataFolder(folder)
    await first.announce('http://127.0.0.1:8787', {
      dynamodb: 'http://127.0.0.1:1',
      s3: 'http://127.0.0.1:2',
      mail: 'http://127.0.0.1:3',
      queue,
      secrets: 'http://127.0.0.1:4',
    })
    await expect(openDataFolder(folder)).rejects.toThrow(
      /already running on this data .* Open http:\/\/127\.0\.0\.1:8787/,
    )
    await first.release()
    expect(await findRunning(folder)).toBeUndefined()
  })

  test.each([
    ['a process that is dead', async () => ({ pid: await deadPid() })],
    [
      'another program that got the same number',
      async () => ({ pid: process.ppid, endpoints: { queue: 'http://127.0.0.1:1' } }),
    ],
    ['a start that was killed long ago', async () => ({ pid: process.ppid, startedAt: '2026-01-01T00:00:00Z' })],
  ])('the lock of %s is taken over', async (_, lock) => {
    const folder = await temporaryFolder()
    const before = await openDataFolder(folder)
    await before.release()
    await writeLock(folder, await lock())
    const data = await openDataFolder(folder)
    expect(JSON.parse(await readFile(join(folder, 'home.json'), 'utf8'))).toMatchObject({ pid: process.pid })
    await data.release()
  })

  test('while another is starting, it is said so', async () => {
    const folder = await temporaryFolder()
    await (await openDataFolder(folder)).release()
    await writeLock(folder, { pid: process.ppid })
    await expect(openDataFolder(folder)).rejects.toThrow('already starting')
  })
})

describe("nothing that isn't Phieu's", () => {
  test('a folder with other files is refused, also with --fresh', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 's3'))
    await expect(openDataFolder(folder, true)).rejects.toThrow("files that are not Phieu's")
    expect(await readdir(folder)).toEqual(['s3'])
  })

  test('--fresh sets aside what Phieu made, once, and leaves the rest', async () => {
    const folder = await temporaryFolder()
    await (await openDataFolder(folder)).release()
    for (const content of ['first', 'second']) {
      await writeFile(join(folder, 'issuer.json'), content)
      await writeFile(join(folder, 'my-notes.txt'), content)
      await (await openDataFolder(folder, true)).release()
      expect((await readdir(folder)).sort()).toEqual(['.phieu-data', 'my-notes.txt', 'previous'])
      expect(await readFile(join(folder, 'previous', 'issuer.json'), 'utf8')).toBe(content)
    }
  })
})

test('PHIEU_DATA names the folder, from the project', () => {
  expect(dataFolderOf({}, '/home/an/phieu')).toBe('/home/an/phieu/.phieu')
  expect(dataFolderOf({ PHIEU_DATA: '/data' }, '/home/an/phieu')).toBe('/data')
  expect(dataFolderOf({ PHIEU_DATA: 'other' }, '/home/an/phieu')).toBe('/home/an/phieu/other')
})
