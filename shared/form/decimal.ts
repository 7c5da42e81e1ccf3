// Exact decimals: a scaled BigInt. No sum in Phieu ever passes through a float.

/** The number `units / 10^scale`; scale is 0 to 9. */
export type Decimal = { readonly units: bigint; readonly scale: number }

export const zero: Decimal = { units: 0n, scale: 0 }

/** Reads DecimalText ("-12.50") or a whole number; the text must have been checked before. */
export function toDecimal(text: string | number): Decimal {
  if (typeof text === 'number') return { units: BigInt(text), scale: 0 }
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

/** "-12.50": the digits as they were counted, trailing zeros kept. */
export function decimalText({ units, scale }: Decimal): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const rescale = (value: Decimal, scale: number): bigint =>
  scale === value.scale ? value.units : value.units * 10n ** BigInt(scale - value.scale)

/** Adds at the finer of the two scales. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: rescale(a, scale) + rescale(b, scale), scale }
}

/** Negative, zero or positive, as a sort wants it. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = rescale(a, scale) - rescale(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The quotient rounded half away from zero to `places` decimals; undefined for a zero denominator.
 * 15/28 at one place of percent: divideDecimals({15}, {28}, 3) = 0.536.
 */
export function divideDecimals(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.units === 0n) return undefined
  const scale = Math.max(a.scale, b.scale)
  const numerator = rescale(a, scale) * 10n ** BigInt(places) * 2n
  const denominator = rescale(b, scale)
  const sign = numerator < 0n === denominator < 0n ? 1n : -1n
  const [top, bottom] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  return { units: (sign * (top / bottom + 1n)) / 2n, scale: places }
}

/** Far enough below the greatest safe whole number that one more safe addend leaves it exact. */
const MOST_WHOLE = 2 ** 51

/** Adds up exactly. Whole numbers are added as they are while their sum is small, at a tenth of what BigInt takes. */
export class ExactSum {
  #whole = 0
  #rest = zero

  add(value: number | Decimal): void {
    if (typeof value !== 'number') this.#rest = addDecimals(this.#rest, value)
    else if (Math.abs(value) > MOST_WHOLE) this.#rest = addDecimals(this.#rest, toDecimal(value))
    else {
      this.#whole += value
      if (Math.abs(this.#whole) <= MOST_WHOLE) return
      this.#rest = addDecimals(this.#rest, toDecimal(this.#whole))
      this.#whole = 0
    }
  }

  total(): Decimal {
    return addDecimals(this.#rest, toDecimal(this.#whole))
  }
}
