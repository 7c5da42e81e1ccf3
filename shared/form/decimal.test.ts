import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimals } from '../../test/support/arbitraries.ts'
import { addDecimals, compareDecimals, decimalText, divideDecimals, ExactSum, toDecimal, zero } from './decimal.ts'

const read = (text: string) => toDecimal(text)

test.each([
  ['15', '28', 3, '0.536'],
  ['8', '14', 3, '0.571'],
  ['14', '14', 3, '1.000'],
  ['1', '8', 2, '0.13'],
  ['-1', '8', 2, '-0.13'],
  ['1', '-8', 2, '-0.13'],
  ['0', '7', 1, '0.0'],
  ['0.3', '0.1', 0, '3'],
])('%s / %s to %i places is %s', (a, b, places, quotient) => {
  const divided = divideDecimals(read(a), read(b), places)
  expect(divided && decimalText(divided)).toBe(quotient)
})

test('nothing is divided by zero', () => {
  expect(divideDecimals(read('1'), read('0.00'), 2)).toBeUndefined()
})

test('tenths add up, as floats do not', () => {
  const sum = Array.from({ length: 10 }, () => read('0.1')).reduce(addDecimals)
  expect(decimalText(sum)).toBe('1.0')
})

test('text reads back to the same number', () => {
  fc.assert(
    fc.property(decimals, (value) => {
      expect(toDecimal(decimalText(value))).toEqual(value)
    }),
  )
})

test('adding is commutative and associative, to the digit and the scale', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (a, b, c) => {
      expect(addDecimals(a, b)).toEqual(addDecimals(b, a))
      expect(addDecimals(addDecimals(a, b), c)).toEqual(addDecimals(a, addDecimals(b, c)))
    }),
  )
})

test('comparing is what subtracting says', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const difference = addDecimals(a, { units: -b.units, scale: b.scale }).units
      expect(Math.sign(compareDecimals(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
    }),
  )
})

test('a quotient is the nearest there is at its scale', () => {
  fc.assert(
    fc.property(
      decimals,
      decimals.filter(({ units }) => units !== 0n),
      fc.integer({ min: 0, max: 6 }),
      (a, b, places) => {
        const quotient = divideDecimals(a, b, places)
        if (!quotient) throw new Error('no quotient')
        // |a - q*b| * 2 <= |b| in units of the last place
        const scale = BigInt(a.scale + b.scale + places)
        const at = (units: bigint, from: number) => units * 10n ** (scale - BigInt(from))
        const off = at(a.units, a.scale) - at(quotient.units * b.units, places + b.scale)
        const half = at(b.units, b.scale + places)
        const abs = (x: bigint) => (x < 0n ? -x : x)
        expect(abs(off) * 2n <= abs(half)).toBe(true)
      },
    ),
  )
})

test('a sum is exact, whatever the whole numbers and decimals come to', () => {
  const large = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(fc.array(fc.oneof(large, fc.integer(), decimals), { maxLength: 30 }), (values) => {
      const sum = new ExactSum()
      for (const value of values) sum.add(value)
      const plain = values.map((value) => (typeof value === 'number' ? toDecimal(value) : value))
      expect(sum.total()).toEqual(plain.reduce(addDecimals, zero))
    }),
  )
})
