// Whom an administrator looks after. Roles held outside of their units they neither see nor change; what belongs to the whole
// person (name, address, ways in, removal) is for those who look after every role of that person: else the administrator of a
// part could sign in as somebody who holds a role above.

import type { UnitId } from '../ids.ts'
import { type HeldRole, mayAt, type Person } from './access.ts'
import { isTopAdmin } from './top.ts'
import { lineOf, type UnitTree, unitIn } from './unit.ts'

/** Whether the administrator may give and take roles at this unit. One that no tree knows any more is for those at the top. */
export const mayManageRoleAt = (me: Person, tree: UnitTree, unitId: UnitId): boolean =>
  unitIn(tree, unitId) ? mayAt(me, tree, 'person.manage', unitId) : isTopAdmin(me, tree)

/** The roles of a person that the administrator looks after. */
export const rolesSeen = (me: Person, tree: UnitTree, { roles }: Pick<Person, 'roles'>): HeldRole[] =>
  roles.filter(({ unitId }) => mayManageRoleAt(me, tree, unitId))

/** Whether the administrator may know of the person at all. Whoever holds no role is known at the top. */
export const mayKnow = (me: Person, tree: UnitTree, person: Person): boolean =>
  person.roles.length === 0 ? isTopAdmin(me, tree) : rolesSeen(me, tree, person).length > 0

/** Whether the administrator may do what concerns the whole person. */
export const mayManageWhole = (me: Person, tree: UnitTree, person: Person): boolean =>
  mayKnow(me, tree, person) && rolesSeen(me, tree, person).length === person.roles.length

/** The lowest unit that all of these stand under; undefined where there is none. */
export function commonUnit(tree: UnitTree, ids: readonly UnitId[]): UnitId | undefined {
  const [first = [], ...others] = ids.map((id) => lineOf(tree, id)).filter((line) => line.length > 0)
  return first.find((id) => others.every((line) => line.includes(id)))
}
