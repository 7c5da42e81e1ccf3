// Whom actions can be given to: people whose roles cover the unit.

import type { Owner } from '../../../../shared/action/action.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import type { Person } from '../../../../shared/organisation/access.ts'
import { isUnder, lineOf } from '../../../../shared/organisation/unit.ts'
import { findPerson, listPeople } from '../../../store/people.ts'
import type { SignedInCall } from '../../call.ts'

/** A choice of more is no help: they are found by the unit's own page. */
const mostChoices = 300

export type OwnerChoice = { readonly value: string; readonly name: string }

/** People who have to do with one of these units, by name. */
export async function ownerChoices({ deps, me }: SignedInCall, units: readonly UnitId[]): Promise<OwnerChoice[]> {
  const lines = new Set(units.flatMap((unit) => lineOf(me.tree, unit)))
  return (await listPeople(deps.table, me.organisationId))
    .filter(({ roles }) => roles.some(({ role, unitId }) => role !== 'designer' && lines.has(unitId)))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .slice(0, mostChoices)
    .map(({ id, name }) => ({ value: `person:${id}`, name }))
}

const covers = ({ roles }: Person, { me }: SignedInCall, unit: UnitId) =>
  roles.some(({ unitId }) => isUnder(me.tree, unit, unitId))

/** Whether the unit's actions can be given to this owner. */
export async function mayOwn(call: SignedInCall, owner: Owner | null | undefined, unit: UnitId): Promise<boolean> {
  if (owner?.kind !== 'person') return true
  const person = await findPerson(call.deps.table, call.me.organisationId, owner.id)
  return person !== undefined && covers(person, call, unit)
}
