// What a roster would do: whom it invites, and who is invited already.

import type { UnitId } from '../../../../shared/ids.ts'
import type { TableRow } from '../../../../shared/organisation/people-table.ts'
import { resolveUnit } from '../../../../shared/organisation/search.ts'
import { fail, ok } from '../../../../shared/result.ts'
import {
  type FindRosterUnit,
  identitiesOf,
  mostInvited,
  type RosterFault,
  type RosterTable,
  readRoster,
  readRosterTable,
} from '../../../../shared/survey/roster.ts'
import type { Invitee } from '../../../invite.ts'
import { listInvitations } from '../../../store/invitations.ts'
import type { SignedInCall } from '../../call.ts'
import { type FoundRound, invitableUnits } from './found.ts'

export type RosterPlan = {
  readonly table: RosterTable
  readonly faults: readonly RosterFault[]
  readonly invitees: readonly Invitee[]
  /** How many of the file are invited already. */
  readonly same: number
  readonly isTooMany: boolean
}

async function unitFinder(call: SignedInCall, { campaign }: FoundRound): Promise<FindRosterUnit> {
  const { tree } = call.me
  const invitable = await invitableUnits(call, campaign)
  const known = new Map<string, ReturnType<FindRosterUnit>>()
  const find: FindRosterUnit = (text) => {
    const inside = resolveUnit(tree, text, [campaign.unitId])
    if (inside.kind === 'found') return invitable.has(inside.unit.id) ? ok(inside.unit) : fail('outside')
    const tops = [...tree.units.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id)
    if (resolveUnit(tree, text, tops).kind === 'found') return fail('outside')
    return fail(inside.kind === 'several' ? 'several' : 'unknown')
  }
  return (text) => {
    const found = known.get(text) ?? find(text)
    known.set(text, found)
    return found
  }
}

const nothing = { faults: [], invitees: [], same: 0, isTooMany: false } as const

/** Reads the rows and holds them against who is invited: nobody is invited twice, and slips are counted up to the number. */
export async function planRoster(
  call: SignedInCall,
  found: FoundRound,
  rows: readonly TableRow[],
): Promise<RosterPlan> {
  const table = readRosterTable(rows)
  if (table.missing.length > 0) return { table, ...nothing }
  const { people, slips, faults } = readRoster(table, await unitFinder(call, found))
  const total = people.length + slips.reduce((sum, one) => sum + one.slips, 0)
  if (total > mostInvited) return { table, ...nothing, isTooMany: true }
  const invited = await listInvitations(call.deps.table, found.campaign.id, found.round)
  const known = new Set(invited.flatMap(({ invitation }) => identitiesOf(invitation)))
  const nameless = new Map<UnitId, number>()
  for (const { invitation } of invited)
    if (invitation.name === undefined) nameless.set(invitation.unitId, (nameless.get(invitation.unitId) ?? 0) + 1)
  const invitees = [
    ...people
      .filter((person) => !identitiesOf(person).some((id) => known.has(id)))
      .map(
        ({ unitId, name, email, phone }): Invitee => ({
          ...{ unitId, name },
          ...(email === undefined ? {} : { email }),
          ...(phone === undefined ? {} : { phone }),
        }),
      ),
    ...slips.flatMap(({ unitId, slips: wanted }) =>
      Array.from({ length: Math.max(0, wanted - (nameless.get(unitId) ?? 0)) }, (): Invitee => ({ unitId })),
    ),
  ]
  return { table, faults, invitees, same: total - invitees.length, isTooMany: false }
}
