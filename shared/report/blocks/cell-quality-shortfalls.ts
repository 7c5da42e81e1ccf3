// What the figures say is good, what falls short, and what follows from it. Causes are not in figures:
// the office writes them, and the report has no heading for them until it does.

import { type Indicator, meetsTarget } from '../../summary/indicator.ts'
import type { Block, Run } from '../document.ts'
import { judged, targeted } from './cell-quality-results.ts'
import { countOf, nameOf, namesOf, type Scope, tallyAt, targetText, valueFigure } from './cell-quality-scope.ts'
import { shortfallTable } from './cell-quality-shortfall-table.ts'

const isMetOverall = ({ cells }: Scope, indicator: Indicator): boolean =>
  meetsTarget(indicator, tallyAt(cells.total.summary, indicator)) === true

/** Targets met over all cells, and the cells that meet every one of theirs. */
export function strengths(scope: Scope): Block[] {
  const { words, cells } = scope
  const all = targeted(scope)
  if (all.length === 0) return []
  const met = all.filter((indicator) => isMetOverall(scope, indicator))
  const count = (n: number) => countOf(scope, cells, cells.total, n)
  const each = met.flatMap((indicator) => {
    const value = overall(scope, indicator)
    return value ? [words.withValue(nameOf(scope, indicator), value)] : []
  })
  const best = cells.reported.filter(({ summary }) =>
    all.every((indicator) => meetsTarget(indicator, tallyAt(summary, indicator)) === true),
  )
  const names = namesOf(
    scope,
    best.map(({ unit }) => unit),
  )
  const meetAll = words.meetAll(count(best.length), count(cells.reported.length), names)
  return [
    {
      type: 'paragraph' as const,
      runs:
        met.length > 0
          ? words.targetsMet(count(met.length), count(all.length), each)
          : words.noTargetMet(count(all.length)),
    },
    ...(best.length > 0 ? [{ type: 'paragraph' as const, runs: meetAll }] : []),
  ]
}

/** The targets that all cells together miss, each with its value. */
export function targetsMissed(scope: Scope): Block[] {
  const { words, cells } = scope
  const all = targeted(scope)
  const missed = all.filter((indicator) => !isMetOverall(scope, indicator))
  if (missed.length === 0) return []
  const count = (n: number) => countOf(scope, cells, cells.total, n)
  const each = missed.flatMap((indicator) => {
    const value = overall(scope, indicator)
    return value ? [words.againstTarget(nameOf(scope, indicator), value, targetText(scope, indicator))] : []
  })
  return [{ type: 'paragraph', runs: words.targetsMissed(count(missed.length), count(all.length), each) }]
}

const overall = (scope: Scope, indicator: Indicator): Run | undefined => {
  const { total } = scope.cells
  return valueFigure(scope, scope.cells, total, indicator, tallyAt(total.summary, indicator))
}

/** Which cells miss which targets. */
export function shortcomings(scope: Scope): Block[] {
  if (targeted(scope).length === 0) return []
  const shortfalls = shortfallTable(scope)
  return shortfalls.length > 0 ? shortfalls : [{ type: 'paragraph', runs: [{ text: scope.words.noShortfall }] }]
}

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
    ...missed.map(({ indicator, n }) => {
      const count = countOf(scope, cells, cells.total, n, indicator)
      // A single cell does what is asked or doesn't: it can't reach a share.
      return indicator.measure.kind === 'share'
        ? words.fulfil(nameOf(scope, indicator), count)
        : words.reachTarget(nameOf(scope, indicator), targetText(scope, indicator), count)
    }),
  ]
  if (items.length === 0) return [{ type: 'paragraph', runs: [{ text: words.noTask }] }]
  return [
    { type: 'paragraph', runs: [{ text: words.tasksIntro }] },
    { type: 'list', items },
  ]
}
