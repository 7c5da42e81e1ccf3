// What an expression uses, asked at import and at publish: functions that nobody knows, questions it depends on, and the
// families of functions that a page must carry.

import type { Expression } from './expression.ts'
import { type Family, families } from './functions/families.ts'

/** Every node of the tree, the expression itself first. */
function parts(expression: Expression): (readonly unknown[])[] {
  const found: (readonly unknown[])[] = []
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    found.push(part)
    part.forEach(visit)
  }
  visit(expression)
  return found
}

const namesAfter = (expression: Expression, head: '()' | '$'): string[] => [
  ...new Set(parts(expression).flatMap(([first, name]) => (first === head && typeof name === 'string' ? [name] : []))),
]

/** The functions called, each once, known or not. */
export const functionsIn = (expression: Expression): readonly string[] => namesAfter(expression, '()')

/** The names in ${...}, each once; "last-saved#name" for an answer of the last form. */
export const referencesIn = (expression: Expression): readonly string[] => namesAfter(expression, '$')

/** The family that each function belongs to; undefined for one that doesn't exist. */
const familyOf = (name: string): Family | undefined =>
  familyNames.find((family) => Object.hasOwn(families[family], name))

const familyNames: readonly Family[] = Object.keys(families).filter((name): name is Family =>
  Object.hasOwn(families, name),
)

export const familiesOf = (names: readonly string[]): readonly Family[] =>
  familyNames.filter((family) => names.some((name) => familyOf(name) === family))
