import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { period as firstPeriod, unitId, units } from '../../test/support/scenario.ts'
import { toDecimal } from '../form/decimal.ts'
import { asId, PeriodId, type UnitId } from '../ids.ts'
import { type Day, firstDay } from '../organisation/day.ts'
import { historyFrom, type TreeHistory, treeOn } from '../organisation/history.ts'
import { unitTree } from '../organisation/unit.ts'
import { emptySummary, type Summary } from '../summary/summary.ts'
import { type Board, type BoardPeriod, boardOf, cellOrEmpty, fullness } from './board.ts'
import { enterUnit } from './campaign.ts'

const tree = unitTree(units)
const [bloc, river, lake] = ['bloc', 'river', 'lake'].map(unitId) as [UnitId, UnitId, UnitId]
const [one, two, three] = ['cell-1', 'cell-2', 'cell-3'].map(unitId) as [UnitId, UnitId, UnitId]
const asked = [one, two, three].map((id) => enterUnit(id, 1))
const second = asId(PeriodId, '2013-H2')

const came = (changes: Partial<Summary> = {}): Summary => ({ ...emptySummary, responses: 1, ...changes })
const periodWith = (
  summaries: readonly (readonly [UnitId, Summary])[],
  changes: Partial<BoardPeriod> = {},
): BoardPeriod => ({
  id: firstPeriod,
  tree,
  summaries: new Map(summaries),
  ...changes,
})
const scope = { top: bloc, level: undefined, mayRead: () => true }

/** Each row as "name: done/expected" by period. */
const shown = ({ rows }: Board): string[] =>
  rows.map(
    ({ unit, cells }) =>
      `${unit.name}: ${cells.map((cell) => (cell ? `${cell.done}/${cell.expected}` : '-')).join(' ')}`,
  )

describe('rows', () => {
  test('are the units right below the chosen one, in the order of the tree', () => {
    expect(shown(boardOf([periodWith([[one, came()]])], asked, scope))).toEqual([
      'Đảng bộ Sông: 1/2',
      'Đảng bộ Hồ: 0/1',
    ])
    expect(shown(boardOf([periodWith([[one, came()]])], asked, { ...scope, top: river }))).toEqual([
      'Chi bộ Sông 1: 1/1',
      'Chi bộ Sông 2: 0/1',
    ])
  })

  test('are the units of a level where one is chosen', () => {
    const board = boardOf([periodWith([[three, came()]])], asked, { ...scope, level: 'cell' })
    expect(shown(board)).toEqual(['Chi bộ Sông 1: 0/1', 'Chi bộ Sông 2: 0/1', 'Chi bộ Hồ 1: 1/1'])
    expect(board.rows.every(({ isAbove }) => !isAbove)).toBe(true)
  })

  test('a unit that is asked itself is a row of its own', () => {
    const board = boardOf([periodWith([[river, came()]])], [enterUnit(river, 1), ...asked], { ...scope, top: river })
    expect(shown(board)).toContain('Đảng bộ Sông: 1/1')
  })

  test('what the visitor may not read today is nowhere', () => {
    const board = boardOf([periodWith([[three, came()]])], asked, { ...scope, mayRead: (id) => id === three })
    expect(shown(board)).toEqual(['Đảng bộ Hồ: 1/1'])
    expect(board.missing[0]).toEqual([])
  })
})

describe('cells', () => {
  test('zero is not missing: nothing came, or nobody was asked', () => {
    const onlyLake = [enterUnit(three, 1)]
    const board = boardOf([periodWith([])], onlyLake, scope)
    expect(shown(board)).toEqual(['Đảng bộ Hồ: 0/1'])
    expect(boardOf([periodWith([])], [], scope)).toMatchObject({ rows: [], total: [undefined] })
  })

  test('more answers than were expected of a unit make up for nobody', () => {
    const many = [enterUnit(one, 2), enterUnit(two, 2)]
    const board = boardOf([periodWith([[one, came({ responses: 9 })]])], many, scope)
    expect(shown(board)).toEqual(['Đảng bộ Sông: 2/4'])
    expect(board.missing[0]?.map(({ unit }) => unit.id)).toEqual([two])
  })

  test('late, returned, waiting, not possible and held back are counted beside', () => {
    const summary = came({ responses: 0, late: 0, returned: 1, waiting: 2, notPossible: 3, quarantined: 4 })
    const board = boardOf(
      [
        periodWith([
          [one, summary],
          [two, came({ late: 1 })],
        ]),
      ],
      asked,
      scope,
    )
    expect(board.total[0]).toEqual({
      expected: 3,
      done: 1,
      late: 1,
      returned: 1,
      waiting: 2,
      notPossible: 3,
      quarantined: 4,
    })
  })

  test('indicators are those of all that counts under the unit', () => {
    const tally = (n: number) => ({ responses: 1, numerator: toDecimal(n), denominator: toDecimal(1) })
    const board = boardOf(
      [
        periodWith([
          [one, came({ tallies: new Map([['meetings', tally(4)]]) })],
          [three, came({ tallies: new Map([['meetings', tally(9)]]) })],
        ]),
      ],
      asked,
      { ...scope, top: river },
    )
    expect(board.tallies[0]?.get('meetings')).toMatchObject({ responses: 1, numerator: { units: 4n } })
  })
})

describe('the tree through time', () => {
  /** cell-2 moves from river to lake on 1 July; cell-1 is merged into cell-2 on 1 September. */
  const moved = historyFrom(units, firstDay).map((unit) =>
    unit.id === two
      ? { ...unit, states: [...unit.states, { ...unit.states[0], parentId: lake, from: '2013-07-01' as Day }] }
      : unit.id === one
        ? { ...unit, closed: { from: '2013-09-01' as Day, successors: [two] } }
        : unit,
  ) as TreeHistory
  const newest: BoardPeriod = {
    id: second,
    tree: treeOn(moved, '2013-12-31' as Day),
    summaries: new Map([[two, came()]]),
  }
  const older: BoardPeriod = {
    id: firstPeriod,
    tree: treeOn(moved, '2013-06-30' as Day),
    summaries: new Map([
      [one, came()],
      [two, came()],
    ]),
  }

  test('each period is placed by the tree of its last day', () => {
    expect(shown(boardOf([newest, older], asked, scope))).toEqual(['Đảng bộ Hồ: 1/2 0/1', 'Đảng bộ Sông: - 2/2'])
  })

  test('a merged unit is expected no longer, and what it answered counts for its successor', () => {
    const late = {
      ...newest,
      summaries: new Map([
        [
          one,
          came({
            tallies: new Map([['meetings', { responses: 1, numerator: toDecimal(1), denominator: toDecimal(1) }]]),
          }),
        ],
      ]),
    }
    const board = boardOf([late], asked, { ...scope, top: lake })
    expect(shown(board)).toEqual(['Chi bộ Sông 2: 0/1', 'Chi bộ Hồ 1: 0/1'])
    expect(board.tallies[0]?.get('meetings')?.responses).toBe(1)
  })
})

test('however units answer, a cell is never above 100 %, and rows add up to the total', () => {
  const summaries = fc.array(
    fc.record({
      unit: fc.constantFrom(one, two, three, river, bloc),
      responses: fc.nat(5),
      late: fc.nat(5),
      returned: fc.nat(3),
      notPossible: fc.nat(3),
    }),
  )
  const expected = fc.array(
    fc.record({ unit: fc.constantFrom(one, two, three, river), n: fc.integer({ min: 1, max: 4 }) }),
  )
  const level = fc.constantFrom(undefined, 'committee', 'cell', 'nothing')
  fc.assert(
    fc.property(summaries, expected, level, fc.constantFrom(bloc, river, lake), (some, wanted, of, top) => {
      const campaignUnits = [...new Map(wanted.map(({ unit, n }) => [unit, enterUnit(unit, n)])).values()]
      const read = new Map(some.map(({ unit, ...counts }) => [unit, came(counts)]))
      const board = boardOf([periodWith([...read])], campaignUnits, { ...scope, top, level: of })
      for (const { cells } of board.rows) {
        const cell = cellOrEmpty(cells[0])
        expect(cell.done).toBeLessThanOrEqual(cell.expected)
        expect(fullness(cell) === 4).toBe(cell.done === cell.expected)
        expect(fullness(cell) === 0).toBe(cell.done === 0)
      }
      const sum = (of: 'expected' | 'done') => board.rows.reduce((all, { cells }) => all + cellOrEmpty(cells[0])[of], 0)
      const total = cellOrEmpty(board.total[0])
      expect([sum('expected'), sum('done')]).toEqual([total.expected, total.done])
      const missing = board.missing[0]?.reduce((all, { cell }) => all + cell.expected - cell.done, 0)
      expect(missing).toBe(total.expected - total.done)
    }),
  )
})
