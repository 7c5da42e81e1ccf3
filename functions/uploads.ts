// Objects larger than memory: written part by part (S3's multipart upload), and read as they come. Nobody sees an object
// before it is complete. Keys are chosen by the callers in functions/, never by a client.

import { createHash } from 'node:crypto'
import { environmentClient, expectOk, type ObjectSettings, objectUrl } from './objects.ts'

export type Uploads = {
  /** Begins an upload to a key; answers its id. */
  begin: (key: string, contentType: string) => Promise<string>
  /** Writes a part, numbered from 1; all but the last have at least 5 MiB. Answers its tag. */
  part: (key: string, upload: string, number: number, bytes: Uint8Array) => Promise<string>
  /** Makes the object of all its parts; `tags` in their order. */
  complete: (key: string, upload: string, tags: readonly string[]) => Promise<void>
  /** Forgets an upload and its parts; does nothing where there is none. */
  abort: (key: string, upload: string) => Promise<void>
  /** The object's bytes as they come; undefined where there is none. */
  read: (key: string) => Promise<AsyncIterable<Uint8Array> | undefined>
}

/** Opens a bucket. Credentials come from the environment, as Lambda hands them over. */
export function openUploads(settings: ObjectSettings): Uploads {
  const client = environmentClient('s3', settings.AWS_REGION)
  const at = (key: string, query: Record<string, string> = {}) => {
    const text = new URLSearchParams(query).toString().replace(/=(?=&|$)/g, '')
    return `${objectUrl(settings, key)}${text === '' ? '' : `?${text}`}`
  }
  return {
    begin: async (key, contentType) => {
      const answer = await client.fetch(at(key, { uploads: '' }), {
        method: 'POST',
        headers: { 'content-type': contentType },
      })
      await expectOk(answer, 'POST', key)
      const [, id] = /<UploadId>([^<]+)<\/UploadId>/.exec(await answer.text()) ?? []
      if (id === undefined) throw new Error(`Object store: no upload id for ${key}`)
      return id
    },
    part: async (key, upload, number, bytes) => {
      const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      const answer = await client.fetch(at(key, { partNumber: String(number), uploadId: upload }), {
        method: 'PUT',
        body: new Uint8Array(body),
        headers: {
          'content-length': String(body.length),
          'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
        },
      })
      await expectOk(answer, 'PUT', key)
      await answer.arrayBuffer()
      return answer.headers.get('etag') ?? ''
    },
    complete: async (key, upload, tags) => {
      const parts = tags.map((tag, n) => `<Part><PartNumber>${n + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
      const answer = await client.fetch(at(key, { uploadId: upload }), {
        method: 'POST',
        headers: { 'content-type': 'application/xml' },
        body: `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`,
      })
      await expectOk(answer, 'POST', key)
      const text = await answer.text()
      // S3 may answer 200 before it knows: the outcome is in the body.
      if (text.includes('<Error>')) throw new Error(`Object store: completing ${key}: ${text.slice(0, 300)}`)
    },
    abort: async (key, upload) => {
      const answer = await client.fetch(at(key, { uploadId: upload }), { method: 'DELETE' })
      if (answer.status !== 404) await expectOk(answer, 'DELETE', key)
      await answer.arrayBuffer()
    },
    read: async (key) => {
      const answer = await client.fetch(objectUrl(settings, key))
      if (answer.status === 404) {
        await answer.arrayBuffer()
        return undefined
      }
      await expectOk(answer, 'GET', key)
      return answer.body ?? undefined
    },
  }
}
