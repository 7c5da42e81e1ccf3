// Somebody who holds every figure that was shown and knows linear algebra: which groups can be computed from them?

import type { CountedUnit } from './shown-units.ts'

export const atomName = (unit: string, group: number): string => `${unit}/${group}`

/** Every unit of the tree with the units of its subtree. */
export function subtrees(top: CountedUnit): Map<string, CountedUnit[]> {
  const found = new Map<string, CountedUnit[]>()
  const walk = (unit: CountedUnit): CountedUnit[] => {
    const under = [unit, ...unit.children.flatMap(walk)]
    found.set(unit.id, under)
    return under
  }
  walk(top)
  return found
}

// Exact enough for small trees: a prime field tells dependent rows from independent ones as the rationals do, unless a
// determinant happens to be a multiple of this prime.
const prime = 2_147_483_647n
const modulo = (value: bigint): bigint => ((value % prime) + prime) % prime

function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, modulo(value), prime - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/** Equations in row echelon form: what is known, as sums of atoms. */
export class Known {
  private readonly rows = new Map<number, bigint[]>()

  private reduce(row: readonly bigint[]): bigint[] {
    let left = row.map(modulo)
    for (const [pivot, known] of this.rows) {
      const factor = left[pivot] ?? 0n
      if (factor !== 0n) left = left.map((value, index) => modulo(value - factor * (known[index] ?? 0n)))
    }
    return left
  }

  /** Learns the sum over a set of atoms. */
  learn(row: readonly bigint[]): void {
    const left = this.reduce(row)
    const pivot = left.findIndex((value) => value !== 0n)
    if (pivot < 0) return
    const scale = inverse(left[pivot] ?? 1n)
    const unit = left.map((value) => modulo(value * scale))
    for (const [other, known] of this.rows) {
      const factor = known[pivot] ?? 0n
      if (factor !== 0n)
        this.rows.set(
          other,
          known.map((value, index) => modulo(value - factor * (unit[index] ?? 0n))),
        )
    }
    this.rows.set(pivot, unit)
  }

  /** Whether the sum over these atoms follows from what was learned. */
  tells(row: readonly bigint[]): boolean {
    return this.reduce(row).every((value) => value === 0n)
  }
}
