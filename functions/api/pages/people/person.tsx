// One person: shown, and changed over the version that was read.

import { pageMessages } from '../../../../shared/messages/page.ts'
import { peopleMessages } from '../../../../shared/messages/people.ts'
import { type HeldRole, maySomewhere, type Person } from '../../../../shared/organisation/access.ts'
import { mayManageRoleAt, mayManageWhole, rolesSeen } from '../../../../shared/organisation/people-scope.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { type Difference, PersonPage, type PersonPageProps } from '../../../../web/pages/people/person.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import type { VersionedPerson } from '../../../store/people.ts'
import { changePerson } from '../../../store/people-changes.ts'
import { linkDays } from '../../../store/personal-links.ts'
import { findSeen } from '../../../store/seen.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { linkLines } from './link-lines.ts'
import { describeTaken } from './new-person.tsx'
import { type ReadPerson, readPersonFields, typedOf } from './person-fields.ts'
import { readTyped } from './typed.ts'
import { changesBetween, knownPerson, noteOn, personParam, wholeOf } from './whole.ts'

/** What a person's page shows besides what is stored. */
type Shown = {
  readonly typed?: ReadPerson['typed']
  readonly faults?: FieldFaults
  readonly problem?: Problem
  readonly differences?: readonly Difference[]
  readonly asksOwnAdmin?: boolean
  readonly done?: PersonPageProps['done']
  readonly version?: number
}

export async function personPage(call: SignedInCall, found: VersionedPerson, shown: Shown = {}): Promise<Response> {
  const { deps, me } = call
  const { person, version } = found
  const isWhole = mayManageWhole(me.person, me.tree, person)
  const [seen, links] = await Promise.all([
    findSeen(deps.table, me.organisationId, person.id),
    isWhole ? linkLines(call, person) : [],
  ])
  const seenPerson = { ...person, roles: rolesSeen(me.person, me.tree, person) }
  return call.c.html(
    <PersonPage
      context={pageContext(call)}
      id={person.id}
      name={person.name}
      storedEmail={person.email}
      {...seen}
      version={shown.version ?? version}
      typed={shown.typed ?? typedOf(call, seenPerson)}
      faults={shown.faults ?? new Map()}
      problem={shown.problem}
      differences={shown.differences ?? []}
      done={shown.done}
      asksOwnAdmin={shown.asksOwnAdmin ?? false}
      isWhole={isWhole}
      canMail={deps.mail !== undefined}
      links={links}
      linkDays={linkDays}
    />,
    shown.problem ? statusOf[shown.problem.code] : 200,
  )
}

const doneWords = ['saved', 'added', 'invited', 'revoked'] as const

export async function showPerson(call: SignedInCall): Promise<Response> {
  const found = await knownPerson(call, personParam(call.c))
  if (!found) return refuse(call, problem.unknownPerson())
  const done = doneWords.find((word) => word === call.c.req.query('done'))
  return personPage(call, found, done ? { done } : {})
}

/** POST: writes the person anew, with the roles that are not this administrator's as they were. */
export async function savePerson(call: SignedInCall): Promise<Response> {
  const { here, fields, isOtherLanguage } = await readTyped(call)
  const found = await knownPerson(call, personParam(call.c))
  if (!found) return refuse(here, problem.unknownPerson())
  const { me } = call
  const before = found.person
  const isWhole = mayManageWhole(me.person, me.tree, before)
  const read = readPersonFields(here, fields, { isWhole, held: rolesSeen(me.person, me.tree, before) })
  const { typed, wantsLine } = read
  const sentVersion = Number(fields.get('version'))
  if (wantsLine || isOtherLanguage) {
    call.changedNothing()
    return personPage(here, found, { typed, version: sentVersion })
  }
  const after = personAfter(call, before, read, isWhole)
  const faults = new Map(read.faults)
  if (after.roles.length === 0 && faults.size === 0) faults.set('roles', peopleMessages[here.language].form.noRoles)
  if (faults.size > 0)
    return personPage(here, found, { typed, faults, problem: problem.fieldsWrong(faults.size), version: sentVersion })
  if (sentVersion !== found.version) return changedMeanwhile(here, found, after, typed)
  if (losesOwnAdmin(call, before, after) && fields.get('own-admin') !== 'understood') {
    call.changedNothing()
    return personPage(here, found, { typed, asksOwnAdmin: true })
  }
  const changed = await changePerson(wholeOf(call), found, after, call.now)
  if (changed.ok) {
    call.record(noteOn(call, [before, after], `${after.name}: ${changesBetween(call, before, after)}`))
    // Whoever took away the last role in their care knows nothing of the person any more, nor of the list without their own.
    const stays = rolesSeen(me.person, me.tree, after).length > 0 && !losesOwnAdmin(call, before, after)
    return call.c.redirect(stays ? path.person(after.id, 'saved') : path.home(), 303)
  }
  const now = await knownPerson(call, before.id)
  if (changed.problem.code === 'office.changed' && now) return changedMeanwhile(here, now, after, typed)
  return personPage(here, now ?? found, {
    typed,
    faults: describeTaken(here, changed.problem),
    problem: changed.problem,
  })
}

/** The person as it is to be: what isn't in this administrator's care stays. */
function personAfter({ me }: SignedInCall, before: Person, { said }: ReadPerson, isWhole: boolean): Person {
  const others = before.roles.filter(({ unitId }) => !mayManageRoleAt(me.person, me.tree, unitId))
  const roles = [...others, ...said.roles]
  if (!isWhole) return { ...before, roles }
  return {
    id: before.id,
    name: said.name,
    ...(said.email === undefined ? {} : { email: said.email }),
    ...(said.phone === undefined ? {} : { phone: said.phone }),
    roles,
  }
}

const losesOwnAdmin = ({ me }: SignedInCall, before: Person, after: Person): boolean =>
  me.person.id === before.id && maySomewhere(before, 'person.manage') && !maySomewhere(after, 'person.manage')

/** Shows what was typed beside what is stored by now; saving once more is over that. */
function changedMeanwhile(call: SignedInCall, now: VersionedPerson, after: Person, typed: ReadPerson['typed']) {
  const differences = differencesOf(call, now.person, after)
  return personPage(call, now, { typed, problem: problem.officeChanged(), differences })
}

function differencesOf(call: SignedInCall, stored: Person, typed: Person): Difference[] {
  const { me, language } = call
  const m = peopleMessages[language].form
  const rolesOf = ({ roles }: { readonly roles: readonly HeldRole[] }) =>
    roles
      .filter(({ unitId }) => mayManageRoleAt(me.person, me.tree, unitId))
      .map(({ role, unitId }) => `${pageMessages[language].roles[role]} · ${unitIn(me.tree, unitId)?.name ?? unitId}`)
      .sort()
      .join('; ')
  return [
    { what: m.name, stored: stored.name, typed: typed.name },
    { what: m.email, stored: stored.email ?? '', typed: typed.email ?? '' },
    { what: m.phone, stored: stored.phone ?? '', typed: typed.phone ?? '' },
    { what: m.roles, stored: rolesOf(stored), typed: rolesOf(typed) },
  ].filter((one) => one.stored !== one.typed)
}
