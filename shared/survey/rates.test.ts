import { expect, test } from 'vitest'
import { asId, UnitId } from '../ids.ts'
import { ratesOf } from './rates.ts'

const unit = (name: string, invited: number, answered: number) => ({ unitId: asId(UnitId, name), invited, answered })
const big = unit('big', 30, 12)
const middle = unit('middle', 9, 9)

test('in an anonymous survey small units share one rate', () => {
  const shown = ratesOf([big, unit('a', 4, 4), middle, unit('b', 1, 0)], true)
  expect(shown).toEqual({ units: [big, middle], together: { units: 2, invited: 5, answered: 4 } })
})

test('where those are too few together, the smallest other unit joins them', () => {
  const shown = ratesOf([big, unit('a', 3, 1), middle], true)
  expect(shown).toEqual({ units: [big], together: { units: 2, invited: 12, answered: 10 } })
  expect(ratesOf([unit('a', 3, 1)], true).together).toEqual({ units: 1, invited: 3, answered: 1 })
})

test('a named survey hides nothing', () => {
  const all = [big, unit('a', 1, 1)]
  expect(ratesOf(all, false)).toEqual({ units: all, together: undefined })
})
