// What a visitor may see of the tree, and on which day they look at it. Access follows today's tree, whatever day is shown; only
// a unit that is yet to come is judged by where it will begin.

import type { UnitId } from '../../../../shared/ids.ts'
import { type Action, mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { type Day, readDay } from '../../../../shared/organisation/day.ts'
import { type UnitHistory, unitsById } from '../../../../shared/organisation/history.ts'
import { type UnitTree, unitIn } from '../../../../shared/organisation/unit.ts'
import type { SignedIn, SignedInCall } from '../../call.ts'

/** The tree that knows a unit: today's; for one that is yet to come, that of its first day. Undefined for no unit at all. */
function treeKnowing(me: SignedIn, id: UnitId): UnitTree | undefined {
  if (unitIn(me.tree, id)) return me.tree
  const first = historyOf(me, id)?.states[0]
  return first && me.treeOn(first.from)
}

export const historyOf = (me: SignedIn, id: UnitId): UnitHistory | undefined => unitsById(me.history).get(id)

/** Whether the visitor may do it at this unit, past, present or to come. */
export function mayDo(me: SignedIn, action: Action, id: UnitId): boolean {
  const tree = treeKnowing(me, id)
  return tree !== undefined && mayAt(me.person, tree, action, id)
}

export type Sight = {
  /** The day that is looked at, and its tree. */
  readonly on: Day
  readonly tree: UnitTree
  readonly isToday: boolean
  /** What was asked for where it is no day. */
  readonly badDay: string | undefined
  /** The topmost units of that tree that the visitor may see. */
  readonly tops: readonly UnitId[]
  readonly mayRead: (id: UnitId) => boolean
}

/** What the address asks to look at: `?on=`, or today. */
export function sightOf({ c, me }: SignedInCall): Sight {
  const asked = c.req.query('on')?.trim() ?? ''
  const day = asked === '' ? me.today : readDay(asked)
  const on = day ?? me.today
  const tree = me.treeOn(on)
  const tops = topUnitsFor(me.person, me.tree, 'unit.read')
  return {
    on,
    tree,
    isToday: on === me.today,
    badDay: day ? undefined : asked.slice(0, 40),
    tops: tops.filter((id) => tree.units.has(id)),
    mayRead: (id) => mayDo(me, 'unit.read', id),
  }
}
