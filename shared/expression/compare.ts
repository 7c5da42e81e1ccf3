// Comparisons (XPath 1.0 section 3.4). A node-set compares by its nodes: true as soon as one of them, or one pair, is.

import type { Zone } from './date.ts'
import type { Pair } from './expression.ts'
import type { TreeNode } from './tree.ts'
import { isMoment, isNodes, numberOf, textOf, truthOf, type Value } from './value.ts'

export type Comparison = Extract<Pair, '=' | '!=' | '<' | '<=' | '>' | '>='>

const byOrder: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

const isNumeric = (value: Value) => typeof value === 'number' || isMoment(value)

/** `spend` is told of each pair of nodes before it is compared. */
export function compare(
  operator: Comparison,
  left: Value,
  right: Value,
  zone: Zone,
  spend: (steps: number) => void,
): boolean {
  const equality = operator === '=' || operator === '!='
  const holds = (a: Value, b: Value): boolean => {
    if (equality && (typeof a === 'boolean' || typeof b === 'boolean'))
      return byOrder[operator](Number(truthOf(a)), Number(truthOf(b)))
    if (equality && !isNumeric(a) && !isNumeric(b)) return (textOf(a) === textOf(b)) === (operator === '=')
    return byOrder[operator](numberOf(a, zone), numberOf(b, zone))
  }
  // Only for = and != is a node-set as good as its truth: ODK's engines order a boolean with each node's number.
  const apart = (value: Value, other: Value): readonly Value[] =>
    isNodes(value) && !(equality && typeof other === 'boolean') ? value.map((node: TreeNode) => node.text) : [value]
  const [lefts, rights] = [apart(left, right), apart(right, left)]
  spend(lefts.length * rights.length)
  return lefts.some((a) => rights.some((b) => holds(a, b)))
}
