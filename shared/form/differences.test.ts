import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import type { AnswerValue } from './answers.ts'
import { differences } from './differences.ts'

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
  differences(form, new Map(Object.entries(before)), new Map(Object.entries(after))).map(
    ({ item, rounds, before: then, after: now }) => [item.key, ...rounds, then, now],
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
