// The engines on disk: what they acknowledged survives kill -9, and a client that leaves takes nobody with it.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openObjects } from '../../functions/objects.ts'
import { openUploads } from '../../functions/uploads.ts'
import { startDynamoDb } from '../../infra/local/dynamodb.ts'
import { startS3 } from '../../infra/local/s3.ts'
import { bundle, temporaryFolder } from './temporary.ts'

function clientOf(endpoint: string): DynamoDBClient {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  })
  onTestFinished(() => client.destroy())
  return client
}

const item = (number: number) => ({ pk: { S: 'bucket' }, sk: { S: String(number) } })

/** A process of its own that runs the table on a folder; resolves with its endpoint. */
async function startInProcess(folder: string, data: string): Promise<{ child: ChildProcess; endpoint: string }> {
  await bundle(['infra/local/dynamodb.ts'], folder)
  const module = pathToFileURL(join(folder, 'dynamodb.mjs')).href
  const script = `import { startDynamoDb } from '${module}'
console.log((await startDynamoDb('${data}', 'phieu')).endpoint)`
  await writeFile(join(folder, 'run.mjs'), script)
  const child = spawn(process.execPath, [join(folder, 'run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [endpoint] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, endpoint: String(endpoint) }
}

test('every acknowledged write is there after kill -9', async () => {
  // Inside the project, so that the bundle finds its packages.
  const folder = await temporaryFolder(join(process.cwd(), 'node_modules'))
  const data = join(folder, 'data')
  const { child, endpoint } = await startInProcess(folder, data)
  const client = clientOf(endpoint)
  const acknowledged: number[] = []
  const writing = (async () => {
    for (let number = 0; ; number += 1) {
      await client.send(new PutItemCommand({ TableName: 'phieu', Item: item(number) }))
      acknowledged.push(number)
      if (number === 60) child.kill('SIGKILL')
    }
  })()
  await expect(writing).rejects.toThrow()

  const again = await startDynamoDb(data, 'phieu')
  onTestFinished(again.stop)
  const found = await clientOf(again.endpoint).send(new ScanCommand({ TableName: 'phieu', ConsistentRead: true }))
  const stored = new Set(found.Items?.map(({ sk }) => Number(sk?.S)))
  expect(acknowledged.length).toBeGreaterThan(60)
  expect(acknowledged.filter((number) => !stored.has(number))).toEqual([])
})

test('the table is made once, and stays', async () => {
  const folder = await temporaryFolder()
  const first = await startDynamoDb(folder, 'phieu')
  const put = { PutRequest: { Item: item(1) } }
  await clientOf(first.endpoint).send(new BatchWriteItemCommand({ RequestItems: { phieu: [put] } }))
  await first.stop()
  const second = await startDynamoDb(folder, 'phieu')
  onTestFinished(second.stop)
  const read = await clientOf(second.endpoint).send(new GetItemCommand({ TableName: 'phieu', Key: item(1) }))
  expect(read.Item).toEqual(item(1))
})

test('a client that leaves in mid-request ends nothing, and a web page gets nothing', async () => {
  const table = await startDynamoDb(await temporaryFolder(), 'phieu')
  onTestFinished(table.stop)
  const { port, host } = new URL(table.endpoint)
  const socket = connect(Number(port), '127.0.0.1')
  const head = `POST / HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: 99\r\n\r\n{`
  await new Promise((resolve) => socket.write(head, resolve))
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  const client = clientOf(table.endpoint)
  await client.send(new PutItemCommand({ TableName: 'phieu', Item: item(1) }))

  const fromPage = await fetch(table.endpoint, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })
  expect(fromPage.status).toBe(403)
  expect(fromPage.headers.get('access-control-allow-origin')).toBeNull()
})

test('objects are stored whole, replaced whole, and found by a new start', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = await temporaryFolder()
  const open = (endpoint: string) => openObjects({ AWS_REGION: 'local', BUCKET_NAME: 'phieu', S3_ENDPOINT: endpoint })
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))

  const first = await startS3(folder, 'phieu')
  const objects = open(first.endpoint)
  await objects.put('reports/r1/report.pdf', Buffer.from('older'), 'application/pdf')
  await objects.put('reports/r1/report.pdf', bytes, 'application/pdf')
  expect(await objects.exists('reports/r1/report.pdf')).toBe(true)
  expect(await objects.exists('reports/r2/report.pdf')).toBe(false)
  expect(await objects.get('reports/r2/report.pdf')).toBeUndefined()
  await first.stop()

  const second = await startS3(folder, 'phieu')
  onTestFinished(second.stop)
  expect(Buffer.from((await open(second.endpoint).get('reports/r1/report.pdf')) ?? []).equals(bytes)).toBe(true)
  await open(second.endpoint).put('slips/o/c/f/paper.pdf', bytes, 'application/pdf')
  await open(second.endpoint).erase('slips/o/c/f/paper.pdf')
  await open(second.endpoint).erase('slips/o/c/f/paper.pdf')
  expect(await open(second.endpoint).exists('slips/o/c/f/paper.pdf')).toBe(false)
  const files = await readdir(join(folder, 'phieu', 'reports', 'r1'))
  expect(files.filter((name) => name.endsWith('.part'))).toEqual([])
})

test('parts of files that were never completed go after two weeks, and slips after a day, at a start', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = await temporaryFolder()
  const open = (endpoint: string) => openObjects({ AWS_REGION: 'local', BUCKET_NAME: 'phieu', S3_ENDPOINT: endpoint })
  const first = await startS3(folder, 'phieu')
  const slips = ['slips/o/c/f/paper.pdf', 'slips/o/c/g/paper.pdf']
  const keys = ['evidence-parts/c/u/h/32768/1', 'evidence-parts/c/u/h/32768/2', 'evidence/c/u/h', ...slips]
  for (const key of keys) await open(first.endpoint).put(key, Buffer.from(key), 'image/jpeg')
  await first.stop()
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  const age = async (key: string, days: number) => {
    const place = join(folder, 'phieu', dirname(key))
    for (const name of await readdir(place))
      if (name.startsWith(`${basename(key)}.`)) await utimes(join(place, name), daysAgo(days), daysAgo(days))
  }
  await age('evidence-parts/c/u/h/32768/1', 15)
  await age('evidence-parts/c/u/h/32768/2', 13)
  await age('evidence/c/u/h', 400)
  await age('slips/o/c/f/paper.pdf', 1.1)

  const second = await startS3(folder, 'phieu')
  onTestFinished(second.stop)
  const objects = open(second.endpoint)
  expect(await Promise.all(keys.map((key) => objects.exists(key)))).toEqual([false, true, true, false, true])
})

test('an upload in parts becomes one object once it is complete, and nothing of one that was taken back stays', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  onTestFinished(() => void vi.unstubAllEnvs())
  const folder = await temporaryFolder()
  const s3 = await startS3(folder, 'phieu')
  onTestFinished(s3.stop)
  const settings = { AWS_REGION: 'local', BUCKET_NAME: 'phieu', S3_ENDPOINT: s3.endpoint }
  const [uploads, objects] = [openUploads(settings), openObjects(settings)]
  const pieces = [0, 1, 2].map((n) => Buffer.alloc(5 * 2 ** 20 + n, n + 1))

  const id = await uploads.begin('exports/o/e/a.zip', 'application/zip')
  const tags: string[] = []
  for (const [n, piece] of pieces.entries()) tags.push(await uploads.part('exports/o/e/a.zip', id, n + 1, piece))
  expect(await objects.exists('exports/o/e/a.zip')).toBe(false)
  await uploads.complete('exports/o/e/a.zip', id, tags)
  const read: Uint8Array[] = []
  for await (const piece of (await uploads.read('exports/o/e/a.zip')) ?? []) read.push(piece)
  expect(Buffer.concat(read).equals(Buffer.concat(pieces))).toBe(true)
  expect(await uploads.read('exports/o/e/b.zip')).toBeUndefined()

  const other = await uploads.begin('exports/o/e/b.zip', 'application/zip')
  await uploads.part('exports/o/e/b.zip', other, 1, Buffer.from('half'))
  await uploads.abort('exports/o/e/b.zip', other)
  await uploads.abort('exports/o/e/b.zip', other)
  expect(await objects.exists('exports/o/e/b.zip')).toBe(false)
  const left = (await readdir(join(folder, 'phieu'), { recursive: true })).filter((name) => name.includes(other))
  expect(left).toEqual([])
})
