// Who is at a unit and what it has to put right, as far as the visitor may see.

import { daysLate } from '../../../../shared/action/climb.ts'
import { countsOf } from '../../../../shared/action/sheet.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { roles } from '../../../../shared/organisation/access.ts'
import { unitLabel } from '../../../../shared/organisation/search.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import type { UnitActions, UnitPeople } from '../../../../web/pages/organisation/here.tsx'
import { findSheet } from '../../../store/actions.ts'
import { listPeople } from '../../../store/people.ts'
import { listTeams } from '../../../store/teams.ts'
import type { SignedInCall } from '../../call.ts'
import { firstActions } from '../actions/visit.tsx'
import { mayDo } from './sight.ts'

/** More are found in the list of people. */
const mostPeople = 100
/** More are a link away. */
const mostActions = 5

/**
 * Whoever gives actions to people there sees their names; pages of people and of teams are for those who look after them.
 * Undefined for others.
 */
export async function peopleAt({ deps, me }: SignedInCall, id: UnitId): Promise<UnitPeople | undefined> {
  if (!mayDo(me, 'action.manage', id)) return undefined
  const [people, teams] = await Promise.all([
    listPeople(deps.table, me.organisationId),
    listTeams(deps.table, me.organisationId),
  ])
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => a.name.localeCompare(b.name, 'vi')
  const here = people
    .map(({ id: personId, name, roles: held }) => {
      const own = new Set(held.filter(({ unitId }) => unitId === id).map(({ role }) => role))
      return { id: personId, name, roles: roles.filter((role) => own.has(role)) }
    })
    .filter((person) => person.roles.length > 0)
    .sort(byName)
  return {
    people: here.slice(0, mostPeople),
    more: Math.max(0, here.length - mostPeople),
    mayOpenPeople: mayDo(me, 'person.manage', id),
    teams: teams.filter(({ unitId }) => unitId === id).sort(byName),
    mayOpenTeams: mayDo(me, 'campaign.manage', id),
  }
}

/** The unit's own, by the day they are due; undefined for whoever doesn't see them. */
export async function toPutRight(call: SignedInCall, unit: Unit): Promise<UnitActions | undefined> {
  const { deps, me } = call
  if (!mayDo(me, 'action.read', unit.id)) return undefined
  const sheet = await findSheet(deps.table, me.organisationId, unit.id)
  const found = sheet ? await firstActions(call, sheet, mostActions) : []
  return {
    today: me.today,
    open: sheet?.open.length ?? 0,
    late: sheet ? countsOf(sheet, me.today).late : 0,
    first: found.map(({ action }) => ({ action, late: daysLate(action, me.today) })),
    unitText: unitLabel(unit),
  }
}
