// What a route is: an address, what it needs of its visitor, what answers it, and what of it goes into the audit log.

import type { Scope } from '../../../shared/organisation/api-token.ts'
import type { AuditVerb } from '../../../shared/organisation/audit.ts'
import type { Needs } from '../access.ts'
import type { Call, SignedInCall } from '../call.ts'

type Place = {
  readonly path: string
  /** In bytes, where a form with files may be sent; other bodies are bounded by `largestBody`. */
  readonly largestForm?: number
  /** Under /api/: what a program's token must have; no token opens an address without. */
  readonly scope?: Scope
}
type Answer<V> = (call: V) => Response | Promise<Response>

type Reading = { readonly method: 'GET'; readonly records?: AuditVerb }
/** Every change says what it is in the audit log; null: it changes nothing, or what it stores is a record of its own. */
type Changing = { readonly method: 'POST' | 'PUT'; readonly records: AuditVerb | null }
type Verb = Reading | Changing

type OpenRoute = Place &
  Verb & {
    readonly needs: { readonly who: 'anyone' }
    readonly answer: Answer<Call>
    /** Not even a session that the browser has is looked at: whoever answers as a member is nobody else here. */
    readonly forgetsVisitor?: true
  }
type GuardedRoute = Place &
  Verb & { readonly needs: Exclude<Needs, { readonly who: 'anyone' }>; readonly answer: Answer<SignedInCall> }
export type Route = OpenRoute | GuardedRoute

export const isOpen = (route: Route): route is OpenRoute => route.needs.who === 'anyone'

export const anyone = { who: 'anyone' } as const
export const signedIn = { who: 'signed-in' } as const

/** Pages that are loaded when one of them is first asked for: few people work with them, and everybody waits for a cold start. */
export const lazily =
  <M extends Readonly<Record<keyof M, Answer<SignedInCall>>>>(load: () => Promise<M>) =>
  (page: keyof M): Answer<SignedInCall> =>
  async (call) =>
    (await load())[page](call)

/** The same for pages that are open to all. */
export const lazilyOpen =
  <M extends Readonly<Record<keyof M, Answer<Call>>>>(load: () => Promise<M>) =>
  (page: keyof M): Answer<Call> =>
  async (call) =>
    (await load())[page](call)

export const unitPath = '/campaigns/:campaign/periods/:period/units/:unit'
export const periodPath = '/campaigns/:campaign/periods/:period'
