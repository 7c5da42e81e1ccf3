// What the pages about people share: where people are changed, whom an address names, what the audit log hears.

import type { Context } from 'hono'
import * as v from 'valibot'
import { PersonId } from '../../../../shared/ids.ts'
import type { HeldRole, Person } from '../../../../shared/organisation/access.ts'
import type { AuditNote } from '../../../../shared/organisation/audit.ts'
import { commonUnit, mayKnow } from '../../../../shared/organisation/people-scope.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { findVersionedPerson, type VersionedPerson } from '../../../store/people.ts'
import type { Whole } from '../../../store/people-changes.ts'
import type { SignedInCall } from '../../call.ts'

export const wholeOf = ({ deps, me }: SignedInCall): Whole => ({
  table: deps.table,
  org: me.organisationId,
  tree: me.tree,
})

export function personParam(c: Context): PersonId | undefined {
  const read = v.safeParse(PersonId, c.req.param('person'))
  return read.success ? read.output : undefined
}

/** The person whom the address names, if the administrator may know of them. */
export async function knownPerson(call: SignedInCall, id: PersonId | undefined): Promise<VersionedPerson | undefined> {
  const { deps, me } = call
  const found = id && (await findVersionedPerson(deps.table, me.organisationId, id))
  return found && mayKnow(me.person, me.tree, found.person) ? found : undefined
}

/** "office@R1": short, and the same in every language. */
const roleText = ({ me }: SignedInCall, { role, unitId }: HeldRole): string =>
  `${role}@${unitIn(me.tree, unitId)?.code ?? unitId}`

/** What of a person became what; roles outside of the administrator's units don't change and aren't told. */
export function changesBetween(call: SignedInCall, before: Person, after: Person): string {
  const texts = (['name', 'email', 'phone'] as const).flatMap((what) =>
    before[what] === after[what] ? [] : [`${what}: ${before[what] ?? '–'} → ${after[what] ?? '–'}`],
  )
  const has = (roles: readonly HeldRole[], one: HeldRole) =>
    roles.some(({ role, unitId }) => role === one.role && unitId === one.unitId)
  const given = after.roles.filter((one) => !has(before.roles, one)).map((one) => `+${roleText(call, one)}`)
  const taken = before.roles.filter((one) => !has(after.roles, one)).map((one) => `−${roleText(call, one)}`)
  return [...texts, ...given, ...taken].join('; ')
}

/** An entry about people: at the lowest unit that all their roles have in common. */
export function noteOn(call: SignedInCall, persons: readonly Person[], details: string): AuditNote {
  const unitId = commonUnit(
    call.me.tree,
    persons.flatMap(({ roles }) => roles.map((one) => one.unitId)),
  )
  const [first] = persons
  return {
    ...(first ? { subject: path.person(first.id) } : {}),
    ...(unitId ? { unitId } : {}),
    details: details.slice(0, 1_000),
  }
}
