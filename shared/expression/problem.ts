// Everything that parsing or evaluating an expression can answer instead of a value. Codes are promises, as in
// ../problems.ts: a retired one stays listed and is never given a second meaning.

export const expressionProblem = {
  /** `at`: offset in the text, from 0. `found`: what stands there, empty at the end. */
  syntax: (at: number, found: string) => ({ code: 'expression.syntax', at, found }) as const,
  tooLong: (limit: number) => ({ code: 'expression.too-long', limit }) as const,
  tooDeep: (limit: number) => ({ code: 'expression.too-deep', limit }) as const,
  functionUnknown: (name: string) => ({ code: 'expression.function-unknown', name }) as const,
  argumentCount: (name: string) => ({ code: 'expression.argument-count', name }) as const,
  /** A function's argument that has no meaning for it: uuid(-1), randomize() with a seed that is no number. */
  argumentInvalid: (name: string) => ({ code: 'expression.argument-invalid', name }) as const,
  /** `where`: the function or operator that wanted nodes and was given a plain value. */
  nodesExpected: (where: string) => ({ code: 'expression.nodes-expected', where }) as const,
  referenceUnknown: (name: string) => ({ code: 'expression.reference-unknown', name }) as const,
  /** A function that needs something of this place that isn't there, such as digest() in a browser. */
  unavailable: (name: string) => ({ code: 'expression.unavailable', name }) as const,
  patternRefused: (pattern: string) => ({ code: 'expression.pattern-refused', pattern }) as const,
  formatUnknown: (format: string) => ({ code: 'expression.format-unknown', format }) as const,
  /** The steps that a page's or a submit's expressions may take together are used up. */
  budgetSpent: () => ({ code: 'expression.budget-spent' }) as const,
}
export type ExpressionProblem = ReturnType<(typeof expressionProblem)[keyof typeof expressionProblem]>

/** Carries a problem out of the depths of one parse or evaluation; parse() and evaluate() return it as a value. */
export class Failed extends Error {
  readonly problem: ExpressionProblem
  constructor(problem: ExpressionProblem) {
    super(problem.code)
    this.problem = problem
  }
}
