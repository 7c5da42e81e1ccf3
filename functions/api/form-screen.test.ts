// A form as it goes back and forth between a browser without script and the server.

import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { fieldName } from '../../web/form/field-names.ts'
import { HiddenFields } from '../../web/form/hidden-fields.tsx'
import { enterForm } from './form-screen.ts'

const about = (version: ReturnType<typeof formVersion>) => ({
  version,
  ui: 'vi' as const,
  responseId: '0b0d7f0e-8c53-4e53-9d5e-1f2e3a4b5c6d',
  startedAt: '2013-03-01T00:00:00.000Z',
  timeZone: 'Asia/Ho_Chi_Minh',
})

const people = formVersion('people', {
  survey: `
type | name | label
begin repeat | person | Person
text | who | Who?
begin repeat | child | Child
text | called | Name
end repeat | |
end repeat | |`,
})

/** Presses buttons one after the other, each on the page that the one before it brought. */
function pressed(typed: Record<string, string>, ...actions: string[]) {
  let fields: [string, string][] = Object.entries(typed).map(([place, text]) => [fieldName(place), text])
  for (const action of actions) {
    const { screen } = enterForm(about(people), new URLSearchParams([...fields, ['action', action]]))
    fields = screen.draft.nodes.flat().map(({ place, value }) => [fieldName(place), value])
  }
  return Object.fromEntries(fields.filter(([, text]) => text !== ''))
}

test('the round that a button stands in is the one that it takes out, also after another one went', () => {
  const typed = { 'person[1]/who': 'An', 'person[2]/who': 'Bình', 'person[3]/who': 'Chi', 'person[4]/who': 'Dung' }
  const left = { 'q.person[1]/who': 'An', 'q.person[2]/who': 'Dung' }
  expect(pressed(typed, 'remove person[2]', 'remove person[2]')).toEqual(left)
  expect(pressed(typed, 'remove person[3]', 'remove person[2]')).toEqual(left)
  expect(pressed(typed, ...Array.from({ length: 4 }, () => 'remove person[1]'))).toEqual({})
})

test('a round takes with it what is in it, and nothing beside it', () => {
  const typed = { 'person[1]/child[1]/called': 'Ánh', 'person[1]/child[2]/called': 'Bảo', 'person[12]/who': 'Chi' }
  expect(pressed(typed, 'remove person[1]/child[1]')).toEqual({
    'q.person[1]/child[1]/called': 'Bảo',
    'q.person[2]/who': 'Chi',
  })
  expect(pressed(typed, 'remove person[1]')).toEqual({ 'q.person[1]/who': 'Chi' })
})

test('of many faults on a page no more are named than anybody puts right at once', () => {
  const crowded = formVersion('crowded', {
    survey: `
type | name | label | required
begin repeat | person | Person |
text | who | Who? | yes
end repeat | | |
text | last | Last |`,
    settings: 'style\npages',
  })
  const rounds = Array.from({ length: 1_000 }, (_, at): [string, string] => [fieldName(`person[${at + 1}]`), ''])
  const { screen } = enterForm(about(crowded), new URLSearchParams([...rounds, ['at', '0'], ['action', 'next']]))
  expect([screen.page?.item, screen.faults.size]).toEqual([0, 100])
})

test('a calculation with a trigger is made anew without script too, when its trigger changed and only then', () => {
  const triggered = formVersion('triggered', {
    survey: `
type | name | label | trigger | calculation
integer | a | A | |
integer | c | C | |
calculate | b | | \${a} | \${a} * \${c}`,
  })
  const enter = (fields: Record<string, string>) => {
    const { screen } = enterForm(about(triggered), new URLSearchParams({ ...fields, action: 'refresh' }))
    const html = String(HiddenFields({ screen }))
    const hidden = [...html.matchAll(/name="((?:q|then)\.[^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    return Object.fromEntries(hidden)
  }
  const first = enter({ 'q.a': '2', 'q.c': '3' })
  expect(first).toEqual({ 'q.b': '6', 'then.a': '2' })
  expect(enter({ ...first, 'q.a': '2', 'q.c': '5' })['q.b']).toBe('6')
  expect(enter({ ...first, 'q.a': '4', 'q.c': '5' })).toEqual({ 'q.b': '20', 'then.a': '4' })
})

test('what was typed in one language stays what it is when the page is asked for in another', () => {
  const areas = formVersion('areas', { survey: 'type | name | label\ndecimal | area | Area\ndecimal | share | Share' })
  const typed: [string, string][] = [
    [fieldName('area'), '1.250'],
    [fieldName('share'), '1,125'],
    ['typedIn', 'vi'],
    ['action', 'refresh'],
  ]
  for (const ui of ['vi', 'en'] as const) {
    const { screen } = enterForm({ ...about(areas), ui }, new URLSearchParams(typed))
    expect(screen.draft.nodes.flat().map(({ value }) => value)).toEqual(['1250', '1.125'])
  }
})
