// The cells that miss targets, in a table with a line for each: the values that fall short of the measured targets in
// columns of their own, and the other targets missed (yes/no requirements above all) by name in the last column.

import { localize } from '../../language.ts'
import { joined } from '../../messages/sentence.ts'
import { type Indicator, meetsTarget } from '../../summary/indicator.ts'
import type { Block, Cell, Run } from '../document.ts'
import { targetRuns } from '../figure-number.ts'
import { judged, targeted } from './cell-quality-results.ts'
import {
  blankCell,
  type Counted,
  countOf,
  isNotStated,
  noteOf,
  noValue,
  type Scope,
  sumOf,
  tallyAt,
  valueCell,
  valueFigure,
} from './cell-quality-scope.ts'

/** More lines than anybody reads are left out: those of the cells that miss least. */
const mostLines = 60
/** As many as leave room for the names of the others. */
const mostMeasured = 6
/** Millimetres of the 160 that the text is wide. */
const widths = { page: 160, name: 44, measured: 9 }

type Columns = {
  readonly missed: readonly Indicator[]
  readonly measured: readonly Indicator[]
  readonly others: readonly Indicator[]
}

/** A sentence and the table; nothing where no cell misses a target. */
export function shortfallTable(scope: Scope): Block[] {
  const { words, cells } = scope
  const columns = columnsOf(scope)
  const lines = cells.reported
    .map((counted) => ({ counted, count: columns.missed.filter((one) => misses(one, counted)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  if (lines.length === 0) return []
  const count = (n: number) => countOf(scope, cells, cells.total, n)
  const rows = lines
    .slice(0, mostLines)
    .map((line) => ({ kind: 'row' as const, cells: lineOf(scope, columns, line.counted) }))
  const width = widths.page - widths.name - columns.measured.length * widths.measured
  return [
    { type: 'paragraph', runs: words.shortfalls(count(lines.length), count(cells.reported.length)) },
    {
      type: 'table',
      caption: words.shortfallsCaption,
      columns: [
        { header: words.cell, weight: widths.name, align: 'left' },
        ...columns.measured.map((indicator) => ({
          header: shortNameOf(scope, indicator),
          weight: widths.measured,
          align: 'right' as const,
        })),
        ...withOthers(columns, { header: words.otherTargets, weight: width, align: 'left' as const }),
      ],
      rows: [targetRow(scope, columns), ...rows, totalRow(scope, columns)],
      ...noteOf(
        [true, words.shortfallsNote],
        [rows.some((row) => row.cells.some(isNotStated)), words.cellMarks.notStatedNote],
        [rows.length < lines.length, words.shortfallsCut(rows.length, lines.length)],
      ),
    },
  ]
}

const misses = (indicator: Indicator, { summary }: Counted): boolean =>
  meetsTarget(indicator, tallyAt(summary, indicator)) === false

/** Only targets that some cell misses. */
function columnsOf(scope: Scope): Columns {
  const missed = targeted(scope).filter((indicator) => judged(scope, indicator).missed.length > 0)
  const measured = missed.filter(({ measure }) => measure.kind !== 'share').slice(0, mostMeasured)
  return { missed, measured, others: missed.filter((indicator) => !measured.includes(indicator)) }
}

const withOthers = <T>({ others }: Columns, ...column: readonly T[]): readonly T[] => (others.length > 0 ? column : [])

const shortNameOf = ({ language }: Scope, indicator: Indicator): string =>
  localize(indicator.shortName, language).slice(0, 1_000)

const textCell = (text: string): Cell => (text === '' ? blankCell : { runs: [{ text }] })

const targetRow = ({ words, language }: Scope, columns: Columns) => ({
  kind: 'target' as const,
  cells: [
    textCell(words.target),
    ...columns.measured.map((indicator): Cell => ({ runs: targetRuns(indicator, language) })),
    ...withOthers(columns, blankCell),
  ],
})

function lineOf(scope: Scope, columns: Columns, counted: Counted): Cell[] {
  return [
    textCell(counted.unit.name),
    ...columns.measured.map((indicator) => measuredCell(scope, counted, indicator)),
    ...withOthers(columns, { runs: othersMissed(scope, columns, counted) }),
  ]
}

/** The whole column is about what is missed, so that no cell stands out from the others. */
function measuredCell(scope: Scope, counted: Counted, indicator: Indicator): Cell {
  const cell = valueCell(scope, scope.cells, counted, indicator)
  if (cell.emphasis === 'met') return blankCell
  return cell.emphasis === 'missed' ? { runs: missedValue(scope, counted, indicator) } : cell
}

/** The average of one answer is that answer, and shown as it was given: 7 meetings, not 7.0. */
function missedValue(scope: Scope, counted: Counted, indicator: Indicator): Run[] {
  const { cells } = scope
  const tally = tallyAt(counted.summary, indicator)
  if (indicator.measure.kind === 'mean' && tally.responses === 1)
    return [sumOf(scope, cells, counted, indicator, tally, 'numerator').run]
  const value = valueFigure(scope, cells, counted, indicator, tally)
  return value ? [value] : []
}

function othersMissed(scope: Scope, { others }: Columns, counted: Counted): Run[] {
  const { words } = scope
  const named = others.flatMap((indicator) => {
    const name = shortNameOf(scope, indicator)
    const met = meetsTarget(indicator, tallyAt(counted.summary, indicator))
    if (met === true) return []
    if (met === null) return [words.withValue(name, { text: noValue })]
    // What a cell has or hasn't needs no value.
    const [value] = indicator.measure.kind === 'share' ? [] : missedValue(scope, counted, indicator)
    return [value ? words.withValue(name, value) : name]
  })
  return joined(named, ', ')
}

/** How many cells miss each target: all of them, also those without a line. */
function totalRow(scope: Scope, columns: Columns) {
  const { words, cells } = scope
  const missedBy = (indicator: Indicator) =>
    countOf(scope, cells, cells.total, judged(scope, indicator).missed.length, indicator).run
  const others = columns.others.map((one) => words.withValue(shortNameOf(scope, one), missedBy(one)))
  return {
    kind: 'total' as const,
    cells: [
      textCell(words.cellsThatMiss),
      ...columns.measured.map((indicator): Cell => ({ runs: [missedBy(indicator)] })),
      ...withOthers(columns, { runs: joined(others, ', ') }),
    ],
  }
}
