import { expect, test } from 'vitest'
import { answerOf, document } from '../evaluation-fixture.ts'

/** A square of a hundredth of a degree at the equator: 1,113 m a side on the sphere of JavaRosa. */
const square = '0 0 0 0; 0 0.01 0 0; 0.01 0.01 0 0; 0.01 0 0 0; 0 0 0 0'

test.each([
  [`distance("${square}")`, 4452.75],
  ['distance("0 0", "0 0.01")', 1113.19],
  ['distance("0 0")', 0],
  ['distance("90 0;90 1")', 0],
  ['distance("a")', Number.NaN],
  ['distance("91 0;0 0")', Number.NaN],
  ['distance("")', Number.NaN],
  [`area("${square}")`, 1_239_188.52],
  ['area("0 0;0 1")', 0],
  ['area("a")', Number.NaN],
  [`geofence("0.005 0.005 0 0", "${square}")`, true],
  [`geofence("0.005 0.02 0 0", "${square}")`, false],
  [`geofence("", "${square}")`, false],
  ['geofence("0 0", "")', false],
])('%s', (expression, expected) => {
  expect(answerOf(expression)).toBe(expected)
})

test('points may be the nodes of a repeat', () => {
  const over = document('<data><p>0 0</p><p>0 0.01</p><p>0 0.02</p></data>')
  expect(answerOf('distance(p)', { over })).toBe(2226.38)
})
