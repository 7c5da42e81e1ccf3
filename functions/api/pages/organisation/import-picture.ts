// The first levels of a tree as boxes: each as high as there is below it.

import type { UnitId } from '../../../../shared/ids.ts'
import type { Outcome } from '../../../../shared/organisation/import-plan.ts'
import type { Unit, UnitTree } from '../../../../shared/organisation/unit.ts'
import type { Box, Picture } from '../../../../web/pages/organisation/tree-picture.tsx'

/** Deeper levels would be hairs: they are counted in the table. */
const levelsShown = 3
/** In units of the picture, whose size is given to the page. */
const size = { width: 420, height: 560 }
/** A box that is lower than this isn't drawn. */
const lowest = 0.4

export function pictureOf(tree: UnitTree, outcomes: ReadonlyMap<UnitId, Outcome>): Picture {
  const tops = [...tree.units.values()].filter(({ parentId }) => parentId === null)
  const leaves = leavesBelow(tree)
  const all = tops.reduce((sum, { id }) => sum + (leaves.get(id) ?? 1), 0)
  const boxes: Box[] = []
  const draw = (unit: Unit, level: number, top: number, height: number) => {
    if (height < lowest || level >= levelsShown) return
    boxes.push({ id: unit.id, name: unit.name, level, top, height, outcome: outcomes.get(unit.id) ?? 'unchanged' })
    let at = top
    for (const childId of tree.children.get(unit.id) ?? []) {
      const child = tree.units.get(childId)
      const part = (height * (leaves.get(childId) ?? 1)) / Math.max(1, leaves.get(unit.id) ?? 1)
      if (child) draw(child, level + 1, at, part)
      at += part
    }
  }
  let at = 0
  for (const top of tops) {
    const height = (size.height * (leaves.get(top.id) ?? 1)) / Math.max(1, all)
    draw(top, 0, at, height)
    at += height
  }
  const levels = Math.max(1, ...boxes.map(({ level }) => level + 1))
  return { boxes, levels, units: tree.units.size, ...size }
}

/** How many units there are at the ends of the branches below each unit; 1 for an end. */
function leavesBelow(tree: UnitTree): Map<UnitId, number> {
  const counts = new Map<UnitId, number>()
  const countAt = (id: UnitId): number => {
    const children = tree.children.get(id) ?? []
    const count = children.length === 0 ? 1 : children.reduce((sum, child) => sum + countAt(child), 0)
    counts.set(id, count)
    return count
  }
  for (const { id, parentId } of tree.units.values()) if (parentId === null) countAt(id)
  return counts
}
