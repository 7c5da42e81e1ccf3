import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { answerChanges, shownChanges } from './answer-changes.ts'

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

const form = formVersion('differences', {
  survey: `
    type | name | label | calculation
    text | a | A |
    select_multiple yn | b | B |
    begin group | g | Group |
    integer | c | C |
    calculate | shown | Shown | 1
    calculate | hidden | | 1
    end group | | |
    begin repeat | people | People |
    text | name | Name |
    begin repeat | child | Child |
    text | age | Age |
    end repeat | | |
    end repeat | | |`,
  choices: 'list_name | name | label\nyn | y | Yes\nyn | n | No',
})
const told = (before: Record<string, AnswerValue>, after: Record<string, AnswerValue>) =>
  shownChanges(form, new Map(Object.entries(before)), new Map(Object.entries(after))).map(
    ({ item, rounds, before: then, after: now }) => [item.key, ...rounds.map(([, round]) => round), then, now],
  )

test('each answer that differs is told once, in the order of the form, and by the rounds around it', () => {
  expect(
    told(
      { a: 'x', b: ['y'], c: 1, hidden: '1', people: [{ name: 'An', child: [{ age: '1' }, { age: '2' }] }] },
      {
        b: ['y', 'n'],
        c: 1,
        shown: '2',
        hidden: '9',
        people: [{ name: 'An', child: [{ age: '1' }] }, { name: 'Bình' }],
      },
    ),
  ).toEqual([
    ['a', 'x', undefined],
    ['b', ['y'], ['y', 'n']],
    ['shown', undefined, '2'],
    ['name', 2, undefined, 'Bình'],
    ['age', 1, 2, '2', undefined],
  ])
})

const some = fc.record(
  {
    a: fc.string(),
    b: fc.subarray(['y', 'n'], { minLength: 1 }),
    c: fc.integer(),
    people: fc.array(fc.record({ name: fc.string() }, { requiredKeys: [] }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
)

test('nothing differs from itself; there and back differ in the same places; all differs that is only on one side', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(told(one, one)).toEqual([])
      const [there, back] = [told(one, other), told(other, one)]
      expect(there.map((line) => [...line.slice(0, -2), line.at(-1), line.at(-2)])).toEqual(back)
      const answers = told({}, one)
      const names = (one.people ?? []).filter(({ name }) => name !== undefined)
      expect(answers).toHaveLength(['a', 'b', 'c'].filter((key) => key in one).length + names.length)
    }),
  )
})
