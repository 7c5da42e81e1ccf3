// Removing a person, by the name.

import { mayManageWhole } from '../../../../shared/organisation/people-scope.ts'
import { tidy } from '../../../../shared/organisation/person-entry.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { RemovalPage } from '../../../../web/pages/people/removal.tsx'
import type { VersionedPerson } from '../../../store/people.ts'
import { removePerson } from '../../../store/people-changes.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { knownPerson, noteOn, personParam, wholeOf } from './whole.ts'

type Shown = { readonly typed?: string; readonly isMismatch?: boolean; readonly problem?: Problem }

const removalPage = (call: SignedInCall, { person, version }: VersionedPerson, shown: Shown = {}) =>
  call.c.html(
    <RemovalPage
      context={pageContext(call)}
      id={person.id}
      name={person.name}
      version={version}
      isSelf={person.id === call.me.person.id}
      typed={shown.typed ?? ''}
      isMismatch={shown.isMismatch ?? false}
      problem={shown.problem}
    />,
    shown.problem ? statusOf[shown.problem.code] : 200,
  )

/** The person whom the address names, if all of their roles are in the administrator's care. */
export async function wholePerson(call: SignedInCall): Promise<VersionedPerson | undefined> {
  const found = await knownPerson(call, personParam(call.c))
  return found && mayManageWhole(call.me.person, call.me.tree, found.person) ? found : undefined
}

export async function showRemoval(call: SignedInCall): Promise<Response> {
  const found = await wholePerson(call)
  return found ? removalPage(call, found) : refuse(call, problem.unknownPerson())
}

/** POST: removes the person if the name was typed, and if nobody changed the person since the page was shown. */
export async function confirmRemoval(call: SignedInCall): Promise<Response> {
  const found = await wholePerson(call)
  if (!found) return refuse(call, problem.unknownPerson())
  const fields = await formFields(call.c)
  const typed = tidy(fields.get('typed') ?? '').slice(0, 300)
  if (typed !== tidy(found.person.name))
    return removalPage(call, found, { typed, isMismatch: true, problem: problem.fieldsWrong(1) })
  if (Number(fields.get('version')) !== found.version)
    return removalPage(call, found, { typed, problem: problem.officeChanged() })
  const removed = await removePerson(wholeOf(call), found, { at: call.now, by: call.me.person.id })
  if (!removed.ok) return removalPage(call, found, { typed, problem: removed.problem })
  call.record(noteOn(call, [found.person], found.person.name))
  return call.c.redirect(found.person.id === call.me.person.id ? path.home() : path.people(), 303)
}
