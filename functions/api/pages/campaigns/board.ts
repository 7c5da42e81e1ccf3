// Units of a campaign with who visits them in a period, and whom they can be given to.

import { type Assignee, type Assignment, assigneeText, peopleOf } from '../../../../shared/campaign/assignment.ts'
import { answerAction } from '../../../../shared/campaign/campaign.ts'
import type { PersonId, TeamId, UnitId } from '../../../../shared/ids.ts'
import { mayAt, type Person, rolesFor } from '../../../../shared/organisation/access.ts'
import { foldText } from '../../../../shared/organisation/search.ts'
import type { Team } from '../../../../shared/organisation/team.ts'
import { isUnder, type Unit } from '../../../../shared/organisation/unit.ts'
import type { AssigneeOption, BoardQuery } from '../../../../web/pages/campaigns/assignments.tsx'
import { listAssignments } from '../../../store/assignments.ts'
import { listCampaignUnits } from '../../../store/campaigns.ts'
import { listPeople } from '../../../store/people.ts'
import { listTeams } from '../../../store/teams.ts'
import type { SignedInCall } from '../../call.ts'
import type { FoundPeriod } from './found.ts'

export type BoardUnit = {
  readonly unit: Unit
  readonly parent: Unit | undefined
  /** Undefined where nobody has it. */
  readonly held: (Assignment & { readonly to: Assignee }) | undefined
  /** Of the stored assignment, 0 where there is none. */
  readonly version: number
}

export type Board = {
  /** In the order of the tree. */
  readonly units: readonly BoardUnit[]
  /** Everybody, for names. */
  readonly teams: ReadonlyMap<TeamId, Team>
  readonly people: ReadonlyMap<PersonId, Person>
  /** Whom units can be given to. */
  readonly offered: { readonly teams: readonly Team[]; readonly people: readonly Person[] }
}

/** More people than this are no list to choose from: they are in teams, or in a file. */
const mostOffered = 300

export async function readBoard(call: SignedInCall, { campaign, period }: FoundPeriod): Promise<Board> {
  const { deps, me } = call
  const { tree } = me
  const [held, stored, teams, people] = await Promise.all([
    listCampaignUnits(deps.table, campaign.id),
    listAssignments(deps.table, campaign.id, period.id),
    listTeams(deps.table, me.organisationId),
    listPeople(deps.table, me.organisationId),
  ])
  const asked = new Set(held.map(({ unitId }) => unitId))
  const assignments = new Map(stored.map((one) => [one.assignment.unitId, one]))
  const units = [...tree.units.values()].filter(({ id }) => asked.has(id))
  const action = answerAction[campaign.kind]
  const needed: readonly string[] = action ? rolesFor[action] : []
  const isNear = (id: UnitId) => isUnder(tree, id, campaign.unitId) || isUnder(tree, campaign.unitId, id)
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'vi')
  return {
    units: units.map((unit): BoardUnit => {
      const { assignment, version = 0 } = assignments.get(unit.id) ?? {}
      const to = assignment?.to
      return {
        unit,
        parent: unit.parentId === null ? undefined : tree.units.get(unit.parentId),
        held: assignment && to ? { ...assignment, to } : undefined,
        version,
      }
    }),
    teams: new Map(teams.map((team) => [team.id, team])),
    people: new Map(people.map((person) => [person.id, person])),
    offered: {
      teams: teams.filter(({ unitId }) => isNear(unitId)).sort(byName),
      people: people
        .filter(({ roles }) => roles.some(({ role, unitId }) => needed.includes(role) && isNear(unitId)))
        .sort(byName)
        .slice(0, mostOffered),
    },
  }
}

/** What an assignee is called; undefined for one that is gone. */
export const nameOf = ({ teams, people }: Board, to: Assignee): string | undefined =>
  to.kind === 'team' ? teams.get(to.teamId)?.name : people.get(to.personId)?.name

/** Whether somebody of those who have it may answer there. */
export function mayAnswer(
  call: SignedInCall,
  { campaign }: FoundPeriod,
  board: Board,
  to: Assignee,
  id: UnitId,
): boolean {
  const action = answerAction[campaign.kind]
  return !!action && peopleOf(to, board.teams, board.people).some((one) => mayAt(one, call.me.tree, action, id))
}

/** The offered teams and people, each with the number of its units. */
export function optionsOf({ units, offered }: Board): {
  readonly teams: AssigneeOption[]
  readonly people: AssigneeOption[]
} {
  const counts = new Map<string, number>()
  for (const { held } of units)
    if (held) counts.set(assigneeText(held.to), (counts.get(assigneeText(held.to)) ?? 0) + 1)
  const option = (value: string, name: string) => ({ value, name, units: counts.get(value) ?? 0 })
  return {
    teams: offered.teams.map(({ id, name }) => option(`team:${id}`, name)),
    people: offered.people.map(({ id, name }) => option(`person:${id}`, name)),
  }
}

/** The units that a query shows: of an assignee, of nobody or of all, by code, name or what they stand under. */
export function unitsShown({ units }: Board, { show, q }: BoardQuery): BoardUnit[] {
  const wanted = foldText(q)
  return units.filter(({ unit, parent, held }) => {
    const isShown = show === 'all' || (show === 'open' ? !held : held !== undefined && assigneeText(held.to) === show)
    return isShown && (wanted === '' || foldText(`${unit.code} ${unit.name} ${parent?.name ?? ''}`).includes(wanted))
  })
}
