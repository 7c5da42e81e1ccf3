import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { misfits } from './form-fit.ts'
import { answeringWays } from './survey.ts'

const formOf = (rows: string, settings = 'form_title |\nS |') =>
  formVersion('form', {
    survey: `
      type | name | label::Tiếng Việt (vi) | relevant | constraint | calculation | default | required
      ${rows}`,
    choices: `
      list_name | name | label::Tiếng Việt (vi)
      yn | yes | Có`,
    settings,
  }).form

/** Each as "question reason what". */
const told = (rows: string, way: (typeof answeringWays)[number] = 'anonymous') =>
  misfits(formOf(rows), way).map(({ question, reason, what }) => `${question} ${reason} ${what}`)

test('choices, numbers, dates and texts fit every survey', () => {
  const rows = `
    select_one yn | trust | Tin không? | | | | |
    integer | meetings | Số lần | | . < 100 | | |
    date | joined | Ngày vào | | | | |
    text | note | Góp ý | \${trust} = 'yes' | | | |
    calculate | sum | | | | \${meetings} + 1 | |`
  for (const way of answeringWays) expect(misfits(formOf(rows), way)).toEqual([])
})

test.each(['image', 'audio', 'video', 'file'])('%s fits no survey, the question is named', (type) => {
  for (const way of answeringWays)
    expect(told(`${type} | proof | Ảnh | | | | |`, way)).toEqual([`proof attachment ${type}`])
})

test.each([
  ['geopoint', 'place'],
  ['geotrace', 'place'],
  ['geoshape', 'place'],
  ['start-geopoint', 'place'],
  ['start', 'about'],
  ['end', 'about'],
  ['today', 'about'],
  ['deviceid', 'about'],
  ['username', 'about'],
  ['phonenumber', 'about'],
  ['email', 'about'],
])('%s fits no anonymous survey, and others', (type, reason) => {
  const row = `text | a | A | | | | |\n${type} | mark | Nơi | | | | |`
  expect(told(row)).toEqual([`mark ${reason} ${type}`])
  expect(told(row, 'named')).toEqual([])
  expect(told(row, 'open')).toEqual([])
})

test.each([
  ['relevant', 'text | x | X | random() > 0.5 | | | |', 'random()'],
  ['constraint', 'date | x | X | | . <= today() | | |', 'today()'],
  ['calculation', 'calculate | x | | | | once(uuid()) | |', 'once()'],
  ['default', 'text | x | X | | | | now() |', 'now()'],
  ['required', 'text | x | X | | | | | format-date(today(), "%d") = "01"', 'today()'],
  ['of a group', 'begin group | x | X | now() > 0 | | | |\ntext | y | Y | | | | |\nend group | | | | | | |', 'now()'],
])('a clock or chance in %s fits no anonymous survey', (_, row, what) => {
  expect(told(row)).toContain(`x chance ${what}`)
  expect(told(row, 'named')).toEqual([])
})

test('the name that answers are given is looked at too', () => {
  const form = formOf('text | x | X | | | | |', 'form_title | instance_name\nS | concat(${x}, now())')
  expect(misfits(form, 'anonymous')).toEqual([{ question: undefined, reason: 'chance', what: 'now()' }])
})

test('two reasons of one question are both told, with the label that people know it by', () => {
  const found = misfits(formOf('calculate | x | Mã | | | concat(uuid(), now()) | |'), 'anonymous')
  expect(found.map(({ what }) => what)).toEqual(['uuid()', 'now()'])
  expect(found[0]?.label?.[0]?.[1]).toBe('Mã')
})
