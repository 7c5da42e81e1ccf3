import { expect, test } from 'vitest'
import { asId, PeriodId } from '../ids.ts'
import { previousPeriod } from './period.ts'

const periods = ['2013-H2', '2012-H2', '2013-Q2', '2011-H1', '2013', '2012-12', '2013-H1'].map((id) => ({
  id: asId(PeriodId, id),
}))

test.each([
  ['2013-H2', '2013-H1'],
  ['2013-H1', '2012-H2'],
  ['2012-H2', '2011-H1'],
  ['2011-H1', undefined],
  ['2013-Q2', undefined],
  ['2013-01', '2012-12'],
  ['2014', '2013'],
])('before %s of these comes %s', (id, expected) => {
  expect(previousPeriod(periods, asId(PeriodId, id))?.id).toBe(expected)
})
