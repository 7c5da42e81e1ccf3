// Signing in and out. The browser holds two random tokens at most: one while it is away at the issuer, one when it is back.

import type { Context } from 'hono'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { log, logCode } from '../log.ts'
import { findToken, noteTokenUsed } from '../store/api-tokens.ts'
import { findPrincipal } from '../store/identities.ts'
import { findPerson, findVersionedPerson } from '../store/people.ts'
import { closedBecause, findLink } from '../store/personal-links.ts'
import { noteSeen, seenEvery } from '../store/seen.ts'
import {
  findSession,
  insertLogin,
  insertSession,
  noteSessionUsed,
  type Principal,
  removeSession,
  type Session,
  takeLogin,
} from '../store/sessions.ts'
import { secondsOf } from '../store/tokens.ts'
import { bearerOf, looksLikeToken } from './bearer.ts'
import type { Call, SignedIn } from './call.ts'
import { dropCookie, expiryOf, lifetimeOf, readCookie, writeCookie } from './cookies.ts'
import type { ApiDeps } from './deps.ts'
import { leadToFounding, mayFound } from './founding.ts'
import { refuse } from './problem-response.tsx'

/** A path of ours, or the start page: never another site's address ("//evil", "/\evil", "https:..."). */
export function safeReturn(returnTo: string | undefined): string {
  return returnTo && /^\/(?![/\\])[\w\-./?=&%#+]*$/.test(returnTo) && returnTo.length <= 500 ? returnTo : path.home()
}

/** GET: sends the browser to the issuer. A link, not a form: the content policy lets no form lead to another origin. */
export async function startSignIn({ deps, c, now }: Call): Promise<Response> {
  const secrets = await deps.issuer.newSecrets()
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
  if (await mayFound(deps, identity)) return leadToFounding(call)
  const who = await findPrincipal(deps.table, identity)
  const person = who && (await findPerson(deps.table, who.organisationId, who.personId))
  if (!person) return refused(call, problem.personUnknown())
  await openSession(call, who)
  return c.redirect(login.returnTo, 303)
}

/** A session of its own for this browser, under a new token; the one that it had before is over. */
export async function openSession({ deps, c, now }: Call, who: Principal): Promise<void> {
  const before = readCookie(c, deps.publicUrl, 'session')
  if (before) await removeSession(deps.table, before)
  const session = deps.randomToken()
  await insertSession(deps.table, session, who, expiryOf('session', now))
  writeCookie(c, deps.publicUrl, 'session', session)
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
  const bearer = bearerOf(c)
  if (bearer.kind === 'none') return whoseSession(deps, c, now)
  // Whoever sends a token is judged by it alone, whatever cookies come along.
  return bearer.kind === 'token' && looksLikeToken(bearer.text) ? whoseToken(deps, bearer.text, now) : undefined
}

async function whoseToken(deps: ApiDeps, text: string, now: string): Promise<SignedIn | undefined> {
  const stored = await findToken(deps.table, text, now)
  if (!stored) return undefined
  const { organisationId, personId, createdAt } = stored.token
  const [found, directory] = await Promise.all([
    findVersionedPerson(deps.table, organisationId, personId),
    deps.directory.organisation(organisationId, now),
    noteTokenUsed(deps.table, stored, now),
  ])
  if (!found || secondsOf(createdAt) <= found.sessionsSince) return undefined
  return { person: found.person, token: stored.token, organisationId, ...directory }
}

async function whoseSession(deps: ApiDeps, c: Context, now: string): Promise<SignedIn | undefined> {
  const token = readCookie(c, deps.publicUrl, 'session')
  const session = token ? await findSession(deps.table, token, now) : undefined
  if (!token || !session) return undefined
  const { organisationId, personId, link } = session.who
  const [found, directory, opener] = await Promise.all([
    findVersionedPerson(deps.table, organisationId, personId),
    deps.directory.organisation(organisationId, now),
    link === undefined ? undefined : findLink(deps.table, organisationId, personId, link),
  ])
  if (!found || startOf(session) <= found.sessionsSince) return undefined
  const { person } = found
  if (link !== undefined && (!opener || closedBecause(opener, person, directory.tree, now))) return undefined
  if (secondsOf(now) - session.seenAt >= seenEvery)
    await Promise.all([noteSessionUsed(deps.table, token, now), noteSeen(deps.table, organisationId, personId, now)])
  return { person, organisationId, ...directory, ...(link === undefined ? {} : { isByLink: true }) }
}

/** In epoch seconds: every session lasts as long as every other. */
const startOf = ({ expiresAt }: Session): number => expiresAt - lifetimeOf.session
