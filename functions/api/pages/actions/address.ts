// The action that an address names, and the units whose actions a person sees.

import * as v from 'valibot'
import type { VersionedAction } from '../../../../shared/action/action.ts'
import { ActionId, type UnitId } from '../../../../shared/ids.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { isUnder, subtreeOf, type UnitTree } from '../../../../shared/organisation/unit.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { findAction } from '../../../store/actions.ts'
import { type UnitAddress, unitAddress } from '../../address.ts'
import type { SignedInCall } from '../../call.ts'

export type ActionAddress = UnitAddress & VersionedAction

/** .../units/:unit/actions/:action. The route has asked whether the person may be there. */
export async function actionAddress(call: SignedInCall): Promise<Result<ActionAddress, Problem>> {
  const address = await unitAddress(call)
  if (!address.ok) return address
  const id = v.safeParse(ActionId, call.c.req.param('action'))
  if (!id.success) return fail(problem.actionUnknown())
  const { campaign, period, unit } = address.value
  const place = { campaignId: campaign.id, periodId: period.id, unitId: unit.id, id: id.output }
  const found = await findAction(call.deps.table, call.me.organisationId, place)
  return found ? ok({ ...address.value, ...found }) : fail(problem.actionUnknown())
}

/** All units under these, the closed ones that roll up to them included. */
export function unitsUnder(tree: UnitTree, tops: readonly UnitId[]): UnitId[] {
  const standing = tops.flatMap((top) => (tree.units.has(top) ? subtreeOf(tree, top) : []))
  const closed = [...tree.closed.keys()].filter((id) => tops.some((top) => isUnder(tree, id, top)))
  return [...new Set([...standing, ...closed])]
}

/** The units at the top of what the person sees. */
export const actionTops = ({ me }: SignedInCall): UnitId[] => topUnitsFor(me.person, me.tree, 'action.read')
