// Forms made to hurt whoever imports them, as workbooks that a spreadsheet could have written, each with what is said first:
// 'imports', or the code of an error. What hurts a reader of workbooks itself is in hostile-fixture.ts.

import { workbookOf } from './workbook-fixture.ts'

export type HostileForm = {
  readonly name: string
  readonly says: string
  readonly make: () => Uint8Array
  /** A CSV file beside it. */
  readonly csv?: () => string
}

type Rows = readonly (readonly string[])[]
const many = (count: number, row: (n: number) => readonly string[]): Rows =>
  Array.from({ length: count }, (_, n) => row(n))
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** Not packed: a part that unpacks to a hundred times its size is refused before anything else. */
const sheet = (rows: Rows) => ({
  stored: true,
  data: `<worksheet><sheetData>${rows
    .map(
      (row) =>
        `<row>${row.map((text) => (text === '' ? '<c/>' : `<c t="str"><v>${escaped(text)}</v></c>`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`,
})
const book = (survey: Rows, choices?: Rows) => () =>
  workbookOf({ sheets: [['survey', sheet(survey)], ...(choices ? [['choices', sheet(choices)] as const] : [])] })

/** As long as one cell can be. */
const longest = 32_767
const long = (piece: string) => piece.repeat(Math.floor(longest / piece.length))
const plain = ['type', 'name', 'label']
const computed = ['type', 'name', 'calculation']
const lists = ['list_name', 'name', 'label']
/** So many cells of the greatest length are read. */
const mostLong = 220
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

export const hostileForms: readonly HostileForm[] = [
  {
    name: '10,000 groups in groups',
    says: 'sheet.too-many',
    make: book([plain, ...many(10_000, (n) => ['begin group', `g${n}`, 'G'])]),
  },
  {
    name: '5,000 questions over 16,000 lists',
    says: 'imports',
    make: book(
      [plain, ...many(4_900, (n) => [`select_one l${n}`, `q${n}`, 'Q'])],
      [lists, ...many(16_000, (n) => [`l${n}`, 'a', 'A'])],
    ),
  },
  {
    name: 'questions that use one list with 19,000 choices',
    says: 'imports',
    make: book(
      [[...plain, 'choice_filter'], ...many(4_900, (n) => ['select_one l', `q${n}`, 'Q', 'zone = 1 and name != 2'])],
      [[...lists, 'zone'], ...many(19_000, (n) => ['l', `c${n}`, 'C', `${n}`])],
    ),
  },
  {
    name: '80,000 choices in one list',
    says: 'sheet.too-many',
    make: book([plain, ['select_one l', 'q', 'Q']], [lists, ...many(80_000, (n) => ['l', `c${n}`, 'C'])]),
  },
  {
    name: '16,384 columns',
    says: 'sheet.too-many',
    make: book([
      [...plain, ...many(16_381, (n) => [`c${n}`]).flat()],
      ['text', 'a', 'A'],
    ]),
  },
  {
    name: '10,000 languages',
    says: 'sheet.too-many',
    make: book([
      ['type', 'name', ...many(10_000, (n) => [`label::L${n} (vi)`]).flat()],
      ['text', 'a', 'A'],
    ]),
  },
  {
    name: '290 languages in 500 rows',
    says: 'imports',
    make: book([
      ['type', 'name', ...many(290, (n) => [`label::L${n} (vi)`]).flat()],
      ...many(500, (n) => ['text', `q${n}`, ...many(290, () => ['A']).flat()]),
    ]),
  },
  {
    name: 'as many errors as cells',
    says: 'type.unknown',
    make: book([
      [...plain, 'relevant', 'constraint', 'required', 'calculation', 'choice_filter', 'default'],
      ...many(4_999, () => ['txet', 'a b', '${', '${', '1 +', 'f(', '${z', '(', '${']),
    ]),
  },
  {
    name: 'one name for all',
    says: 'choice.name-twice',
    make: book(
      [plain, ...many(4_999, () => ['text', 'a', '${a}'])],
      [lists, ...many(19_999, () => ['a', 'a', '${a}'])],
    ),
  },
  {
    name: 'columns that nobody knows',
    says: 'imports',
    make: book([
      [...plain, ...many(45, (n) => [`c${n}`]).flat()],
      ...many(4_000, (n) => ['text', `t${n}`, 'T', ...many(45, () => ['x']).flat()]),
    ]),
  },
  {
    name: 'a chain of calculations',
    says: 'imports',
    make: book([computed, ...many(4_900, (n) => ['calculate', `c${n}`, n === 4_899 ? '1' : `\${c${n + 1}}`])]),
  },
  {
    name: 'a ring of calculations',
    says: 'calculation.cycle',
    make: book([computed, ...many(4_900, (n) => ['calculate', `c${n}`, `\${c${(n + 1) % 4_900}}`])]),
  },
  {
    name: 'calculations that wait for each other, all of them',
    says: 'calculation.cycle',
    make: book([
      computed,
      ...many(200, (n) => ['calculate', `c${n}`, many(200, (m) => [`\${c${(n + m) % 200}}`]).join(' + ')]),
    ]),
  },
  ...Object.entries({
    'sums of 16,000 terms': long('1+').slice(0, -1),
    'differences of 16,000 terms': long('1-').slice(0, -1),
    'parentheses 16,000 deep': `${'('.repeat(16_000)}1${')'.repeat(16_000)}`,
    'functions 4,000 deep': `${'not('.repeat(4_000)}1${')'.repeat(4_000)}`,
    'predicates 10,000 deep': `${'a['.repeat(10_000)}1${']'.repeat(10_000)}`,
    'a path of 16,000 steps': long('a/').slice(0, -1),
    'half references': long('${'),
    'references that are never closed': long('${ '),
    'one name': long('a'),
    'one text': `'${long('a').slice(2)}'`,
    signs: `${'-'.repeat(longest - 1)}1`,
    dots: long('.'),
    spaces: `1${' '.repeat(longest - 3)}+1`,
  }).map(([what, text]) => ({
    name: `expressions that are ${what}`,
    says: text.startsWith('${')
      ? 'reference.malformed'
      : /deep|differences|dots/.test(what)
        ? 'expression.wrong'
        : 'sheet.too-many',
    make: book([[...computed, 'default'], ...many(mostLong / 2, (n) => ['calculate', `q${n}`, text, text])]),
  })),
  ...Object.entries({
    'parameters of spaces': ['range', `start=1${' '.repeat(longest - 20)}end=2`, ''],
    'parameters of digits': ['range', `start=${'1'.repeat(longest - 10)}x`, ''],
    'types of references': [long(' ${'), '', ''],
    'types of spaces': [`select_one${' '.repeat(longest - 20)}l or_other`, '', ''],
    'appearances of words': ['text', '', long('w ')],
    'triggers of commas': ['text', '', ''],
  }).map(([what, [type = '', parameters = '', appearance = '']]) => ({
    name: `cells that are ${what}`,
    says: 'any',
    make: book([
      [...plain, 'parameters', 'appearance', 'trigger'],
      ...many(Math.floor(mostLong / 2), (n) => [
        type,
        `q${n}`,
        'A',
        parameters,
        appearance,
        what.startsWith('triggers') ? long('${a},') : '',
      ]),
    ]),
  })),
  {
    name: 'patterns that grow when they are compiled',
    says: 'expression.pattern',
    make: book([
      [...plain, 'constraint'],
      ...many(4_900, (n) => ['text', `q${n}`, 'A', `regex(., '(${'\\p{L}'.repeat(90)}${n}){1000}')`]),
    ]),
  },
  {
    name: 'patterns just small enough',
    says: 'sheet.too-many',
    make: book([
      [...plain, 'constraint'],
      ...many(4_900, (n) => ['text', `q${n}`, 'A', `regex(., '(${'\\p{L}'.repeat(11)}${n}){40}')`]),
    ]),
  },
  {
    name: 'names that every object has',
    says: 'imports',
    make: book(
      [
        ['type', 'name', ...names.map((name) => `label::${name}`), ...names, 'bind::__proto__'],
        ...names.map((name, n) => [
          `select_one ${name}`,
          name,
          ...many(13, () => [`\${${names[(n + 1) % 6]}}`]).flat(),
        ]),
        ...names.flatMap((name) => [['begin group', `g${name}`, 'G'], ['text', `t${name}`, 'T'], ['end group']]),
      ],
      [['list_name', 'name', 'label', ...names], ...names.map((name) => many(10, () => [name]).flat())],
    ),
  },
  {
    name: 'one text that 500 cells share',
    says: 'any',
    make: () =>
      workbookOf({
        sheets: [
          [
            'survey',
            `<row>${plain.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>${'<row><c t="s"><v>0</v></c></row>'.repeat(500)}`,
          ],
        ],
        strings: `<si><t>${long('${a} ')}</t></si>`,
      }),
  },
  ...Object.entries({
    'with 100,000 rows': () => `name,label\n${'a,b\n'.repeat(99_999)}`,
    'with 256 columns': () =>
      `name,label,${many(254, (n) => [`c${n}`])
        .flat()
        .join(',')}\n`,
    'with 4 MB of separators': () => `name,label\n${`${','.repeat(250)}\n`.repeat(15_000)}`,
    'with a quote that never ends': () => `name,label\n"${'a,b\n'.repeat(900_000)}`,
    'with a million line breaks': () => `name,label\na,A${'\r'.repeat(4_000_000)}`,
    'with a filter that names nothing': () => `name,label\n${'a b,c\n'.repeat(40_000)}`,
  }).map(([what, csv]) => ({
    name: `a CSV file ${what}`,
    says: 'any',
    csv,
    make: book([
      [...plain, 'choice_filter'],
      ...many(2_000, (n) => ['select_multiple_from_file f.csv', `q${n}`, 'A', 'zone = 1 or zone = 2']),
    ]),
  })),
]
