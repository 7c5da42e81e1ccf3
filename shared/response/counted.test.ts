import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countings, storedRevisions } from '../../test/support/arbitraries.ts'
import { responseId, unitId } from '../../test/support/scenario.ts'
import { type Counted, type CountedResponse, countedResponses, holderOf, outlines } from './counted.ts'
import { responseStates } from './state.ts'
import { type Step, sentStep } from './step.ts'

const parts = ({ counted, second, returned, waiting, notPossible }: Counted<CountedResponse>) =>
  [counted, second, returned, waiting, notPossible].map((some) => some.map(({ id }) => id))

/** Shuffled by a list of draws. */
const shuffled = <T>(all: readonly T[], draws: readonly number[]): T[] =>
  all
    .map((one, index) => ({ one, draw: draws[index] ?? 0 }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ one }) => one)

test('what stands is in exactly one of counted, second, returned, waiting and not possible', () => {
  fc.assert(
    fc.property(countings, storedRevisions, (counting, revisions) => {
      const standing = [...outlines(revisions).values()].flatMap((one) => one.standing ?? [])
      const found = parts(countedResponses(counting, revisions)).flat()
      expect(new Set(found).size).toBe(found.length)
      expect(found.toSorted()).toEqual(standing.map(({ id }) => id).sort())
    }),
  )
})

test('the order in which revisions are read changes nothing', () => {
  fc.assert(
    fc.property(countings, storedRevisions, fc.array(fc.nat(), { minLength: 40 }), (counting, revisions, draws) => {
      expect(countedResponses(counting, shuffled(revisions, draws))).toEqual(countedResponses(counting, revisions))
    }),
  )
})

test('one-per-unit counts one at most, and has one holder where anything was made', () => {
  fc.assert(
    fc.property(storedRevisions, (revisions) => {
      const found = countedResponses({ countingRule: 'one-per-unit', figures: 'accepted' }, revisions)
      const holders = [...found.counted, ...found.waiting, ...found.returned]
      expect(holders.length).toBeLessThanOrEqual(1)
      expect(holderOf(found)).toEqual(holders[0])
      if (found.second.length > 0) expect(holders).toHaveLength(1)
    }),
  )
})

test('what waits in quarantine takes nothing away from what stood before it', () => {
  fc.assert(
    fc.property(countings, storedRevisions, (counting, revisions) => {
      const released = revisions.filter(({ standing }) => standing !== 'quarantined')
      const known = new Set(released.map(({ id }) => id))
      const all = parts(countedResponses({ ...counting, countingRule: 'many' }, revisions))
      expect(all.map((ids) => ids.filter((id) => known.has(id)).sort())).toEqual(
        parts(countedResponses({ ...counting, countingRule: 'many' }, released)).map((ids) => ids.toSorted()),
      )
    }),
  )
})

test('every response has one state, and it says what the counting says', () => {
  fc.assert(
    fc.property(countings, storedRevisions, (counting, revisions) => {
      const states = responseStates(counting, revisions)
      const found = countedResponses(counting, revisions)
      expect([...states.keys()].sort()).toEqual([...new Set(revisions.map(({ id }) => id))].sort())
      const placed = (place: string) => [...states].filter(([, state]) => state.place === place).map(([id]) => id)
      const ids = (some: readonly CountedResponse[]) => some.map(({ id }) => id).sort()
      expect(placed('counted').sort()).toEqual(ids(found.counted))
      expect(placed('returned').sort()).toEqual(ids(found.returned))
      expect(placed('second').sort()).toEqual(ids(found.second))
      expect([...states].flatMap(([id, { held }]) => (held ? id : [])).sort()).toEqual(ids(found.quarantined))
    }),
  )
})

// --- by example ---

const at = (day: number) => `2013-02-${String(day).padStart(2, '0')}T00:00:00.000Z`
const revision = (n: number, number: number, step: Step = sentStep, changes: Partial<CountedResponse> = {}) => ({
  id: responseId(n),
  revision: number,
  receivedAt: at(n + number),
  standing: 'on-time' as const,
  step,
  answers: new Map([['meetings', n]]),
  ...changes,
})
const river = unitId('river')
const returned: Step = { kind: 'returned', at: river, reason: 'Thiếu' }
const accepted = (isFinal: boolean): Step => ({ kind: 'accepted', at: river, isFinal })
const noVisit: Step = { kind: 'not-possible', reason: 'Lũ' }
const withdrawn: Step = { kind: 'withdrawn', reason: 'Nhầm' }

const once = (revisions: readonly CountedResponse[], figures: 'submitted' | 'accepted' = 'submitted') => {
  const [counted, second, back, waiting, notPossible] = parts(
    countedResponses({ countingRule: 'one-per-unit', figures }, revisions),
  )
  return { counted, second, returned: back, waiting, notPossible }
}
const nothing = { counted: [], second: [], returned: [], waiting: [], notPossible: [] }
const [a, b] = [responseId(1), responseId(2)]

test('where only what was accepted counts: a lower level does not settle it, the last one does', () => {
  expect(once([revision(1, 1)], 'accepted')).toEqual({ ...nothing, waiting: [a] })
  expect(once([revision(1, 1), revision(1, 2, accepted(false))], 'accepted')).toEqual({ ...nothing, waiting: [a] })
  expect(once([revision(1, 1), revision(1, 2, accepted(true))], 'accepted')).toEqual({ ...nothing, counted: [a] })
  const corrected = revision(1, 3, { kind: 'corrected', reason: 'Gõ nhầm', isFinal: true })
  expect(once([revision(1, 1), revision(1, 2, accepted(true)), corrected], 'accepted').counted).toEqual([a])
})

test('a returned one counts nowhere, keeps its place, and counts again when it is sent again', () => {
  const both = [revision(1, 1), revision(2, 1), revision(1, 2, returned)]
  expect(once(both)).toEqual({ ...nothing, returned: [a], second: [b] })
  expect(once([...both, revision(1, 3)])).toEqual({ ...nothing, counted: [a], second: [b] })
})

test('a visit that was not possible gives its place to one that was, also after it was released from quarantine', () => {
  expect(once([revision(1, 1, noVisit), revision(2, 1)])).toEqual({ ...nothing, counted: [b], notPossible: [a] })
  const released = [
    revision(1, 1, noVisit, { standing: 'quarantined' }),
    revision(1, 2, { kind: 'released', notPossible: 'Lũ' }, { standing: 'late' }),
  ]
  expect(once(released)).toEqual({ ...nothing, notPossible: [a] })
})

test('a withdrawn one gives its place up; a late retry of its first revision brings nothing back', () => {
  const gone = [revision(1, 1), revision(2, 1), revision(1, 2, withdrawn, { standing: 'withdrawn' })]
  expect(once(gone)).toEqual({ ...nothing, counted: [b] })
})

test('discarding a correction that waited in quarantine leaves what stood', () => {
  const held = [revision(1, 1), revision(1, 2, sentStep, { standing: 'quarantined' })]
  const discarded = [...held, revision(1, 3, withdrawn, { standing: 'quarantined' })]
  const quarantined = (revisions: readonly CountedResponse[]) =>
    countedResponses({ countingRule: 'many', figures: 'submitted' }, revisions).quarantined.map(
      ({ revision }) => revision,
    )
  expect([quarantined(held), quarantined(discarded)]).toEqual([[2], []])
  expect(once(discarded)).toEqual({ ...nothing, counted: [a] })
  const state = responseStates({ countingRule: 'many', figures: 'submitted' }, discarded).get(a)
  expect(state).toMatchObject({ place: 'counted', shown: { revision: 1 }, held: undefined })
  const alone = discarded.filter(({ standing }) => standing === 'quarantined')
  expect(responseStates({ countingRule: 'many', figures: 'submitted' }, alone).get(a)?.place).toBe('withdrawn')
})
