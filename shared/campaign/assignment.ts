// Who visits a unit in a period, and on which day. An assignment gives no right: whoever is assigned needs the role at the
// unit to answer for it.

import * as v from 'valibot'
import { PeriodId, PersonId, TeamId, UnitId } from '../ids.ts'
import type { Person } from '../organisation/access.ts'
import { Day } from '../organisation/day.ts'
import type { Team } from '../organisation/team.ts'

export const Assignee = v.variant('kind', [
  v.strictObject({ kind: v.literal('team'), teamId: TeamId }),
  v.strictObject({ kind: v.literal('person'), personId: PersonId }),
])
export type Assignee = v.InferOutput<typeof Assignee>

export const Assignment = v.strictObject({
  unitId: UnitId,
  periodId: PeriodId,
  /** Null: it was taken back. */
  to: v.nullable(Assignee),
  /** The day of the visit, where one is set. */
  on: v.nullable(Day),
})
export type Assignment = v.InferOutput<typeof Assignment>

/** "team:ID", "person:ID": an assignee as a field or an address carries it. */
export const assigneeText = (to: Assignee): string =>
  to.kind === 'team' ? `team:${to.teamId}` : `person:${to.personId}`

/** Reads it back; undefined for anything else. */
export function readAssignee(text: string): Assignee | undefined {
  const [kind, id] = text.split(':')
  const read = v.safeParse(Assignee, kind === 'team' ? { kind, teamId: id } : { kind, personId: id })
  return read.success ? read.output : undefined
}

export const sameAssignee = (a: Assignee | null, b: Assignee | null): boolean =>
  (a && assigneeText(a)) === (b && assigneeText(b))

/** Whether a unit is assigned to the person, by name or by a team of theirs. */
export const isAssignedTo = (to: Assignee | null, person: Person['id'], ownTeams: ReadonlySet<Team['id']>): boolean =>
  to !== null && (to.kind === 'person' ? to.personId === person : ownTeams.has(to.teamId))

/** The people that an assignee stands for; nobody for a team or a person that is no longer there. */
export function peopleOf(
  to: Assignee,
  teams: ReadonlyMap<Team['id'], Team>,
  people: ReadonlyMap<Person['id'], Person>,
): readonly Person[] {
  const ids = to.kind === 'person' ? [to.personId] : (teams.get(to.teamId)?.memberIds ?? [])
  return ids.flatMap((id) => people.get(id) ?? [])
}
