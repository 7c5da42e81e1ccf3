// Objects in S3 or any store that speaks its API. Keys are chosen here or by the callers in functions/, never by a client.
// Requests are signed by aws4fetch (7 KB) instead of the S3 client (250 KB): three verbs are all Phieu needs.

import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'

export type Objects = {
  /** Writes the whole object, replacing what was there. */
  put: (key: string, body: Uint8Array, contentType: string) => Promise<void>
  /** The object's bytes, or undefined where there is none. */
  get: (key: string) => Promise<Uint8Array | undefined>
  exists: (key: string) => Promise<boolean>
}

/** Opens a bucket. Credentials come from the environment, as Lambda hands them over. */
export function openObjects(settings: {
  AWS_REGION: string
  BUCKET_NAME: string
  S3_ENDPOINT?: string | undefined
}): Objects {
  const client = environmentClient('s3', settings.AWS_REGION)
  const base = settings.S3_ENDPOINT
    ? `${settings.S3_ENDPOINT}/${settings.BUCKET_NAME}`
    : `https://${settings.BUCKET_NAME}.s3.${settings.AWS_REGION}.amazonaws.com`
  const url = (key: string) => `${base}/${key.split('/').map(encodeURIComponent).join('/')}`

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
  }
}

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

async function expectOk(answer: Response, verb: string, key: string): Promise<void> {
  if (answer.ok) return
  const text = (await answer.text()).slice(0, 300)
  throw new Error(`Object store: ${verb} ${key} answered ${answer.status} ${text}`)
}
