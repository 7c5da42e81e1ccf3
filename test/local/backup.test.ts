// Backup and restore of the local home: what was there comes back, byte for byte, and what isn't whole touches nothing.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openObjects } from '../../functions/objects.ts'
import { backUp, holdDataFolder } from '../../infra/local/backup.ts'
import { openDataFolder } from '../../infra/local/data-folder.ts'
import { startDynamoDb } from '../../infra/local/dynamodb.ts'
import { restore } from '../../infra/local/restore.ts'
import { startS3 } from '../../infra/local/s3.ts'
import { readTar, tarEnd, tarHead, tarPadding } from '../../infra/local/tar.ts'
import { temporaryFolder } from './temporary.ts'

const now = '2026-11-28T02:00:00.000Z'

/** A home's engines on a folder, with one item and one object under a long name. */
async function engines(folder: string) {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  onTestFinished(() => void vi.unstubAllEnvs())
  const data = await openDataFolder(folder)
  const table = await startDynamoDb(data.path('dynamodb'), 'phieu')
  const s3 = await startS3(data.path('s3'), 'phieu')
  const client = new DynamoDBClient({
    endpoint: table.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  const objects = openObjects({ AWS_REGION: 'local', BUCKET_NAME: 'phieu', S3_ENDPOINT: s3.endpoint })
  const key = { pk: { S: 'p' }, sk: { S: 's' } }
  const object = `evidence/campaign/unit/${'a'.repeat(64)}`
  return {
    object,
    write: async (text: string) => {
      await client.send(new PutItemCommand({ TableName: 'phieu', Item: { ...key, a: { S: text } } }))
      await objects.put(object, Buffer.from(text.repeat(10_000)), 'image/jpeg')
    },
    read: async () => {
      const { Item } = await client.send(new GetItemCommand({ TableName: 'phieu', Key: key, ConsistentRead: true }))
      const bytes = await objects.get(object)
      return [Item?.['a']?.S, bytes && Buffer.from(bytes).toString().slice(0, 10)]
    },
    stop: async () => {
      client.destroy()
      await s3.stop()
      await table.stop()
      await data.release()
    },
  }
}

/** Every file of a folder with the hash of its bytes. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashed = files.map(
    async (file): Promise<[string, string]> => [
      file.slice(folder.length),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ],
  )
  return Object.fromEntries((await Promise.all(hashed)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const link = 'K7M4aB_-9aB_-9aB_-9aB_-9aB'

/** A folder with some data, backed up. `besides`: folders with a link in them. */
async function backedUp(besides: readonly string[] = []) {
  const parent = await temporaryFolder()
  const folder = join(parent, 'data')
  await (await openDataFolder(folder)).release()
  await mkdir(join(folder, 's3', 'phieu'), { recursive: true })
  await writeFile(join(folder, 's3', 'phieu', 'a._S3rver_object'), Buffer.alloc(100_000, 7))
  await writeFile(join(folder, 'issuer.json'), '{"key":1}', { mode: 0o600 })
  for (const name of besides) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'a.json'), `https://phieu.test/s/${link}`)
  }
  const file = join(parent, 'backup.tar.gz')
  await backUp(folder, file, now)
  return { parent, folder, file }
}

test('what a home held is there again: table, objects and files', async () => {
  const parent = await temporaryFolder()
  const [folder, file, other] = [join(parent, 'data'), join(parent, 'b.tar.gz'), join(parent, 'other')]
  const first = await engines(folder)
  await first.write('mười hai')
  await first.stop()
  const before = await contentOf(folder)
  const made = await backUp(folder, file, now)
  expect(made).toMatchObject({ file, bytes: (await stat(file)).size })
  expect(await contentOf(folder)).toEqual(before)
  expect((await stat(file)).mode & 0o777).toBe(0o600)

  expect(await restore(file, other, false)).toEqual({ folder: other, files: made.files, madeAt: now })
  expect(await contentOf(other)).toEqual(before)
  const again = await engines(other)
  expect(await again.read()).toEqual(['mười hai', 'mười haimư'])
  await again.write('changed')
  await again.stop()

  await expect(restore(file, other, false)).rejects.toThrow('holds data')
  await restore(file, other, true)
  const replaced = await engines(other)
  expect(await replaced.read()).toEqual(['mười hai', 'mười haimư'])
  await replaced.stop()
  expect(Object.keys(await contentOf(join(other, 'previous'))).length).toBeGreaterThan(0)
  expect(await readdir(parent)).toEqual(['b.tar.gz', 'data', 'other'])
})

test('slips with the links of members are left out', async () => {
  const { folder, parent } = await backedUp()
  const slips = join(folder, 's3', 'phieu', 'slips', 'o', 'c', 'f')
  await mkdir(slips, { recursive: true })
  await writeFile(join(slips, 'paper.pdf._S3rver_object'), 'K7M4-2XQ9-PD3W')
  const [file, other] = [join(parent, 'again.tar.gz'), join(parent, 'other')]
  await backUp(folder, file, now)
  await restore(file, other, false)
  const names = Object.keys(await contentOf(other))
  expect(names).toContain('/s3/phieu/a._S3rver_object')
  expect(names.filter((name) => name.includes('slips'))).toEqual([])
})

test('any tar reads it', async () => {
  const { parent, file, folder } = await backedUp()
  const out = join(parent, 'out')
  await mkdir(out)
  const { stdout } = await promisify(execFile)('tar', ['xzvf', file, '-C', out]).catch((error: Error) => ({
    stdout: error.message,
  }))
  // Where there is no tar at all, there is nothing to see here.
  if (!stdout.includes('ENOENT')) {
    expect(await readFile(join(out, 'issuer.json'))).toEqual(await readFile(join(folder, 'issuer.json')))
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toMatchObject({ madeAt: now })
  }
})

test('while a home runs, nothing is backed up or restored, and while one is being backed up none starts', async () => {
  const { parent, folder, file } = await backedUp()
  const release = await holdDataFolder(folder)
  onTestFinished(release)
  await expect(backUp(folder, join(parent, 'c.tar.gz'), now)).rejects.toThrow('already starting')
  await expect(restore(file, folder, true)).rejects.toThrow('already starting')
  await expect(openDataFolder(folder)).rejects.toThrow('already starting')
  expect(await readdir(parent)).toEqual(['backup.tar.gz', 'data'])
})

test('a copy holds no link of a member: neither mails nor secrets nor logs are in it', async () => {
  const { file } = await backedUp(['mail', 'secrets', 'log'])
  const names: string[] = []
  const all = gunzipSync(await readFile(file))
  for await (const { name, bytes } of readTar(Readable.from([all]))) {
    names.push(name)
    for await (const piece of bytes) expect(Buffer.from(piece).toString('latin1')).not.toContain(link)
  }
  expect(names).toEqual(['issuer.json', 's3/phieu/a._S3rver_object', 'manifest.json'])
})

test('a backup that is not there is said so, also where the folder holds data', async () => {
  const { parent, folder } = await backedUp()
  await expect(restore(join(parent, 'nothing.tgz'), folder, false)).rejects.toThrow('There is no file')
  await expect(restore(parent, folder, false)).rejects.toThrow('is no file')
})

test('a backup goes over no file, and of nothing there is none', async () => {
  const { parent, folder, file } = await backedUp()
  await expect(backUp(folder, file, now)).rejects.toThrow('is there already')
  await expect(backUp(join(parent, 'nowhere'), join(parent, 'd.tar.gz'), now)).rejects.toThrow('nothing to back up')
  expect(await readdir(parent)).toEqual(['backup.tar.gz', 'data'])
})

describe('what is not whole touches nothing', () => {
  const tarOf = (files: Record<string, string>) =>
    gzipSync(
      Buffer.concat([
        ...Object.entries(files).flatMap(([name, text]) => {
          const bytes = Buffer.from(text)
          return [tarHead({ name, size: bytes.length, mode: 0o600 }), bytes, tarPadding(bytes.length)]
        }),
        tarEnd,
      ]),
    )
  const manifestOf = (files: Record<string, string>) =>
    JSON.stringify({
      format: 'phieu-home-1',
      madeAt: now,
      files: Object.entries(files).map(([name, text]) => ({
        ...{ name, size: Buffer.byteLength(text) },
        sha256: createHash('sha256').update(text).digest('hex'),
      })),
    })
  const whole = (files: Record<string, string>) => tarOf({ ...files, 'manifest.json': manifestOf(files) })

  async function refuses(change: (file: string) => Promise<unknown>, why: RegExp) {
    const { parent, folder, file } = await backedUp()
    const before = await contentOf(folder)
    await change(file)
    await expect(restore(file, folder, true)).rejects.toThrow(why)
    expect(await contentOf(folder)).toEqual(before)
    expect((await readdir(parent)).filter((name) => name.includes('restoring'))).toEqual([])
  }

  test.each<[string, (file: string) => Promise<unknown>, RegExp]>([
    ['an archive that was cut', async (file) => truncate(file, (await stat(file)).size - 200), /no whole backup/],
    ['an empty file', (file) => truncate(file, 0), /no whole backup/],
    ['something else', (file) => writeFile(file, 'not an archive at all'), /no whole backup/],
    ['an archive without a manifest', (file) => writeFile(file, tarOf({ 'issuer.json': '{}' })), /manifest is missing/],
    ['a manifest that is none', (file) => writeFile(file, tarOf({ 'manifest.json': '{' })), /manifest is damaged/],
    [
      'a file that changed',
      (file) => writeFile(file, tarOf({ 'issuer.json': '[]', 'manifest.json': manifestOf({ 'issuer.json': '{}' }) })),
      /issuer\.json is not what it was/,
    ],
    [
      'a file that is missing',
      (file) => writeFile(file, tarOf({ 'manifest.json': manifestOf({ 'issuer.json': '{}' }) })),
      /issuer\.json is not what it was/,
    ],
    [
      'a file too many',
      (file) => writeFile(file, tarOf({ 'issuer.json': '{}', 'manifest.json': manifestOf({}) })),
      /issuer\.json is not what it was/,
    ],
    ['a way out of the folder', (file) => writeFile(file, whole({ 's3/../../evil': 'x' })), /none of a home/],
    ['a file of another kind', (file) => writeFile(file, whole({ 'home.json': '{}' })), /none of a home/],
  ])('%s', (_, change, why) => refuses(change, why))

  test('a bit that flipped anywhere', async () => {
    const { folder, file } = await backedUp()
    const before = await contentOf(folder)
    const good = await readFile(file)
    const tar = gunzipSync(good)
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.nat(), fc.integer({ min: 0, max: 7 }), async (isPacked, at, bit) => {
        const bytes = Buffer.from(isPacked ? good : tar)
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
        const target = join(await temporaryFolderIn(folder), 'new')
        await writeFile(file, isPacked ? bytes : gzipSync(bytes))
        const outcome = await restore(file, target, false).then(
          () => 'whole',
          () => 'refused',
        )
        // Padding, times and names of owners say nothing: what comes of such a flip is whole.
        if (outcome === 'whole') {
          const { ['/.phieu-data']: marker, ...files } = await contentOf(target)
          const { ['/.phieu-data']: own, ...wanted } = before
          expect([marker !== undefined, files]).toEqual([own !== undefined, wanted])
        } else expect(await readdir(join(target, '..'))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** A folder beside another one, gone after the test. */
const temporaryFolderIn = (beside: string): Promise<string> => mkdtemp(join(beside, '..', 'beside-'))

test('a tar gives back what was put in, whatever it is called', async () => {
  const name = fc
    .array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((one) => !/[\0\n]/.test(one)),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('/').toWellFormed())
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 2_000 }) }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 700 }),
      async (files, cut) => {
        const whole = Buffer.concat([
          ...files.flatMap((one) => [
            tarHead({ ...one, size: one.bytes.length, mode: 0o600 }),
            one.bytes,
            tarPadding(one.bytes.length),
          ]),
          tarEnd,
        ])
        const pieces = async function* () {
          for (let at = 0; at < whole.length; at += cut) yield whole.subarray(at, at + cut)
        }
        const read: { name: string; bytes: Uint8Array }[] = []
        for await (const entry of readTar(pieces())) {
          const parts: Uint8Array[] = []
          for await (const piece of entry.bytes) parts.push(Uint8Array.from(piece))
          read.push({ name: entry.name, bytes: Uint8Array.from(Buffer.concat(parts)) })
        }
        expect(read).toEqual(files)
      },
    ),
    { numRuns: 60 },
  )
})
