import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admin, inspector, lakeLeader, leader, office, responseId, unitId, units } from '../../test/support/scenario.ts'
import { asId, PersonId } from '../ids.ts'
import type { Person, Role } from '../organisation/access.ts'
import { unitTree } from '../organisation/unit.ts'
import { type CountedResponse, countedResponses } from './counted.ts'
import {
  decideStep,
  mayTake,
  mostRevisions,
  type Reviewed,
  type ReviewFacts,
  reviewSteps,
  type Wanted,
} from './review.ts'
import { type Step, sentStep } from './step.ts'

const tree = unitTree(units)
const at = (role: Role, unit: string): Person => ({
  ...office,
  id: asId(PersonId, `${role}-${unit}`),
  roles: [{ role, unitId: unitId(unit) }],
})
const riverOffice = at('office', 'river')
const riverLeader = at('leader', 'river')
const cellLeader = at('leader', 'cell-1')

type Row = Reviewed & CountedResponse
const sent = (changes: Partial<Row> = {}): Row => ({
  id: responseId(1),
  revision: 1,
  receivedAt: '2013-02-01T00:00:00.000Z',
  standing: 'on-time',
  step: sentStep,
  by: inspector.id,
  answers: new Map(),
  ...changes,
})
const facts = (person: Person, history: readonly Row[]): ReviewFacts<Row> => ({
  person,
  tree,
  campaign: { unitId: unitId('bloc') },
  unitId: unitId('cell-1'),
  history,
})
/** The history with one more step by a person; throws where it may not be taken. */
function then(history: readonly Row[], person: Person, wanted: Wanted): Row[] {
  const decided = decideStep(facts(person, history), wanted)
  if (!decided.ok) throw new Error(decided.problem)
  const { basis, revision, step, standing } = decided.value
  return [...history, { ...basis, revision, step, standing, by: person.id }]
}
const why = (person: Person, history: readonly Row[], step: (typeof reviewSteps)[number]) => {
  const answer = mayTake(facts(person, history), step)
  return answer.ok ? 'may' : answer.problem
}
const accept = { kind: 'accept' } as const
const giveBack = { kind: 'return', reason: 'Thiếu số liệu' } as const
const withdraw = { kind: 'withdraw', reason: 'Nhầm đơn vị' } as const

test('the level is the highest unit at which the person may act; at the campaign’s unit it is final', () => {
  const level = (person: Person) => mayTake(facts(person, [sent()]), 'accept')
  expect(level(cellLeader)).toEqual({ ok: true, value: { at: 'cell-1', isFinal: false } })
  expect(level(riverLeader)).toEqual({ ok: true, value: { at: 'river', isFinal: false } })
  expect(level(leader)).toEqual({ ok: true, value: { at: 'bloc', isFinal: true } })
  expect(level(lakeLeader)).toEqual({ ok: false, problem: 'role-missing' })
  expect(level(inspector)).toEqual({ ok: false, problem: 'role-missing' })
})

test('a report goes up: each level accepts once, the last one finally', () => {
  const river = then([sent()], riverLeader, accept)
  expect(why(riverLeader, river, 'accept')).toBe('accepted')
  expect(why(cellLeader, river, 'accept')).toBe('decided-above')
  const bloc = then(river, leader, { kind: 'accept', words: 'Tốt' })
  expect(bloc.at(-1)?.step).toEqual({ kind: 'accepted', at: 'bloc', isFinal: true, words: 'Tốt' })
  expect([why(leader, bloc, 'accept'), why(riverLeader, bloc, 'accept')]).toEqual(['accepted', 'accepted'])
  for (const step of ['return', 'withdraw', 'correct'] as const)
    expect([why(riverOffice, bloc, step), why(office, bloc, step)]).toEqual(['decided-above', 'may'])
})

test('a level may be passed over, and what it decides afterwards undoes nothing', () => {
  const bloc = then([sent()], leader, accept)
  expect(why(riverLeader, bloc, 'return')).toBe('decided-above')
  const back = then(bloc, leader, giveBack)
  expect(why(riverLeader, back, 'accept')).toBe('decided-above')
  expect(why(leader, back, 'accept')).toBe('may')
  expect(why(leader, back, 'return')).toBe('returned')
  const again = [...back, sent({ revision: 4 })]
  expect(why(riverLeader, again, 'accept')).toBe('may')
})

test('what the office corrects stays accepted, and is no longer returned', () => {
  const accepted = then([sent()], leader, accept)
  const corrected: Row = { ...sent({ revision: 3 }), step: { kind: 'corrected', reason: 'Gõ nhầm', isFinal: true } }
  expect(why(riverOffice, [...accepted, corrected], 'return')).toBe('decided-above')
  const back = then([sent()], leader, giveBack)
  const after: Row = { ...sent({ revision: 3 }), step: { kind: 'corrected', reason: 'Gõ nhầm', isFinal: false } }
  expect(why(riverLeader, [...back, after], 'accept')).toBe('may')
})

test('what waits in quarantine is released or discarded first, by those who may amend', () => {
  const held = [sent(), sent({ revision: 2, standing: 'quarantined' })]
  expect(reviewSteps.map((step) => why(office, held, step))).toEqual([
    'in-quarantine',
    'in-quarantine',
    'may',
    'may',
    'in-quarantine',
  ])
  expect(why(leader, held, 'release')).toBe('role-missing')
  const released = then(held, office, { kind: 'release' })
  expect(released.at(-1)).toMatchObject({ revision: 3, standing: 'late', step: { kind: 'released' } })
  const discarded = then(held, office, withdraw)
  expect(discarded.at(-1)).toMatchObject({ revision: 3, standing: 'quarantined', step: { kind: 'withdrawn' } })
  expect(why(office, discarded, 'release')).toBe('not-in-quarantine')
  const accepted = then(discarded, office, accept)
  expect(accepted.at(-1)).toMatchObject({ revision: 4, standing: 'on-time', step: { kind: 'accepted' } })
  expect(
    why(riverOffice, [...then([sent()], office, accept), sent({ revision: 3, standing: 'quarantined' })], 'release'),
  ).toBe('decided-above')
})

test('a visit that was not possible is neither accepted nor returned, and keeps saying so out of quarantine', () => {
  const noVisit: Step = { kind: 'not-possible', reason: 'Lũ' }
  expect(reviewSteps.map((step) => why(office, [sent({ step: noVisit })], step))).toEqual([
    'not-possible',
    'not-possible',
    'not-in-quarantine',
    'may',
    'not-possible',
  ])
  const released = then([sent({ step: noVisit, standing: 'quarantined' })], office, { kind: 'release' })
  expect(released.at(-1)?.step).toEqual({ kind: 'released', notPossible: 'Lũ' })
  expect(why(office, released, 'accept')).toBe('not-possible')
})

test('withdrawn is the end; nobody is asked to correct what nobody is known to have sent', () => {
  const gone = then([sent()], office, withdraw)
  expect(gone.at(-1)?.standing).toBe('withdrawn')
  for (const step of reviewSteps)
    expect(why(admin, gone, step)).toBe(step === 'release' ? 'not-in-quarantine' : 'withdrawn')
  expect(why(office, [sent({ by: '' })], 'return')).toBe('nobody-to-ask')
  expect(why(office, [sent(), sent({ revision: mostRevisions })], 'accept')).toBe('too-many-revisions')
})

const people = [office, leader, lakeLeader, inspector, riverOffice, riverLeader, cellLeader]
const wanteds: readonly Wanted[] = [accept, giveBack, withdraw, { kind: 'release' }]
/** What happens next: a step somebody wants, or the sender sends again, perhaps into quarantine. */
const events = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ person: fc.constantFrom(...people), wanted: fc.constantFrom(...wanteds) }) },
    fc.record({ standing: fc.constantFrom('on-time' as const, 'quarantined' as const) }),
  ),
  { maxLength: 12 },
)

test('whatever happens in whatever order: a response counts once at most, and a final acceptance is undone at that level alone', () => {
  fc.assert(
    fc.property(events, (all) => {
      let history: Row[] = [sent()]
      for (const event of all) {
        const before = history.at(-1)
        if ('standing' in event) {
          if (before?.step.kind !== 'withdrawn')
            history = [...history, sent({ revision: history.length + 1, ...event })]
          continue
        }
        const decided = decideStep(facts(event.person, history), event.wanted)
        if (!decided.ok) continue
        history = then(history, event.person, event.wanted)
        const wasFinal = before?.step.kind === 'accepted' && before.step.isFinal
        if (wasFinal) expect(event.person.roles[0]?.unitId).toBe('bloc')
        expect([lakeLeader.id, inspector.id]).not.toContain(event.person.id)
        const { counted, returned } = countedResponses({ countingRule: 'many', figures: 'accepted' }, history)
        const { step } = decided.value
        expect(counted.length).toBeLessThanOrEqual(1)
        if (step.kind === 'accepted') expect(counted).toHaveLength(step.isFinal ? 1 : 0)
        if (step.kind === 'returned') expect([counted.length, returned.length]).toEqual([0, 1])
      }
      expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1))
    }),
  )
})
