// Who leads and who needs attention, indicator by indicator. Only what has a target has a better and a worse; a plain sum says
// how large a unit is, not how good.

import { compareDecimals, type Decimal } from '../../form/decimal.ts'
import { localize } from '../../language.ts'
import { targetSign } from '../../messages/indicator.ts'
import { type Indicator, indicatorValue, isPlain } from '../../summary/indicator.ts'
import type { Block, Run } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { indicatorsOf, type Line, type Scope, tallyIn, valueIn } from './role-scope.ts'

/** Fewer units than this are read off their table. */
const fewestUnits = 4
/** Places at each end; units that are equal share one, and of many that share only so many are named. */
const places = 3
const mostNamed = 6

type Ranked = { readonly line: Line; readonly value: Decimal }

/** A sentence for each indicator in which units differ. */
export function ranking(scope: Scope, block: BlockOf<'ranking'>): Block[] {
  const items = indicatorsOf(scope, block).flatMap((indicator) => ranked(scope, indicator))
  return items.length > 0 ? [{ type: 'list', items }] : []
}

function ranked(scope: Scope, indicator: Indicator): Run[][] {
  const { words, language, lines } = scope
  const { target, measure } = indicator
  if (!target || isPlain(indicator)) return []
  // A unit of one answer does what is asked or doesn't: its table says so, and nobody leads.
  const isSingle = lines.every(({ summary }) => tallyIn(summary, indicator).responses <= 1)
  if (measure.kind === 'share' && isSingle) return []
  const sign = target.direction === 'at-least' ? 1 : -1
  const inOrder = lines
    .flatMap((line): Ranked[] => {
      const value = indicatorValue(indicator, tallyIn(line.summary, indicator))
      return value ? [{ line, value }] : []
    })
    .sort((a, b) => sign * compareDecimals(b.value, a.value))
  const each = Math.min(places, Math.floor(inOrder.length / 2))
  const [lastOfBest, firstOfWorst] = [inOrder[each - 1], inOrder[inOrder.length - each]]
  if (inOrder.length < fewestUnits || !lastOfBest || !firstOfWorst) return []
  const better = (one: Ranked, other: Ranked) => sign * compareDecimals(one.value, other.value)
  // Where both ends meet in one value, whoever has it is neither.
  const isShared = better(lastOfBest, firstOfWorst) === 0
  const best = inOrder.filter((one) => (isShared ? better(one, lastOfBest) > 0 : better(one, lastOfBest) >= 0))
  const worst = inOrder
    .filter((one) => (isShared ? better(one, firstOfWorst) < 0 : better(one, firstOfWorst) <= 0))
    .toReversed()
  if (best.length === 0 || worst.length === 0) return []
  const named = (some: readonly Ranked[]): Run[] =>
    words.places(
      some.slice(0, mostNamed).flatMap(({ line }) => {
        const value = valueIn(scope, line, indicator)
        return value ? [words.place(line.unit.name, value)] : []
      }),
      Math.max(0, some.length - mostNamed),
    )
  return [words.ranked(localize(indicator.name, language), targetSign(indicator, language), named(best), named(worst))]
}
