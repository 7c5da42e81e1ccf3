// Signing in and out. The browser holds two random tokens at most: one while it is away at the issuer, one when it is back.

import type { Context } from 'hono'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { log, logCode } from '../log.ts'
import { findPerson } from '../store/organisation.ts'
import { findPrincipal, findSession, insertLogin, insertSession, removeSession, takeLogin } from '../store/sessions.ts'
import type { Call, SignedIn } from './call.ts'
import { dropCookie, expiryOf, readCookie, writeCookie } from './cookies.ts'
import type { ApiDeps } from './deps.ts'
import { refuse } from './problem-response.tsx'

/** A path of ours, or the start page: never another site's address ("//evil", "/\evil", "https:..."). */
export function safeReturn(returnTo: string | undefined): string {
  return returnTo && /^\/(?![/\\])[\w\-./?=&%#+]*$/.test(returnTo) && returnTo.length <= 500 ? returnTo : path.home()
}

/** GET: sends the browser to the issuer. A link, not a form: the content policy lets no form lead to another origin. */
export async function startSignIn({ deps, c, now }: Call): Promise<Response> {
  const secrets = deps.issuer.newSecrets()
  const token = deps.randomToken()
  const login = { ...secrets, returnTo: safeReturn(c.req.query('returnTo')) }
  await insertLogin(deps.table, token, login, expiryOf('login', now))
  writeCookie(c, deps.publicUrl, 'login', token)
  return c.redirect((await deps.issuer.authorizationUrl(secrets)).href, 302)
}

/** GET: the browser is back from the issuer. A sign-in works once, in the browser that began it. */
export async function finishSignIn(call: Call): Promise<Response> {
  const { deps, c, now } = call
  const token = readCookie(c, deps.publicUrl, 'login')
  dropCookie(c, deps.publicUrl, 'login')
  const login = token ? await takeLogin(deps.table, token, now) : undefined
  if (!login) return refused(call, problem.signInExpired())
  const callback = new URL(`${path.signInCallback()}${new URL(c.req.url).search}`, deps.publicUrl)
  const identity = await deps.issuer.identify(callback, login)
  if (!identity) return refused(call, problem.signInFailed())
  const who = await findPrincipal(deps.table, identity)
  const person = who && (await findPerson(deps.table, who.organisationId, who.personId))
  if (!person) return refused(call, problem.personUnknown())
  const session = deps.randomToken()
  await insertSession(deps.table, session, who, expiryOf('session', now))
  writeCookie(c, deps.publicUrl, 'session', session)
  return c.redirect(login.returnTo, 303)
}

async function refused(call: Call, why: Problem): Promise<Response> {
  log(logCode.signInRefused, { problem: why.code })
  return refuse(call, why)
}

/** POST: ends the session here and in the table. */
export async function signOut({ deps, c }: Call): Promise<Response> {
  const token = readCookie(c, deps.publicUrl, 'session')
  if (token) await removeSession(deps.table, token)
  dropCookie(c, deps.publicUrl, 'session')
  return c.redirect(path.home(), 303)
}

/** Who makes this request. Person, roles and tree are read anew each time: a removal takes effect at the next request. */
export async function whoIs(deps: ApiDeps, c: Context, now: string): Promise<SignedIn | undefined> {
  const token = readCookie(c, deps.publicUrl, 'session')
  const who = token ? await findSession(deps.table, token, now) : undefined
  if (!who) return undefined
  const [person, directed] = await Promise.all([
    findPerson(deps.table, who.organisationId, who.personId),
    deps.directory.organisation(who.organisationId, now),
  ])
  return person && { person, organisationId: who.organisationId, ...directed }
}
