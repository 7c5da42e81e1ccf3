import { describe, expect, test } from 'vitest'
import { answerOf, document } from '../evaluation-fixture.ts'

test.each([
  ['count(member)', 3],
  ['count-non-empty(/data/*)', 6],
  ['sum(member/age)', 60],
  ['sum(/data/none)', 0],
  ['sum(/data/name)', Number.NaN],
  ['min(member/age)', 7],
  ['max(member/age, 99, "100")', 100],
  ['max(/data/none)', Number.NaN],
  ['max(3, /data/blank)', Number.NaN],
  ['position(member[3]/age/..)', 3],
  ['position(/data/none)', Number.NaN],
  ['name(member[1]/*[2])', 'sex'],
  ['name()', 'data'],
])('%s', (expression, expected) => {
  expect(answerOf(expression)).toBe(expected)
})

test('local-name() is the name behind its prefix', () => {
  expect(answerOf('local-name(orx:meta)', { over: document('<data><orx:meta/></data>') })).toBe('meta')
})

describe('pulldata()', () => {
  const list = document(
    '<root><item><code>c1</code><name>Bắc</name></item><item><code>c2</code><name>Nam</name></item></root>',
  )
  const environment = { instance: (id: string) => (id === 'regions' ? list : undefined) }
  test.each([
    ['the value of a column where another is as asked', 'pulldata("regions", "name", "code", "c2")', 'Nam'],
    ['blank for a row that is not there', 'pulldata("regions", "name", "code", "c3")', ''],
    ['blank for a column that is not there', 'pulldata("regions", "constructor", "code", "c2")', ''],
    ['blank for a list that is not there', 'pulldata("none", "name", "code", "c2")', ''],
  ])('%s', (_, expression, expected) => {
    expect(answerOf(expression, { environment })).toBe(expected)
  })
})

describe('indexed-repeat()', () => {
  const over = document(
    `<data><house><room><v>1a</v></room><room><v>1b</v></room></house><house><room><v>2a</v></room><room><v>2b</v></room></house>
     <two>2</two></data>`,
  )
  test.each([
    ['indexed-repeat(/data/house/room/v, /data/house, 2, /data/house/room, 1)', ['2a']],
    ['indexed-repeat(house/room/v, house, /data/two, house/room, "2")', ['2b']],
    ['indexed-repeat(/data/house/room/v, /data/house, 2)', ['2a', '2b']],
    ['indexed-repeat(/data/house/room/v, /data/house, 3)', []],
    ['indexed-repeat(/data/house/room/v, /data/house, 1, /data/house/room, 3)', []],
  ])('%s', (expression, expected) => {
    expect(answerOf(expression, { over })).toEqual(expected)
  })
})
