// Whatever stands in the cells: issues of the catalogue, never an exception; and what imports comes back from an export.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeIssue } from '../messages/xlsform.ts'
import { exportXlsForm } from './export.ts'
import { type Imported, importXlsForm } from './import.ts'
import { sheetOf } from './xlsform-fixture.ts'

/** Every issue can be said in both languages, about a place that a person can find. */
function expectCatalogued({ errors, warnings, form }: Imported): void {
  expect(form === undefined).toBe(errors.length > 0)
  for (const found of [...errors, ...warnings])
    for (const language of ['vi', 'en'] as const)
      expect(describeIssue(found, language)).toMatch(/^(?!.*(undefined|\[object|NaN)).+\.$/s)
}

function expectSameAgain({ form }: Imported): void {
  if (!form) return
  const again = importXlsForm({ sheets: exportXlsForm(form).map(({ name, rows }) => sheetOf(name, rows)) })
  expect(again.errors).toEqual([])
  expect(again.form).toEqual(form)
  expect(JSON.parse(JSON.stringify(form))).toEqual(form)
}

const odd = fc.constantFrom(
  ...['__proto__', 'constructor', 'toString', '${a}', '${', '${b} + 1', 'yes', 'TRUE', '::', ':', 'a::b::c', '\u0000'],
  ...[
    '\ud800',
    '  ',
    '=1+1',
    'select_one l',
    'select_one ${a}',
    'begin group',
    'end group',
    'begin_repeat',
    'end_repeat',
  ],
  ...[
    'begin loop over l',
    'end loop',
    'text',
    'note',
    'range',
    'calculate',
    'start=1 end=x',
    'a=1',
    '1 +',
    "regex(., '(')",
  ],
  ...[
    'select_multiple_from_file a.csv',
    'csv-external',
    'geopoint',
    'audit',
    "pulldata('f', 'a', 'b', 'c')",
    '${a},${b}',
  ],
)
const headers = fc.constantFrom(
  ...['type', 'name', 'label', 'label::vi', 'label:en', 'hint', 'relevant', 'relevance', 'calculation', 'parameters'],
  ...['trigger', 'default', 'list_name', 'list name', 'choice_filter', 'repeat_count', 'appearance', 'media::image'],
  ...['big-image', 'disabled', 'bind::x', '__proto__', 'finding', 'finding_due_days', 'consistency_message', 'score'],
  ...['form_id', 'id_string', 'instance_name', 'default_language', 'required', 'constraint', 'read_only'],
)
const cell = fc.oneof({ weight: 3, arbitrary: odd }, fc.constantFrom('a', 'b', 'l', ''), fc.string({ maxLength: 12 }))
const anySheet = fc
  .tuple(
    fc.array(fc.oneof(headers, cell), { maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
  )
  .map(([head, rows]) => [head, ...rows])
const sheetName = fc.constantFrom('survey', 'choices', 'settings', 'external_choices', 'entities', 'osm', 'Survey', 'x')

describe('any cells', () => {
  test('are imported or refused, never thrown at', () => {
    const sheets = fc.array(fc.tuple(sheetName, anySheet), { maxLength: 4 })
    fc.assert(
      fc.property(sheets, anySheet, (others, survey) => {
        const all = [['survey', survey] as const, ...others].map(([name, rows]) => sheetOf(name, rows))
        const imported = importXlsForm({ sheets: all }, { files: new Map(), checkPattern: () => false })
        expectCatalogued(imported)
        expectSameAgain(imported)
      }),
      { numRuns: 600 },
    )
  })
})

/** Forms that mostly are right: sections that close, names of their own, lists that are there. */
const name = fc.integer({ min: 0, max: 1e9 }).map((n) => `q${n}`)
const text = fc.oneof(
  fc.constantFrom('', 'Có', 'How many?', 'Xin chào ${first}', '*bold*'),
  fc.string({ maxLength: 8 }),
)
const label = text.map((one) => one.replaceAll('${', '').trim() || 'Label')
const formula = fc.constantFrom(
  '',
  '${first} > 3',
  'yes',
  "selected(${first}, 'a')",
  '. < 10 and true()',
  'once(uuid())',
)
const question = fc
  .tuple(
    fc.constantFrom(
      ...[
        'text|',
        'integer|',
        'date|',
        'note|',
        'select_one l|',
        'select_multiple l|',
        'select_one l or_other|',
        'rank l|',
      ],
      ...['range|start=0 end=5', 'image|max-pixels=640', 'geopoint|capture-accuracy=5', 'acknowledge|', 'barcode|'],
    ),
    name,
    label,
    label,
    formula,
    formula,
    fc.constantFrom('', 'w1', 'minimal quick'),
    fc.constantFrom('', 'x', '3', 'today()'),
  )
  .map(([type, ...cells]) => {
    const [kind = '', parameters = ''] = type.split('|')
    const [own, vi, en, relevant, required, appearance, initial] = cells
    return [[kind, own, vi, en, relevant, required, appearance, initial, parameters]]
  })
const { part } = fc.letrec<{ part: string[][]; section: string[][] }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, { weight: 4, arbitrary: question }, tie('section')),
  section: fc
    .tuple(fc.constantFrom('group', 'repeat'), name, label, fc.array(tie('part'), { minLength: 1, maxLength: 4 }))
    .map(([kind, own, vi, parts]) => [[`begin_${kind}`, own, vi, vi], ...parts.flat(), [`end ${kind}`]]),
}))
const survey = fc
  .tuple(
    fc.constantFrom(
      [
        'type',
        'name',
        'label::Tiếng Việt (vi)',
        'label::English (en)',
        'relevant',
        'required',
        'appearance',
        'default',
      ],
      ['command', 'Name', 'label:vi', 'label:en', 'relevance', 'read only', 'body:appearance', 'mine'],
    ),
    fc.array(part, { minLength: 1, maxLength: 8 }),
  )
  .map(([head, parts]) => [[...head, 'parameters'], ['integer', 'first', 'A', 'B'], ...parts.flat()])
const settings = fc.record({ form_title: label, form_id: name, style: fc.constantFrom('', 'pages'), mine: text })

test('import(export(form)) is the form', () => {
  let imports = 0
  fc.assert(
    fc.property(survey, settings, fc.array(fc.tuple(name, label, label, text), { maxLength: 5 }), (rows, set, more) => {
      const choices = [
        ['list_name', 'name', 'label::vi', 'label::en', 'zone x'],
        ['l', 'a', 'A', 'A', '1'],
      ]
      const imported = importXlsForm({
        sheets: [
          sheetOf('survey', rows),
          sheetOf('choices', [...choices, ...more.map((row) => ['l', ...row])]),
          sheetOf('settings', [Object.keys(set), Object.values(set)]),
        ],
      })
      if (imported.form) imports++
      expectCatalogued(imported)
      expectSameAgain(imported)
    }),
    { numRuns: 200 },
  )
  // The property means something only if most of the forms are forms.
  expect(imports).toBeGreaterThan(100)
})

describe('a hostile workbook is refused or read within 2 s', () => {
  const timed = (rows: readonly (readonly string[])[]) => {
    const sheets = [sheetOf('survey', rows), sheetOf('choices', rows)]
    const start = performance.now()
    const imported = importXlsForm({ sheets })
    return { imported, spent: performance.now() - start }
  }
  const many = (count: number, row: (n: number) => readonly string[]) => Array.from({ length: count }, (_, n) => row(n))

  test.each([
    ['groups in groups', [['type', 'name', 'label'], ...many(20_000, (n) => ['begin group', `g${n}`, 'G'])]],
    [
      'a chain of calculations',
      [['type', 'name', 'calculation'], ...many(20_000, (n) => ['calculate', `c${n}`, `\${c${n + 1}}`])],
    ],
    [
      'a ring of calculations',
      [['type', 'name', 'calculation'], ...many(20_000, (n) => ['calculate', `c${n}`, `\${c${(n + 1) % 20_000}}`])],
    ],
    ['columns', [many(16_000, (n) => [`c${n}`]).flat(), ['text']]],
    [
      'columns and rows',
      [['type', 'name', ...many(400, (n) => [`c${n}`]).flat()], ...many(20_000, (n) => ['text', `t${n}`])],
    ],
    ['one name', [['type', 'name', 'label', 'list_name'], ...many(20_000, () => ['text', 'a', '${a}', 'a'])]],
    ['half references', [['type', 'name', 'label'], ...many(200, (n) => ['text', `t${n}`, '${'.repeat(10_000)])]],
    [
      'lists',
      [['type', 'name', 'label', 'list_name'], ...many(20_000, (n) => [`select_one l${n}`, `t${n}`, 'A', `l${n}`])],
    ],
  ])('%s', (_, rows) => {
    const { imported, spent } = timed(rows)
    expectCatalogued({ ...imported, errors: imported.errors.slice(0, 100), warnings: imported.warnings.slice(0, 100) })
    expect(spent).toBeLessThan(2_000)
  })
})
