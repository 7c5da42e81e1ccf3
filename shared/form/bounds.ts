// Constraints that are nothing but bounds (". >= 0 and . <= 60", "string-length(.) <= 200"): people are then told the bounds
// themselves, before and after they type, where the author wrote no message.

import type { Expression } from '../expression/expression.ts'
import type { AnswerFault } from './fault.ts'

export type Bounds = {
  /** Numbers as the author wrote them. `above`, `below`: the bound itself is excluded. */
  readonly min?: number
  readonly max?: number
  readonly above?: number
  readonly below?: number
  readonly maxLength?: number
}

const isHere = (tree: Expression | undefined): boolean =>
  typeof tree === 'object' && tree[0] === './' && (tree.length === 1 || (tree.length === 2 && isSelf(tree[1])))
const isSelf = (step: unknown): boolean => Array.isArray(step) && step.length === 2 && step[0] === 'self'
const isLength = (tree: Expression | undefined): boolean =>
  typeof tree === 'object' && tree[0] === '()' && tree[1] === 'string-length' && isHere(tree[2])

const numberIn = (tree: Expression | undefined): number | undefined => {
  if (typeof tree === 'number') return tree
  const inner = typeof tree === 'object' && tree[0] === 'neg' ? tree[1] : undefined
  return typeof inner === 'number' ? -inner : undefined
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const named: Readonly<Record<string, 'min' | 'max' | 'above' | 'below'>> = {
  '>=': 'min',
  '<=': 'max',
  '>': 'above',
  '<': 'below',
}

function boundIn(tree: Expression): Bounds | undefined {
  if (typeof tree !== 'object' || tree.length !== 3 || !(tree[0] in mirrored)) return undefined
  const [operator, left, right] = tree as readonly [string, Expression, Expression]
  const swapped = isHere(right) || isLength(right)
  const [subject, bound, sign] = swapped ? [right, left, mirrored[operator] ?? ''] : [left, right, operator]
  const value = numberIn(bound)
  const name = named[sign]
  if (value === undefined || name === undefined) return undefined
  if (isHere(subject)) return { [name]: value }
  if (!isLength(subject)) return undefined
  return name === 'max' ? { maxLength: value } : name === 'below' ? { maxLength: value - 1 } : undefined
}

/** The bounds that a constraint says, when it says nothing else. */
export function boundsOf(constraint: Expression | undefined): Bounds | undefined {
  if (constraint === undefined) return undefined
  const parts = typeof constraint === 'object' && constraint[0] === 'and' ? constraint.slice(1) : [constraint]
  let bounds: Bounds = {}
  for (const part of parts) {
    const bound = boundIn(part as Expression)
    if (!bound) return undefined
    bounds = { ...bounds, ...bound }
  }
  return bounds
}

/** The fault of an answer that its constraint doesn't hold for, with the bound that it passed where there is one. */
export function withBound(fault: AnswerFault, constraint: Expression | undefined, value: string): AnswerFault {
  const { question, code } = fault
  const bounds = code === 'answer.constraint' ? boundsOf(constraint) : undefined
  if (!bounds) return fault
  if (bounds.maxLength !== undefined) return { question, code: 'answer.too-long', max: bounds.maxLength }
  const number = Number(value)
  if (bounds.min !== undefined && number < bounds.min)
    return { question, code: 'answer.too-small', min: String(bounds.min) }
  if (bounds.max !== undefined && number > bounds.max)
    return { question, code: 'answer.too-large', max: String(bounds.max) }
  return fault
}
