import { describe, expect, test } from 'vitest'
import { describeIssue } from '../messages/xlsform.ts'
import { importText } from './xlsform-fixture.ts'

const found = (columns: string, rows: string) => {
  const choices = 'list_name|name|label\nyn|y|Y\nab|a|A'
  const { errors, warnings } = importText({ survey: `type|name|label|${columns}\ninteger|n|N\n${rows}`, choices })
  // Whoever reads it, in either language, finds what to do.
  for (const one of [...errors, ...warnings])
    for (const language of ['vi', 'en'] as const) expect(describeIssue(one, language)).toMatch(/\. .+\.$|, .+\.$/s)
  return { errors, warnings }
}
const nothing = { errors: [], warnings: [] }

describe('score', () => {
  test.each(['1', '-0.5', '${n} * 2', "if(. = 'y', 1, 0)"])('may be %s', (score) =>
    expect(found('score', `select_one yn|a|A|${score}`)).toEqual(nothing),
  )
  test.each([
    ['1,5', { code: 'score.invalid', row: 3, column: 'score', value: '1,5' }],
    ['1.2.3', { code: 'score.invalid' }],
    ['12345678901234567', { code: 'score.invalid' }],
    ['much ado', { code: 'expression.wrong' }],
    ['${z}', { code: 'reference.unknown', column: 'score', name: 'z' }],
  ])('may not be %s', (score, wanted) =>
    expect(found('score', `select_one yn|a|A|${score}`).errors).toMatchObject([wanted]),
  )

  test.each(['note', 'begin group'])('has no effect on a %s', (type) => {
    const { errors, warnings } = found(
      'score|indicator',
      `${type}|a|A|1|i\n${type === 'note' ? '' : 'text|b|B\nend group'}`,
    )
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([
      { code: 'column.no-effect', row: 3, column: 'score' },
      { code: 'column.no-effect', row: 3, column: 'indicator' },
    ])
  })
})

describe('finding', () => {
  const columns =
    'finding|finding_severity|finding_due_days|finding_message::vi|finding_action::vi|finding_message::en|finding_action::en'
  test('may say how severe it is, what to do and until when', () =>
    expect(found(columns, 'integer|a|A|. > 3|High|30|Quá nhiều|Giảm bớt|Too many|Make it fewer').errors).toEqual([]))

  test.each([
    ['|high', [{ code: 'finding.alone', row: 3, column: 'finding_severity', needed: 'finding' }]],
    [
      '|||Quá nhiều|Giảm bớt',
      [
        { code: 'finding.alone', column: 'finding_message::vi' },
        { code: 'finding.alone', column: 'finding_action::vi' },
      ],
    ],
    ['. > 3|severe', [{ code: 'finding.invalid', column: 'finding_severity', value: 'severe' }]],
    ['. > 3|low|soon||Giảm bớt', [{ code: 'finding.days', column: 'finding_due_days', value: 'soon' }]],
    ['. > 3|low|30', [{ code: 'finding.alone', column: 'finding_due_days', needed: 'finding_action' }]],
    ['. >', [{ code: 'expression.wrong', column: 'finding' }]],
  ])('%s is wrong', (cells, wanted) => expect(found(columns, `integer|a|A|${cells}`).errors).toMatchObject(wanted))

  test('has words of its own where there is no label', () => {
    const { warnings } = found('calculation|finding', 'calculate|a||${n}|. > 3')
    expect(warnings).toMatchObject([{ code: 'finding.message-missing', row: 3, rule: 'finding' }])
  })

  test('belongs to a question', () =>
    expect(found('finding', 'begin group|g|G|true()\ntext|a|A\nend group').warnings).toMatchObject([
      { code: 'column.no-effect', row: 3, column: 'finding', type: 'group' },
    ]))
})

describe('consistency', () => {
  const columns = 'consistency|consistency_message::vi|consistency_message::en'
  test.each([
    'integer|a|A|. <= ${n}|Không khớp|No match',
    'begin group|g|G|${n} > 1|Không khớp|No match\ntext|a|A\nend group',
  ])('%s', (rows) => expect(found(columns, rows).errors).toEqual([]))
  test('needs a message, and a message needs it', () => {
    expect(found('consistency', 'integer|a|A|. <= ${n}').warnings).toMatchObject([
      { code: 'finding.message-missing', row: 3, column: 'consistency_message', rule: 'consistency' },
    ])
    expect(found(columns, 'integer|a|A||Không khớp').errors).toMatchObject([
      { code: 'finding.alone', row: 3, column: 'consistency_message::vi', needed: 'consistency' },
    ])
  })
  test('in a language that has no message is warned of', () =>
    expect(found('consistency|label::en|consistency_message', 'integer|a|A|true()|A|No').warnings).toContainEqual(
      expect.objectContaining({
        code: 'translation.missing',
        sheet: 'survey',
        language: 'en',
        columns: ['consistency_message'],
      }),
    ))
})

describe('indicator', () => {
  test.each([
    ['numbers', 'integer|a|A|i\ndecimal|b|B|i\nrange|c|C|i'],
    ['one list', 'select_one yn|a|A|i\nselect_multiple yn|b|B|i'],
  ])('may be fed by %s', (_, rows) => expect(found('indicator', rows)).toEqual(nothing))

  test.each(['so cuoc hop', '1', 'a/b'])('%s is no name', (name) =>
    expect(found('indicator', `integer|a|A|${name}`).errors).toMatchObject([
      { code: 'indicator.invalid', row: 3, column: 'indicator', name },
    ]),
  )
  test.each([
    ['a number and a choice', 'integer|a|A|i\nselect_one yn|b|B|i'],
    ['two lists', 'select_one yn|a|A|i\nselect_one ab|b|B|i'],
  ])('is not fed by %s', (_, rows) =>
    expect(found('indicator', rows).warnings).toMatchObject([
      { code: 'indicator.types', row: 4, column: 'indicator', name: 'i', other: 'a' },
    ]),
  )
  test('is not fed by texts', () =>
    expect(found('indicator', 'text|a|A|i').warnings).toMatchObject([{ code: 'indicator.type', row: 3, type: 'text' }]))
})
