// The issuer's signing key and cookie secret: made once, kept in the data folder for its owner's eyes only,
// so that people stay signed in over a restart.

import { generateKeyPair, type JsonWebKey, randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { readTextIfThere, replaceFile } from './files.ts'

const IssuerKeys = v.object({
  cookieKeys: v.array(v.pipe(v.string(), v.minLength(32))),
  signingKeys: v.array(v.looseObject({ kty: v.string(), kid: v.string() })),
})
export type IssuerKeys = v.InferOutput<typeof IssuerKeys>

export async function readOrMakeKeys(file: string): Promise<IssuerKeys> {
  const kept = await readTextIfThere(file)
  if (kept !== undefined) return v.parse(IssuerKeys, JSON.parse(kept))
  const keys = { cookieKeys: [randomBytes(32).toString('base64url')], signingKeys: [await makeSigningKey()] }
  await replaceFile(file, JSON.stringify(keys), 0o600)
  return keys
}

/** RS256, as Cognito signs. */
async function makeSigningKey(): Promise<JsonWebKey & { kty: string; kid: string }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', kid: randomUUID(), alg: 'RS256', use: 'sig' }
}
