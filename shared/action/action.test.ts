import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  campaignId,
  inspector,
  leader,
  office,
  period,
  reporter,
  responseId,
  unitId,
  units,
} from '../../test/support/scenario.ts'
import { ActionId, asId } from '../ids.ts'
import { Day } from '../organisation/day.ts'
import { unitTree } from '../organisation/unit.ts'
import { type ActionState, actionStates, mostSteps, severities, type UnitAction } from './action.ts'
import { concernOf, daysLate } from './climb.ts'
import { daysAfter, daysBetween } from './day.ts'
import { isPossible, type MoveName, moved, moveNames, possibleMoves } from './lifecycle.ts'
import { addCounts, countsByUnit, countsOf, decodeSheet, encodeSheet, noActions, sheetOf } from './sheet.ts'

const tree = unitTree(units)
const actionId = (n: number) => asId(ActionId, n.toString(16).padStart(24, '0'))
const at = '2013-03-01T00:00:00.000Z'

const day = (text: string) => v.parse(Day, text)

const anAction = (changes: Partial<UnitAction> = {}): UnitAction => ({
  id: actionId(1),
  unitId: unitId('cell-1'),
  campaignId,
  periodId: period,
  responseId: responseId(1),
  finding: { kind: 'finding', question: 'meetings' },
  question: { vi: 'Số kỳ họp' },
  severity: 'high',
  raisedAt: at,
  state: 'open',
  owner: null,
  dueOn: day('2013-03-31'),
  known: { response: 1, bucket: 1 },
  steps: [{ kind: 'raised', at, by: null }],
  ...changes,
})

test.each<[ActionState, Record<MoveName, ActionState | undefined>]>([
  ['open', { assign: 'open', done: 'done', check: 'open', confirm: undefined, reopen: undefined, drop: 'dropped' }],
  ['done', { assign: 'done', done: undefined, check: 'open', confirm: 'confirmed', reopen: 'open', drop: 'dropped' }],
  [
    'confirmed',
    { assign: undefined, done: undefined, check: undefined, confirm: undefined, reopen: 'open', drop: undefined },
  ],
  [
    'dropped',
    { assign: undefined, done: undefined, check: undefined, confirm: undefined, reopen: 'open', drop: undefined },
  ],
])('what is %s becomes by each move', (state, expected) => {
  const made = { at, by: office.id, words: 'so' }
  const becomes = moveNames.map((name) => [name, moved(anAction({ state }), name, made)?.state])
  expect(Object.fromEntries(becomes)).toEqual(expected)
})

test('who may do what with an open action, and with one that is done', () => {
  const names = (person: typeof office, state: ActionState, unit = 'cell-1') =>
    possibleMoves(anAction({ state, unitId: unitId(unit) }), person, tree)
  expect(names(reporter, 'open')).toEqual(['done'])
  expect(names(inspector, 'open')).toEqual(['done', 'check'])
  expect(names(office, 'open')).toEqual(['assign', 'done', 'drop'])
  expect(names(leader, 'done')).toEqual(['confirm', 'assign', 'reopen', 'drop'])
  expect(names(reporter, 'open', 'cell-3')).toEqual([])
})

test('a move notes who, when, words, files and what was set, and changes nothing else', () => {
  const owner = { kind: 'person', id: reporter.id } as const
  const made = { at, by: office.id, owner, dueOn: null }
  expect(moved(anAction(), 'assign', made)).toEqual(
    anAction({
      owner,
      dueOn: null,
      steps: [
        { kind: 'raised', at, by: null },
        { kind: 'assigned', ...made },
      ],
    }),
  )
  expect(moved(anAction(), 'assign', { at, by: office.id, words: 'as before' })).toMatchObject({ dueOn: '2013-03-31' })
})

test('a history that is full can still be ended, and no longer gone on with', () => {
  const steps = Array.from({ length: mostSteps - 3 }, () => ({ kind: 'assigned' as const, at, by: office.id }))
  expect(moveNames.filter((name) => isPossible(anAction({ steps }), name))).toEqual(['drop'])
})

test('days are counted by the calendar', () => {
  expect(daysAfter(day('2012-02-28'), 2)).toBe('2012-03-01')
  expect(daysBetween(day('2012-02-28'), day('2013-02-28'))).toBe(366)
})

test.each([
  ['2013-03-31', 0, 'cell-1'],
  ['2013-04-01', 1, 'cell-1'],
  ['2013-04-06', 6, 'cell-1'],
  ['2013-04-07', 7, 'river'],
  ['2013-04-13', 13, 'river'],
  ['2013-04-14', 14, 'bloc'],
  ['2014-04-14', 379, 'bloc'],
])('due on 31 March, on %s it is %d days late and the concern of %s', (today, late, unit) => {
  expect(daysLate(anAction(), day(today))).toBe(late)
  expect(concernOf(tree, anAction(), day(today))).toBe(unit)
})

test('what is done, has no day, or is over is never late and climbs nowhere', () => {
  for (const changes of [{ state: 'done' }, { dueOn: null }, { state: 'confirmed' }] as const) {
    expect(daysLate(anAction(changes), day('2020-01-01'))).toBe(0)
    expect(concernOf(tree, anAction(changes), day('2020-01-01'))).toBe('cell-1')
  }
})

const someActions = fc
  .array(
    fc.record({
      unitId: fc.constantFrom('cell-1', 'cell-2', 'cell-3').map(unitId),
      state: fc.constantFrom(...actionStates),
      severity: fc.constantFrom(...severities),
      dueOn: fc.constantFrom(null, day('2013-03-31'), day('2013-05-01')),
      kind: fc.constantFrom('raised' as const, 'gone' as const),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ kind, ...one }, index) => anAction({ ...one, id: actionId(index), steps: [{ kind, at, by: null }] })),
  )

test('a sheet reads back as it was written, and its counts are those of a count by hand, up the tree', () => {
  fc.assert(
    fc.property(someActions, (all) => {
      const today = day('2013-04-10')
      const sheets = ['cell-1', 'cell-2', 'cell-3'].map((name) =>
        sheetOf(
          unitId(name),
          all.filter((one) => one.unitId === name),
        ),
      )
      for (const sheet of sheets) expect(decodeSheet(sheet.unitId, encodeSheet(sheet))).toEqual(sheet)
      const real = all.filter(({ steps }) => steps[0]?.kind === 'raised')
      const count = (state: ActionState) => real.filter((one) => one.state === state).length
      const late = real.filter(({ state, dueOn }) => state === 'open' && dueOn === '2013-03-31').length
      const expected = { open: count('open'), late, done: count('done'), confirmed: count('confirmed') }
      const byUnit = countsByUnit(tree, sheets, today)
      expect(byUnit.get(unitId('bloc'))).toEqual({ ...expected, dropped: count('dropped') })
      const river = ['cell-1', 'cell-2'].map((name) => byUnit.get(unitId(name)) ?? noActions).reduce(addCounts)
      expect(byUnit.get(unitId('river'))).toEqual(river)
      const [first] = sheets
      if (first) expect(byUnit.get(unitId('cell-1'))).toEqual(countsOf(first, today))
    }),
  )
})
