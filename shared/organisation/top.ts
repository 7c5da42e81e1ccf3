// The top of a tree, and who administers it: the people without whom nobody could put anything right.

import type { UnitId } from '../ids.ts'
import type { HeldRole, Person } from './access.ts'
import type { UnitTree } from './unit.ts'

/** The units that stand under none. */
export const topUnits = (tree: UnitTree): UnitId[] =>
  [...tree.units.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id)

/** Whether somebody with these roles administers the whole. */
export function isTopAdmin({ roles }: Pick<Person, 'roles'>, tree: UnitTree): boolean {
  const tops = topUnits(tree)
  const held = (unitId: UnitId) => roles.some((one: HeldRole) => one.role === 'admin' && one.unitId === unitId)
  return tops.length > 0 && tops.every(held)
}
