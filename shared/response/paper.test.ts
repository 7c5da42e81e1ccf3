import { expect, test } from 'vitest'
import { paperMoment } from './paper.ts'

const now = '2013-07-15T01:00:00.000Z'

test.each<[string, string, string | undefined]>([
  ['2013-07-14', 'Asia/Ho_Chi_Minh', '2013-07-13T17:00:00.000Z'],
  ['14/7/2013', 'Asia/Ho_Chi_Minh', '2013-07-13T17:00:00.000Z'],
  [' 14.07.2013 ', 'Asia/Ho_Chi_Minh', '2013-07-13T17:00:00.000Z'],
  // Today, which has begun there, and tomorrow, which hasn't.
  ['2013-07-15', 'Asia/Ho_Chi_Minh', '2013-07-14T17:00:00.000Z'],
  ['2013-07-16', 'Asia/Ho_Chi_Minh', undefined],
  ['2013-07-15', 'America/New_York', undefined],
  ['2012-02-29', 'UTC', '2012-02-29T00:00:00.000Z'],
  ['2013-02-29', 'UTC', undefined],
  ['0013-02-28', 'UTC', undefined],
  ['hôm qua', 'UTC', undefined],
  ['', 'UTC', undefined],
])('"%s" in %s is %s', (text, zone, expected) => {
  expect(paperMoment(text, zone, now)).toBe(expected)
})
