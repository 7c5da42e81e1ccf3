// Units as people name many of them in one field: by code or name, one a line.

import type { UnitId } from '../../../../shared/ids.ts'
import { foldText, resolveUnit, unitLabel } from '../../../../shared/organisation/search.ts'
import { isUnder, type Unit, type UnitTree } from '../../../../shared/organisation/unit.ts'

/** Worked out once for each tree: a field may name 2,000 units. */
const known = new WeakMap<UnitTree, ReadonlyMap<string, Unit>>()

function byCode(tree: UnitTree): ReadonlyMap<string, Unit> {
  const units = known.get(tree) ?? new Map([...tree.units.values()].map((unit) => [foldText(unit.code), unit]))
  known.set(tree, units)
  return units
}

/** Lines that name a unit otherwise than by its code are looked up one by one: more of them than this are not known. */
const mostSearched = 50

/** The units of a text, those at or below `top` alone; `unknown`: what names none of them for certain. */
export function unitsWithCodes(tree: UnitTree, text: string, top: UnitId) {
  const lines = text.split(/[\n\r;]+/).map((line) => line.trim())
  const units = new Set<Unit>()
  const unknown: string[] = []
  let searched = 0
  for (const line of new Set(lines.filter((one) => one !== ''))) {
    const coded = byCode(tree).get(foldText(line))
    searched += coded ? 0 : 1
    const resolved = coded || searched > mostSearched ? undefined : resolveUnit(tree, line, [top])
    const unit = coded ?? (resolved?.kind === 'found' ? resolved.unit : undefined)
    if (unit && isUnder(tree, unit.id, top)) units.add(unit)
    else unknown.push(line)
  }
  return { units: [...units], unknown }
}

/** A unit's code, its id where the tree doesn't hold it any more. */
export const codeOf = (tree: UnitTree, id: UnitId): string => tree.units.get(id)?.code ?? id

/** A unit as its field names it. */
export function labelOf(tree: UnitTree, id: UnitId): string {
  const unit = tree.units.get(id)
  return unit ? unitLabel(unit) : id
}

export const codeAndName = ({ code, name }: Unit) => ({ code, name })
