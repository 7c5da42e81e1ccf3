// Files of units: what their rows make of the tree, what is wrong with them, and that an export imports as the same tree.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitId, units } from '../../test/support/scenario.ts'
import { languages } from '../language.ts'
import { type Day, firstDay, readDay } from './day.ts'
import { exportRows } from './export.ts'
import { historyFrom, type TreeHistory, treeOn } from './history.ts'
import { type Plan, planImport } from './import-plan.ts'
import { readRows, type SheetRow } from './import-rows.ts'
import { days, runs } from './random-history-fixture.ts'
import { foldText } from './search.ts'

const day = (text: string): Day => readDay(text) ?? firstDay
const today = day('2026-08-01')
const start = historyFrom(units, firstDay)

const sheetOf = (rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((texts, index) => ({
    row: index + 1,
    cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text }])),
  }))

/** Rows as "code | name | …" below a header. */
const table = (text: string) =>
  sheetOf(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim())),
  )

const numbered = () => {
  let next = 0
  return () => {
    next += 1
    return unitId(`new-${next}`)
  }
}

function plan(history: TreeHistory, sheet: readonly SheetRow[], from = today): Plan {
  const { rows, issues } = readRows(sheet)
  expect(issues).toEqual([])
  return planImport(history, rows, { from, today, newId: numbered() })
}
const issuesOf = (text: string, history = start) => {
  const read = readRows(table(text))
  const made = planImport(history, read.rows, { from: today, today, newId: numbered() })
  return [...read.issues, ...(read.issues.length > 0 ? [] : made.issues)].map(({ row, kind, column }) => [
    row,
    kind,
    column,
  ])
}

describe('an export imports as the tree', () => {
  const dated = (history: TreeHistory) =>
    history.map(({ id, states, closed }) => ({
      id,
      states,
      closed: closed && { from: closed.from, successors: closed.successors },
    }))

  test('whatever became of it, in both languages: onto nothing it is the tree, onto itself nothing changes', () => {
    fc.assert(
      fc.property(runs, fc.constantFrom(...languages), ({ history }, language) => {
        const sheet = sheetOf(exportRows(history, language, () => true))
        const anew = plan([], sheet)
        expect(anew.issues).toEqual([])
        expect(dated(anew.history)).toEqual(dated(history))
        const again = plan(history, sheet)
        expect(again.history).toBe(history)
        expect(again.counts).toMatchObject({ added: 0, changed: 0, moved: 0, closed: 0, untouched: 0 })
        expect(again.counts.unchanged).toBe(history.length)
      }),
      { numRuns: 200 },
    )
  })

  test('in any order of rows and columns', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat()), ({ history }, order) => {
        const [header = [], ...rows] = exportRows(history, 'vi', () => true)
        const keys = header.map(() => order.next().value)
        const columns = header.map((_, index) => index).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
        const shuffled = rows.map((row) => ({ row, key: order.next().value })).sort((a, b) => a.key - b.key)
        const sheet = sheetOf(
          [header, ...shuffled.map(({ row }) => row)].map((row) => columns.map((at) => row[at] ?? '')),
        )
        const anew = plan([], sheet)
        expect(anew.issues).toEqual([])
        for (const on of days)
          expect([...treeOn(anew.history, on).units].sort()).toEqual([...treeOn(history, on).units].sort())
      }),
      { numRuns: 100 },
    )
  })
})

describe('rows', () => {
  test('are read under headers in both languages, in any order, below a title', () => {
    for (const header of [
      'Mã ĐƠN VỊ | Tên đơn vị | Mã cấp trên | Cấp | Số thành viên | Từ ngày',
      'code | Name | parent_code | level | Member count | valid from',
    ]) {
      const read = readRows(table(`Danh sách đơn vị\n|\n${header}\nR3 | Chi bộ Sông 3 | R | cell | 1.200 | 31/3/2026`))
      expect(read.issues).toEqual([])
      expect(read.rows).toMatchObject([
        { row: 4, code: 'R3', name: 'Chi bộ Sông 3', parent: 'R', level: 'cell', members: 1_200, from: '2026-03-31' },
      ])
    }
    expect(readRows(table('Mã | Tên | Ghi chú\nA | B | C')).ignored).toEqual(['Ghi chú'])
  })

  test('state only what they say: a file of codes and members changes members', () => {
    const { history, counts } = plan(start, table('code | members\nR1 | 33\nR2 | 30'))
    expect(counts).toEqual({ added: 0, changed: 1, moved: 0, closed: 0, unchanged: 1, untouched: 4 })
    expect(treeOn(history, today).units.get(unitId('cell-1'))).toMatchObject({ members: 33, name: 'Chi bộ Sông 1' })
    expect(treeOn(history, day('31/7/2026')).units.get(unitId('cell-1'))?.members).toBe(30)
  })

  test('may name what stands further down in the file, and make a unit of several dates', () => {
    const { history, issues, counts } = plan(
      [],
      table(`
        code | name | parent | level | members | from
        C | Xã Cũ | D | 3 | 5 | 2020-01-01
        D | Huyện | P | 2 | | 2020-01-01
        P | Tỉnh | | 1 | | 1900-01-01
        C | Xã Mới | P | 3 | 5 | 2026-07-01`),
    )
    expect(issues).toEqual([])
    expect(counts.added).toBe(3)
    const at = (on: string) => [...treeOn(history, day(on)).units.values()].find(({ code }) => code === 'C')
    expect(at('2019-12-31')).toBeUndefined()
    expect(at('2026-06-30')).toMatchObject({ name: 'Xã Cũ', parentId: 'new-2' })
    expect(at('2026-07-01')).toMatchObject({ name: 'Xã Mới', parentId: 'new-3' })
  })

  test('close units, whose own go on to who carries on, or up', () => {
    const { history, issues, counts } = plan(
      start,
      table(`
        code | name | parent | level | closed from | successors
        R | | | | 2026-08-01 | L
        L1 | | | | 2026-08-01 | N
        N | Chi bộ Mới | L | cell | |`),
    )
    expect(issues).toEqual([])
    expect(counts).toEqual({ added: 1, changed: 0, moved: 2, closed: 2, unchanged: 0, untouched: 2 })
    const tree = treeOn(history, today)
    expect(['cell-1', 'cell-2'].map((id) => tree.units.get(unitId(id))?.parentId)).toEqual(['lake', 'lake'])
    expect(tree.closed.get(unitId('cell-3'))?.placedAt).toBe('new-1')
    const up = plan(start, table('code | closed from\nR | 2026-08-01\nL | 2026-08-01'))
    expect([...treeOn(up.history, today).units.values()].map(({ parentId }) => parentId)).toEqual([
      null,
      'bloc',
      'bloc',
      'bloc',
    ])
  })

  test('reach further back than a unit was known', () => {
    const known = historyFrom(units, day('2026-01-01'))
    const { history, issues } = plan(
      known,
      table(
        'code | name | from\nR1 | Tên cũ | 2026-01-01\nB | | 1990-01-01\nR | | 1995-01-01\nR1 | Tên xưa | 2000-01-01',
      ),
    )
    expect(issues).toEqual([])
    expect(treeOn(history, day('2000-01-01')).units.get(unitId('cell-1'))).toMatchObject({
      name: 'Tên xưa',
      parentId: 'river',
    })
  })
})

describe('what is wrong with a file', () => {
  const header = 'code | name | parent | level | members | from | closed from | successors'
  test.each([
    ['no header', 'a | b\nc | d', [[undefined, 'no-header', undefined]]],
    ['no rows', 'code | name', [[undefined, 'no-rows', undefined]]],
    ['a column twice', 'code | name | Tên\nA | B | C', [[1, 'column-twice', 'name']]],
    ['no code', `${header}\n | A | R | cell`, [[2, 'code-empty', 'code']]],
    ['a code with a semicolon', `${header}\nA;B | A | R | cell`, [[2, 'code-wrong', 'code']]],
    ['no number', `${header}\nA | A | R | cell | 12 người`, [[2, 'members-wrong', 'members']]],
    ['half a member', `${header}\nA | A | R | cell | 1.5`, [[2, 'members-wrong', 'members']]],
    ['a formula for a number', `${header}\nA | A | R | cell | =1+1`, [[2, 'members-wrong', 'members']]],
    ['a formula without a value', `${header}\nA | =? | R | cell`, [[2, 'formula', 'name']]],
    ['no day', `${header}\nA | A | R | cell | 1 | 30/2/2026`, [[2, 'from-wrong', 'from']]],
    ['a text too long', `${header}\nA | ${'x'.repeat(201)} | R | cell`, [[2, 'too-long', 'name']]],
    ['the same code twice', `${header}\nA | A | R | cell\na | B | R | cell`, [[3, 'row-twice', 'code']]],
    ['a parent that nobody knows', `${header}\nA | A | X | cell`, [[2, 'parent-unknown', 'parent']]],
    ['an orphan', `${header}\nA | A | | cell`, [[2, 'parent-missing', 'parent']]],
    [
      'a new unit without name and level',
      `${header}\nA | | R |`,
      [
        [2, 'name-missing', 'name'],
        [2, 'level-missing', 'level'],
      ],
    ],
    [
      'a successor that nobody knows',
      `${header}\nR1 | | | | | | 2026-08-01 | X`,
      [[2, 'successor-unknown', 'successors']],
    ],
    ['a successor without a day', `${header}\nR1 | | | | | | | R2`, [[2, 'successors-alone', 'successors']]],
    [
      'a circle',
      `${header}\nA | A | C | cell\nC | C | A | cell`,
      [
        [2, 'unsound', 'parent'],
        [3, 'unsound', 'parent'],
      ],
    ],
    ['a circle through what is there', `${header}\nR | | R1 |`, [[2, 'unsound', 'parent']]],
    [
      'below what ends',
      `${header}\nR | | | | | | 2026-08-01 | L; R9\nR9 | X | B | cell`,
      [
        [undefined, 'unsound', 'parent'],
        [undefined, 'unsound', 'parent'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(issuesOf(text)).toEqual(expected)
  })

  test('the top can’t be closed', () => {
    expect(issuesOf(`${header}\nB | | | | | | 2026-08-01 |`)).toContainEqual([2, 'unsound', 'closedFrom'])
  })

  test('10,000 columns, and rows without end, are refused at once', () => {
    const wide = [
      {
        row: 1,
        cells: Array.from({ length: 10_000 }, (_, column) => ({ column, text: column === 0 ? 'code' : `c${column}` })),
      },
    ]
    expect(readRows([...wide, { row: 2, cells: [{ column: 0, text: 'A' }] }]).issues).toEqual([
      { row: 1, kind: 'too-many-columns', limit: 100 },
    ])
    const long = Array.from({ length: 50_002 }, (_, index) => ({
      row: index + 1,
      cells: [{ column: 0, text: index === 0 ? 'code' : `A${index}` }],
    }))
    expect(readRows(long).issues).toEqual([{ row: undefined, kind: 'too-many-rows', limit: 50_000 }])
  })

  test('a unit of a name that every object has is one like others', () => {
    const { history, issues } = plan(start, table(`${header}\n__proto__ | constructor | R | toString`))
    expect(issues).toEqual([])
    expect(treeOn(history, today).units.get(unitId('new-1'))).toMatchObject({ code: '__proto__', name: 'constructor' })
  })

  test('nothing is changed while anything is wrong', () => {
    expect(plan(start, table(`${header}\nA | A | R | cell\nC | C | X | cell`)).history).toBe(start)
  })
})

test('the names of columns that an export writes are those that an import reads', () => {
  for (const language of languages) {
    const [header = []] = exportRows([], language, () => true)
    expect(readRows(sheetOf([header, ['A']])).ignored.map(foldText)).toEqual([])
  }
})
