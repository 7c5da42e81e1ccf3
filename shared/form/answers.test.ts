import fc from 'fast-check'
import { expect, test } from 'vitest'
import { form } from '../../test/support/scenario.ts'
import { checkAnswers, readFormFields } from './answers.ts'

const check = (answers: object) => checkAnswers(form, new Map(Object.entries(answers)))

test('answers come back in the order of the form, trimmed; blanks are no answers', () => {
  const { answers, faults } = check({ note: '  đủ  ', hours: '', minutes: null, meetings: 12 })
  expect(faults).toEqual([])
  expect([...answers]).toEqual([
    ['meetings', 12],
    ['note', 'đủ'],
  ])
})

test('a text is as long as people count it: letters with their marks on are one character when composed', () => {
  expect(check({ meetings: 1, note: '𝄞'.repeat(200) }).faults).toEqual([])
  expect(check({ meetings: 1, note: 'a'.repeat(201) }).faults).toHaveLength(1)
})

test('whatever is sent, checking never throws, and what it accepts it accepts again', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom('meetings', 'hours', 'minutes', 'note'), fc.string()), fc.anything()),
      (raw) => {
        const { answers } = checkAnswers(form, new Map(Object.entries(raw)))
        const again = checkAnswers(form, answers)
        expect([...again.answers]).toEqual([...answers])
        expect(again.faults.filter(({ code }) => code !== 'answer.required')).toEqual([])
      },
    ),
  )
})

test.each([
  ['12', 12],
  [' 12 ', 12],
  ['+12', 12],
  ['-0', 0],
  ['012', 12],
  ['1.200', 1_200],
  ['1,200,000', 1_200_000],
  ['1 200', 1_200],
  ['12.00', '12.00'],
  ['12,5', '12,5'],
  ['mười hai', 'mười hai'],
])('a whole number typed as "%s" is read as %j', (typed, read) => {
  expect(readFormFields(form, new Map([['meetings', typed]])).get('meetings')).toBe(read)
})

test.each([
  ['1,5', '1.5'],
  ['1.5', '1.5'],
  [' 2 ', '2'],
  ['1.500,5', '1.500,5'],
  ['', ''],
])('a decimal typed as "%s" is read as %j', (typed, read) => {
  expect(readFormFields(form, new Map([['hours', typed]])).get('hours')).toBe(read)
})
