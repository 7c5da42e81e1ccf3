// Links to large objects lead here on one machine: the store itself answers no browser. s3rver takes any signature, so it is
// checked here, and how long the link lives, as S3 does.

import { timingSafeEqual } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { AwsV4Signer } from 'aws4fetch'
import { s3Credentials } from './s3.ts'

export const objectsPath = '/-/objects'

export const isObjectLink = (url: string): boolean => url.startsWith(`${objectsPath}/`)

const moment = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/

/** Whether the address was signed with the store's key, and lives. */
async function isSigned(target: URL, region: string, now: number): Promise<boolean> {
  const { searchParams } = target
  const datetime = searchParams.get('X-Amz-Date') ?? ''
  const signedAt = Date.parse(datetime.replace(moment, '$1-$2-$3T$4:$5:$6Z'))
  if (!moment.test(datetime) || !(signedAt + Number(searchParams.get('X-Amz-Expires')) * 1_000 > now)) return false
  const bare = new URL(target)
  for (const name of [...searchParams.keys()])
    if (name.startsWith('X-Amz-') && name !== 'X-Amz-Expires') bare.searchParams.delete(name)
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = s3Credentials
  const keys = { accessKeyId, secretAccessKey, service: 's3', region, datetime, signQuery: true }
  const { url } = await new AwsV4Signer({ url: bare.href, method: 'GET', ...keys }).sign()
  const [own, given] = [url.searchParams, searchParams].map((all) => Buffer.from(all.get('X-Amz-Signature') ?? ''))
  return own !== undefined && given !== undefined && own.length === given.length && timingSafeEqual(own, given)
}

/** What S3 tells a browser of an object, as far as a link asks for it. */
const handedOn = ['content-type', 'content-length', 'content-disposition', 'cache-control']

/** It lies under the pages' own origin here: whatever it is, it runs nothing. */
const safely = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': 'sandbox',
  'referrer-policy': 'same-origin',
}

export function objectDoor(endpoint: string, region: string): RequestListener {
  return (request, response) => {
    const hand = async () => {
      const target = new URL(`${endpoint}${(request.url ?? '').slice(objectsPath.length)}`)
      if (request.method !== 'GET' || !(await isSigned(target, region, Date.now()))) {
        response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('Only signed links lead here\n')
        return
      }
      const found = await fetch(target, { headers: { 'accept-encoding': 'identity' } })
      const headers = handedOn.flatMap((name): [string, string][] => {
        const value = found.headers.get(name)
        return value === null ? [] : [[name, value]]
      })
      response.writeHead(found.status, { ...Object.fromEntries(headers), ...safely })
      await pipeline(found.body ?? [], response)
    }
    // The visitor left, or the store stops.
    hand().catch(() => response.destroy())
  }
}
