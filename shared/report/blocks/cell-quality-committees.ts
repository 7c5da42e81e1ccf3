// What the committees themselves inspected and supervised: how far they got together, who got furthest and who least far,
// and a table of all.
//
// The sentences need to know what the figures mean, so they go by indicator ids: "inspected" and "supervised" (cells out
// of all cells), "cells_inspected", "cells_supervised", "teams", "countries" and "cells_below" (sums). A campaign
// without one of them gets a report without that sentence; the table holds whatever indicators the campaign has.

import { compareDecimals, type Decimal } from '../../form/decimal.ts'
import { type Count, joined } from '../../messages/sentence.ts'
import type { Tally } from '../../summary/indicator.ts'
import type { Block, Run } from '../document.ts'
import {
  type Counted,
  countedAt,
  countOf,
  indicatorById,
  type Scope,
  sumOf,
  tallyAt,
  valueFigure,
} from './cell-quality-scope.ts'
import { indicatorTables } from './cell-quality-tables.ts'

/** Whatever indicators the committees' campaign has. */
export const byCommittee = (scope: Scope): Block[] => {
  const { words, committees } = scope
  return indicatorTables(scope, committees, committees.facts.campaign.indicators, {
    caption: words.committeesCaption,
    marks: words.committeeMarks,
    overall: words.total,
  })
}

/** Each committee that has reported, with the committee's unit and not the unit that answered for it. */
const reporting = ({ committees, lines }: Scope): Counted[] =>
  lines.map((unit) => countedAt(committees, unit)).filter(({ summary }) => summary.responses > 0)

export function inspections(scope: Scope): Block[] {
  const { words, committees } = scope
  const { unit, summary } = committees.total
  const paragraphs = [
    sharesOf(scope, { share: 'inspected', sum: 'cells_inspected', inAll: words.inspectedInAll, of: words.inspectedOf }),
    sharesOf(scope, {
      share: 'supervised',
      sum: 'cells_supervised',
      inAll: words.supervisedInAll,
      of: words.supervisedOf,
    }),
  ].filter((runs) => runs.length > 0)
  if (paragraphs.length === 0)
    return summary.responses === 0 && unit ? [{ type: 'paragraph', runs: [{ text: words.noCommittee }] }] : []
  return paragraphs.map((runs) => ({ type: 'paragraph', runs }))
}

type Shares = {
  /** The ids of two indicators: the share of all cells, and the number of cells. */
  readonly share: string
  readonly sum: string
  readonly inAll: Scope['words']['inspectedInAll']
  readonly of: Scope['words']['inspectedOf']
}

/** The share over all committees, the best and the worst of them, and those that give a number without its whole. */
function sharesOf(scope: Scope, { share, sum, inAll, of }: Shares): Run[] {
  const { words, committees } = scope
  const all = partOfAll(scope, committees.total, share)
  const indicator = indicatorById(committees, share)
  const hasShare = ({ summary }: Counted) => indicator !== undefined && tallyAt(summary, indicator).responses > 0
  const sent = reporting(scope)
  const counts = sent.flatMap((one) => {
    const cells = hasShare(one) ? undefined : sumAt(scope, one, sum)
    return cells ? [of(one.unit.name, cells)] : []
  })
  return joined(
    [
      ...(all
        ? [[...inAll(committeesWith(scope, share, sent.filter(hasShare).length), all), ...extremes(scope, share)]]
        : []),
      ...(counts.length > 0 ? [words.withoutTotal(committeesWith(scope, sum, counts.length), counts)] : []),
    ],
    ' ',
  )
}

/** At each end of the ranking; the table has the others. */
const mostNamed = 2

/** The committees with the highest and the lowest shares, also those level with them; all where there are few. */
function extremes(scope: Scope, id: string): Run[] {
  const { words, committees } = scope
  const indicator = indicatorById(committees, id)
  if (!indicator) return []
  const ranked = reporting(scope)
    .flatMap((one) => {
      const share = partOfAll(scope, one, id)
      return share ? [{ tally: tallyAt(one.summary, indicator), runs: words.rated(one.unit.name, share) }] : []
    })
    .sort((a, b) => compareShares(b.tally, a.tally))
  const [high, low] = [ranked[mostNamed - 1], ranked.at(-mostNamed)]
  const highest = ranked.filter(({ tally }) => high && compareShares(tally, high.tally) >= 0)
  const lowest = ranked.filter(({ tally }) => low && compareShares(tally, low.tally) <= 0).reverse()
  const runs = (list: typeof ranked) => list.map((one) => one.runs)
  if (ranked.length <= 2 * mostNamed || highest.length + lowest.length >= ranked.length) return words.each(runs(ranked))
  return words.extremes(runs(highest), runs(lowest))
}

/** Which of two shares is greater, exactly. */
function compareShares(a: Tally, b: Tally): number {
  const product = (x: Decimal, y: Decimal) => ({ units: x.units * y.units, scale: x.scale + y.scale })
  return compareDecimals(product(a.numerator, b.denominator), product(b.numerator, a.denominator))
}

export function teams(scope: Scope): Block[] {
  const { words, committees } = scope
  const all = sumAt(scope, committees.total, 'teams')
  const each = reporting(scope).flatMap((counted) => {
    const own = sumAt(scope, counted, 'teams')
    if (!own) return []
    const cells = sumAt(scope, counted, 'cells_inspected')
    return [words.teamsOf(counted.unit.name, own, cells, sumAt(scope, counted, 'countries'))]
  })
  if (!all || each.length === 0) return []
  return [{ type: 'paragraph', runs: words.teamsInAll(committeesWith(scope, 'teams', each.length), all, each) }]
}

export function below(scope: Scope): Block[] {
  const { words, committees } = scope
  const all = sumAt(scope, committees.total, 'cells_below')
  const each = reporting(scope).flatMap((counted) => {
    const cells = sumAt(scope, counted, 'cells_below')
    return cells ? [words.belowOf(counted.unit.name, cells)] : []
  })
  if (!all || each.length === 0) return []
  return [{ type: 'paragraph', runs: words.belowInAll(committeesWith(scope, 'cells_below', each.length), all, each) }]
}

const committeesWith = (scope: Scope, id: string, n: number): Count =>
  countOf(scope, scope.committees, scope.committees.total, n, indicatorById(scope.committees, id))

function partOfAll(scope: Scope, at: Counted, id: string) {
  const { committees } = scope
  const indicator = indicatorById(committees, id)
  if (!indicator) return undefined
  const tally = tallyAt(at.summary, indicator)
  const rate = valueFigure(scope, committees, at, indicator, tally)
  if (!rate) return undefined
  const part = sumOf(scope, committees, at, indicator, tally, 'numerator')
  const whole = sumOf(scope, committees, at, indicator, tally, 'denominator')
  return { part: part.run, whole, rate }
}

/** A sum; undefined where nobody gave the figure. */
function sumAt(scope: Scope, at: Counted, id: string): Count | undefined {
  const indicator = indicatorById(scope.committees, id)
  if (!indicator) return undefined
  const tally = tallyAt(at.summary, indicator)
  return tally.responses > 0 ? sumOf(scope, scope.committees, at, indicator, tally, 'numerator') : undefined
}
