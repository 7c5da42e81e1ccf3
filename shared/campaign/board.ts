// The progress board: units by periods, each period by the tree of its last day. Pure: one set of summaries in, all figures of
// the page out, so that they agree with each other.

import type { UnitId } from '../ids.ts'
import { lineOf, standingFor, type Unit, type UnitTree, unitIn } from '../organisation/unit.ts'
import { addTallies, emptyTally, type Tally } from '../summary/indicator.ts'
import type { Summary } from '../summary/summary.ts'
import type { CampaignPeriod, CampaignUnit } from './campaign.ts'
import { isExpectedIn } from './placement.ts'

/** What came in of what was expected. `done` never exceeds `expected`: a unit's further answers don't make up for another's. */
export type BoardCell = {
  readonly expected: number
  readonly done: number
  readonly late: number
  readonly returned: number
  readonly waiting: number
  readonly notPossible: number
  readonly quarantined: number
}

const emptyCell: BoardCell = {
  expected: 0,
  done: 0,
  late: 0,
  returned: 0,
  waiting: 0,
  notPossible: 0,
  quarantined: 0,
}

export type BoardRow = {
  readonly unit: Unit
  /** Units of the campaign stand below it: it can be opened. */
  readonly isAbove: boolean
  /** One for each period; undefined where no unit of the campaign belonged there then. */
  readonly cells: readonly (BoardCell | undefined)[]
}

/** A unit from which something is still missing. */
export type MissingUnit = {
  readonly unit: Unit
  /** The row it belongs to. */
  readonly row: UnitId
  readonly cell: BoardCell
}

export type Board = {
  readonly rows: readonly BoardRow[]
  readonly total: readonly (BoardCell | undefined)[]
  /** By period and indicator: all that counts under the chosen unit. */
  readonly tallies: readonly ReadonlyMap<string, Tally>[]
  /** By period, in the order of the tree. */
  readonly missing: readonly (readonly MissingUnit[])[]
}

export type BoardPeriod = Pick<CampaignPeriod, 'id' | 'isPast'> & {
  /** Of the period's last day, or today's while it runs. */
  readonly tree: UnitTree
  readonly summaries: ReadonlyMap<UnitId, Summary>
}

export type BoardScope = {
  readonly top: UnitId
  /** Rows are the units of this level; undefined: those right below `top`. */
  readonly level: string | undefined
  /** Whether the visitor may read of a unit today. */
  readonly mayRead: (unit: UnitId) => boolean
}

/** The newest period gives rows their names and order; rows that only older ones have come last. */
export function boardOf(periods: readonly BoardPeriod[], units: readonly CampaignUnit[], scope: BoardScope): Board {
  const readable = units.filter(({ unitId }) => scope.mayRead(unitId))
  const columns = periods.map((period) => columnOf(period, readable, scope))
  const rows = new Map<UnitId, { unit: Unit; isAbove: boolean }>()
  for (const column of columns)
    for (const [id, { unit, isAbove }] of column.rows) {
      const known = rows.get(id)
      rows.set(id, known ? { ...known, isAbove: known.isAbove || isAbove } : { unit, isAbove })
    }
  return {
    rows: [...rows].map(([id, row]) => ({ ...row, cells: columns.map(({ rows: own }) => own.get(id)?.cell) })),
    total: columns.map(({ rows: own }) =>
      own.size === 0 ? undefined : [...own.values()].map(({ cell }) => cell).reduce(added),
    ),
    tallies: columns.map(({ tallies }) => tallies),
    missing: columns.map(({ missing }) => missing),
  }
}

type Column = {
  readonly rows: Map<UnitId, { unit: Unit; isAbove: boolean; cell: BoardCell }>
  readonly tallies: Map<string, Tally>
  readonly missing: MissingUnit[]
}

function columnOf(period: BoardPeriod, units: readonly CampaignUnit[], scope: BoardScope): Column {
  const { tree, summaries } = period
  const column: Column = { rows: new Map(), tallies: new Map(), missing: [] }
  const order = new Map([...tree.units.keys()].map((id, at) => [id, at]))
  const placeOf = (id: UnitId) => order.get(id) ?? order.size
  const placed = units
    .flatMap((one) => {
      const row = rowOf(tree, one.unitId, scope)
      // One number for the row's place and the unit's own: a campaign may ask 12,000 units.
      return row ? [{ ...one, row, place: placeOf(row.id) * (order.size + 1) + placeOf(one.unitId) }] : []
    })
    .sort((a, b) => a.place - b.place)
  for (const one of placed) {
    const { unitId, expected, row } = one
    const summary = summaries.get(unitId)
    for (const [id, tally] of summary?.tallies ?? [])
      column.tallies.set(id, addTallies(column.tallies.get(id) ?? emptyTally, tally))
    if (!isExpectedIn(tree, one, period)) continue
    const cell = cellOf(expected, summary)
    const known = column.rows.get(row.id)
    column.rows.set(row.id, {
      unit: row,
      isAbove: known?.isAbove || row.id !== unitId,
      cell: known ? added(known.cell, cell) : cell,
    })
    const unit = unitIn(tree, unitId)
    if (unit && cell.done < cell.expected) column.missing.push({ unit, row: row.id, cell })
  }
  return column
}

/** The row that a unit belongs to; undefined for what isn't under the chosen unit in that tree. */
function rowOf(tree: UnitTree, id: UnitId, { top, level }: BoardScope): Unit | undefined {
  // A closed unit counts under who carries on for it.
  const standing = standingFor(tree, id)
  const line = standing ? lineOf(tree, standing.id) : []
  const at = line.indexOf(top)
  if (at < 0) return undefined
  const below = line.slice(0, at).flatMap((one) => unitIn(tree, one) ?? [])
  const found = level === undefined ? below.at(-1) : below.find((unit) => unit.level === level)
  return found ?? below[0] ?? unitIn(tree, top)
}

const cellOf = (expected: number, summary: Summary | undefined): BoardCell => ({
  expected,
  done: Math.min(expected, summary?.responses ?? 0),
  late: summary?.late ?? 0,
  returned: summary?.returned ?? 0,
  waiting: summary?.waiting ?? 0,
  notPossible: summary?.notPossible ?? 0,
  quarantined: summary?.quarantined ?? 0,
})

const added = (a: BoardCell, b: BoardCell): BoardCell => ({
  expected: a.expected + b.expected,
  done: a.done + b.done,
  late: a.late + b.late,
  returned: a.returned + b.returned,
  waiting: a.waiting + b.waiting,
  notPossible: a.notPossible + b.notPossible,
  quarantined: a.quarantined + b.quarantined,
})

export const cellOrEmpty = (cell: BoardCell | undefined): BoardCell => cell ?? emptyCell

/** How full a cell is, in five steps that are told apart without colour: 0 nothing, 4 all. */
export function fullness({ done, expected }: Pick<BoardCell, 'done' | 'expected'>): 0 | 1 | 2 | 3 | 4 {
  if (done === 0) return 0
  if (done >= expected) return 4
  const share = done / expected
  return share < 0.5 ? 1 : share < 0.8 ? 2 : 3
}
