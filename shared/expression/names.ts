// The names that an expression uses: functions it calls, questions it refers to.

import type { Expression } from './expression.ts'

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
