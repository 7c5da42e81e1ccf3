// A unit's open actions where somebody visits it: above the form, and to be noted one by one once the form is in.

import type { Child } from 'hono/jsx'
import type { VersionedAction } from '../../../../shared/action/action.ts'
import { daysLate } from '../../../../shared/action/climb.ts'
import { isPossible } from '../../../../shared/action/lifecycle.ts'
import type { ActionSheet } from '../../../../shared/action/sheet.ts'
import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { ResponseId } from '../../../../shared/ids.ts'
import { mayAt } from '../../../../shared/organisation/access.ts'
import { FollowUp, OpenActions } from '../../../../web/pages/actions/visit.tsx'
import { findAction } from '../../../store/actions.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { shownAction } from './shown.ts'

/** Actions shown above a form; the rest are a link away. */
const mostAbove = 5
const mostBelow = 50

/** The first of them, by the day they are due, as they are now. */
export async function firstActions(
  { deps, me }: SignedInCall,
  { open }: ActionSheet,
  most: number,
): Promise<VersionedAction[]> {
  const due = open.toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)).slice(0, most)
  const found = await Promise.all(due.map((line) => findAction(deps.table, me.organisationId, line)))
  return found.flatMap((one) => one ?? [])
}

/** Above the form of a unit. */
export async function openActions(call: SignedInCall, sheet: ActionSheet, kind: Campaign['kind']): Promise<Child> {
  const found = await firstActions(call, sheet, mostAbove)
  const unit = call.me.tree.units.get(sheet.unitId)
  return (
    <OpenActions
      context={pageContext(call)}
      today={call.me.today}
      isVisit={kind === 'inspection'}
      unitCode={unit?.code ?? ''}
      actions={found.map(({ action }) => ({ action, late: daysLate(action, call.me.today) }))}
      total={sheet.open.length}
    />
  )
}

/** Below the receipt of a visit: what there was before this response, for those who may say what became of it. */
export async function followUp(call: SignedInCall, sheet: ActionSheet, response: ResponseId): Promise<Child> {
  const { person, tree } = call.me
  if (!mayAt(person, tree, 'inspection.answer', sheet.unitId)) return undefined
  const before = (await firstActions(call, sheet, mostBelow)).filter(
    ({ action }) => action.responseId !== response && isPossible(action, 'done'),
  )
  if (before.length === 0) return undefined
  const shown = before.map((one) => shownAction(call, one, new Map(), new Map()))
  return <FollowUp context={pageContext(call)} today={call.me.today} actions={shown} />
}
