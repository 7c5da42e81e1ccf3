// The tree of units as a survey's figures are counted over it: its top, what was asked or answered below, and what is between.

import type { CountedUnit } from '../disclosure/shown-units.ts'
import type { UnitId } from '../ids.ts'
import { isUnder, standingFor, type UnitTree } from '../organisation/unit.ts'

/** A unit with those below it. */
export type Branch = { readonly id: UnitId; readonly children: readonly Branch[] }

/** A unit with all below it, those above first. */
export const inOrder = ({ id, children }: Branch): UnitId[] => [id, ...children.flatMap(inOrder)]

/** The branch with what each unit itself counts. */
export const counted = (branch: Branch, own: (id: UnitId) => readonly number[]): CountedUnit<UnitId> => ({
  id: branch.id,
  own: own(branch.id),
  children: branch.children.map((child) => counted(child, own)),
})

/** The survey's top with those units below it that are used, and what is between. */
export function branchOf(tree: UnitTree, top: UnitId, used: ReadonlySet<UnitId>): Branch {
  const look = (id: UnitId): Branch | undefined => {
    const children = (tree.children.get(id) ?? []).flatMap((child) => look(child) ?? [])
    return id === top || used.has(id) || children.length > 0 ? { id, children } : undefined
  }
  return look(top) ?? { id: top, children: [] }
}

/** The standing unit that stands for one, as long as it is the survey's; else the survey's top. */
export function placedUnder(tree: UnitTree, unit: UnitId, top: UnitId): UnitId {
  const standing = standingFor(tree, unit)
  return standing && isUnder(tree, standing.id, top) ? standing.id : top
}
