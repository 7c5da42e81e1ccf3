// The group that only the cell fills in: cut out for members, put together with their answers for the cell.

import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { nothingEntered } from '../form/entered.ts'
import { isSection } from '../xlsform/form.ts'
import { keysInGroup, scoredAnswers, scoringGroups, withoutGroup, withScores } from './scoring.ts'

const form = formVersion('scored', {
  survey: `
    type | name | label | calculation
    text | pledge | Pledge |
    begin group | marks | Marks |
    integer | points | Points |
    begin group | more | More |
    text | remark | Remark |
    end group | | |
    begin repeat | reasons | Reasons |
    text | reason | Reason |
    end repeat | | |
    end group | | |
    begin group | notes | Notes |
    note | hint | Hint |
    end group | | |
    begin repeat | tasks | Tasks |
    text | task | Task |
    end repeat | | |
    calculate | total | Total | \${points} + 1
    calculate | word | Word | \${pledge}`,
  choices: 'list_name | name | label',
})

test('groups at the top that ask something can be scored: no repeat, none within another, none of notes alone', () => {
  expect(scoringGroups(form).map(({ name }) => name)).toEqual(['marks'])
  expect([...keysInGroup(form, 'marks')]).toEqual(['marks', 'points', 'more', 'remark', 'reasons', 'reason'])
  expect(keysInGroup(form, 'more').size).toBe(0)
})

test('members are never asked the group; the same form gives the same cut form, and no group the form itself', () => {
  const cut = withoutGroup(form, 'marks')
  const group = cut.form.questions.filter(isSection).find(({ name }) => name === 'marks')
  expect(group?.relevant).toEqual({ text: 'false()', tree: ['()', 'false'] })
  expect(cut.form.questions.filter((one) => one.relevant)).toHaveLength(1)
  expect(withoutGroup(form, 'marks').form).toBe(cut.form)
  expect(withoutGroup(form, undefined)).toBe(form)
})

test('what the cell types outside of its group is left out, and what the member has inside of it too', () => {
  const own = nothingEntered()
  own.values.set('pledge', 'mine').set('points', '99')
  own.rounds.set('tasks', [nothingEntered()])
  const typed = nothingEntered()
  typed.values.set('pledge', 'forged').set('points', '5')
  typed.rounds.set('tasks', []).set('reasons', [nothingEntered()])
  const { values, rounds } = withScores(own, typed, keysInGroup(form, 'marks'))
  expect([...values]).toEqual([
    ['pledge', 'mine'],
    ['points', '5'],
  ])
  expect([rounds.get('tasks')?.length, rounds.get('reasons')?.length]).toEqual([1, 1])
})

test('only what follows from the scores is worked out anew', () => {
  const sent = new Map<string, string>([
    ['pledge', 'mine'],
    ['total', '1'],
    ['word', 'as it was'],
  ])
  const blank = new Map([...sent, ['word', 'as it is now']])
  const filled = new Map<string, string | number>([...blank, ['points', 5], ['total', '6'], ['pledge', 'other']])
  expect([...scoredAnswers(form, 'marks', { sent, blank, filled })]).toEqual([
    ['pledge', 'mine'],
    ['points', 5],
    ['total', '6'],
    ['word', 'as it was'],
  ])
})
