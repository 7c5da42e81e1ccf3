// A program's token in the Authorization header (RFC 6750). Only the addresses under /api/ look for it; a page never does.

import type { Context } from 'hono'
import { tokenPrefix } from '../../shared/organisation/api-token.ts'
import { type Problem, problem } from '../../shared/problems.ts'

/** What the header holds: no bearer token at all, one that has no such shape, or the text of one. */
export type Bearer =
  | { readonly kind: 'none' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'token'; readonly text: string }

const isForPrograms = (c: Context): boolean => c.req.path.startsWith('/api/')

/** As RFC 6750 has it (b64token), and no longer than ours ever are. */
const shape = /^[A-Za-z0-9\-._~+/]{1,200}=*$/

/** Other schemes are somebody else's business: a proxy's password must not lock anybody out. */
export function bearerOf(c: Context): Bearer {
  const header = isForPrograms(c) ? (c.req.header('authorization') ?? '') : ''
  const [scheme = '', ...rest] = header.trim().split(/\s+/)
  if (scheme.toLowerCase() !== 'bearer') return { kind: 'none' }
  const [text = ''] = rest
  return rest.length === 1 && shape.test(text) ? { kind: 'token', text } : { kind: 'malformed' }
}

/** Whether a text can be one of our tokens: else nobody has to look. */
export const looksLikeToken = (text: string): boolean => text.startsWith(tokenPrefix) && text.length <= 100

/** Why a request that names nobody is refused. */
export function whyNobody(c: Context): Problem {
  const { kind } = bearerOf(c)
  if (kind === 'malformed') return problem.authorizationMalformed()
  return kind === 'token' ? problem.tokenInvalid() : problem.notSignedIn()
}

/** The value of WWW-Authenticate for a problem; undefined where it has none. */
export function challengeOf(why: Problem): string | undefined {
  const realm = 'Bearer realm="phieu"'
  switch (why.code) {
    case 'access.not-signed-in':
      return realm
    case 'access.token-invalid':
      return `${realm}, error="invalid_token"`
    case 'access.authorization-malformed':
      return `${realm}, error="invalid_request"`
    case 'access.scope-missing':
      return `${realm}, error="insufficient_scope"${why.scope ? `, scope="${why.scope}"` : ''}`
    default:
      return undefined
  }
}
