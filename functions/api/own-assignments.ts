// What is assigned to a person in some periods of a campaign, by name or by a team of theirs.

import { type Assignment, isAssignedTo } from '../../shared/campaign/assignment.ts'
import type { Campaign, CampaignPeriod } from '../../shared/campaign/campaign.ts'
import type { PeriodId, UnitId } from '../../shared/ids.ts'
import { listAssignments } from '../store/assignments.ts'
import { listTeams } from '../store/teams.ts'
import type { SignedInCall } from './call.ts'

/** The assignment of a unit in a period, where it is the person's own. */
export type OwnAssignments = (period: PeriodId, unit: UnitId) => Assignment | undefined

export async function ownAssignments(
  { deps, me }: SignedInCall,
  { id }: Campaign,
  periods: readonly CampaignPeriod[],
): Promise<OwnAssignments> {
  const read = periods.map((period) => listAssignments(deps.table, id, period.id))
  const given = (await Promise.all(read)).flat().map(({ assignment }) => assignment)
  const isForTeams = given.some(({ to }) => to?.kind === 'team')
  const teams = isForTeams ? await listTeams(deps.table, me.organisationId) : []
  const own = new Set(teams.filter(({ memberIds }) => memberIds.includes(me.person.id)).map((team) => team.id))
  const mine = given.filter(({ to }) => isAssignedTo(to, me.person.id, own))
  const found = new Map(mine.map((one) => [`${one.periodId}#${one.unitId}`, one]))
  return (period, unit) => found.get(`${period}#${unit}`)
}
