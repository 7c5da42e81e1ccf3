// The bucket on one machine: s3rver, on disk. Its own way of writing can leave half an object behind when the process is
// killed, and answers before the bytes are out; so objects are written here: whole, beside their place, then renamed.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { slipsFolder, slipsLiveDays } from '../../functions/report-files.ts'
import { partsFolder, partsLiveDays } from '../../functions/store/evidence.ts'
import { exportsFolder, exportsLiveDays } from '../../functions/store/exports.ts'
import { pastFolder, pastLiveDays } from '../../functions/store/past-imports.ts'
import type { Engine } from './dynamodb.ts'
import { removeOlder, replaceFile } from './files.ts'
import { closeServer, loopback, refuseBrowsers } from './loopback.ts'

/** The only credentials that s3rver knows. */
export const s3Credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

export async function startS3(
  folder: string,
  bucket: string,
  onTrouble: (line: string) => void = console.error,
): Promise<Engine> {
  await mkdir(folder, { recursive: true })
  await expire(folder, bucket)
  const s3 = new S3rver({
    address: loopback,
    port: 0,
    silent: true,
    directory: folder,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  })
  writeWhole(s3.store)
  joinWhole(s3.store)
  abortUploads(s3)
  const { port } = await s3.run()
  refuseBrowsers(s3.httpServer)
  const everyHour = setInterval(() => {
    expire(folder, bucket).catch((error: unknown) => onTrouble(`Files that have expired stay: ${String(error)}`))
  }, hour)
  everyHour.unref()
  const stop = () => {
    clearInterval(everyHour)
    return closeServer(s3.httpServer)
  }
  return { endpoint: `http://${loopback}:${port}`, stop }
}

const hour = 3_600_000

/** The bucket's lifecycle rules, at every start and every hour. */
async function expire(folder: string, bucket: string): Promise<void> {
  const daysAgo = (days: number) => Date.now() - days * 86_400_000
  await removeOlder(join(folder, bucket, partsFolder), daysAgo(partsLiveDays))
  await removeOlder(join(folder, bucket, exportsFolder), daysAgo(exportsLiveDays))
  await removeOlder(join(folder, bucket, pastFolder), daysAgo(pastLiveDays))
  await removeOlder(join(folder, bucket, slipsFolder), daysAgo(slipsLiveDays))
  // What a killed function left half sent.
  await removeOlder(join(folder, bucket, uploadsFolder), daysAgo(1))
}

/** Where s3rver keeps the parts of uploads under way, in the bucket's folder. */
const uploadsFolder = '._S3rver_uploads'

function writeWhole(store: S3rver['store']): void {
  store.putObject = async ({ bucket, key, content, metadata }) => {
    const bytes = Buffer.isBuffer(content) ? content : await buffer(content)
    const md5 = createHash('md5').update(bytes).digest('hex')
    const path = store.getResourcePath(bucket, key, 'object')
    await mkdir(dirname(path), { recursive: true })
    await store.putMetadata(bucket, key, metadata, md5)
    await replaceFile(path, bytes)
    return { size: bytes.length, md5 }
  }
}

/** Parts become the object, one after another: an export is larger than memory. */
function joinWhole(store: S3rver['store']): void {
  store.putObjectMultipart = async (bucket, uploadId, parts) => {
    const folder = join(store.getResourcePath(bucket, undefined, 'uploads'), uploadId)
    const key = await readFile(join(folder, 'key'), 'utf8')
    const metadata: object = JSON.parse(await readFile(join(folder, 'metadata'), 'utf8'))
    const md5 = createHash('md5')
    let size = 0
    async function* pieces() {
      for (const { number } of parts.toSorted((a, b) => a.number - b.number))
        for await (const piece of createReadStream(join(folder, String(number)))) {
          md5.update(piece)
          size += piece.length
          yield piece
        }
    }
    const path = store.getResourcePath(bucket, key, 'object')
    await mkdir(dirname(path), { recursive: true })
    await replaceFile(path, pieces())
    const sum = md5.digest('hex')
    await store.putMetadata(bucket, key, metadata, sum)
    await rm(folder, { recursive: true })
    return { size, md5: sum }
  }
}

/** s3rver knows no way to take an upload back. */
function abortUploads(s3: S3rver): void {
  s3.middleware.unshift(async (ctx, next) => {
    const [, bucket = ''] = ctx.path.split('/')
    const { uploadId } = ctx.query
    if (ctx.method !== 'DELETE' || typeof uploadId !== 'string' || !/^[0-9a-f]{32}$/.test(uploadId)) return next()
    await rm(join(s3.store.getResourcePath(bucket, undefined, 'uploads'), uploadId), { recursive: true, force: true })
    ctx.status = 204
  })
}
