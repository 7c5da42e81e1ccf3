// What an answer changes in a draft, beyond what is plainly computed from it.

import { describe, expect, test } from 'vitest'
import { answersOf } from './answers.ts'
import { Draft } from './draft.ts'
import { at, draftOf, draftSettings, programOf, valueAt } from './draft-fixture.ts'
import { readEntered } from './entered.ts'

const set = (draft: ReturnType<typeof draftOf>, place: string, value: string) => draft.set(at(draft, place), value)
const names = (draft: ReturnType<typeof draftOf>, place: string) =>
  draft.choicesOf(at(draft, place)).map(({ name }) => name)

const choices = `
  list_name | name | label | province
  yn | yes | Có |
  yn | no | Không |
  province | hy | Hưng Yên |
  province | hn | Hà Nội |
  district | kd | Kim Động | hy
  district | bd | Ba Đình | hn`

describe('an answer is itself subject to its question', () => {
  test('a choice that the filter leaves out is no answer', () => {
    const draft = draftOf({
      survey: `
        type | name | label | choice_filter
        select_one province | province | Tỉnh |
        select_one district | district | Huyện | province = \${province}`,
      choices,
    })
    set(draft, 'province', 'hy')
    set(draft, 'district', 'bd')
    expect(valueAt(draft, 'district')).toBe('')
  })

  test('a calculated value is not another one because it was typed', () => {
    const draft = draftOf({
      survey: `
        type | name | label | calculation
        integer | a | A |
        integer | b | B | \${a} + 1`,
    })
    set(draft, 'a', '4')
    set(draft, 'b', '99')
    expect(valueAt(draft, 'b')).toBe('5')
  })
})

describe('choices from the answers of a repeat', () => {
  const survey = `
    type | name | label | relevant
    begin repeat | r | R |
    text | who | Ai |
    end repeat | | |
    select_one \${who} | head | Chủ hộ |
    text | why | Vì sao? | \${head} != ''`

  test('follow the answers and the rounds, and an answer goes with its round', () => {
    const draft = draftOf({ survey })
    const head = at(draft, 'head').item
    expect([...set(draft, 'r[1]/who', 'An')]).toContain(head)
    set(draft, 'head', 'An')
    expect(at(draft, 'why').relevant).toBe(true)
    const added = draft.rounds?.add(draft.root, 0)
    expect(added?.touched).toContain(head)
    set(draft, 'r[2]/who', 'Bình')
    expect(names(draft, 'head')).toEqual(['An', 'Bình'])
    expect(draft.rounds?.remove(at(draft, 'r[1]'))).toContain(head)
    expect([names(draft, 'head'), valueAt(draft, 'head'), at(draft, 'why').relevant]).toEqual([['Bình'], '', false])
  })
})

describe('an answer out of sight', () => {
  const survey = `
    type | name | label | relevant | choice_filter
    select_one yn | more | Thêm? | |
    select_one province | outside | Tỉnh khác | |
    begin group | g | G | \${more} = 'yes' |
    select_one province | province | Tỉnh | |
    select_one district | district | Huyện | | province = \${province}
    select_one district | other | Huyện khác | | province = \${outside}
    end group | | | |`

  test('is kept, also when what its choices depend on is out of sight with it', () => {
    const draft = draftOf({ survey, choices })
    for (const [place, value] of [
      ['more', 'yes'],
      ['province', 'hy'],
      ['district', 'kd'],
      ['more', 'no'],
    ] as const)
      set(draft, place, value)
    expect([...answersOf(draft)]).toEqual([['more', 'no']])
    expect(valueAt(draft, 'district')).toBe('kd')
    set(draft, 'more', 'yes')
    expect(answersOf(draft).get('district')).toBe('kd')
  })

  test('is kept by the server too', () => {
    const draft = draftOf(
      { survey, choices },
      readEntered([
        ['more', 'no'],
        ['province', 'hy'],
        ['district', 'kd'],
      ]),
    )
    expect(valueAt(draft, 'district')).toBe('kd')
  })

  test('is looked at again when it comes back', () => {
    const draft = draftOf({ survey, choices })
    for (const [place, value] of [
      ['more', 'yes'],
      ['outside', 'hy'],
      ['other', 'kd'],
      ['more', 'no'],
    ] as const)
      set(draft, place, value)
    set(draft, 'outside', 'hn')
    expect(valueAt(draft, 'other')).toBe('kd')
    set(draft, 'more', 'yes')
    expect(valueAt(draft, 'other')).toBe('')
  })
})

describe('values that are kept', () => {
  test('what was drawn for a round stays when another one comes', () => {
    const sheets = {
      survey: `
        type | name | label | calculation
        begin repeat | r | R |
        calculate | id | | random()
        end repeat | | |`,
    }
    let next = 0
    const draft = new Draft(programOf(sheets), { ...draftSettings, random: () => ++next / 100 })
    draft.rounds?.add(draft.root, 0)
    expect([valueAt(draft, 'r[1]/id'), valueAt(draft, 'r[2]/id')]).toEqual(['0.01', '0.02'])
  })

  test('a value with a trigger is worked out from what the trigger changed', () => {
    const draft = draftOf({
      survey: `
        type | name | label | calculation | trigger
        integer | a | A | |
        calculate | twice | | \${a} * 2 |
        text | copy | Sao | \${twice} | \${a}`,
    })
    set(draft, 'a', '1')
    set(draft, 'a', '2')
    expect(valueAt(draft, 'copy')).toBe('4')
  })
})
