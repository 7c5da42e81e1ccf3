import { expect, test } from 'vitest'
import { zoneOf } from './zone.ts'

const hour = 3_600_000

test.each([
  ['UTC', '2026-03-01T00:00:00Z', 0],
  ['Asia/Ho_Chi_Minh', '2026-03-01T00:00:00Z', 7 * hour],
  ['Asia/Kolkata', '2026-03-01T00:00:00Z', 5.5 * hour],
  ['America/Phoenix', '2026-07-01T00:00:00Z', -7 * hour],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', hour],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 2 * hour],
])('%s at %s', (timeZone, at, expected) => {
  const zone = zoneOf(timeZone)
  expect(zone(Date.parse(at))).toBe(expected)
  expect(zone(Date.parse(at))).toBe(expected)
})

test('what no Date can hold has no offset, and an unknown zone is refused', () => {
  expect(zoneOf('Asia/Tokyo')(Number.NaN)).toBe(0)
  expect(zoneOf('Asia/Tokyo')(1e300)).toBe(0)
  expect(() => zoneOf('Mars/Olympus')).toThrow(RangeError)
})
