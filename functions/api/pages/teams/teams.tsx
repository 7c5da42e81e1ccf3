// Teams: the list, one to create, to change, to remove. A team is in the care of whoever manages campaigns at its unit.

import type { Context } from 'hono'
import * as v from 'valibot'
import { asId, TeamId } from '../../../../shared/ids.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import type { AuditNote } from '../../../../shared/organisation/audit.ts'
import type { Team } from '../../../../shared/organisation/team.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { type TeamLine, TeamsPage } from '../../../../web/pages/teams/list.tsx'
import { TeamPage, TeamRemovalPage } from '../../../../web/pages/teams/team.tsx'
import type { TypedTeam } from '../../../../web/pages/teams/team-form.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { findPerson } from '../../../store/people.ts'
import { findTeam, listTeams, removeTeam, saveTeam, type VersionedTeam } from '../../../store/teams.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { readTyped } from '../people/typed.ts'
import { readTeamFields, typedTeam } from './team-fields.ts'

const isInCare = ({ me }: SignedInCall, { unitId }: Team): boolean =>
  mayAt(me.person, me.tree, 'campaign.manage', unitId)

export async function showTeams(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const teams = (await listTeams(deps.table, me.organisationId)).filter((team) => isInCare(call, team))
  const lines = teams.map(async (team): Promise<TeamLine> => {
    const people = await Promise.all(team.memberIds.map((id) => findPerson(deps.table, me.organisationId, id)))
    const present = people.flatMap((person) => (person ? [person] : []))
    return {
      id: team.id,
      name: team.name,
      unit: unitIn(me.tree, team.unitId)?.name ?? team.unitId,
      leader: present.find(({ id }) => id === team.leaderId)?.name,
      people: present.length,
    }
  })
  const sorted = (await Promise.all(lines)).sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
  return call.c.html(<TeamsPage context={pageContext(call)} teams={sorted} />)
}

type Shown = {
  readonly id: TeamId
  readonly storedName: string | undefined
  readonly version: number
  readonly typed: TypedTeam
  readonly faults?: FieldFaults
  readonly problem?: Problem
  readonly isSaved?: boolean
}

const teamPage = (call: SignedInCall, shown: Shown) =>
  call.c.html(
    <TeamPage
      context={pageContext(call)}
      id={shown.id}
      storedName={shown.storedName}
      version={shown.version}
      typed={shown.typed}
      faults={shown.faults ?? new Map()}
      problem={shown.problem}
      isSaved={shown.isSaved ?? false}
    />,
    shown.problem ? statusOf[shown.problem.code] : 200,
  )

const newTeamId = ({ deps }: SignedInCall): TeamId =>
  asId(
    TeamId,
    `t${deps
      .randomToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 16)}`,
  )

export async function showNewTeam(call: SignedInCall): Promise<Response> {
  return teamPage(call, {
    id: newTeamId(call),
    storedName: undefined,
    version: 0,
    typed: await typedTeam(call, undefined),
  })
}

function teamParam(c: Context): TeamId | undefined {
  const read = v.safeParse(TeamId, c.req.param('team'))
  return read.success ? read.output : undefined
}

async function knownTeam(call: SignedInCall, id: TeamId | undefined): Promise<VersionedTeam | undefined> {
  const found = id && (await findTeam(call.deps.table, call.me.organisationId, id))
  return found && isInCare(call, found.team) ? found : undefined
}

export async function showTeam(call: SignedInCall): Promise<Response> {
  const found = await knownTeam(call, teamParam(call.c))
  if (!found) return refuse(call, problem.teamUnknown())
  const { team, version } = found
  const isSaved = call.c.req.query('done') === 'saved'
  return teamPage(call, { id: team.id, storedName: team.name, version, typed: await typedTeam(call, team), isSaved })
}

const noteOf = ({ id, name, unitId }: Team): AuditNote => ({ subject: path.team(id), unitId, details: name })

/** POST: creates a team. Sent twice, it creates one. */
export async function createTeam(call: SignedInCall): Promise<Response> {
  const { here, fields, isOtherLanguage } = await readTyped(call)
  const sent = v.safeParse(TeamId, fields.get('id'))
  const id = sent.success ? sent.output : newTeamId(call)
  const shown = { id, storedName: undefined, version: 0 }
  const read = await readTeamFields(here, fields, id)
  if (read.wantsMore || isOtherLanguage) {
    call.changedNothing()
    return teamPage(here, { ...shown, typed: read.typed })
  }
  if (!read.team) return teamPage(here, { ...shown, ...read, problem: problem.fieldsWrong(read.faults.size) })
  if (await saveTeam(call.deps.table, call.me.organisationId, read.team, 0)) call.record(noteOf(read.team))
  else call.changedNothing()
  return call.c.redirect(path.teams(), 303)
}

/** POST: changes a team over the version that was read. */
export async function changeTeam(call: SignedInCall): Promise<Response> {
  const { here, fields, isOtherLanguage } = await readTyped(call)
  const found = await knownTeam(call, teamParam(call.c))
  if (!found) return refuse(here, problem.teamUnknown())
  const { id, name } = found.team
  const version = Number(fields.get('version'))
  const shown = { id, storedName: name, version }
  const read = await readTeamFields(here, fields, id)
  if (read.wantsMore || isOtherLanguage) {
    call.changedNothing()
    return teamPage(here, { ...shown, typed: read.typed })
  }
  if (!read.team) return teamPage(here, { ...shown, ...read, problem: problem.fieldsWrong(read.faults.size) })
  if (version !== found.version || !(await saveTeam(call.deps.table, call.me.organisationId, read.team, version))) {
    const now = (await knownTeam(call, id)) ?? found
    return teamPage(here, {
      ...shown,
      storedName: now.team.name,
      version: now.version,
      typed: read.typed,
      problem: problem.officeChanged(),
    })
  }
  call.record(noteOf(read.team))
  return call.c.redirect(`${path.team(id)}?done=saved`, 303)
}

function teamRemovalPage(call: SignedInCall, { team, version }: VersionedTeam, problem?: Problem) {
  const props = { id: team.id, name: team.name, version, problem }
  return call.c.html(<TeamRemovalPage context={pageContext(call)} {...props} />, problem ? statusOf[problem.code] : 200)
}

export async function showTeamRemoval(call: SignedInCall): Promise<Response> {
  const found = await knownTeam(call, teamParam(call.c))
  return found ? teamRemovalPage(call, found) : refuse(call, problem.teamUnknown())
}

/** POST: removes a team that is still as the page showed it. */
export async function confirmTeamRemoval(call: SignedInCall): Promise<Response> {
  const found = await knownTeam(call, teamParam(call.c))
  if (!found) return refuse(call, problem.teamUnknown())
  const version = Number((await formFields(call.c)).get('version'))
  if (version !== found.version) return teamRemovalPage(call, found, problem.officeChanged())
  await removeTeam(call.deps.table, call.me.organisationId, found.team.id)
  call.record({ ...noteOf(found.team), subject: path.teams() })
  return call.c.redirect(path.teams(), 303)
}
