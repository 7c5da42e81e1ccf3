// What the figures say is good, what falls short and by how much, and what follows from it. Causes are not in figures:
// the office writes them, and the report has no heading for them until it does.

import { addDecimals, compareDecimals, type Decimal, decimalText, divideDecimals, toDecimal } from '../form/decimal.ts'
import { formatDecimal } from '../messages/number.ts'
import type { Count } from '../messages/report.ts'
import type { Unit } from '../organisation/unit.ts'
import { type Indicator, meetsTarget } from '../summary/indicator.ts'
import { judged } from './cell-quality-results.ts'
import {
  type Counted,
  countOf,
  figure,
  nameOf,
  namesOf,
  type Scope,
  tallyAt,
  targetText,
  valueFigure,
} from './cell-quality-scope.ts'
import type { Block, Run } from './document.ts'

const targeted = ({ cells }: Scope): Indicator[] =>
  cells.facts.campaign.indicators.filter(
    (indicator) => meetsTarget(indicator, tallyAt(cells.total.summary, indicator)) !== null,
  )

const isMetOverall = ({ cells }: Scope, indicator: Indicator): boolean =>
  meetsTarget(indicator, tallyAt(cells.total.summary, indicator)) === true

/** Targets met over all cells, and the cells that meet every one of theirs. */
export function strengths(scope: Scope): Block[] {
  const { words, cells } = scope
  const all = targeted(scope)
  if (all.length === 0) return []
  const met = all.filter((indicator) => isMetOverall(scope, indicator))
  const count = (n: number) => countOf(scope, cells, cells.total, n)
  const best = cells.reported.filter(({ summary }) =>
    all.every((indicator) => meetsTarget(indicator, tallyAt(summary, indicator)) === true),
  )
  const names = namesOf(
    scope,
    best.map(({ unit }) => unit),
  )
  const meetAll = words.meetAll(count(best.length), count(cells.reported.length), names)
  return [
    ...(met.length > 0
      ? metTargets(scope, met, count(all.length))
      : [{ type: 'paragraph' as const, runs: words.noTargetMet(count(all.length)) }]),
    ...(best.length > 0 ? [{ type: 'paragraph' as const, runs: meetAll }] : []),
  ]
}

function metTargets(scope: Scope, met: readonly Indicator[], all: Count): Block[] {
  const { words, cells } = scope
  const { unit, summary } = cells.total
  const items = met.flatMap((indicator) => {
    const value = valueFigure(scope, cells, unit, indicator, tallyAt(summary, indicator))
    return value ? [words.targetMet(nameOf(scope, indicator), value)] : []
  })
  return [
    { type: 'paragraph', runs: words.targetsMet(countOf(scope, cells, cells.total, met.length), all) },
    { type: 'list', items },
  ]
}

/** For each indicator the units that miss its target and by how much, the widest gap first. */
export function shortcomings(scope: Scope): Block[] {
  const { words, cells } = scope
  const items = targeted(scope).flatMap((indicator) => {
    const { met, missed } = judged(scope, indicator)
    if (missed.length === 0) return []
    const count = (n: number) => countOf(scope, cells, cells.total, n, indicator)
    return [
      words.shortfall(
        nameOf(scope, indicator),
        targetText(scope, indicator),
        count(missed.length),
        count(met.length + missed.length),
        gapsOf(scope, indicator, missed),
      ),
    ]
  })
  if (targeted(scope).length === 0) return []
  if (items.length === 0) return [{ type: 'paragraph', runs: [{ text: words.noShortfall }] }]
  return [
    { type: 'paragraph', runs: [{ text: words.shortfalls }] },
    { type: 'list', items },
  ]
}

/** Numbers: units grouped by how far they are off. Percentages: each unit with its own, only its name where that is 0. */
function gapsOf(scope: Scope, indicator: Indicator, missed: readonly Counted[]): Run[][] {
  const byGap = missed
    .map((counted) => ({ counted, gap: gapOf(indicator, counted) }))
    .sort((a, b) => compareDecimals(b.gap, a.gap))
  if (indicator.format === 'percent')
    return percentGaps(
      scope,
      indicator,
      byGap.map(({ counted }) => counted),
    )
  const groups = new Map<string, { gap: Decimal; units: Unit[] }>()
  for (const { counted, gap } of byGap) {
    const rounded = roundedGap(gap, indicator.decimals)
    const group = groups.get(decimalText(rounded)) ?? { gap: rounded, units: [] }
    group.units.push(counted.unit)
    groups.set(decimalText(rounded), group)
  }
  const { words, cells, language } = scope
  const say = indicator.target?.direction === 'at-most' ? words.over : words.short
  return [...groups.values()].map(({ gap, units }) => {
    const rests = { responses: units.length, indicator }
    return say(figure(scope, cells, cells.total.unit, formatDecimal(gap, language), rests), namesOf(scope, units))
  })
}

function percentGaps(scope: Scope, indicator: Indicator, missed: readonly Counted[]): Run[][] {
  const { words, cells } = scope
  const none = missed.filter(({ summary }) => tallyAt(summary, indicator).numerator.units === 0n)
  const some = missed.filter((counted) => !none.includes(counted))
  return [
    ...(none.length > 0
      ? [
          [
            {
              text: namesOf(
                scope,
                none.map(({ unit }) => unit),
              ),
            },
          ],
        ]
      : []),
    ...some.flatMap(({ unit, summary }) => {
      const value = valueFigure(scope, cells, unit, indicator, tallyAt(summary, indicator))
      return value ? [words.withValue(unit.name, value)] : []
    }),
  ]
}

/** How far a unit is from the target, whichever side is the wrong one; to nine decimals. */
function gapOf(indicator: Indicator, { summary }: Counted): Decimal {
  const { numerator, denominator } = tallyAt(summary, indicator)
  const target = toDecimal(indicator.target?.value ?? 0)
  const over = indicator.measure.kind === 'sum' ? toDecimal(1) : denominator
  const due = { units: target.units * over.units, scale: target.scale + over.scale }
  const gap = divideDecimals(addDecimals(due, { units: -numerator.units, scale: numerator.scale }), over, 9)
  if (!gap) throw new Error('A target is only missed where there is a value')
  return gap.units < 0n ? { units: -gap.units, scale: gap.scale } : gap
}

/** One decimal finer than the indicator, or as fine as it takes not to be 0; without zeros at its end. */
function roundedGap(gap: Decimal, decimals: number): Decimal {
  const one = toDecimal(1)
  for (let places = decimals + 1; places <= gap.scale; places += 1) {
    const rounded = divideDecimals(gap, one, places)
    if (rounded && rounded.units !== 0n) return toDecimal(withoutZeros(decimalText(rounded)))
  }
  return gap
}

const withoutZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** At most this many targets are named as tasks: those that most cells miss. */
const mostTasks = 5

/** What is left to do, as far as figures can tell: visits, reports, and the targets that most cells miss. */
export function tasks(scope: Scope): Block[] {
  const { words, cells, committees } = scope
  const missingCells = cells.progress.missing.length
  const missingReports = committees.progress.missing.length
  const missed = targeted(scope)
    .map((indicator) => ({ indicator, n: judged(scope, indicator).missed.length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .slice(0, mostTasks)
  const items = [
    ...(missingCells > 0 ? [words.finishVisits(countOf(scope, cells, cells.total, missingCells))] : []),
    ...(missingReports > 0 ? [words.finishReports(countOf(scope, committees, committees.total, missingReports))] : []),
    ...missed.map(({ indicator, n }) =>
      words.reachTarget(
        nameOf(scope, indicator),
        targetText(scope, indicator),
        countOf(scope, cells, cells.total, n, indicator),
      ),
    ),
  ]
  if (items.length === 0) return [{ type: 'paragraph', runs: [{ text: words.noTask }] }]
  return [
    { type: 'paragraph', runs: [{ text: words.tasksIntro }] },
    { type: 'list', items },
  ]
}
