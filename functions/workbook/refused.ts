// How a parser deep inside a file stops at once: thrown within this folder only, and turned into a value at its edge.

import { fail, ok, type Result } from '../../shared/result.ts'
import type { WorkbookProblem } from './problems.ts'

export class Refused extends Error {
  readonly problem: WorkbookProblem

  constructor(problem: WorkbookProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Runs `read`; a refusal becomes its problem, anything else that is thrown is a bug and stays one. */
export function unlessRefused<T>(read: () => T): Result<T, WorkbookProblem> {
  try {
    return ok(read())
  } catch (thrown) {
    if (thrown instanceof Refused) return fail(thrown.problem)
    throw thrown
  }
}
