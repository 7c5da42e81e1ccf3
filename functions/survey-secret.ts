// What only the holder of a survey's secret can work out: which response belongs to a link, what a typed code leads to, and
// the link of somebody who is to be reminded. When the secret is destroyed, nobody can any more.

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { asId, type PeriodId, ResponseId } from '../shared/ids.ts'

const keyFor = (secret: string, use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', use, 32))

/**
 * The id of the one response that an invitation gives in a period: HMAC-SHA-256, 122 bits of it as a UUID of version 4. The
 * same link always comes to the same id, so that one conditional write makes it count once.
 */
export function memberResponseId(secret: string, token: string, period: PeriodId): ResponseId {
  const bytes = createHmac('sha256', keyFor(secret, 'response')).update(`${token} ${period}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return asId(ResponseId, parts.join('-'))
}

/** What the table calls a typed code. 40 bits could be guessed from a plain hash. */
export const codeHash = (secret: string, code: string): string =>
  createHmac('sha256', keyFor(secret, 'code')).update(code).digest('base64url')

/** What an invitation is answered with: the token of its link, 22 signs, and the code that people type. */
export type Keys = { readonly token: string; readonly code: string }

const tokenLength = 22

/** Token and code that only this secret opens again: AES-256-GCM, as nonce, text and tag in base64url. */
export function sealKeys(secret: string, { token, code }: Keys): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'token'), nonce)
  const sealed = [cipher.update(`${token}${code}`, 'utf8'), cipher.final()]
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url')
}

/** Throws where they were sealed with another secret, or changed. */
export function unsealKeys(secret: string, sealed: string): Keys {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, 'token'), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
  return { token: text.slice(0, tokenLength), code: text.slice(tokenLength) }
}
