import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAnswers } from './check.ts'
import { draftSettings, programOf } from './draft-fixture.ts'

const program = programOf({
  survey: `
    type | name | label | required | constraint | relevant | calculation | repeat_count
    integer | meetings | M | yes | . >= 0 | | |
    decimal | hours | H | | . <= 24 | | |
    text | note | N | | string-length(.) <= 200 | | |
    select_multiple c | many | S | | | \${meetings} > 3 | |
    rank c | order | O | | | | |
    date | day | D | | | | |
    geopoint | place | P | | | | |
    begin repeat | rep | R | | | | |
    integer | n | N | | | | |
    begin repeat | inner | I | | | | | \${n}
    text | t | T | | | \${n} != 2 | |
    calculate | both | | | | | concat(\${n}, ' ', \${t}) |
    end repeat | | | | | | |
    end repeat | | | | | | |
    calculate | sum | | | | | sum(\${n}) |`,
  choices: `
    list_name | name | label
    c | a | A
    c | b | B`,
})
const check = (answers: object) => checkAnswers(program, new Map(Object.entries(answers)), draftSettings)
const faultsOf = (answers: object) => check(answers).faults.map(({ question, code }) => `${question} ${code}`)

test('answers come out in the order of the form, trimmed, without blanks', () => {
  const { answers, faults } = check({ note: '  đủ  ', hours: '', day: null, meetings: 12, many: ['b', 'a'] })
  expect(faults).toEqual([])
  expect([...answers]).toEqual([
    ['meetings', 12],
    ['note', 'đủ'],
    ['many', ['b', 'a']],
    ['sum', '0'],
  ])
})

test.each<[string, unknown, string[]]>([
  ['a text for a list', { many: 'a' }, ['many answer.not-list']],
  ['a choice twice', { meetings: 9, many: ['a', 'a'] }, ['many answer.chosen-twice']],
  ['a choice that is none', { meetings: 9, many: ['z'] }, ['many answer.unknown-choice']],
  ['half an order', { order: ['a'] }, ['order answer.unknown-choice']],
  ['30 February', { day: '2013-02-30' }, ['day answer.not-date']],
  ['beyond the pole', { place: '91 0 0 0' }, ['place answer.not-place']],
  ['no rounds', { rep: { n: 1 } }, ['rep answer.not-list']],
  ['a round that is none', { rep: [3] }, ['rep answer.not-list']],
  ['a fault in a round of a round', { rep: [{ n: 1, inner: [{ t: 5 }] }] }, ['rep[1]/inner[1]/t answer.not-text']],
  ['an unknown question in a round', { rep: [{}, { x: 1 }] }, ['rep[2]/x answer.unknown-question']],
  [
    'names of JavaScript',
    { __proto__: null, constructor: 1, toString: 'x' },
    ['constructor answer.unknown-question', 'toString answer.unknown-question'],
  ],
])('%s is a fault at its place', (_what, answers, expected) => {
  expect(faultsOf({ meetings: 1, ...(answers as object) })).toEqual(expected)
})

test('rounds that nobody could fill in are refused, also many in many', () => {
  const rounds = Array.from({ length: 1_001 }, () => ({ n: 1 }))
  expect(check({ meetings: 1, rep: rounds }).faults).toEqual([
    { question: 'rep', code: 'answer.too-many-rounds', max: 1_000 },
  ])
  const { problems } = check({ meetings: 1, rep: Array.from({ length: 1_000 }, () => ({ n: 1_000 })) })
  expect(problems).toContainEqual({ code: 'expression.budget-spent' })
})

test('a range takes what lies between its ends', () => {
  const ranges = programOf({
    survey: `
    type | name | label | parameters | constraint
    range | plain | P | |
    range | down | D | start=5 end=-5 |
    range | part | F | start=0 end=1 step=0.1 | . != 0.5`,
  })
  const faults = (answers: object) =>
    checkAnswers(ranges, new Map(Object.entries(answers)), draftSettings).faults.map(
      ({ question: _, ...fault }) => fault,
    )
  expect(faults({ plain: 10, down: -5, part: '0.9' })).toEqual([])
  expect(faults({ plain: 50, down: -6, part: '0.5' })).toEqual([
    { code: 'answer.too-large', max: '10' },
    { code: 'answer.too-small', min: '-5' },
    { code: 'answer.constraint' },
  ])
  expect(faults({ part: '1.1' })).toEqual([{ code: 'answer.constraint' }])
})

test('calculations that each double a text end before they fill the memory', () => {
  const doubled = Array.from({ length: 60 }, (_, at) => `calculate | c${at + 1} | | concat(\${c${at}}, \${c${at}})`)
  const survey = ['type | name | label | calculation', 'text | c0 | C |', ...doubled].join('\n')
  const { problems, answers } = checkAnswers(programOf({ survey }), new Map([['c0', '0123456789']]), draftSettings)
  expect(problems).toContainEqual({ code: 'expression.budget-spent' })
  expect(JSON.stringify([...answers]).length).toBeLessThan(200_000_000)
})

const names = fc.constantFrom('meetings', 'hours', 'note', 'many', 'order', 'day', 'place', 'rep', 'sum', '__proto__')
const anyAnswers = fc.dictionary(fc.oneof(names, fc.string()), fc.anything({ maxDepth: 4 }))
const likely = fc.record(
  {
    meetings: fc.integer({ min: -1, max: 9 }),
    hours: fc.constantFrom('1.5', '30', 'x'),
    note: fc.string(),
    many: fc.array(fc.constantFrom('a', 'b', 'c')),
    rep: fc.array(
      fc.record(
        { n: fc.integer({ min: 0, max: 4 }), inner: fc.array(fc.record({ t: fc.string() }), { maxLength: 4 }) },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)

test('whatever is sent, checking never throws, and what comes out is its own result', () => {
  fc.assert(
    fc.property(fc.oneof(anyAnswers, likely), (raw) => {
      const { answers } = check(raw)
      const again = check(Object.fromEntries(answers))
      expect([...again.answers]).toEqual([...answers])
    }),
  )
})
