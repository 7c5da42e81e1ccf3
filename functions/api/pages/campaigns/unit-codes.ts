// Units as people name them in forms: by code, one a line where there are several.

import type { UnitId } from '../../../../shared/ids.ts'
import { isUnder, type Unit, type UnitTree } from '../../../../shared/organisation/unit.ts'

const plain = (code: string) => code.trim().toLocaleUpperCase('vi')

/** Worked out once for each tree. A code that two units have names neither. */
const known = new WeakMap<UnitTree, ReadonlyMap<string, Unit | undefined>>()

function byCode(tree: UnitTree): ReadonlyMap<string, Unit | undefined> {
  const there = known.get(tree)
  if (there) return there
  const units = new Map<string, Unit | undefined>()
  for (const unit of tree.units.values()) units.set(plain(unit.code), units.has(plain(unit.code)) ? undefined : unit)
  known.set(tree, units)
  return units
}

export const unitWithCode = (tree: UnitTree, code: string): Unit | undefined => byCode(tree).get(plain(code))

/** The codes of a text, one a line or parted by commas or semicolons. */
export const codesIn = (text: string): string[] =>
  text
    .split(/[\n\r,;]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')

/** The units of a text's codes, those under `top` alone; `unknown`: codes that name none of them. */
export function unitsWithCodes(tree: UnitTree, text: string, top: UnitId) {
  const units: Unit[] = []
  const unknown: string[] = []
  for (const code of new Set(codesIn(text))) {
    const unit = unitWithCode(tree, code)
    if (unit && isUnder(tree, unit.id, top)) units.push(unit)
    else unknown.push(code)
  }
  return { units, unknown }
}

/** A unit's code, its id where the tree doesn't hold it any more. */
export const codeOf = (tree: UnitTree, id: UnitId): string => tree.units.get(id)?.code ?? id

export const codeAndName = ({ code, name }: Unit) => ({ code, name })
