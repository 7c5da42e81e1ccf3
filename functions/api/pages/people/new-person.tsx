// Adding somebody: the form, and what came back of it.

import * as v from 'valibot'
import { PersonId } from '../../../../shared/ids.ts'
import { peopleMessages } from '../../../../shared/messages/people.ts'
import type { Person } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { NewPersonPage } from '../../../../web/pages/people/new-person.tsx'
import { findPersonName } from '../../../store/people.ts'
import { addPerson } from '../../../store/people-changes.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { statusOf } from '../../problem-response.tsx'
import { newPersonId } from './new-id.ts'
import { type ReadPerson, readPersonFields, typedOf } from './person-fields.ts'
import { readTyped } from './typed.ts'
import { noteOn, wholeOf } from './whole.ts'

type Shown = Pick<ReadPerson, 'typed' | 'faults'> & { readonly id: PersonId; readonly problem?: Problem }

const newPage = (call: SignedInCall, { id, typed, faults, problem }: Shown) =>
  call.c.html(
    <NewPersonPage context={pageContext(call)} id={id} typed={typed} faults={faults} problem={problem} />,
    problem ? statusOf[problem.code] : 200,
  )

export function showNewPerson(call: SignedInCall): Response | Promise<Response> {
  const nobody = { name: '', email: undefined, phone: undefined, roles: [] }
  return newPage(call, { id: newPersonId(call), typed: typedOf(call, nobody), faults: new Map() })
}

/** POST: adds the person and leads to their page; or shows the form again. Sent twice, it adds one person. */
export async function createPerson(call: SignedInCall): Promise<Response> {
  const { here, fields, isOtherLanguage } = await readTyped(call)
  const sent = v.safeParse(PersonId, fields.get('id'))
  const id = sent.success ? sent.output : newPersonId(call)
  const read = readPersonFields(here, fields, { isWhole: true, held: [] })
  const { typed, said, wantsLine } = read
  if (wantsLine || isOtherLanguage) {
    call.changedNothing()
    return newPage(here, { id, typed, faults: new Map() })
  }
  const faults = new Map(read.faults)
  if (said.roles.length === 0 && faults.size === 0) faults.set('roles', peopleMessages[here.language].form.noRoles)
  if (faults.size > 0) return newPage(here, { id, typed, faults, problem: problem.fieldsWrong(faults.size) })
  // Added by the first of two presses.
  if ((await findPersonName(call.deps.table, call.me.organisationId, id)) !== undefined) {
    call.changedNothing()
    return call.c.redirect(path.person(id), 303)
  }
  const person: Person = {
    id,
    name: said.name,
    ...(said.email === undefined ? {} : { email: said.email }),
    ...(said.phone === undefined ? {} : { phone: said.phone }),
    roles: [...said.roles],
  }
  const added = await addPerson(wholeOf(call), person)
  if (!added.ok) {
    const taken = describeTaken(here, added.problem)
    return newPage(here, { id, typed, faults: taken, problem: added.problem })
  }
  call.record(noteOn(call, [person], person.name))
  return call.c.redirect(path.person(id, 'added'), 303)
}

/** The fault at the field, where the problem is about one. */
export function describeTaken({ language }: SignedInCall, { code }: Problem): ReadonlyMap<string, string> {
  const m = peopleMessages[language].form
  return code === 'person.email-taken' ? new Map([['email', m.emailTaken]]) : new Map()
}
