// The teams of an organisation.

import * as v from 'valibot'
import type { OrganisationId, TeamId } from '../../shared/ids.ts'
import { Team } from '../../shared/organisation/team.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

const teamOf = (item: Item): Team => v.parse(Team, JSON.parse(textOf(item, 'body')))

export async function listTeams(table: Table, org: OrganisationId): Promise<Team[]> {
  return (await queryAll(table, partition.organisation(org), 'TEAM#')).map(teamOf)
}

export type VersionedTeam = { readonly team: Team; readonly version: number }

export async function findTeam(table: Table, org: OrganisationId, id: TeamId): Promise<VersionedTeam | undefined> {
  const item = await table.get(key.team(org, id))
  return item && { team: teamOf(item), version: numberOf(item, 'version') }
}

/** Writes a team if it is still the version that was read (0: a new one); false otherwise. */
export const saveTeam = (table: Table, org: OrganisationId, team: Team, replaces: number): Promise<boolean> =>
  table.replace({ ...key.team(org, team.id), body: JSON.stringify(team), version: replaces + 1 }, replaces)

export const removeTeam = (table: Table, org: OrganisationId, id: TeamId): Promise<void> =>
  table.remove(key.team(org, id))
