// Reminders for a period of a campaign: who gets one, and sending them. Each is noted before it goes, so that nobody gets one
// twice: what breaks off in between is one mail too few, never one too many. Where the service says that it has not taken a
// mail, the note goes again, and the next try sends it.

import * as v from 'valibot'
import { answerersOf } from '../shared/campaign/answerers.ts'
import { peopleOf } from '../shared/campaign/assignment.ts'
import type { Campaign, CampaignPeriod } from '../shared/campaign/campaign.ts'
import { isExpectedIn } from '../shared/campaign/placement.ts'
import { owing, type Reminder, remindersFor, reminderText } from '../shared/campaign/reminders.ts'
import { PersonId } from '../shared/ids.ts'
import type { Unit, UnitTree } from '../shared/organisation/unit.ts'
import { path } from '../shared/paths.ts'
import { type Mail, MailNotTaken } from './mail.ts'
import { listAssignments } from './store/assignments.ts'
import type { Directory } from './store/directory.ts'
import { readFacts } from './store/facts.ts'
import { key, partition } from './store/keys.ts'
import { listPeople } from './store/people.ts'
import { queryAll, type Table, textOf } from './store/table.ts'
import { listTeams } from './store/teams.ts'

type Deps = { readonly table: Table; readonly directory: Directory }
export type Round = { readonly campaign: Campaign; readonly period: CampaignPeriod; readonly tree: UnitTree }

/** Who still owes something: those to whom a unit is assigned, else those with the role for it nearest to the unit. */
export async function whoOwes(deps: Deps, { campaign, period, tree }: Round) {
  const org = campaign.organisationId
  const [{ facts }, stored, teams, people] = await Promise.all([
    readFacts(deps, campaign, period.id),
    listAssignments(deps.table, campaign.id, period.id),
    listTeams(deps.table, org),
    listPeople(deps.table, org),
  ])
  const assigned = new Map(stored.map(({ assignment }) => [assignment.unitId, assignment.to]))
  const byTeam = new Map(teams.map((team) => [team.id, team]))
  const byId = new Map(people.map((person) => [person.id, person]))
  const byRole = answerersOf(people, tree, campaign.kind)
  const asked = facts.units.filter((unit) => isExpectedIn(tree, unit, period))
  const units = owing(asked, facts.summaries).flatMap((id) => tree.units.get(id) ?? [])
  return remindersFor(units, (unit: Unit) => {
    const to = assigned.get(unit.id)
    const own = to ? peopleOf(to, byTeam, byId) : []
    return own.length > 0 ? own : byRole(unit.id)
  })
}

/** Everybody who was reminded in a period, with the moment of the newest reminder; ISO 8601, UTC. */
export async function remindedAt(table: Table, { campaign, period }: Round): Promise<ReadonlyMap<PersonId, string>> {
  const found = new Map<PersonId, string>()
  for (const item of await queryAll(table, partition.reminders(campaign.id, period.id))) {
    if (item['person'] === undefined) continue
    const person = v.parse(PersonId, textOf(item, 'person'))
    const at = textOf(item, 'at')
    if (at > (found.get(person) ?? '')) found.set(person, at)
  }
  return found
}

type Sending = {
  readonly table: Table
  readonly mail: Mail
  /** ISO 8601, UTC. */
  readonly at: string
  readonly publicUrl: string
  readonly timeZone: string
}

/**
 * Sends to whoever has an address and got nothing on this occasion yet; answers how many mails went. Throws where the service
 * takes nothing now: the same occasion once more goes on with those who got nothing.
 */
export async function sendReminders(
  { table, mail, at, publicUrl, timeZone }: Sending,
  { campaign, period }: Round,
  occasion: string,
  reminders: readonly Reminder[],
): Promise<number> {
  let sent = 0
  const about = { campaign, period, timeZone, address: `${publicUrl}${path.visits()}` }
  for (const { person, units } of reminders) {
    if (person.email === undefined) continue
    const note = { ...key.reminder(campaign.id, period.id, occasion, person.id), person: person.id, at }
    if (!(await table.insert(note))) continue
    try {
      if ((await mail.send({ to: person.email, ...reminderText(about, units) })) === 'sent') sent += 1
    } catch (error) {
      if (error instanceof MailNotTaken) await table.remove(note)
      throw error
    }
  }
  return sent
}
