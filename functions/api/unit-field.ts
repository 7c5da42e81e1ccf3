// What came back of a field for a unit (web/parts/unit-field.tsx), and the units that are offered for it.

import * as v from 'valibot'
import { UnitId } from '../../shared/ids.ts'
import { type Action, mayAt, topUnitsFor } from '../../shared/organisation/access.ts'
import { resolveUnit } from '../../shared/organisation/search.ts'
import { lineOf, type Unit, type UnitTree } from '../../shared/organisation/unit.ts'
import { noUnit, type UnitChoice, type UnitEntry, unitEntry, unitFieldNames } from '../../web/parts/unit-field.tsx'
import type { SignedInCall } from './call.ts'

const longestText = 250

/**
 * The unit that a field names. `unit` is one at which the person may do `action`, by the tree of today or by `tree`; where it
 * is undefined, the entry holds what the field needs to ask again.
 */
export function readUnitField(
  { me }: Pick<SignedInCall, 'me'>,
  fields: URLSearchParams,
  { name, action, tree = me.tree }: { readonly name: string; readonly action: Action; readonly tree?: UnitTree },
): UnitEntry {
  const names = unitFieldNames(name)
  const text = (fields.get(names.text) ?? '').trim().slice(0, longestText)
  const chosen = v.safeParse(UnitId, fields.get(names.choice))
  const isStillAsked = fields.get(names.asked) === text
  const unit = chosen.success && isStillAsked ? tree.units.get(chosen.output) : undefined
  if (unit && mayAt(me.person, tree, action, unit.id)) return { ...unitEntry(unit), isSent: true }
  const tops = topUnitsFor(me.person, tree, action)
  const resolved = resolveUnit(tree, text, tops)
  if (resolved.kind === 'found') return { ...unitEntry(resolved.unit), isSent: true }
  if (resolved.kind === 'none') return { ...noUnit, text, isSent: true }
  const choices = resolved.units.map((one) => choiceOf(tree, one, tops))
  return { ...noUnit, text, choices, hasMore: resolved.hasMore, isSent: true }
}

/** The unit with the names of what it stands under, nearest first, up to one of `tops`. */
export function choiceOf(tree: UnitTree, { id, code, name }: Unit, tops: readonly UnitId[]): UnitChoice {
  const line = lineOf(tree, id)
  const end = line.findLastIndex((one) => tops.includes(one))
  const above = line.slice(1, end + 1).map((one) => tree.units.get(one)?.name ?? '')
  return { id, code, name, where: above.join(', ') }
}
