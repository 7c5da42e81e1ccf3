// Whether a unit has anything to put right, for pages that are about something else: one read, and nothing more is loaded
// where there is nothing.

import type { Child } from 'hono/jsx'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import type { ResponseId, UnitId } from '../../shared/ids.ts'
import { findSheet } from '../store/actions.ts'
import type { SignedInCall } from './call.ts'

const desk = () => import('./desks/visit-actions.ts')

const openSheet = async ({ deps, me }: SignedInCall, unitId: UnitId) => {
  const sheet = await findSheet(deps.table, me.organisationId, unitId)
  return sheet && sheet.open.length > 0 ? sheet : undefined
}

/** For above the form of a unit. */
export async function openActionsAbove(
  call: SignedInCall,
  unitId: UnitId,
  kind: Campaign['kind'],
): Promise<Child | undefined> {
  const sheet = await openSheet(call, unitId)
  return sheet && (await desk()).openActions(call, sheet, kind)
}

/** For below the receipt of a visit: to be noted one by one. */
export async function actionsToFollow(
  call: SignedInCall,
  unitId: UnitId,
  response: ResponseId,
): Promise<Child | undefined> {
  const sheet = await openSheet(call, unitId)
  return sheet && (await desk()).followUp(call, sheet, response)
}

/** How many a unit has that are not over; each unit is read once. */
export function openActionCounts({ deps, me }: SignedInCall): (unitId: UnitId) => Promise<number> {
  const known = new Map<UnitId, Promise<number>>()
  return (unitId) => {
    const count =
      known.get(unitId) ?? findSheet(deps.table, me.organisationId, unitId).then((sheet) => sheet?.open.length ?? 0)
    known.set(unitId, count)
    return count
  }
}
