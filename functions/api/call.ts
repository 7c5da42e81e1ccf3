// A call is one request, once it is known who makes it: what every route's code is given.

import type { Context } from 'hono'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { type Action, maySomewhere, type Person } from '../../shared/organisation/access.ts'
import type { ApiToken } from '../../shared/organisation/api-token.ts'
import type { AuditNote } from '../../shared/organisation/audit.ts'
import { path } from '../../shared/paths.ts'
import { type MenuEntry, menuEntries, type PageContext } from '../../web/pages/context.ts'
import type { Directed } from '../store/directory.ts'
import { assetNamed } from './assets.ts'
import type { ApiDeps } from './deps.ts'

/** Who is signed in, with the organisation and tree as they are today. */
export type SignedIn = Directed & {
  readonly person: Person
  /** The token that a program came with; undefined for people in a browser. */
  readonly token?: ApiToken
  /** The session was opened by a personal link. */
  readonly isByLink?: boolean
  readonly organisationId: OrganisationId
}

export type Call = {
  readonly deps: ApiDeps
  readonly c: Context
  readonly language: Language
  readonly me: SignedIn | undefined
  /** When the request came in; ISO 8601, UTC. All that one request decides, it decides at this moment. */
  readonly now: string
  /** Adds to what the audit log says of this call; called again, it makes an entry of its own. */
  readonly record: (note: AuditNote) => void
  /** Says that the call changed nothing after all: it only showed a form again. */
  readonly changedNothing: () => void
}
export type SignedInCall = Call & { readonly me: SignedIn }

/** Where people are whose organisation isn't known yet. */
const homeTimeZone = 'Asia/Ho_Chi_Minh'

export const timeZoneOf = (call: Call): string => call.me?.organisation.timeZone ?? homeTimeZone

/** What the frame of every page is told. */
export function pageContext(call: Call): PageContext {
  const { deps, c, language, me } = call
  return {
    language,
    person: me && { name: me.person.name, roles: [...new Set(me.person.roles.map(({ role }) => role))] },
    styleUrl: path.asset(deps.assets.style),
    iconUrl: path.asset(deps.assets.icon),
    assetUrl: (name) => path.asset(assetNamed(deps.assets, name)),
    here: `${c.req.path}${new URL(c.req.url).search}`,
    timeZone: timeZoneOf(call),
    may: new Set(me ? menuEntries.filter((entry) => maySee(me.person, entry)) : []),
  }
}

/** What a person must be able to do for an entry of the menu. */
const entryAction = {
  progress: 'progress.read',
  waiting: 'response.review',
  answers: 'response.read',
  actions: 'action.read',
  campaigns: 'campaign.manage',
  forms: 'form.design',
  reports: 'report.read',
  reportPlans: 'report.make',
  exports: 'response.export',
  organisation: 'unit.read',
  people: 'person.manage',
  audit: 'audit.read',
} as const satisfies Record<Exclude<MenuEntry, 'visits'>, Action>

function maySee(person: Person, entry: MenuEntry): boolean {
  if (entry === 'visits') return answersSomewhere(person)
  return maySomewhere(person, entryAction[entry])
}

/** Whether the person has forms to fill in. */
export const answersSomewhere = (person: Person): boolean =>
  maySomewhere(person, 'inspection.answer') || maySomewhere(person, 'unit-report.answer')
