// Rows of the survey, each rule once: a row that breaks it, and what is said where.

import { describe, expect, test } from 'vitest'
import { importText } from './xlsform-fixture.ts'

const yesNo = 'list_name|name|label\nyn|yes|Yes\nyn|no|No'
const head = 'type|name|label'
const survey = (rows: string, more: Readonly<Record<string, string>> = {}) =>
  importText({ survey: rows, ...more }).errors

describe('rows of the survey', () => {
  test.each([
    ['no type', '|a|A', { code: 'type.missing', row: 2, column: 'type' }],
    ['an unknown type', 'txet|a|A', { code: 'type.unknown', row: 2, type: 'txet' }],
    ['a type of other systems', 'include|a|A', { code: 'type.refused', row: 2 }],
    ['no name', 'text||A', { code: 'name.missing', row: 2 }],
    ['a name with a space', 'text|a b|A', { code: 'name.invalid', row: 2, column: 'name', name: 'a b' }],
    ['a name twice', 'text|a|A\ntext|a|A', { code: 'name.twice', row: 3, name: 'a' }],
    ['a reserved name', 'text|meta|A', { code: 'name.reserved', row: 2 }],
    [
      'a name that or_other takes',
      'select_one yn or_other|a|A\ntext|a_other|B',
      { code: 'name.twice', row: 3, name: 'a_other' },
    ],
    ['a repeat called as the form', 'begin_repeat|data|D\ntext|a|A\nend_repeat', { code: 'name.repeat-root', row: 2 }],
    [
      'two repeats of one name',
      'begin_group|g|G\nbegin_repeat|r|R\ntext|a|A\nend_repeat\nend_group\nbegin_repeat|r|R\ntext|a|A\nend_repeat',
      { code: 'name.repeat-twice', row: 7 },
    ],
    ['no label', 'text|a|', { code: 'label.missing', row: 2, name: 'a' }],
    ['nothing to calculate', 'calculate|a|A', { code: 'calculation.missing', row: 2 }],
    ['an end without a begin', 'text|a|A\nend_group', { code: 'section.end-unmatched', row: 3, section: 'group' }],
    ['a begin without an end', 'begin_repeat|r|R\ntext|a|A', { code: 'section.begin-unmatched', row: 2, name: 'r' }],
    ['nothing in a group', 'begin_group|g|G\nend_group', { code: 'section.empty', row: 2, name: 'g' }],
    ['no list', 'select_one|a|A', { code: 'list.missing', row: 2 }],
    ['an unknown list', 'select_one ny|a|A', { code: 'list.unknown', row: 2, list: 'ny' }],
    ['a file of another kind', 'select_one_from_file a.doc|a|A', { code: 'list.extension', row: 2, file: 'a.doc' }],
    [
      'two sources of one name',
      'csv-external|f|\nselect_one_from_file f.xml|a|A',
      { code: 'list.instance-twice', row: 3, name: 'f' },
    ],
    ['a reference to nothing', 'note|a|Hello ${b}', { code: 'reference.unknown', row: 2, column: 'label', name: 'b' }],
    ['choices from nothing', 'select_one ${b}|a|A', { code: 'reference.unknown', row: 2, column: 'type', name: 'b' }],
    ['half a reference', 'note|a|Hello ${b', { code: 'reference.malformed', row: 2, column: 'label' }],
    [
      'a reference to two questions',
      'begin_group|g|G\ntext|a|A\nend_group\ntext|a|A\nnote|n|${a}',
      { code: 'reference.ambiguous', row: 6, name: 'a' },
    ],
    [
      'tables with two lists',
      'begin_group|g|G|table-list\nselect_one yn|a|A\nselect_one x|b|B\nend_group',
      { code: 'list.table-differs', row: 4, list: 'x', other: 'yn' },
    ],
    ['search()', "select_one yn|a|A|search('f')", { code: 'list.search', row: 2, column: 'appearance' }],
  ])('%s', (_, rows, wanted) => {
    const choices = `${yesNo}\nx|1|One`
    expect(survey(`${head}|appearance\n${rows}`, { choices })).toContainEqual(expect.objectContaining(wanted))
  })

  test('names that differ in capitals, sections without a label and unknown appearances are warned of', () => {
    const { errors, warnings } = importText({
      survey: 'type|name|label|appearance\ntext|a|A|blue\ntext|A|A|w2 multiline\nbegin group|g\ntext|b|B\nend group',
    })
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([
      { code: 'appearance.unknown', row: 2, word: 'blue' },
      { code: 'name.case', row: 3 },
      { code: 'section.label-missing', row: 4 },
    ])
  })

  test('all errors are found at once, from the top down', () => {
    const found = survey(`${head}|relevant\ntxet|a|A\ntext|b b|\ntext|c|C|1 +\nend group`)
    expect(found.map((one) => [one.code, 'row' in one ? one.row : 0])).toEqual([
      ['type.unknown', 2],
      ['name.invalid', 3],
      ['label.missing', 3],
      ['expression.wrong', 4],
      ['section.end-unmatched', 5],
    ])
  })
})

test('a bare name in the expression of a question is said to be always empty', () => {
  const { form, errors, warnings } = importText({
    survey: `
      type | name | label | required | relevant | constraint
      integer | a | A | có | | . > ../b
      integer | b | B | yes | a = 1 and ${'$'}{a} = 1 | string-length(.) > 1
      begin group | g | G | | b = 1 |
      select_one yn | c | C | | |
      end group | | | | |`,
    choices: `
      list_name | name | label
      yn | y | Yes`,
  })
  expect(errors).toEqual([])
  expect(form).toBeDefined()
  expect(warnings).toMatchObject([
    { code: 'expression.bare-name', row: 2, column: 'required', name: 'có' },
    { code: 'expression.bare-name', row: 3, column: 'relevant', name: 'a' },
  ])
})
