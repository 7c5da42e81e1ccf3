// How many of those invited have answered, unit by unit: the same rule on every page and in what is released. In an anonymous
// survey the rate of a very small unit would say who it was, and so would a difference of two rates.

import * as v from 'valibot'
import { shownUnits } from '../disclosure/shown-units.ts'
import { UnitId } from '../ids.ts'
import { type Branch, counted, inOrder } from './branch.ts'

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** How many were invited in a unit and all below it, and how many of them answered. */
export const Rate = v.strictObject({ unit: UnitId, invited: Whole, answered: Whole })
export type Rate = v.InferOutput<typeof Rate>

/** Of one unit itself, without the units below. */
export type Invited = { readonly invited: number; readonly answered: number }

const nobody: Invited = { invited: 0, answered: 0 }

const sumOf = (all: readonly Invited[]): Invited => ({
  invited: all.reduce((sum, { invited }) => sum + invited, 0),
  answered: all.reduce((sum, { answered }) => sum + answered, 0),
})

/**
 * The rates of a branch's units, those above first. In an anonymous survey units with fewer than five invited people are
 * missing, and what such a group could be computed from (disclosure/shown-units.ts).
 */
export function ratesOf(top: Branch, own: ReadonlyMap<UnitId, Invited>, isAnonymous: boolean): Rate[] {
  const all = (branch: Branch): Invited => sumOf([own.get(branch.id) ?? nobody, ...branch.children.map(all)])
  const shown = isAnonymous ? shownUnits(counted(top, (id) => [own.get(id)?.invited ?? 0])) : new Set(inOrder(top))
  const look = (branch: Branch): Rate[] => [
    ...(shown.has(branch.id) ? [{ unit: branch.id, ...all(branch) }] : []),
    ...branch.children.flatMap(look),
  ]
  return look(top)
}

/** Units with a rate of their own, and the others, in which somebody is invited too, as one. */
export type ListedRates = {
  readonly units: readonly Rate[]
  readonly together: (Invited & { readonly units: number }) | undefined
}

/**
 * The rates of those units in which somebody is invited, as a list that adds up. In an anonymous survey a line holds the units
 * below it that have a line too; all that is in no line stands together.
 */
export function listedRates(top: Branch, own: ReadonlyMap<UnitId, Invited>, isAnonymous: boolean): ListedRates {
  const used = inOrder(top).flatMap((unit) => [own.get(unit)].flatMap((one) => (one ? [{ unit, ...one }] : [])))
  if (!isAnonymous) return { units: used, together: undefined }
  const isAlone = used.length === 1
  const units = ratesOf(top, own, true).filter(({ unit }) => own.has(unit) && (unit !== top.id || isAlone))
  const listed = new Set(units.map(({ unit }) => unit))
  const left = (branch: Branch): UnitId[] =>
    listed.has(branch.id) ? [] : [branch.id, ...branch.children.flatMap(left)]
  const unlisted = new Set(left(top))
  const rest = used.filter(({ unit }) => unlisted.has(unit))
  return { units, together: rest.length === 0 ? undefined : { units: rest.length, ...sumOf(rest) } }
}
