import { describe, expect, test } from 'vitest'
import { answersOf } from './answers.ts'
import { checkAnswers, faultsOf } from './check.ts'
import { Draft } from './draft.ts'
import { at, draftOf, draftSettings, programOf, relevantPlaces, valueAt } from './draft-fixture.ts'
import { readEntered } from './entered.ts'
import { findingsOf, scoreIn } from './rules.ts'

const set = (draft: ReturnType<typeof draftOf>, place: string, value: string) => draft.set(at(draft, place), value)

describe('relevance', () => {
  const survey = `
    type | name | label | relevant
    select_one yn | has | Có con? |
    begin group | kids | Con | \${has} = 'yes'
    integer | number | Mấy con? |
    text | note | Ghi chú | \${number} > 2
    end group | | |`
  const choices = `
    list_name | name | label
    yn | yes | Có
    yn | no | Không`

  test('hides a section and what is in it, and what looks at a hidden answer sees none', () => {
    const draft = draftOf({ survey, choices })
    expect(relevantPlaces(draft)).toEqual(['has'])
    set(draft, 'has', 'yes')
    set(draft, 'number', '3')
    expect(relevantPlaces(draft)).toEqual(['has', 'kids', 'number', 'note'])
    set(draft, 'note', 'ba')
    set(draft, 'has', 'no')
    expect([...answersOf(draft)]).toEqual([['has', 'no']])
    // The draft keeps what was typed.
    set(draft, 'has', 'yes')
    expect([...answersOf(draft)]).toEqual([
      ['has', 'yes'],
      ['number', 3],
      ['note', 'ba'],
    ])
  })
})

describe('calculation', () => {
  test('follows its answers, through a chain in any order of the form', () => {
    const draft = draftOf({
      survey: `
        type | name | label | calculation
        calculate | c | | \${b} * 2
        calculate | b | | \${a} + 1
        integer | a | A |`,
    })
    expect(valueAt(draft, 'c')).toBe('')
    const touched = set(draft, 'a', '4')
    expect([valueAt(draft, 'b'), valueAt(draft, 'c')]).toEqual(['5', '10'])
    expect([...touched].sort()).toEqual([0, 1, 2])
  })

  test('is worked out again by the server, whatever was sent', () => {
    const program = programOf({
      survey: `
        type | name | label | calculation
        integer | a | A |
        calculate | b | | \${a} + 1`,
    })
    const { answers, faults } = checkAnswers(program, new Map(Object.entries({ a: 4, b: '99' })), draftSettings)
    expect(faults).toEqual([])
    expect([...answers]).toEqual([
      ['a', 4],
      ['b', '5'],
    ])
  })

  test('that draws chance keeps what was sent, and once() keeps what is there', () => {
    const program = programOf({
      survey: `
        type | name | label | calculation
        calculate | dice | | random()
        calculate | id | | once(uuid())
        integer | a | A |`,
    })
    const { answers } = checkAnswers(program, new Map(Object.entries({ dice: '0.25', id: 'abc' })), draftSettings)
    expect([...answers]).toEqual([
      ['dice', '0.25'],
      ['id', 'abc'],
    ])
  })

  test('with a trigger changes with the trigger alone', () => {
    const draft = draftOf({
      survey: `
        type | name | label | calculation | trigger
        integer | a | A | |
        integer | b | B | |
        text | sum | Tổng | \${a} + \${b} | \${a}`,
    })
    set(draft, 'b', '2')
    expect(valueAt(draft, 'sum')).toBe('')
    set(draft, 'a', '1')
    expect(valueAt(draft, 'sum')).toBe('3')
    set(draft, 'sum', 'sửa tay')
    set(draft, 'b', '5')
    expect(valueAt(draft, 'sum')).toBe('sửa tay')
  })
})

describe('repeats', () => {
  const survey = `
    type | name | label | calculation | repeat_count | constraint
    begin repeat | p | Người | | |
    text | name | Tên | | |
    integer | age | Tuổi | | | . < 120
    calculate | place | | position(..) | |
    calculate | sofar | | if(position(..) = 1, \${age}, \${age} + indexed-repeat(\${sofar}, \${p}, position(..) - 1)) | |
    end repeat | | | | |
    calculate | total | | sum(\${age}) | |
    calculate | n | | count(\${p}) | |
    calculate | oldest | | max(\${age}) | |
    calculate | first | | \${name} | |`

  test('begin with one round; rounds come and go, and totals follow', () => {
    const draft = draftOf({ survey })
    set(draft, 'p[1]/age', '30')
    const added = draft.rounds?.add(draft.root, 0)
    if (!added) throw new Error('No round')
    expect(added.node.place).toBe('p[2]')
    set(draft, 'p[2]/age', '12')
    set(draft, 'p[2]/name', 'Bình')
    expect([valueAt(draft, 'total'), valueAt(draft, 'n'), valueAt(draft, 'oldest')]).toEqual(['42', '2', '30'])
    expect([valueAt(draft, 'p[1]/place'), valueAt(draft, 'p[2]/place'), valueAt(draft, 'p[2]/sofar')]).toEqual([
      '1',
      '2',
      '42',
    ])
    draft.rounds?.remove(at(draft, 'p[1]'))
    expect([
      valueAt(draft, 'total'),
      valueAt(draft, 'n'),
      valueAt(draft, 'first'),
      valueAt(draft, 'p[2]/place'),
    ]).toEqual(['12', '1', 'Bình', '1'])
    expect(answersOf(draft).get('p')).toEqual([{ name: 'Bình', age: 12, place: '1', sofar: '12' }])
  })

  test('read from places, in the order in which they stand', () => {
    const draft = draftOf(
      { survey },
      readEntered([
        ['p[7]/age', '5'],
        ['p[2]', ''],
        ['p[7]/name', 'An'],
      ]),
    )
    expect(answersOf(draft).get('p')).toEqual([{ name: 'An', age: 5, place: '1', sofar: '5' }, { place: '2' }])
    expect(draftOf({ survey }, readEntered([])).root.rounds.get(0)).toEqual([])
  })

  test('name the round of a fault', () => {
    const program = programOf({ survey })
    const { faults } = checkAnswers(
      program,
      new Map(Object.entries({ p: [{ age: 3 }, { age: 130, x: 1 }] })),
      draftSettings,
    )
    expect(faults).toEqual([
      { question: 'p[2]/x', code: 'answer.unknown-question' },
      { question: 'p[2]/age', code: 'answer.constraint' },
    ])
  })

  test('with a count have that many rounds; fewer keep their answers out of sight', () => {
    const draft = draftOf({
      survey: `
        type | name | label | repeat_count
        integer | many | Bao nhiêu? |
        begin repeat | r | R | \${many}
        text | t | T |
        end repeat | | |`,
    })
    expect(answersOf(draft).size).toBe(0)
    set(draft, 'many', '3')
    set(draft, 'r[3]/t', 'c')
    expect(answersOf(draft).get('r')).toEqual([{}, {}, { t: 'c' }])
    set(draft, 'many', '1')
    expect(answersOf(draft).get('r')).toEqual([{}])
    set(draft, 'many', '3')
    expect(answersOf(draft).get('r')).toEqual([{}, {}, { t: 'c' }])
  })

  test('show a round to be copied that is not in the form', () => {
    const draft = draftOf({ survey })
    const round = draft.rounds?.template(draft.root, 0, '*')
    expect(round?.all.map(({ place }) => place)).toEqual(['p[*]/name', 'p[*]/age', 'p[*]/place', 'p[*]/sofar'])
    expect(valueAt(draft, 'n')).toBe('1')
  })
})

describe('choices', () => {
  const sheets = {
    survey: `
      type | name | label | choice_filter
      select_one province | province | Tỉnh |
      select_one district | district | Huyện | province = \${province}
      select_one_from_file x.csv | unused | X |`.replace(/\n.*unused.*/, ''),
    choices: `
      list_name | name | label | province
      province | hy | Hưng Yên |
      province | hn | Hà Nội |
      district | kd | Kim Động | hy
      district | kc | Khoái Châu | hy
      district | bd | Ba Đình | hn`,
  }
  test('are narrowed by a filter, and an answer that is no longer there goes', () => {
    const draft = draftOf(sheets)
    const names = () => draft.choicesOf(at(draft, 'district')).map(({ name }) => name)
    expect(names()).toEqual([])
    set(draft, 'province', 'hy')
    expect(names()).toEqual(['kd', 'kc'])
    set(draft, 'district', 'kd')
    set(draft, 'province', 'hn')
    expect(valueAt(draft, 'district')).toBe('')
  })

  test('that are not in the list are refused, however they are filtered', () => {
    const program = programOf(sheets)
    const { faults } = checkAnswers(program, new Map(Object.entries({ province: 'zz', district: 'kd' })), draftSettings)
    expect(faults).toEqual([{ question: 'province', code: 'answer.unknown-choice' }])
  })

  test('from earlier answers, and "other" with its own question', () => {
    const draft = draftOf({
      survey: `
        type | name | label
        begin repeat | r | R
        text | who | Ai
        end repeat | |
        select_one \${who} | head | Chủ hộ
        select_one yn or_other | q | Q`,
      choices: `
        list_name | name | label
        yn | yes | Có`,
    })
    set(draft, 'r[1]/who', 'An')
    expect(draft.choicesOf(at(draft, 'head'))).toEqual([{ name: 'An', label: 'An' }])
    expect(draft.choicesOf(at(draft, 'q')).map(({ name }) => name)).toEqual(['yes', 'other'])
    set(draft, 'q', 'other')
    set(draft, 'q_other', 'khác')
    expect(answersOf(draft).get('q_other')).toBe('khác')
  })
})

test('names that stand twice are told apart by their path', () => {
  const program = programOf({
    survey: `
      type | name | label
      begin group | g | G
      text | x | X
      end group | |
      text | x | X`,
  })
  const { answers, faults } = checkAnswers(program, new Map(Object.entries({ 'g/x': 'a', x: 'b' })), draftSettings)
  expect(faults).toEqual([])
  expect([...answers]).toEqual([
    ['g/x', 'a'],
    ['x', 'b'],
  ])
})

test('a new form has its defaults, fixed and computed; one that is opened again has what was entered', () => {
  const sheets = {
    survey: `
      type | name | label | default
      text | a | A | sẵn
      date | d | D | today()
      text | b | B | concat(\${a}, '!')`,
  }
  const draft = draftOf(sheets)
  expect(['a', 'd', 'b'].map((place) => valueAt(draft, place))).toEqual(['sẵn', '2013-07-15', 'sẵn!'])
  expect(valueAt(draftOf(sheets, readEntered([['a', '']])), 'a')).toBe('')
})

describe('faults', () => {
  test('bounds are told as bounds, required answers as missing, hidden questions not at all', () => {
    const draft = draftOf({
      survey: `
        type | name | label | required | constraint | relevant
        integer | a | A | yes | . >= 0 and . <= 60 |
        text | t | T | | string-length(.) <= 3 |
        text | h | H | yes | | false()
        integer | n | N | \${a} > 5 | . > \${a} |`,
    })
    expect(faultsOf(draft)).toEqual([{ question: 'a', code: 'answer.required' }])
    set(draft, 'a', '61')
    set(draft, 't', 'dài quá')
    expect(faultsOf(draft)).toEqual([
      { question: 'a', code: 'answer.too-large', max: '60' },
      { question: 't', code: 'answer.too-long', max: 3 },
      { question: 'n', code: 'answer.required' },
    ])
    set(draft, 'n', '60')
    expect(faultsOf(draft).at(-1)).toEqual({ question: 'n', code: 'answer.constraint' })
  })
})

test('the staff of the helper sections: 237 and 37 are not 257, the posts add up (practice P2)', () => {
  const draft = draftOf({
    survey: `
      type | name | label | consistency | consistency_message
      integer | total | Tổng số | |
      integer | helper | Bộ phận giúp việc | |
      integer | special | Chuyên trách | \${total} = \${helper} + \${special} | Không khớp
      integer | standing | Ủy viên thường vụ | |
      integer | members | Cấp ủy viên | |
      integer | heads | Trưởng, phó | |
      integer | officers | Chuyên viên | \${total} = \${standing} + \${members} + \${heads} + \${officers} | Không khớp`,
  })
  for (const [place, value] of Object.entries({ total: 257, helper: 237 })) set(draft, place, String(value))
  expect(findingsOf(draft)).toEqual([])
  for (const [place, value] of Object.entries({ special: 37, standing: 19, members: 110, heads: 111, officers: 17 }))
    set(draft, place, String(value))
  expect(findingsOf(draft)).toEqual([{ kind: 'consistency', question: 'special' }])
})

test('answers score by their choices, or by their question', () => {
  const draft = draftOf({
    survey: `
      type | name | label | score
      select_multiple c | m | M |
      integer | n | N | \${n} * 0.5`,
    choices: `
      list_name | name | label | score
      c | a | A | 1.5
      c | b | B | 2`,
  })
  expect(scoreIn(draft)).toBeUndefined()
  set(draft, 'm', 'a b')
  set(draft, 'n', '3')
  expect(scoreIn(draft)).toBe('5.0')
})

describe('the last form that was sent', () => {
  const survey = `
    type | name | label | default | calculation
    integer | target | Chỉ tiêu | \${last-saved#target} |
    text | motto | Ghi nhớ | concat('Lần trước: ', \${last-saved#target}) |
    calculate | total | | | coalesce(\${last-saved#total}, 0) + \${target}`

  test('gives defaults and calculations its answers; the server works them out alike', () => {
    const program = programOf({ survey })
    const settings = { ...draftSettings, lastSaved: { target: '12', total: '30' } }
    const draft = new Draft(program, settings)
    expect([valueAt(draft, 'target'), valueAt(draft, 'motto'), valueAt(draft, 'total')]).toEqual([
      '12',
      'Lần trước: 12',
      '42',
    ])
    set(draft, 'target', '5')
    expect(valueAt(draft, 'total')).toBe('35')
    const raw = new Map<string, unknown>([
      ['target', 5],
      ['total', 9_999],
    ])
    expect(checkAnswers(program, raw, settings).answers.get('total')).toBe('35')
  })

  test('is blank where there is none, or where it left a question out; no name of an object is taken for an answer', () => {
    const draft = draftOf({ survey })
    expect([valueAt(draft, 'target'), valueAt(draft, 'motto'), valueAt(draft, 'total')]).toEqual([
      '',
      'Lần trước: ',
      '',
    ])
    const odd = programOf({
      survey: `
        type | name | label | default
        text | constructor | C | \${last-saved#constructor}`,
    })
    expect(valueAt(new Draft(odd, { ...draftSettings, lastSaved: {} }), 'constructor')).toBe('')
  })
})
