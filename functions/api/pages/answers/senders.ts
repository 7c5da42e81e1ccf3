// Who can be asked for as the sender of responses: those who answer or enter for others in the campaign, near what the
// visitor reads.

import { answerAction, type Campaign } from '../../../../shared/campaign/campaign.ts'
import type { PersonId, UnitId } from '../../../../shared/ids.ts'
import { rolesFor, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { listPeople } from '../../../store/people.ts'
import type { SignedInCall } from '../../call.ts'
import { namesOf } from './lines.ts'

/** More people than this are no list to choose from: each name in the table leads to what that person sent. */
const mostOffered = 300

export type Senders = {
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  /** Whether there are more than these. */
  readonly isCut: boolean
}

/** By name. `chosen`: stands among them whatever role the person has left. */
export async function sendersFor(
  call: SignedInCall,
  campaign: Campaign,
  chosen: PersonId | undefined,
): Promise<Senders> {
  const { deps, me } = call
  const answer = answerAction[campaign.kind]
  const needed: readonly string[] = [...(answer ? rolesFor[answer] : []), ...rolesFor['response.amend']]
  const tops = topUnitsFor(me.person, me.tree, 'response.read')
  const isNear = (one: UnitId, other: UnitId) => isUnder(me.tree, one, other) || isUnder(me.tree, other, one)
  const all = (await listPeople(deps.table, me.organisationId))
    .filter(({ roles }) =>
      roles.some(
        ({ role, unitId }) =>
          needed.includes(role) && isNear(unitId, campaign.unitId) && tops.some((top) => isNear(unitId, top)),
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const people = all.slice(0, mostOffered).map(({ id, name }) => ({ id, name }))
  const isCut = all.length > people.length
  if (!chosen || people.some(({ id }) => id === chosen)) return { people, isCut }
  const name = (await namesOf(call, campaign, [chosen])).get(chosen) ?? chosen
  return { people: [{ id: chosen, name }, ...people], isCut }
}
