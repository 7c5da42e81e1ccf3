// What rates are held against: the members of the units that had to answer, or how many units those are. It is not in the answers
// but in the tree of the period, so it is laid over the summaries when they are read, unit by unit; from there it adds up.

import type { Campaign, CampaignPeriod, CampaignUnit } from '../campaign/campaign.ts'
import { isExpectedIn } from '../campaign/placement.ts'
import { compareDecimals, type Decimal, toDecimal, zero } from '../form/decimal.ts'
import type { UnitId } from '../ids.ts'
import { type UnitTree, unitIn } from '../organisation/unit.ts'
import { emptyTally, type Indicator, type Tally } from './indicator.ts'
import { emptySummary, type Summary } from './summary.ts'

type Read = {
  readonly campaign: Pick<Campaign, 'indicators'>
  readonly units: readonly CampaignUnit[]
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

/**
 * The summaries of a period with the wholes of rates in them. A unit of which nothing was expected is in no rate, so that none
 * exceeds its whole. `tree`: of the day that places the period's units.
 */
export function withWholes(
  { campaign, units, summaries }: Read,
  tree: UnitTree,
  period: Pick<CampaignPeriod, 'id' | 'isPast'>,
): ReadonlyMap<UnitId, Summary> {
  const rates = campaign.indicators.filter(({ measure }) => measure.kind === 'rate')
  if (rates.length === 0) return summaries
  const all = new Map(summaries)
  for (const unit of units) {
    const before = summaries.get(unit.unitId) ?? emptySummary
    const tallies = new Map(before.tallies)
    const isExpected = isExpectedIn(tree, unit, period)
    for (const indicator of rates) {
      if (isExpected) tallies.set(indicator.id, rateOf(indicator, tallies.get(indicator.id), membersOf(tree, unit)))
      else tallies.delete(indicator.id)
    }
    all.set(unit.unitId, { ...before, tallies })
  }
  return all
}

const membersOf = (tree: UnitTree, { unitId }: CampaignUnit): number => unitIn(tree, unitId)?.members ?? 0
const one = toDecimal(1)

function rateOf({ measure }: Indicator, tally: Tally = emptyTally, members: number): Tally {
  if (measure.kind !== 'rate') return tally
  const isUnit = measure.per === 'units'
  // A unit counts once among units, however many of its answers say so.
  const numerator: Decimal =
    isUnit && measure.choices && compareDecimals(tally.numerator, zero) > 0 ? one : tally.numerator
  return { ...tally, numerator, denominator: isUnit ? one : toDecimal(members) }
}
