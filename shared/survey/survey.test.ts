import { expect, test } from 'vitest'
import { asId, UnitId } from '../ids.ts'
import { unitTree } from '../organisation/unit.ts'
import { forecastOf } from './forecast.ts'
import { formatLinkKey, printedCode, readLinkKey, signsFrom } from './link-key.ts'
import { placementOf } from './placement.ts'

const id = (text: string) => asId(UnitId, text)

const unit = (code: string, parent: string | null) => ({
  ...{ id: id(code), code, name: code, level: parent === null ? 'bloc' : 'cell', members: 0 },
  parentId: parent === null ? null : id(parent),
})
const tree = unitTree([unit('a', null), unit('b', 'a'), unit('c', 'a'), unit('d', 'b'), unit('e', 'b'), unit('f', 'b')])
const invited = (counts: Record<string, number>) =>
  new Map(Object.entries(counts).map(([one, count]) => [id(one), count]))
const placed = (counts: Record<string, number>) => {
  const { places, of } = placementOf(tree, id('a'), invited(counts))
  return [places.map(({ unitId, invited: count }) => `${unitId} ${count}`).sort(), Object.fromEntries(of)]
}

test('answers stay at their unit where ten are invited, and climb where fewer are', () => {
  expect(placed({ d: 10, e: 9, f: 1 })).toEqual([['b 10', 'd 10'], { d: 'd', e: 'b', f: 'b' }])
})

test('what is too small beside a large neighbour climbs on, up to the top, which keeps it', () => {
  expect(placed({ d: 30, e: 3, c: 2 })).toEqual([['a 5', 'd 30'], { d: 'd', e: 'a', c: 'a' }])
  expect(placed({ c: 2 })).toEqual([['a 2'], { c: 'a' }])
  expect(placed({})).toEqual([[], {}])
})

test('the forecast counts who would stand alone, and where break-downs are hidden', () => {
  const counts = invited({ d: 10, e: 3 })
  const placement = placementOf(tree, id('a'), counts)
  expect(forecastOf(counts, placement, [])).toEqual({
    ...{ invited: 13, places: 2, climbed: 3, groups: 1 },
    alone: 0,
    tooSmall: 1,
  })
  // 10 · (3/4)^9 + 3 · (3/4)^2 = 0.75 + 1.69
  expect(forecastOf(counts, placement, [2, 2])).toMatchObject({ groups: 4, alone: 2, tooSmall: 2 })
})

test.each([
  ['K7M4abcdefghijklmnopqr_-01', { kind: 'token', door: 'K7M4', token: 'abcdefghijklmnopqr_-01' }],
  ['K7M4', { kind: 'open', door: 'K7M4' }],
  ['K7M42XQ9PD3W', { kind: 'code', door: 'K7M4', code: '2XQ9PD3W' }],
  [' k7m4-2xq9 pd3w', { kind: 'code', door: 'K7M4', code: '2XQ9PD3W' }],
  ['kom4-lxq9-pdiw', { kind: 'code', door: 'K0M4', code: '1XQ9PD1W' }],
])('%s is a key', (text, key) => {
  expect(readLinkKey(text)).toEqual(key)
})

test.each([
  '',
  'K7M',
  'K7M42',
  'K7M42XQ9PD3',
  'K7M42XQ9PD3U',
  'U7M4',
  '../etc',
  'K7M4abcdefghijklmnopqr_-0',
  'Chi bộ 12',
])('"%s" is none', (text) => {
  expect(readLinkKey(text)).toBeUndefined()
})

test('a key reads back as it was written', () => {
  for (const text of ['K7M4abcdefghijklmnopqr_-01', 'K7M4', 'K7M42XQ9PD3W']) {
    const key = readLinkKey(text)
    expect(key && formatLinkKey(key)).toBe(text)
  }
  const key = readLinkKey('K7M42XQ9PD3W')
  expect(key?.kind === 'code' && printedCode(key.door, key.code)).toBe('K7M4-2XQ9-PD3W')
  expect(signsFrom(Uint8Array.of(0, 31, 32, 255))).toBe('0Z0Z')
})
