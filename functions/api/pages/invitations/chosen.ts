// Whom something is handed out to: those who have not answered, of one unit or of all, in the order of the tree.

import type { UnitId } from '../../../../shared/ids.ts'
import { isUnder } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { Door } from '../../../../shared/survey/survey.ts'
import { openDoor } from '../../../invite.ts'
import { type Unanswered, unanswered } from '../../../survey-mail.ts'
import type { SignedInCall } from '../../call.ts'
import { type FoundRound, openRound } from './found.ts'

export type Chosen = { readonly found: FoundRound; readonly door: Door; readonly people: readonly Unanswered[] }

export async function chosenPeople(call: SignedInCall, fields: URLSearchParams): Promise<Result<Chosen, Problem>> {
  const found = await openRound(call, fields.get('period') ?? undefined)
  if (!found.ok) return found
  const { tree } = call.me
  const unit = [...tree.units.keys()].find((id) => id === fields.get('unit'))
  const order = new Map([...tree.units.keys()].map((id, at) => [id, at]))
  const placeOf = ({ stored }: Unanswered) => order.get(stored.invitation.unitId) ?? order.size
  const isChosen = (id: UnitId) => unit === undefined || isUnder(tree, id, unit)
  const people = (await unanswered(call.deps, found.value))
    .filter(({ stored }) => isChosen(stored.invitation.unitId))
    .sort((a, b) => placeOf(a) - placeOf(b) || nameOf(a).localeCompare(nameOf(b), 'vi'))
  if (people.length === 0) return fail(problem.nobodyToInvite())
  // From here on links are handed out.
  const door = await openDoor(call.deps, found.value)
  return door ? ok({ found: found.value, door, people }) : fail(problem.campaignChanged())
}

const nameOf = ({ stored }: Unanswered): string => stored.invitation.name ?? ''

/** Whose invitation it is, where it is answered under a name. */
export const shownName = ({ survey }: FoundRound, person: Unanswered): string =>
  survey.way === 'named' ? nameOf(person) : ''
