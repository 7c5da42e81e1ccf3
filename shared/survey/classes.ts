// Classes of numbers for a histogram, the same for all units. Both ends are open and hold enough answers, so that no class tells
// the smallest or the largest number that somebody gave.

import { leastAnswers } from '../disclosure/shown-units.ts'

/** About so many classes: enough to see a shape, few enough to read. */
const wishedClasses = 8

const niceSteps = [1, 2, 5, 10] as const

/** The smallest of 1, 2, 5 times a power of ten that is at least this. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = niceSteps.find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return Number((step * power).toPrecision(12))
}

/**
 * Where one class ends and the next begins, ascending; a class holds its lower edge. None: all in one class. `values`: each
 * number that was given, and how often.
 */
export function classEdges(values: ReadonlyMap<string, number>): number[] {
  const ascending = [...values]
    .map(([text, times]) => ({ value: Number(text), times }))
    .sort((a, b) => a.value - b.value)
  const low = endOf(ascending)
  const high = endOf(ascending.toReversed())
  if (low === undefined || high === undefined || low >= high) return []
  const isWhole = ascending.every(({ value }) => Number.isInteger(value))
  const step = Math.max(niceStep((high - low) / wishedClasses), isWhole ? 1 : 0)
  const edges: number[] = []
  for (let index = Math.floor(low / step) + 1; index * step <= high; index += 1)
    edges.push(Number((index * step).toPrecision(12)))
  return edges
}

/** The last of the first answers that are enough for a class; undefined where all are too few. */
function endOf(sorted: readonly { readonly value: number; readonly times: number }[]): number | undefined {
  let seen = 0
  for (const { value, times } of sorted) {
    seen += times
    if (seen >= leastAnswers) return value
  }
  return undefined
}

/** In which class a number falls, from 0. */
export const classOf = (edges: readonly number[], value: number): number => edges.filter((edge) => edge <= value).length
