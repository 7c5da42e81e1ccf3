// Each rule of the language once: a form that breaks it, and what is said where.

import { describe, expect, test } from 'vitest'
import { importXlsForm } from './import.ts'
import { importText, sheetOf } from './xlsform-fixture.ts'

const yesNo = 'list_name|name|label\nyn|yes|Yes\nyn|no|No'
const head = 'type|name|label'

/** What is said, as "code sheet row column payload". */
const errorsOf = (sheets: Readonly<Record<string, string>>) => importText(sheets).errors
const survey = (rows: string, more: Readonly<Record<string, string>> = {}) => errorsOf({ survey: rows, ...more })

describe('a form that is right', () => {
  test('becomes a tree', () => {
    const { form, errors, warnings } = importText({
      survey: `type|name|label::Tiếng Việt (vi)|label::English (en)|relevant|required|calculation
        text|who|Ai?|Who?||yes|
        begin_repeat|child|Con|Child|\${who} != ''||
        select one from yn|ill|Ốm?|Ill?|||
        end repeat
        calculate|n||||| count(\${child})`,
      choices: 'list name|name|label::Tiếng Việt (vi)|label::English (en)|score\nyn|yes|Có|Yes|1\nyn|no|Không|No|0',
      settings: 'form_title|form_id|version\nSức khỏe|suc_khoe|2',
    })
    expect(errors).toEqual([])
    expect(warnings).toEqual([])
    expect(form).toMatchObject({
      settings: { title: 'Sức khỏe', formId: 'suc_khoe', version: '2' },
      languages: ['Tiếng Việt (vi)', 'English (en)'],
      questions: [
        { type: 'text', name: 'who', required: { text: 'yes', tree: ['()', 'true'] } },
        {
          type: 'repeat',
          name: 'child',
          label: [
            ['Tiếng Việt (vi)', 'Con'],
            ['English (en)', 'Child'],
          ],
          relevant: { tree: ['!=', ['$', 'who'], ''] },
          questions: [{ type: 'select_one', name: 'ill', list: 'yn' }],
        },
        { type: 'calculate', name: 'n', calculation: { tree: ['()', 'count', ['$', 'child']] } },
      ],
      lists: [{ name: 'yn', choices: [{ name: 'yes', other: [['score', '1']] }, { name: 'no' }] }],
    })
  })

  test('may use our own columns', () => {
    const { form, errors, warnings } = importText({
      survey: `type|name|label|score|finding|finding_severity|finding_message|finding_action|finding_due_days|consistency|consistency_message|indicator
        integer|men|Men|. * 2|. < 0|High|Too few|Count again|7|. <= \${all}|More men than people|men
        integer|all|All`,
    })
    expect(errors).toEqual([])
    expect(warnings).toEqual([])
    expect(form?.questions[0]).toMatchObject({
      score: { text: '. * 2' },
      finding: {
        when: { text: '. < 0' },
        severity: 'high',
        message: [['', 'Too few']],
        action: [['', 'Count again']],
        dueDays: '7',
      },
      consistency: { holds: { text: '. <= ${all}' }, message: [['', 'More men than people']] },
      indicator: 'men',
    })
  })

  test('keeps columns and sheets that have no meaning here, with a notice', () => {
    const { form, warnings } = importText({
      survey: 'type|name|label|bind::foo|mine\ntext|a|A|1|2',
      entities: 'list_name|label\ntrees|${a}',
    })
    expect(form?.questions[0]).toMatchObject({
      other: [
        ['bind::foo', '1'],
        ['mine', '2'],
      ],
    })
    expect(form?.keptSheets).toHaveLength(1)
    expect(warnings.map(({ code }) => code)).toEqual(['sheet.unused', 'column.unused', 'column.unknown'])
  })

  test('may be called like what every JavaScript object has', () => {
    const { form, errors } = importText({
      survey: `type|name|label::__proto__|constructor
        select_one toString|__proto__|A|x
        text|constructor|\${__proto__} \${valueOf}|
        text|valueOf|C|`,
      choices: 'list_name|name|label::__proto__|__proto__\ntoString|hasOwnProperty|x|1',
    })
    expect(errors).toEqual([])
    expect(form?.questions[0]).toMatchObject({ name: '__proto__', label: [['__proto__', 'A']] })
    expect(form?.lists[0]?.choices[0]?.other).toEqual([['__proto__', '1']])
  })

  test.each([
    ['caption and command', 'command|tag|caption\ntext|a|A'],
    ['capitals and spaces', 'Type|NAME| Label \nText|a|A'],
    ['a single colon', 'type|name|label:en\nstring|a|A'],
    ['bind and jr', 'type|name|label|bind::jr:constraintMsg|bind:constraint\nint|a|A|x|. > 1'],
    ['media', 'type|name|media::image::en|big-image::en\nnote|a|a.png|b.png'],
    ['old sections', 'type|name|label\nbegin looped group|g|G\ntext|a|A\nend looped group'],
    ['a note without a name', 'type|label\nnote|A'],
    ['a row without anything but a comment', 'type|name|label|mine\n|||hello\ntext|a|A'],
    ['a disabled row', 'type|name|label|disabled\nnonsense|||yes\ntext|a|A|'],
  ])('may be spelt with %s', (_, rows) => expect(survey(rows)).toEqual([]))

  test.each([
    ['today()', true],
    ['${b} + 1', true],
    ['2026-03-01', false],
    ['red', false],
    ['Yes (always)', false],
    ["don't know", false],
  ])('a default %s is computed: %s', (text, computed) => {
    const { form } = importText({ survey: `type|name|label|default\ndate|a|A|${text}\ndate|b|B` })
    const [question] = form?.questions ?? []
    expect(question && 'default' in question && question.default && 'tree' in question.default).toBe(computed)
  })

  test('has its only sheet read as the survey where files are read', () => {
    const workbook = { sheets: [sheetOf('Sheet1', [head.split('|'), ['text', 'a', 'A']])] }
    expect(importXlsForm(workbook).errors).toEqual([{ code: 'sheet.missing', sheet: 'survey', similar: [] }])
    expect(importXlsForm(workbook, { loneSheet: true }).form).toBeDefined()
  })
})

describe('sheets and columns', () => {
  test.each([
    ['no survey', { surveys: `${head}\ntext|a|A` }, { code: 'sheet.missing', sheet: 'survey', similar: ['surveys'] }],
    ['no questions', { survey: head }, { code: 'sheet.empty', sheet: 'survey' }],
    ['no types', { survey: 'name|label\na|A' }, { code: 'column.missing', sheet: 'survey', column: 'type' }],
    [
      'two headers for one column',
      { survey: 'type|name|label|relevant|relevance\ntext|a|A' },
      { code: 'column.twice', row: 1, column: 'relevance', other: 'relevant' },
    ],
    [
      'no choices',
      { survey: `${head}\nselect_one yn|a|A`, choises: yesNo },
      { code: 'sheet.missing', sheet: 'choices', similar: ['choises'] },
    ],
    [
      'no external choices',
      { survey: `${head}|choice_filter\nselect_one_external yn|a|A|x=1` },
      { code: 'sheet.missing', sheet: 'external_choices' },
    ],
    [
      'choices without names',
      { survey: `${head}\ntext|a|A`, choices: 'list_name|label\nyn|Yes' },
      { code: 'column.missing', sheet: 'choices', column: 'name' },
    ],
  ])('%s', (_, sheets, wanted) => expect(errorsOf(sheets)).toContainEqual(expect.objectContaining(wanted)))

  test('a sheet with a slip in its name is asked about; with an underscore it is left alone', () => {
    const at = (name: string) => importText({ survey: `${head}\ntext|a|A`, [name]: 'form_title\nA' }).warnings
    expect(at('setings')).toEqual([{ code: 'sheet.similar', sheet: 'settings', similar: ['setings'] }])
    expect(at('_setings')).toEqual([])
  })

  test('what stands far from the rest is not read', () => {
    const rows = [head.split('|'), ['text', 'a', 'A'], ...Array.from({ length: 80 }, () => []), ['party']]
    const { errors, warnings } = importXlsForm({ sheets: [sheetOf('survey', rows)] })
    expect(errors).toEqual([])
    expect(warnings).toEqual([{ code: 'sheet.far', sheet: 'survey', row: 83 }])
  })

  test('an old id_string beside form_id is left aside', () => {
    const { form, warnings } = importText({ survey: `${head}\ntext|a|A`, settings: 'form_id|id_string\nnew|old' })
    expect(form?.settings.formId).toBe('new')
    expect(warnings).toMatchObject([{ code: 'column.settings-twice', column: 'id_string' }])
  })
})

describe('expressions', () => {
  test.each([
    ['a syntax error', '1 +', { problem: { code: 'expression.syntax', at: 3, found: '' } }],
    ['an unknown function', 'sum_up(1)', { problem: { code: 'expression.function-unknown', name: 'sum_up' } }],
    ['too few parameters', 'if(1)', { problem: { code: 'expression.argument-count', name: 'if' } }],
  ])('%s', (_, text, wanted) =>
    expect(survey(`${head}|relevant\ntext|a|A|${text}`)).toMatchObject([
      { code: 'expression.wrong', row: 2, column: 'relevant', ...wanted },
    ]),
  )

  test('instance() names a list that is there', () => {
    const at = (list: string) =>
      survey(`type|name|label|calculation\ncalculate|n||count(instance('${list}')/root/item)`, { choices: yesNo })
    expect(at('yn')).toEqual([])
    expect(at('ny')).toMatchObject([{ code: 'list.unknown', row: 2, column: 'calculation', list: 'ny' }])
  })

  test('patterns that the server would refuse', () => {
    const sheets = { survey: `${head}|constraint\ntext|a|A|regex(., '(a)+')` }
    expect(importText(sheets, { checkPattern: (pattern) => pattern !== '(a)+' }).errors).toMatchObject([
      { code: 'expression.pattern', row: 2, column: 'constraint', pattern: '(a)+' },
    ])
    expect(importText(sheets).errors).toEqual([])
  })
})

describe('triggers', () => {
  const columns = 'type|name|label|calculation|trigger\ntext|a|A\ncalculate|h||1'
  test.each([
    ['${a}', []],
    ['${a}, ${a},', []],
    ['a', [{ code: 'trigger.malformed', row: 4 }]],
    ['${a} ${h}', [{ code: 'trigger.malformed', row: 4 }]],
    ['${z}', [{ code: 'reference.unknown', row: 4, column: 'trigger', name: 'z' }]],
    ['${h}', [{ code: 'trigger.hidden', row: 4, name: 'h' }]],
  ])('%s', (trigger, wanted) =>
    expect(survey(`${columns}\ndateTime|t||now()|${trigger}`)).toEqual(
      wanted.map((one) => expect.objectContaining(one)),
    ),
  )

  test('background-geopoint has one and no calculation', () =>
    expect(survey(`${columns}\nbackground-geopoint|t||1|`)).toMatchObject([
      { code: 'trigger.missing', row: 4 },
      { code: 'calculation.forbidden', row: 4 },
    ]))
})

describe('choices', () => {
  const asked = { survey: `${head}\nselect_multiple l|a|A` }
  test.each([
    ['no name', 'l||A', { code: 'choice.name-missing', sheet: 'choices', row: 2 }],
    ['a name twice', 'l|a|A\nl|a|B', { code: 'choice.name-twice', row: 3, name: 'a' }],
    ['a name with a space', 'l|a b|A', { code: 'choice.name-spaces', row: 2, name: 'a b' }],
    ['no label at all', 'l|a|', { code: 'list.labels-missing', sheet: 'survey', row: 2, list: 'l' }],
    ['a reference to nothing', 'l|a|${z}', { code: 'reference.unknown', sheet: 'choices', row: 2, name: 'z' }],
  ])('%s', (_, rows, wanted) =>
    expect(errorsOf({ ...asked, choices: `list_name|name|label\n${rows}` })).toMatchObject([wanted]),
  )

  test('names may stand twice where the settings allow it', () => {
    const choices = 'list_name|name|label\nl|a|A\nl|a|B'
    expect(errorsOf({ ...asked, choices, settings: 'allow_choice_duplicates\nyes' })).toEqual([])
  })

  test('a choice without a label, or without a list, and a score that is no number are warned of', () => {
    const { warnings } = importText({ ...asked, choices: 'list_name|name|label|score\nl|a||1\nl|b|B|much\n|c|C|' })
    expect(warnings).toMatchObject([
      { code: 'choice.label-missing', row: 2 },
      { code: 'score.invalid', row: 3, value: 'much' },
      { code: 'choice.list-missing', row: 4 },
    ])
  })

  test('a filter names a column of the list', () => {
    const { warnings } = importText({
      survey: `${head}|choice_filter\ntext|z|Z|\nselect_one l|a|A|zone = \${z} and zoen = 1 and name != 'x'`,
      choices: 'list_name|name|label|zone\nl|a|A|1',
    })
    expect(warnings).toMatchObject([{ code: 'list.filter-column', row: 3, list: 'l', missing: 'zoen' }])
  })

  test('or_other takes no filter', () =>
    expect(survey(`${head}|choice_filter\nselect_one yn or_other|a|A|name = 'yes'`, { choices: yesNo })).toMatchObject([
      { code: 'list.filter-unwanted', why: 'or_other', row: 2 },
    ]))
})

test('the title may be translated', () => {
  const at = (settings: string) => importText({ survey: `${head}\ntext|a|A`, settings })
  const { form, warnings } = at('form_title|form_title::English (en)\nPhiếu|Form')
  expect([form?.settings.title, form?.settings.titles, warnings]).toEqual(['Phiếu', [['English (en)', 'Form']], []])
  expect(at('form_title::vi|form_title::en\nPhiếu|Form').form?.settings).toEqual({
    titles: [
      ['vi', 'Phiếu'],
      ['en', 'Form'],
    ],
  })
})

describe('translations', () => {
  test('a language that lacks a column, and one without a code', () => {
    const { warnings } = importText({
      survey: 'type|name|label::Français|hint::Français|label::English\ntext|a|A|B|C',
    })
    expect(warnings).toEqual([
      { code: 'translation.missing', sheet: 'survey', language: 'English', columns: ['hint'] },
      { code: 'translation.language-code', sheet: 'survey', language: 'Français' },
    ])
  })

  test('columns without a language stand for the default language', () => {
    const sheets = { survey: 'type|name|label|label::en\ntext|a|A|B', settings: 'default_language\nvi' }
    expect(importText(sheets).warnings).toEqual([])
  })
})
