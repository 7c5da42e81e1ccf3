import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { type FormChange, formChanges, holdsOrphan, orphanOf } from './changes.ts'
import type { FormVersion } from './form.ts'

const head = 'type | name | label | required | relevant | constraint | calculation'
const choices = `
  list_name | name | label
  yn | yes | Yes
  yn | no | No
  yn | perhaps | Perhaps`

const formOf = (survey: string, lists = choices): FormVersion =>
  formVersion('f', { survey: `${head}\n${survey.trim()}`, choices: lists })

const before = formOf(`
  integer | meetings | Meetings | | | |
  select_one yn | book | Book kept | | | |
  text | words | In words | | | |
  begin group | people | People | | | |
  integer | present | Present | | | |
  end group | | | | | |
  begin repeat | visit | Visit | | | |
  text | place | Place | | | |
  end repeat | | | | | |`)

const changes = (survey: string, lists?: string) => formChanges(before, formOf(survey, lists))
const of = (found: readonly FormChange[], key: string) => found.filter((change) => change.key === key)

const rest = `
  begin repeat | visit | Visit | | | |
  text | place | Place | | | |
  end repeat | | | | | |`

test('a form that says the same has no changes, whatever its labels', () => {
  expect(formChanges(before, before)).toEqual([])
  expect(formChanges(formOf('text | a | One | | | |'), formOf('text | a | Another | | | |'))).toEqual([])
})

test('questions that are gone, new, or called otherwise', () => {
  const found = changes(`
    integer | sessions | Meetings | | | |
    select_one yn | book | Book kept | | | |
    date | day | Day | | | |
    begin group | people | People | | | |
    integer | present | Present | | | |
    end group | | | | | |${rest}`)
  expect(found).toEqual([
    { kind: 'renamed', key: 'meetings', to: 'sessions' },
    { kind: 'removed', key: 'words' },
    { kind: 'added', key: 'day' },
  ])
})

test('two new questions with the same label: nobody knows which is meant', () => {
  const one = formOf('text | a | Words | | | |')
  const two = formOf('text | b | Words | | | |\n text | c | Words | | | |')
  expect(formChanges(one, two).map(({ kind, key }) => [kind, key])).toEqual([
    ['removed', 'a'],
    ['added', 'b'],
    ['added', 'c'],
  ])
})

test('another type, with answers that can still be read and without', () => {
  const found = changes(`
    decimal | meetings | Meetings | | | |
    text | book | Book kept | | | |
    date | words | In words | | | |
    begin group | people | People | | | |
    integer | present | Present | | | |
    end group | | | | | |${rest}`)
  expect(found).toEqual([
    { kind: 'retyped', key: 'meetings', from: 'integer', to: 'decimal', isKept: true },
    { kind: 'retyped', key: 'book', from: 'select_one', to: 'text', isKept: false },
    { kind: 'retyped', key: 'words', from: 'text', to: 'date', isKept: false },
  ])
})

test('choices that are gone', () => {
  const lists = `
    list_name | name | label
    yn | yes | Yes
    yn | maybe | Perhaps`
  const same = `
    integer | meetings | Meetings | | | |
    select_one yn | book | Book kept | | | |
    text | words | In words | | | |
    begin group | people | People | | | |
    integer | present | Present | | | |
    end group | | | | | |${rest}`
  expect(changes(same, lists)).toEqual([{ kind: 'choices-removed', key: 'book', choices: ['no', 'perhaps'] }])
})

test('asked more strictly, shown otherwise, calculated otherwise; "no" and false() ask for nothing', () => {
  const one = formOf(`
    integer | a | A | | | |
    integer | b | B | no | | |
    calculate | c | | | | | \${a} + 1`)
  const two = formOf(`
    integer | a | A | yes | \${b} > 1 | . > 0 |
    integer | b | B | false() | | |
    calculate | c | | | | | \${a} + 2`)
  expect(formChanges(one, two).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'required a',
    'constraint a',
    'relevance a',
    'calculation c',
  ])
  expect(formChanges(two, one).map(({ kind, key }) => `${kind} ${key}`)).toEqual(['relevance a', 'calculation c'])
})

test('moved between groups answers are still found, into a repeat they are not', () => {
  const found = changes(`
    begin group | first | First | | | |
    integer | meetings | Meetings | | | |
    end group | | | | | |
    select_one yn | book | Book kept | | | |
    integer | present | Present | | | |
    begin repeat | visit | Visit | | | |
    text | words | In words | | | |
    text | place | Place | | | |
    end repeat | | | | | |`)
  expect(of(found, 'meetings')).toEqual([{ kind: 'moved', key: 'meetings', from: [], to: ['first'], isKept: true }])
  expect(of(found, 'present')).toEqual([{ kind: 'moved', key: 'present', from: ['people'], to: [], isKept: true }])
  expect(of(found, 'words')).toEqual([{ kind: 'moved', key: 'words', from: [], to: ['visit'], isKept: false }])
})

test('what is orphaned is found in stored answers, in rounds too', () => {
  const find = (change: FormChange, answers: Record<string, never> | object) => {
    const orphan = orphanOf(before, change)
    return orphan && holdsOrphan(orphan, new Map(Object.entries(answers)))
  }
  expect(find({ kind: 'removed', key: 'meetings' }, { meetings: 0 })).toBe(true)
  expect(find({ kind: 'removed', key: 'meetings' }, { words: 'x' })).toBe(false)
  expect(find({ kind: 'removed', key: 'place' }, { visit: [{}, { place: 'x' }] })).toBe(true)
  expect(find({ kind: 'removed', key: 'place' }, { place: 'x', visit: [{}] })).toBe(false)
  const gone = { kind: 'choices-removed', key: 'book', choices: ['no'] } as const
  expect(find(gone, { book: 'no' })).toBe(true)
  expect(find(gone, { book: 'yes' })).toBe(false)
  expect(find(gone, { book: ['yes', 'no'] })).toBe(true)
  for (const kind of ['added', 'required', 'constraint', 'relevance', 'calculation'] as const)
    expect(find({ kind, key: 'meetings' }, { meetings: 1 })).toBeUndefined()
  expect(
    find({ kind: 'moved', key: 'meetings', from: [], to: ['people'], isKept: true }, { meetings: 1 }),
  ).toBeUndefined()
})
