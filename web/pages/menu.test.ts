import { expect, test } from 'vitest'
import { path } from '../../shared/paths.ts'
import { type MenuEntry, menuEntries } from './context.ts'
import { menuPlace } from './menu.ts'

const all = new Set(menuEntries)
const unit = '/campaigns/c/periods/2013-H1/units/u'

test.each<[string, MenuEntry, boolean]>([
  [path.people(), 'people', true],
  ['/people?q=a', 'people', true],
  ['/people/import', 'people', false],
  ['/people/teams/t/removal', 'people', false],
  ['/organisation/next-steps', 'organisation', false],
  ['/exports/new?campaign=c', 'exports', false],
  ['/answers', 'answers', true],
  ['/answers/waiting', 'waiting', true],
  ['/forms/f/versions/1/blank', 'forms', false],
  ['/campaigns', 'campaigns', true],
  ['/campaigns/new', 'campaigns', false],
  ['/campaigns/c/steps/more', 'campaigns', false],
  ['/campaigns/c/periods/2013-H1/assignments/import', 'campaigns', false],
  ['/campaigns/c/board?unit=u', 'progress', false],
  ['/campaigns/c/periods/2013-H1/progress', 'progress', false],
  ['/campaigns/c/answers', 'answers', false],
  ['/campaigns/c/periods/2013-H1/records?unit=u', 'answers', false],
  [`${unit}/responses/r/record`, 'answers', false],
  [`${unit}/responses/r`, 'visits', false],
  [`${unit}/form`, 'visits', false],
  [`${unit}/actions/a`, 'actions', false],
  [`${unit}/actions/a/assign`, 'actions', false],
])('%s belongs to %s', (here, entry, isItself) => {
  expect(menuPlace(here, all)).toEqual({ entry, isItself })
})

test('only what a person has in the menu is marked', () => {
  expect(menuPlace(`${unit}/responses/r`, new Set(['answers']))).toEqual({ entry: 'answers', isItself: false })
  expect(menuPlace(`${unit}/form`, new Set(['people']))).toBeUndefined()
  expect(menuPlace('/answers/waiting', new Set(['answers']))).toEqual({ entry: 'answers', isItself: false })
  for (const here of ['/', '/account/tokens', '/peoples']) expect(menuPlace(here, all)).toBeUndefined()
})
