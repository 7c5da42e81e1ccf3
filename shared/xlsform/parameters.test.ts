import { describe, expect, test } from 'vitest'
import { importText } from './xlsform-fixture.ts'

const errorsOf = (type: string, parameters: string, appearance = '') =>
  importText({
    survey: `type|name|label|parameters|appearance|trigger\n${type}|q|Q|${parameters}|${appearance}|\nbegin repeat|r|R\ntext|t|T\nend repeat`,
    choices: 'list_name|name|label\nl|a|A\nticks|0|Low\nticks|5|High\nends|1|Low\nends|10|High\nodd|1.5|x',
  }).errors

describe('what is not key=value', () => {
  test.each(['a', 'a=', '=1', 'a=b=c', 'a b=1'])('%s', (text) =>
    expect(errorsOf('text', text)).toMatchObject([{ code: 'parameters.malformed', row: 2, column: 'parameters' }]),
  )
  test.each(['rows=1', ' rows = 1 ', 'ROWS=1'])('%s is read', (text) => expect(errorsOf('text', text)).toEqual([]))
})

test.each([
  ['text', 'lines=3', { code: 'parameters.unknown', names: ['lines'], accepted: ['rows'] }],
  ['text', 'rows=many', { code: 'parameters.number', name: 'rows', whole: true }],
  ['image', 'max-pixels=1.5', { code: 'parameters.number', name: 'max-pixels' }],
  ['image', 'app=camera', { code: 'parameters.package', name: 'app' }],
  ['audio', 'quality=best', { code: 'parameters.value', name: 'quality' }],
  ['geopoint', 'capture-accuracy=good', { code: 'parameters.number', name: 'capture-accuracy', whole: false }],
  ['geopoint', 'incremental=true', { code: 'parameters.unknown', names: ['incremental'] }],
  ['geotrace', 'incremental=false', { code: 'parameters.value', name: 'incremental' }],
  ['geotrace', 'reference-geometry=nowhere', { code: 'parameters.geometry' }],
  ['select_one l', 'randomize=maybe', { code: 'parameters.value', name: 'randomize' }],
  ['select_one l', 'seed=1', { code: 'parameters.needs', name: 'seed' }],
  ['select_one l', 'randomize=true seed=x+1', { code: 'parameters.number', name: 'seed' }],
  ['select_one l', 'value=a', { code: 'parameters.unknown', names: ['value'] }],
  ['select_one_from_file a.csv', 'value=1a', { code: 'parameters.name', name: 'value' }],
  ['audit', 'track-changes=yes', { code: 'parameters.value', name: 'track-changes' }],
  ['range', 'start=low', { code: 'parameters.number', name: 'start' }],
  ['range', 'step=0', { code: 'parameters.zero', name: 'step' }],
  ['range', 'end=3 step=5', { code: 'parameters.beyond-range', name: 'step' }],
  ['range', 'step=2 tick_interval=3', { code: 'parameters.multiple', name: 'tick_interval', of: 'step' }],
  ['range', 'placeholder=11', { code: 'parameters.outside', name: 'placeholder' }],
  ['range', 'step=2 placeholder=2', { code: 'parameters.multiple', name: 'placeholder' }],
  ['range', 'tick_labelset=none', { code: 'list.unknown', list: 'none' }],
  ['range', 'tick_labelset=l', { code: 'parameters.labels', why: 'not-numbers' }],
  ['range', 'tick_labelset=ticks', { code: 'parameters.outside', name: 'tick_labelset' }],
  ['range', 'tick_labelset=odd', { code: 'parameters.multiple', name: 'tick_labelset' }],
])('%s %s', (type, parameters, wanted) =>
  expect(errorsOf(type, parameters)).toContainEqual(expect.objectContaining(wanted)),
)

test.each([
  ['rating', { code: 'parameters.appearance', names: ['tick_labelset'] }],
  ['no-ticks', { code: 'parameters.labels', why: 'not-ends' }],
])('labels of ticks with the appearance %s', (appearance, wanted) =>
  expect(errorsOf('range', 'start=0 end=10 tick_labelset=ticks', appearance)).toMatchObject([wanted]),
)

test.each([
  ['range', 'start=0 end=0.3 step=0.1 tick_interval=0.3', ''],
  ['range', 'start=10 end=0 step=-1 placeholder=5', ''],
  ['range', 'start=1e1 end=20', ''],
  ['range', 'tick_labelset=ends', 'no-ticks'],
  ['select_one l', 'randomize=True, seed=${t}', ''],
  ['geoshape', 'incremental=true allow-mock-accuracy=true reference-geometry=${r}', ''],
  ['audit', 'location-priority=balanced location-min-interval=60 location-max-age=120', ''],
])('%s %s is right', (type, parameters, appearance) => {
  const name = type === 'audit' ? 'audit' : 'q'
  const { errors } = importText({
    survey: `type|name|label|parameters|appearance\n${type}|${name}|Q|${parameters}|${appearance}\ntext|t|T\nbegin repeat|r|R\ntext|u|U\nend repeat`,
    choices: 'list_name|name|label\nl|a|A\nends|1|Low\nends|10|High',
  })
  expect(errors).toEqual([])
})

test('an audit with half of its places', () => {
  const at = (parameters: string) => errorsOf('audit', parameters).filter(({ code }) => code.startsWith('parameters.'))
  expect(at('location-priority=balanced')).toMatchObject([{ code: 'parameters.needs' }])
  expect(at('location-priority=balanced location-min-interval=60 location-max-age=30')).toMatchObject([
    { code: 'parameters.below', name: 'location-max-age' },
  ])
})
