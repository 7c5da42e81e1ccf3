// The bucket on one machine: s3rver, on disk. Its own way of writing can leave half an object behind when the process is
// killed, and answers before the bytes are out; so objects are written here: whole, beside their place, then renamed.

import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { partsFolder, partsLiveDays } from '../../functions/store/evidence.ts'
import type { Engine } from './dynamodb.ts'
import { removeOlder, replaceFile } from './files.ts'
import { closeServer, loopback, refuseBrowsers } from './loopback.ts'

/** The only credentials that s3rver knows. */
export const s3Credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

export async function startS3(folder: string, bucket: string): Promise<Engine> {
  await mkdir(folder, { recursive: true })
  // The bucket's lifecycle rule, at every start.
  await removeOlder(join(folder, bucket, partsFolder), Date.now() - partsLiveDays * 86_400_000)
  const s3 = new S3rver({
    address: loopback,
    port: 0,
    silent: true,
    directory: folder,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  })
  writeWhole(s3.store)
  const { port } = await s3.run()
  refuseBrowsers(s3.httpServer)
  return { endpoint: `http://${loopback}:${port}`, stop: () => closeServer(s3.httpServer) }
}

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
