// What a visitor may see of the tree, and on which day they look at it. Access follows today's tree, whatever day is shown.

import type { UnitId } from '../../../../shared/ids.ts'
import { type Action, mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { type Day, readDay } from '../../../../shared/organisation/day.ts'
import { type UnitHistory, unitsById } from '../../../../shared/organisation/history.ts'
import type { UnitTree } from '../../../../shared/organisation/unit.ts'
import type { SignedIn, SignedInCall } from '../../call.ts'

export const historyOf = (me: SignedIn, id: UnitId): UnitHistory | undefined => unitsById(me.history).get(id)

/** Whether the visitor may do it at this unit, past, present or to come. */
export const mayDo = ({ person, tree }: SignedIn, action: Action, id: UnitId): boolean =>
  mayAt(person, tree, action, id)

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
