// The api as one hono app: what holds for every request, then the route table.

import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import * as v from 'valibot'
import { Language, languages } from '../../shared/language.ts'
import type { AuditNote, AuditVerb } from '../../shared/organisation/audit.ts'
import { path } from '../../shared/paths.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { log, logCode } from '../log.ts'
import { appendAudit } from '../store/audit.ts'
import { admit } from './access.ts'
import { bearerOf, whyNobody } from './bearer.ts'
import { formParts, isMultipart, largestBody, largestContent } from './body.ts'
import type { Call, SignedInCall } from './call.ts'
import { compress } from './compress.ts'
import type { ApiDeps } from './deps.ts'
import { type Offer, refuse } from './problem-response.tsx'
import { isOpen, type Route } from './routes/route.ts'
import { routes } from './routes.ts'
import { whoIs } from './sign-in.ts'

/** Nothing inline, nothing from elsewhere, no frame around it: scripts and their requests stay here. */
const contentPolicy = (styleHash: string) => ({
  defaultSrc: ["'none'"],
  styleSrc: ["'self'", `'${styleHash}'`],
  // Pictures of a form that is looked at before it is published stand in its page.
  imgSrc: ["'self'", 'data:'],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
})

/** Builds the app over its effects; the same for Lambda, the local home and tests. */
export function apiApp(deps: ApiDeps): Hono {
  const app = new Hono()
  const refuseGuest = async (c: Context, why: Problem) => refuse(await callOf(deps, c, false), why)

  app.use(requestId())
  app.use(compress)
  // Outside of secureHeaders, whose own policy this takes the place of.
  app.use(sandboxFiles)
  app.use(
    secureHeaders({
      contentSecurityPolicy: contentPolicy(deps.assets.styleHash),
      // Not no-referrer: browsers then send "Origin: null" with our own forms, and they would look like another site's.
      referrerPolicy: 'same-origin',
      strictTransportSecurity: deps.publicUrl.startsWith('https:') && 'max-age=63072000; includeSubDomains',
      xFrameOptions: 'DENY',
    }),
  )
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  const fromOurPages = csrf({ origin: new URL(deps.publicUrl).origin })
  // A program with a token has no page to come from, and its cookies don't count.
  app.use((c, next) => (bearerOf(c).kind === 'none' ? fromOurPages(c, next) : next()))
  const limit = (maxSize: number, told: number) =>
    bodyLimit({ maxSize, onError: (c) => refuseGuest(c, problem.tooLarge(told)) })
  const usual = limit(largestBody, largestContent)
  for (const route of routes) {
    const larger = route.largestForm === undefined ? usual : limit(route.largestForm, route.largestForm)
    const limited: MiddlewareHandler = (c, next) => (isMultipart(c) ? larger : usual)(c, next)
    app.on(route.method, route.path, limited, (c) => answer(deps, c, route))
  }
  app.notFound((c) => refuseGuest(c, problem.pageUnknown()))
  app.onError(async (error, c) => {
    if (error instanceof HTTPException && error.status === 403) return refuseGuest(c, problem.crossSite())
    log(logCode.requestFailed, { request: c.get('requestId') }, error)
    return refuse(await callOf(deps, c, false), problem.serverFailed(c.get('requestId')), await sentForm(c))
  })
  return app
}

/** A file that is handed out runs nothing, wherever it is opened: it may be what a stranger sent. */
const sandboxFiles: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.headers.has('content-disposition')) c.res.headers.set('content-security-policy', 'sandbox')
}

async function answer(deps: ApiDeps, c: Context, route: Route): Promise<Response> {
  const noted: Noted = { notes: [], isNothing: false }
  const call = await callOf(deps, c, !(isOpen(route) && route.forgetsVisitor), noted)
  if (isOpen(route)) return route.answer(call)
  if (lacksScope(call, route)) return refuse(call, problem.scopeMissing(route.scope))
  const admitted = await admit(route.needs, call)
  if (admitted.ok) {
    const answered = await route.answer(admitted.value)
    const isDone = answered.status < 400 && !noted.isNothing
    if (route.records && isDone) await writeAudit(admitted.value, route.records, noted.notes)
    return answered
  }
  const needsSignIn = admitted.problem.code === 'access.not-signed-in'
  // A page that needs signing in leads there and back; a form that was sent says so instead, and loses nothing.
  if (needsSignIn && route.method === 'GET' && !route.path.startsWith('/api/'))
    return c.redirect(path.signIn(`${c.req.path}${new URL(c.req.url).search}`), 302)
  if (needsSignIn && route.path.startsWith('/api/')) return refuse(call, whyNobody(c))
  return refuse(call, admitted.problem, needsSignIn ? await sentForm(c) : {})
}

/** A token opens what its scopes name, and never an address that names none. */
const lacksScope = ({ me }: Call, { scope }: Route): boolean =>
  me?.token !== undefined && (scope === undefined || !me.token.scopes.includes(scope))

/**
 * What a form sent, to be kept on the page that says why it couldn't be taken now; nothing where no form was sent. Files
 * can't be kept. Where some were chosen, or only another language was asked for, sending again shows the form first.
 */
async function sentForm(c: Context): Promise<Offer> {
  const asParts = isMultipart(c)
  if (!asParts && !c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return {}
  const parts = await formParts(c)
  if (!parts.ok) return {}
  const { fields, files } = parts.value
  const filesLost = files.some(({ file }) => file.size > 0)
  if (fields.has('language') || filesLost) fields.set('action', 'refresh')
  fields.delete('language')
  return { sent: [...fields], asParts, filesLost }
}

/** What a call says of itself for the audit log. */
type Noted = { readonly notes: AuditNote[]; isNothing: boolean }

async function callOf(
  deps: ApiDeps,
  c: Context,
  looksForPerson: boolean,
  noted: Noted = { notes: [], isNothing: false },
): Promise<Call> {
  const now = deps.now()
  const me = looksForPerson ? await whoIs(deps, c, now) : undefined
  const record = (note: AuditNote) => noted.notes.push(note)
  const changedNothing = () => {
    noted.isNothing = true
  }
  return { deps, c, now, language: languageOf(c), me, record, changedNothing }
}

/**
 * After the change, and before its answer: whoever hears that something was done finds it in the log. A process that dies
 * in between leaves a change without an entry; the change itself says who made it and when.
 */
/** Entries of one process in one millisecond stay in the order that they were written in. */
let entriesWritten = 0

async function writeAudit(
  { deps, c, me, now }: SignedInCall,
  verb: AuditVerb,
  notes: readonly AuditNote[],
): Promise<void> {
  for (const note of notes.length > 0 ? notes : [{}]) {
    const details = [note.details, me.token && `API: ${me.token.name}`].filter((text) => text !== undefined).join(' · ')
    const told = details === '' ? note : { ...note, details: details.slice(0, 1_000) }
    const entry = { at: now, by: me.person.id, verb, subject: c.req.path, ...told }
    entriesWritten += 1
    const place = `${String(entriesWritten).padStart(9, '0')}-${deps.randomToken().slice(0, 12)}`
    await appendAudit(deps.table, me.organisationId, entry, place)
  }
}

/** What was chosen by hand, else what the browser asks for first of what there is, else Vietnamese. */
function languageOf(c: Context): Language {
  const chosen = v.safeParse(Language, getCookie(c, 'language'))
  if (chosen.success) return chosen.output
  const wanted = (c.req.header('accept-language') ?? '').toLowerCase().split(',')
  const known = wanted.map((entry) => entry.trim().slice(0, 2)).find((code) => languages.some((one) => one === code))
  return languages.find((one) => one === known) ?? 'vi'
}
