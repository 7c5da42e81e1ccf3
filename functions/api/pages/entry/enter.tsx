// Entering by a personal link. To open it changes nothing: mail programs and messengers look at links before people do. Only
// the press opens a session.

import { localize } from '../../../../shared/language.ts'
import type { Person } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { EnterPage } from '../../../../web/pages/entry/enter.tsx'
import { findPerson } from '../../../store/people.ts'
import { closedBecause, findLinkByToken, noteLinkUsed, type StoredLink } from '../../../store/personal-links.ts'
import { type Call, pageContext } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { openSession } from '../../sign-in.ts'

type Way = { readonly stored: StoredLink; readonly person: Person; readonly organisation: string }

/** Longer than any token of ours. */
const longestToken = 100

async function wayOf({ deps, c, now, language }: Call): Promise<Result<Way, Problem>> {
  const token = c.req.param('token') ?? ''
  const stored = token.length <= longestToken ? await findLinkByToken(deps.table, token) : undefined
  if (!stored) return fail(problem.entryClosed('unknown'))
  const { organisationId, personId } = stored.link
  const [person, { organisation, tree }] = await Promise.all([
    findPerson(deps.table, organisationId, personId),
    deps.directory.organisation(organisationId, now),
  ])
  const why = person ? closedBecause(stored, person, tree, now) : 'revoked'
  if (!person || why) return fail(problem.entryClosed(why ?? 'revoked'))
  return ok({ stored, person, organisation: localize(organisation.name, language) })
}

/** GET: says whom the link is for, and waits for a press. */
export async function showEntry(call: Call): Promise<Response> {
  const way = await wayOf(call)
  if (!way.ok) return refuse(call, way.problem)
  const { person, organisation, stored } = way.value
  // Who is signed in here now would be somebody else: the page is of the link alone.
  const context = pageContext({ ...call, me: undefined })
  return call.c.html(
    <EnterPage
      context={context}
      name={person.name}
      organisation={organisation}
      expiresAt={stored.link.expiresAt}
      replaces={call.me && call.me.person.id !== person.id ? call.me.person.name : undefined}
    />,
  )
}

/** POST: opens a session as that person. The link stays good until it expires or is revoked: it is their only way in. */
export async function enter(call: Call): Promise<Response> {
  const way = await wayOf(call)
  if (!way.ok) return refuse(call, way.problem)
  const { stored } = way.value
  const { organisationId, personId } = stored.link
  await noteLinkUsed(call.deps.table, stored, call.now)
  await openSession(call, { organisationId, personId, link: stored.id })
  return call.c.redirect(path.home(), 303)
}
