// Whatever stands in the cells: issues of the catalogue, never an exception; and what imports comes back from an export.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeIssue } from '../messages/xlsform.ts'
import { ok } from '../result.ts'
import { exportXlsForm } from './export.ts'
import type { FileList } from './form.ts'
import { type Imported, importXlsForm } from './import.ts'
import type { SheetCells } from './table.ts'
import { filesOf, sheetOf } from './xlsform-fixture.ts'

/** Every issue can be said in both languages, about a place that a person can find. */
function expectCatalogued({ errors, warnings, form }: Imported): void {
  expect(form === undefined).toBe(errors.length > 0)
  for (const found of [...errors, ...warnings])
    for (const language of ['vi', 'en'] as const)
      expect(describeIssue(found, language)).toMatch(/^(?!.*(undefined|\[object|NaN)).+\.$/s)
}

const fileReadOf = ({ name, columns, rows }: FileList) => ok({ rows: sheetOf(name, [columns, ...rows]).rows })

function expectSameAgain({ form }: Imported): void {
  if (!form) return
  const files = new Map(form.fileLists.map((list) => [list.name, fileReadOf(list)]))
  const sheets = exportXlsForm(form).map(({ name, rows }) => sheetOf(name, rows))
  const again = importXlsForm({ sheets }, { files })
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
  '${first} < 10 and true()',
  'once(uuid())',
)
const columns = [
  'type',
  'name',
  'label',
  'label',
  'relevant',
  'required',
  'appearance',
  'default',
  'parameters',
  'mine',
  'disabled',
]
const question = fc
  .tuple(
    fc.constantFrom(
      ...[
        'text|',
        'integer|',
        'date|',
        'note|',
        'select one l|',
        'select_multiple l|',
        'select_one l or_other|',
        'rank l|',
      ],
      ...['range|start=0;end=5', 'image|max-pixels=640', 'geopoint|capture-accuracy=5', 'acknowledge|', 'barcode|'],
      'select_one_from_file f.csv|value=code',
    ),
    name,
    label,
    label,
    formula,
    formula,
    fc.constantFrom('', 'w1', 'minimal quick'),
    fc.constantFrom('', 'x', '3', 'today()'),
    text,
    fc.constantFrom('', '', '', 'no', 'yes'),
  )
  .map(([type, own, vi, en, relevant, required, appearance, initial, mine, disabled]) => {
    const [kind = '', parameters = ''] = type.split('|')
    return [[kind, own, vi, en, relevant, required, appearance, initial, parameters, mine, disabled]]
  })
/** A row without a type, a name or a label, and one with a title for a form. */
const comment = fc.tuple(text, text).map(([mine, appearance]) => [['', '', '', '', '', '', appearance, '', '', mine]])
const { part } = fc.letrec<{ part: string[][]; section: string[][] }>((tie) => ({
  part: fc.oneof({ depthSize: 'small' }, { weight: 5, arbitrary: question }, comment, tie('section')),
  section: fc
    .tuple(
      fc.constantFrom('group', 'repeat'),
      name,
      label,
      fc.constantFrom('', 'yes', '${first} = 1'),
      fc.array(tie('part'), { maxLength: 4 }),
      question,
      text,
    )
    .map(([kind, own, vi, required, parts, last, mine]) => [
      [`begin_${kind}`, own, vi, vi, '', required, '', '', '', mine],
      ...parts.flat(),
      ...last.map((cells) => cells.slice(0, -1)),
      [`end ${kind}`, own, '', '', '', '', '', '', '', mine],
    ]),
}))
const survey = fc
  .tuple(
    fc.constantFrom(columns.with(2, 'label::Tiếng Việt (vi)').with(3, 'label::English (en)'), [
      'command',
      'Name',
      'label:vi',
      'label:en',
      'relevance',
      'read only',
      'body:appearance',
      'default',
      'parameters',
      'x:y',
      'disabled',
    ]),
    fc.array(part, { minLength: 1, maxLength: 8 }),
  )
  .map(([head, parts]) => [head, ['integer', 'first', 'A', 'B'], ...parts.flat()])
const settings = fc.record({
  form_title: label,
  'form_title::English (en)': label,
  form_id: name,
  style: fc.constantFrom('', 'pages'),
  mine: text,
})
const notes = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
const sheetOrder = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })

test('import(export(form)) is the form, and every cell is there again', () => {
  let imports = 0
  const run = (rows: string[][], set: object, more: string[][], kept: string[][], order: number[]) => {
    const choices = [
      ['list_name', 'name', 'label::vi', 'label::en', 'zone x'],
      ['l', 'a', 'A', 'A', '1'],
      ['', '', '', '', 'a comment'],
      ...more.map((row) => ['l', ...row]),
    ]
    const all = [
      sheetOf('Survey', rows),
      sheetOf('choices', choices),
      sheetOf('settings', [Object.keys(set), Object.values(set), ['a note below']]),
      sheetOf('my notes', kept),
      sheetOf('entities', kept),
    ]
    const sheets = order.flatMap((at) => all[at] ?? [])
    const imported = importXlsForm({ sheets }, { files: filesOf({ 'f.csv': 'code|label|zone\n1|A|x' }) })
    expectCatalogued(imported)
    expectSameAgain(imported)
    if (!imported.form) return
    imports++
    const exported = exportXlsForm(imported.form)
    expect(exported.map((sheet) => sheet.name)).toEqual(
      sheets.flatMap((sheet) => (sheet.rows.length > 0 ? sheet.name : [])),
    )
    expect(textsIn(exported.map((sheet) => sheetOf(sheet.name, sheet.rows)))).toEqual(textsIn(sheets))
  }
  fc.assert(
    fc.property(
      survey,
      settings,
      fc.array(fc.tuple(name, label, label, text), { maxLength: 5 }),
      notes,
      sheetOrder,
      run,
    ),
    { numRuns: 200 },
  )
  // The property means something only if most of the forms are forms.
  expect(imports).toBeGreaterThan(100)
})

/** Every text of every cell, but for how types, parameters and headers of its own kind are spelt. */
const textsIn = (sheets: readonly SheetCells[]): string[] =>
  sheets
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text.trim())))
    .map((text) => (/^(begin|end|select)[ _]/.test(text) ? text.replaceAll('_', ' ') : text.replaceAll(';', ' ')))
    .filter((text) => text !== '')
    .sort()
