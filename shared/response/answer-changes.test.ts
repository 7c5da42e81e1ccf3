import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { answerChanges } from './answer-changes.ts'

const keys = fc.constantFrom('a', 'b', '__proto__', 'constructor')
const values: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.constantFrom<AnswerValue>('x', 'y', 1, 2),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
)
const rounds: fc.Arbitrary<readonly AnswerRound[]> = fc.array(
  fc.array(fc.tuple(fc.constantFrom('age', 'name'), values), { maxLength: 2 }).map((all) => Object.fromEntries(all)),
  { minLength: 1, maxLength: 3 },
)
const answers: fc.Arbitrary<Answers> = fc
  .array(fc.oneof(fc.tuple(keys, values), fc.tuple(fc.constant('people'), rounds)), { maxLength: 6 })
  .map((all) => new Map(all))

/** Puts the changes into the earlier answers; rounds of one level. */
function applied(before: Answers, changes: ReturnType<typeof answerChanges>): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const [key, value] of before)
    if (key === 'people' && Array.isArray(value))
      for (const [at, round] of value.entries())
        for (const [inner, one] of Object.entries(round)) flat.set(`people[${at + 1}]/${inner}`, one)
    else flat.set(key, value)
  for (const { key, rounds: around, after } of changes) {
    const place = `${around.map(([repeat, at]) => `${repeat}[${at}]/`).join('')}${key}`
    if (after === undefined) flat.delete(place)
    else flat.set(place, after)
  }
  return flat
}

test('the changes put into the one give the other; the same has none, and back is the same the other way round', () => {
  fc.assert(
    fc.property(answers, answers, (before, after) => {
      const changes = answerChanges(before, after)
      expect([...applied(before, changes)].sort()).toEqual([...applied(after, [])].sort())
      expect(answerChanges(before, before)).toEqual([])
      const back = answerChanges(after, before).map(({ before: was, after: is, ...rest }) => ({
        ...rest,
        before: is,
        after: was,
      }))
      const byPlace = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
      expect(back.toSorted(byPlace)).toEqual([...changes].sort(byPlace))
    }),
  )
})

test('in a repeat it says which round', () => {
  const before = new Map([['people', [{ age: 1 }, { age: 2 }]]])
  const after = new Map([['people', [{ age: 1 }, { age: 3 }, { age: 4 }]]])
  expect(answerChanges(before, after)).toEqual([
    { key: 'age', rounds: [['people', 2]], before: 2, after: 3 },
    { key: 'age', rounds: [['people', 3]], before: undefined, after: 4 },
  ])
})
