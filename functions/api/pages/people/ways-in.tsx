// Ways in, given and taken: the mail that asks a person in, personal links, and both for several people at once.

import * as v from 'valibot'
import { PersonId } from '../../../../shared/ids.ts'
import { localize } from '../../../../shared/language.ts'
import { pageMessages } from '../../../../shared/messages/page.ts'
import { peopleMessages } from '../../../../shared/messages/people.ts'
import { type Person, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { mayManageWhole } from '../../../../shared/organisation/people-scope.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { problem } from '../../../../shared/problems.ts'
import type { PageContext } from '../../../../web/pages/context.ts'
import { InvitationsPage, type NotSent } from '../../../../web/pages/people/invitations.tsx'
import { MadeLinkPage } from '../../../../web/pages/people/made-link.tsx'
import { type Slip, SlipsPage } from '../../../../web/pages/people/slips.tsx'
import { log, logCode } from '../../../log.ts'
import type { Mail } from '../../../mail.ts'
import { qrCode } from '../../../qr.ts'
import { findLink, insertLink, linkDays, revokeLink } from '../../../store/personal-links.ts'
import { noteInvited } from '../../../store/seen.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { personPage } from './person.tsx'
import { wholePerson } from './removal.tsx'
import { knownPerson, noteOn } from './whole.ts'

/** People whom one press invites or gives slips to: those of one page of the list. */
const mostAtOnce = 50

/** What answers a press has no address of its own: another language leads to where the press was made. */
const contextAt = (call: SignedInCall, here: string): PageContext => ({ ...pageContext(call), here })

async function sendInvitation(call: SignedInCall, mail: Mail, { id, name, email }: Person): Promise<boolean> {
  const { deps, me } = call
  // In Vietnamese, whoever sends it: that is what the invited read.
  const m = peopleMessages.vi.mail
  const organisation = localize(me.organisation.name, 'vi')
  const address = `${deps.publicUrl}${path.signIn()}`
  const text = m.text(name, organisation, me.person.name, address)
  const sent = email && (await mail.send({ to: email, subject: m.subject(organisation), text })) === 'sent'
  if (sent) await noteInvited(deps.table, me.organisationId, id, call.now)
  return sent === true
}

/** POST: asks one person in by mail. */
export async function invitePerson(call: SignedInCall): Promise<Response> {
  const found = await wholePerson(call)
  if (!found) return refuse(call, problem.unknownPerson())
  const { mail } = call.deps
  if (!mail || found.person.email === undefined) return personPage(call, found, { problem: problem.mailOff() })
  if (!(await sendInvitation(call, mail, found.person)))
    return personPage(call, found, { problem: problem.mailRefused() })
  call.record(noteOn(call, [found.person], found.person.name))
  return call.c.redirect(path.person(found.person.id, 'invited'), 303)
}

type Made = { readonly address: string; readonly expiresAt: string }

/**
 * Makes a link. The token is 256 random bits: nobody finds one by trying, so that wrong ones need no counting. It leaves here
 * in the page that shows it, and nowhere else: not in the audit log, not in the log, and the table holds its hash.
 */
async function makeLinkFor(call: SignedInCall, person: Person): Promise<Made> {
  const { deps, me, now } = call
  const token = deps.randomToken()
  const expiresAt = new Date(Date.parse(now) + linkDays * 86_400_000).toISOString()
  await insertLink(deps.table, token, {
    organisationId: me.organisationId,
    personId: person.id,
    createdAt: now,
    createdBy: me.person.id,
    expiresAt,
    units: topUnitsFor(me.person, me.tree, 'person.manage'),
  })
  await noteInvited(deps.table, me.organisationId, person.id, now)
  call.record(noteOn(call, [person], person.name))
  return { address: `${deps.publicUrl}${path.enter(token)}`, expiresAt }
}

/** POST: makes a personal link and shows it, this once. */
export async function makePersonalLink(call: SignedInCall): Promise<Response> {
  const found = await wholePerson(call)
  if (!found) return refuse(call, problem.unknownPerson())
  const { id, name } = found.person
  const made = await makeLinkFor(call, found.person)
  return call.c.html(
    <MadeLinkPage
      context={contextAt(call, path.person(id))}
      id={id}
      name={name}
      {...made}
      code={qrCode(made.address)}
    />,
  )
}

/** POST: ends a personal link. */
export async function revokePersonalLink(call: SignedInCall): Promise<Response> {
  const found = await wholePerson(call)
  const id = call.c.req.param('link') ?? ''
  const link = found && (await findLink(call.deps.table, call.me.organisationId, found.person.id, id.slice(0, 100)))
  if (!found || !link) return refuse(call, problem.unknownPerson())
  if (!(await revokeLink(call.deps.table, link, call.now))) call.changedNothing()
  call.record(noteOn(call, [found.person], found.person.name))
  return call.c.redirect(path.person(found.person.id, 'revoked'), 303)
}

/**
 * The people who were ticked in the list, without those of whom the administrator may not know; or where to go where there
 * are none: nobody was ticked, or nobody of them is known.
 */
async function chosenPeople(call: SignedInCall): Promise<readonly [Person, ...Person[]] | Response> {
  const ids = [...new Set((await formFields(call.c)).getAll('person'))].slice(0, mostAtOnce)
  const found = await Promise.all(
    ids.map(async (id) => {
      const read = v.safeParse(PersonId, id)
      return read.success ? knownPerson(call, read.output) : undefined
    }),
  )
  const [first, ...others] = found.flatMap((one) => (one ? [one.person] : []))
  if (first) return [first, ...others]
  if (ids.length > 0) return refuse(call, problem.unknownPerson())
  call.changedNothing()
  return call.c.redirect(path.people({ chosen: 'nobody' }), 303)
}

const isWholeFor =
  ({ me }: SignedInCall) =>
  (person: Person) =>
    mayManageWhole(me.person, me.tree, person)

/** POST: asks several people in by mail, one mail to each, and says what became of it. */
export async function invitePeople(call: SignedInCall): Promise<Response> {
  const { mail } = call.deps
  if (!mail) return refuse(call, problem.mailOff())
  const people = await chosenPeople(call)
  if (people instanceof Response) return people
  const notSent: NotSent[] = []
  const sent: Person[] = []
  for (const person of people) {
    const { id, name, email } = person
    const why = !isWholeFor(call)(person) ? 'not-yours' : email === undefined ? 'no-email' : undefined
    if (why) notSent.push({ id, name, why })
    else {
      const outcome = await sendInvitation(call, mail, person).catch((error: unknown) => {
        // Those before it have their mails: the page and the log must still tell of them.
        log(logCode.requestFailed, { request: call.c.get('requestId') }, error)
        return 'failed' as const
      })
      if (outcome === true) sent.push(person)
      else notSent.push({ id, name, why: outcome === false ? 'refused' : outcome })
    }
  }
  for (const person of sent) call.record(noteOn(call, [person], person.name))
  if (sent.length === 0) call.changedNothing()
  return call.c.html(<InvitationsPage context={contextAt(call, path.people())} sent={sent.length} notSent={notSent} />)
}

/** POST: makes a link for each, and shows them as slips to print, this once. */
export async function printSlips(call: SignedInCall): Promise<Response> {
  const { me, language } = call
  const people = await chosenPeople(call)
  if (people instanceof Response) return people
  const own = people.filter(isWholeFor(call))
  if (own.length === 0) call.changedNothing()
  const slips: Slip[] = []
  for (const person of own) {
    const made = await makeLinkFor(call, person)
    const roles = person.roles.map(
      ({ role, unitId }) => `${pageMessages[language].roles[role]} · ${unitIn(me.tree, unitId)?.name ?? unitId}`,
    )
    slips.push({ name: person.name, roles: roles.join('; '), ...made, code: qrCode(made.address) })
  }
  const skipped = people.filter((person) => !own.includes(person)).map(({ name }) => name)
  const organisation = localize(me.organisation.name, language)
  return call.c.html(
    <SlipsPage context={contextAt(call, path.people())} organisation={organisation} slips={slips} skipped={skipped} />,
  )
}
