// Objects in S3 or any store that speaks its API. Keys are chosen here or by the callers in functions/, never by a client.
// Requests are signed by aws4fetch (7 KB) instead of the S3 client (250 KB): a few verbs are all Phieu needs.

import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'

export type Objects = {
  /** Writes the whole object, replacing what was there. */
  put: (key: string, body: Uint8Array, contentType: string) => Promise<void>
  /** The object's bytes, or undefined where there is none. */
  get: (key: string) => Promise<Uint8Array | undefined>
  exists: (key: string) => Promise<boolean>
  /** Takes the object away for good: where the bucket keeps versions, the newest one, which is what was there. */
  erase: (key: string) => Promise<void>
  /** Writes a large object piece by piece, replacing what was there. Not tried again where it fails: its caller is. */
  putLarge: (key: string, content: LargeContent, contentType: string) => Promise<void>
  /** The objects whose keys begin with the prefix: the first 1,000 by key. */
  list: (prefix: string) => Promise<{ readonly key: string; readonly size: number }[]>
  /** An address at which whoever has it can read the object until it expires, as a download under the given header. */
  presign: (key: string, link: { readonly seconds: number; readonly disposition: string }) => Promise<string>
}

type LargeContent = {
  /** In bytes. */
  readonly size: number
  /** In lower-case hexadecimal: the store refuses other bytes (S3 does; s3rver doesn't look). */
  readonly sha256: string
  readonly pieces: AsyncIterator<Uint8Array>
}

export type ObjectSettings = {
  readonly AWS_REGION: string
  readonly BUCKET_NAME: string
  readonly S3_ENDPOINT?: string | undefined
  /** Where browsers reach what the function reaches at S3_ENDPOINT; the same where it isn't set. */
  readonly S3_PUBLIC_ENDPOINT?: string | undefined
}

/** The bucket's address, as the functions reach it or at another endpoint. */
const bucketAt = ({ AWS_REGION, BUCKET_NAME }: ObjectSettings, endpoint: string | undefined): string =>
  endpoint ? `${endpoint}/${BUCKET_NAME}` : `https://${BUCKET_NAME}.s3.${AWS_REGION}.amazonaws.com`

/** An object's address, as the functions reach it. */
export const objectUrl = (settings: ObjectSettings, key: string): string =>
  `${bucketAt(settings, settings.S3_ENDPOINT)}/${key.split('/').map(encodeURIComponent).join('/')}`

/** Opens a bucket. Credentials come from the environment, as Lambda hands them over. */
export function openObjects(settings: ObjectSettings): Objects {
  const { AWS_REGION, S3_ENDPOINT, S3_PUBLIC_ENDPOINT = S3_ENDPOINT } = settings
  const client = environmentClient('s3', AWS_REGION)
  const baseAt = (endpoint: string | undefined) => bucketAt(settings, endpoint)
  const url = (key: string) => objectUrl(settings, key)

  return {
    put: async (key, body, contentType) => {
      const bytes = Buffer.from(body)
      const answer = await client.fetch(url(key), {
        method: 'PUT',
        body: bytes,
        headers: {
          'content-type': contentType,
          'content-length': String(bytes.length),
          'x-amz-content-sha256': createHash('sha256').update(bytes).digest('hex'),
        },
      })
      await expectOk(answer, 'PUT', key)
    },
    get: async (key) => {
      const answer = await client.fetch(url(key))
      if (answer.status === 404) return discard(answer)
      await expectOk(answer, 'GET', key)
      return new Uint8Array(await answer.arrayBuffer())
    },
    exists: async (key) => {
      const answer = await client.fetch(url(key), { method: 'HEAD' })
      if (answer.status === 404) return false
      await expectOk(answer, 'HEAD', key)
      return true
    },
    erase: async (key) => {
      const found = await client.fetch(url(key), { method: 'HEAD' })
      if (found.status === 404) return
      await expectOk(found, 'HEAD', key)
      const version = found.headers.get('x-amz-version-id')
      const address = version ? `${url(key)}?${new URLSearchParams({ versionId: version })}` : url(key)
      const answer = await client.fetch(address, { method: 'DELETE' })
      await expectOk(answer, 'DELETE', key)
      await answer.arrayBuffer()
    },
    putLarge: async (key, { size, sha256, pieces }, contentType) => {
      const headers = {
        'content-type': contentType,
        'content-length': String(size),
        'x-amz-content-sha256': sha256,
      }
      const request = await client.sign(url(key), { method: 'PUT', body: streamOf(pieces), headers })
      await expectOk(await fetch(request), 'PUT', key)
    },
    list: async (prefix) => {
      const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1000', prefix })
      const answer = await client.fetch(`${baseAt(S3_ENDPOINT)}/?${query}`)
      await expectOk(answer, 'LIST', prefix)
      return [...(await answer.text()).matchAll(listed)].map(([, key = '', size]) => ({ key, size: Number(size) }))
    },
    presign: async (key, { seconds, disposition }) => {
      const address = new URL(url(key))
      address.searchParams.set('X-Amz-Expires', String(seconds))
      address.searchParams.set('response-content-disposition', disposition)
      // As plain bytes: the store sends no nosniff.
      address.searchParams.set('response-content-type', 'application/octet-stream')
      address.searchParams.set('response-cache-control', 'no-store')
      const signed = new URL((await client.sign(address, { method: 'GET', aws: { signQuery: true } })).url)
      // The signature is over %20; a plus sign would be read as a blank by some stores and as itself by others.
      signed.search = signed.search.replaceAll('+', '%20')
      // Signed as the store knows it, written as browsers reach it.
      return signed.href.replace(baseAt(S3_ENDPOINT), baseAt(S3_PUBLIC_ENDPOINT))
    },
  }
}

/** An object in the answer to a list. Keys are of letters, digits and a few signs that XML leaves alone. */
const listed = /<Contents>.*?<Key>([^<]*)<\/Key>.*?<Size>(\d+)<\/Size>.*?<\/Contents>/gs

const streamOf = (pieces: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })

/** A signing client for one AWS service, with the credentials of the environment. */
export function environmentClient(service: string, region: string): AwsClient {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) throw new Error('No AWS credentials in the environment')
  return new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    service,
    region,
    retries: 3,
  })
}

async function discard(answer: Response): Promise<undefined> {
  await answer.arrayBuffer()
  return undefined
}

export async function expectOk(answer: Response, verb: string, key: string): Promise<void> {
  if (answer.ok) return
  const text = (await answer.text()).slice(0, 300)
  throw new Error(`Object store: ${verb} ${key} answered ${answer.status} ${text}`)
}
