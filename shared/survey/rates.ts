// How many of those invited have answered, unit by unit. In an anonymous survey the rate of a very small unit would say who
// it was: such units stand together.

import { leastAnswers } from '../disclosure/shown-units.ts'
import type { UnitId } from '../ids.ts'

export type UnitRate = { readonly unitId: UnitId; readonly invited: number; readonly answered: number }

export type Rates = {
  readonly units: readonly UnitRate[]
  /** The units that are too small to stand alone, as one; undefined where there are none. */
  readonly together: { readonly units: number; readonly invited: number; readonly answered: number } | undefined
}

/**
 * Units with fewer than five invited people are put together; where those are fewer than five too, the smallest of the
 * others joins them, so that nothing can be taken from the total.
 */
export function ratesOf(units: readonly UnitRate[], isAnonymous: boolean): Rates {
  const small = isAnonymous ? units.filter(({ invited }) => invited < leastAnswers) : []
  if (small.length === 0) return { units, together: undefined }
  const others = units.filter((unit) => !small.includes(unit))
  const smallest = others.reduce<UnitRate | undefined>((a, b) => (a && a.invited <= b.invited ? a : b), undefined)
  const joined = sumOf(small).invited < leastAnswers && smallest ? [...small, smallest] : small
  return { units: others.filter((unit) => !joined.includes(unit)), together: sumOf(joined) }
}

const sumOf = (units: readonly UnitRate[]) => ({
  units: units.length,
  invited: units.reduce((sum, { invited }) => sum + invited, 0),
  answered: units.reduce((sum, { answered }) => sum + answered, 0),
})
