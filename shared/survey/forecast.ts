// The anonymity forecast: before a survey opens, how small its groups would be if everybody answered, from the people
// invited in each unit and what figures would be broken down by.

import { leastAnswers } from '../disclosure/shown-units.ts'
import type { UnitId } from '../ids.ts'
import type { Place } from './placement.ts'

export type Forecast = {
  readonly invited: number
  /** Units under which answers are kept, and people whose own unit was too small for that. */
  readonly places: number
  readonly climbed: number
  /** Groups that the break-down questions can tell apart in one unit. */
  readonly groups: number
  /**
   * People who, with answers spread over the groups at random, would stand alone in theirs in their unit: the expected
   * number, rounded.
   */
  readonly alone: number
  /** Units in which a group of the usual size would be too small to be shown, so that the break-down is hidden there. */
  readonly tooSmall: number
}

/**
 * `choices`: the number of choices of each break-down question. Nobody knows beforehand who will choose what; evenly spread
 * choices are the kindest case, real ones leave more people alone.
 */
export function forecastOf(
  invited: ReadonlyMap<UnitId, number>,
  placement: { readonly places: readonly Place[]; readonly of: ReadonlyMap<UnitId, UnitId> },
  choices: readonly number[],
): Forecast {
  const groups = choices.reduce((product, count) => product * Math.max(1, count), 1)
  // A person is alone where none of the others of the unit falls into the same group.
  const alone = placement.places.reduce(
    (sum, place) => sum + place.invited * (1 - 1 / groups) ** (place.invited - 1),
    0,
  )
  return {
    invited: placement.places.reduce((sum, place) => sum + place.invited, 0),
    places: placement.places.length,
    climbed: [...placement.of].reduce((sum, [unit, place]) => sum + (unit === place ? 0 : (invited.get(unit) ?? 0)), 0),
    groups,
    alone: groups === 1 ? 0 : Math.round(alone),
    tooSmall: placement.places.filter((place) => place.invited < groups * leastAnswers).length,
  }
}
