// Units as lines of a list, and as counts by level.

import type { UnitId } from '../../../../shared/ids.ts'
import { subtreeOf, type Unit, type UnitTree } from '../../../../shared/organisation/unit.ts'
import type { LevelCount, UnitRow } from '../../../../web/pages/organisation/unit-list.tsx'
import { choiceOf } from '../../unit-field.ts'

/** A unit that stands on the day of the tree. */
export const rowOf = (tree: UnitTree, unit: Unit): UnitRow => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  level: unit.level,
  members: unit.members,
  children: tree.children.get(unit.id)?.length ?? 0,
  where: '',
})

/** The same with what it stands under, up to one of `tops`. */
export const placedRowOf = (tree: UnitTree, unit: Unit, tops: readonly UnitId[]): UnitRow => ({
  ...rowOf(tree, unit),
  where: choiceOf(tree, unit, tops).where,
})

/**
 * How many units of each level there are below these, in the order in which one meets the levels on the way down; `withTops`:
 * these themselves, too.
 */
export function levelsBelow(tree: UnitTree, tops: readonly UnitId[], withTops = false): LevelCount[] {
  const counts = new Map<string, { units: number; members: number; depth: number }>()
  const depths = new Map<UnitId, number>()
  for (const top of tops)
    for (const id of subtreeOf(tree, top)) {
      const unit = tree.units.get(id)
      if (!unit) continue
      const depth = id === top ? 0 : 1 + (depths.get(unit.parentId ?? id) ?? 0)
      depths.set(id, depth)
      if (id === top && !withTops) continue
      const line = counts.get(unit.level) ?? { units: 0, members: 0, depth }
      line.units += 1
      line.members += unit.members
      line.depth = Math.min(line.depth, depth)
      counts.set(unit.level, line)
    }
  return [...counts]
    .sort(([, a], [, b]) => a.depth - b.depth)
    .map(([level, { units, members }]) => ({ level, units, members }))
}

/** Units of a list on one page. */
const pageLength = 50

export type Paged<T> = { readonly items: readonly T[]; readonly page: number; readonly pages: number }

/** The page that the address asks for: `?page=`, from 1. */
export const pageNumber = (text: string | undefined): number => {
  const page = /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
  return page
}

export function pageOf<T>(items: readonly T[], asked: number): Paged<T> {
  const pages = Math.max(1, Math.ceil(items.length / pageLength))
  const page = Math.min(asked, pages)
  return { items: items.slice((page - 1) * pageLength, page * pageLength), page, pages }
}
