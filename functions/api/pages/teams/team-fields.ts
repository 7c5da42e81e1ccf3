// What came back of the fields of a team, and the people it may have.

import * as v from 'valibot'
import { PersonId, type TeamId } from '../../../../shared/ids.ts'
import { pageMessages } from '../../../../shared/messages/page.ts'
import { teamMessages } from '../../../../shared/messages/teams.ts'
import { mayAt, type Person } from '../../../../shared/organisation/access.ts'
import { readName } from '../../../../shared/organisation/person-entry.ts'
import { foldText } from '../../../../shared/organisation/search.ts'
import { mostMembers, type Team } from '../../../../shared/organisation/team.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import type { TeamMember, TypedTeam } from '../../../../web/pages/teams/team-form.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { noUnit, unitEntry, unitFault } from '../../../../web/parts/unit-field.tsx'
import { findPerson, listPeople } from '../../../store/people.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'

const mostFound = 20

/** Roles outside of the reader's units are not told. */
function memberOf({ me, language }: SignedInCall, { id, name, roles }: Person): TeamMember {
  const seen = roles.filter(({ unitId }) => mayAt(me.person, me.tree, 'campaign.manage', unitId))
  const texts = seen.map(
    ({ role, unitId }) => `${pageMessages[language].roles[role]} · ${unitIn(me.tree, unitId)?.name ?? unitId}`,
  )
  return { id, name, roles: texts.join('; ') }
}

/** Whether the person can be taken into a team: holds a role that the reader's campaigns reach. */
const isWithinReach = ({ me }: SignedInCall, { roles }: Person): boolean =>
  roles.some(({ unitId }) => mayAt(me.person, me.tree, 'campaign.manage', unitId))

async function peopleOf({ deps, me }: SignedInCall, ids: readonly PersonId[]): Promise<Person[]> {
  const found = await Promise.all(ids.map((id) => findPerson(deps.table, me.organisationId, id)))
  return found.flatMap((person) => (person ? [person] : []))
}

/** The fields as they stand before anything is typed. People who were removed are no members any more. */
export async function typedTeam(call: SignedInCall, team: Team | undefined): Promise<TypedTeam> {
  const unit = team && call.me.tree.units.get(team.unitId)
  const members = (await peopleOf(call, team?.memberIds ?? [])).map((person) => memberOf(call, person))
  return {
    name: team?.name ?? '',
    unit: unit ? unitEntry(unit) : noUnit,
    members,
    leaderId: members.find(({ id }) => id === team?.leaderId)?.id,
    find: '',
    found: [],
    hasMore: false,
  }
}

export type ReadTeam = {
  readonly typed: TypedTeam
  readonly faults: FieldFaults
  /** The team that the fields say; undefined where something is wrong. */
  readonly team: Team | undefined
  /** A search is asked for, not that it be saved. */
  readonly wantsMore: boolean
}

export async function readTeamFields(call: SignedInCall, fields: URLSearchParams, id: TeamId): Promise<ReadTeam> {
  const m = teamMessages[call.language]
  const name = readName((fields.get('name') ?? '').slice(0, 1_000))
  const unit = readUnitField(call, fields, { name: 'unit', action: 'campaign.manage' })
  const ids = [...new Set(fields.getAll('member'))].slice(0, mostMembers + 1)
  const people = await peopleOf(
    call,
    ids.filter((one): one is PersonId => v.is(PersonId, one)),
  )
  const members = people.filter((person) => isWithinReach(call, person))
  const leaderId = members.find((person) => person.id === fields.get('leader'))?.id
  const wantsMore = fields.get('action') === 'find'
  const find = (fields.get('find') ?? '').trim().slice(0, 100)
  const faults = new Map<string, string>()
  if (!name.ok) faults.set('name', m.nameFault)
  const wrong = unitFault(pageContext(call), unit, true)
  if (wrong) faults.set('unit', `${wrong}.`)
  if (members.length === 0) faults.set('members', m.memberFault)
  if (members.length > mostMembers) faults.set('members', m.tooMany)
  const typed = {
    name: fields.get('name') ?? '',
    unit: wantsMore && unit.text === '' ? noUnit : unit,
    members: members.map((person) => memberOf(call, person)),
    leaderId,
    find,
    ...(await searched(call, find, new Set(members.map((person) => person.id)))),
  }
  const isRight = faults.size === 0 && name.ok && unit.unit
  const team = isRight && {
    id,
    name: name.value,
    unitId: unit.unit.id,
    memberIds: members.map((person) => person.id),
    ...(leaderId ? { leaderId } : {}),
  }
  return { typed, faults: wantsMore ? new Map() : faults, team: team || undefined, wantsMore }
}

/** People of that name who aren't in the team yet. */
async function searched(
  call: SignedInCall,
  text: string,
  members: ReadonlySet<PersonId>,
): Promise<Pick<TypedTeam, 'found' | 'hasMore'>> {
  if (text === '') return { found: [], hasMore: false }
  const words = foldText(text).split(' ')
  const found = (await listPeople(call.deps.table, call.me.organisationId)).filter(
    (person) =>
      !members.has(person.id) &&
      words.every((word) => foldText(person.name).includes(word)) &&
      isWithinReach(call, person),
  )
  return {
    found: found.slice(0, mostFound).map((person) => memberOf(call, person)),
    hasMore: found.length > mostFound,
  }
}
