// The evaluator: one for the browser and the server. Which functions there are is passed in, so that a page carries no more
// than its form uses. Nothing is compiled or passed to eval; steps and depth are bounded.

import { fail, ok, type Result } from '../result.ts'
import type { Paths } from './axis.ts'
import { Call, type Focus, type FunctionTable, type Run } from './call.ts'
import { compare } from './compare.ts'
import type { Environment } from './environment.ts'
import { deepest, type Expression, type Step } from './expression.ts'
import { type ExpressionProblem, expressionProblem, Failed } from './problem.ts'
import type { TreeNode } from './tree.ts'
import { isNodes, numberOf, truthOf, type Value } from './value.ts'

/** Steps left. One budget may serve many evaluations: those of a page, of a submit. */
type Budget = { steps: number }

export type Evaluation = {
  readonly environment: Environment
  readonly functions: FunctionTable
  /** Left out where expressions name nothing by a path; one that does fails with "unavailable". */
  readonly paths?: Paths | undefined
  readonly budget: Budget
  /** The question that the expression belongs to: "." and current(). */
  readonly node: TreeNode
}

class Evaluator implements Run {
  readonly environment: Environment
  readonly current: TreeNode
  readonly functions: FunctionTable
  readonly known: Paths | undefined
  readonly budget: Budget
  depth = 0
  constructor({ environment, functions, paths, budget, node }: Evaluation) {
    this.environment = environment
    this.functions = functions
    this.known = paths
    this.budget = budget
    this.current = node
  }

  readonly spend = (steps: number): void => {
    this.budget.steps -= steps
    if (this.budget.steps < 0) throw new Failed(expressionProblem.budgetSpent())
  }

  evaluate(expression: Expression, focus: Focus): Value {
    this.spend(1)
    if (typeof expression !== 'object') return expression
    if (++this.depth > deepest) throw new Failed(expressionProblem.tooDeep(deepest))
    const value = this.inner(expression, focus)
    this.depth--
    return value
  }

  inner(expression: Exclude<Expression, string | number>, focus: Focus): Value {
    const truth = (one: Expression) => truthOf(this.evaluate(one, focus))
    const number = (one: Expression) => numberOf(this.evaluate(one, focus), this.environment.zone)
    switch (expression[0]) {
      case 'or':
        return tail(expression).some(truth)
      case 'and':
        return tail(expression).every(truth)
      case '+':
        return tail(expression)
          .map(number)
          .reduce((sum, one) => sum + one)
      case '-':
        return number(expression[1]) - number(expression[2])
      case '*':
        return number(expression[1]) * number(expression[2])
      case 'div':
        return number(expression[1]) / number(expression[2])
      case 'mod':
        return number(expression[1]) % number(expression[2])
      case 'neg':
        return -number(expression[1])
      case '|':
        return this.paths().inDocumentOrder(
          tail(expression).flatMap((one) => this.nodes(one, focus, '|')),
          this.spend,
        )
      case '$':
        return this.reference(expression[1], focus)
      case '()':
        return this.call(expression, focus)
      case '[]': {
        const [, from, ...predicates] = expression
        return this.filter(this.nodes(from, focus, '[]'), predicates)
      }
      case '/':
        return this.steps([this.environment.root], tail(expression))
      case './':
        return this.steps([focus.node], tail(expression))
      case 'of': {
        const [, from, ...steps] = expression
        return this.steps(this.nodes(from, focus, '/'), steps)
      }
      default: {
        const [operator, left, right] = expression
        return compare(
          operator,
          this.evaluate(left, focus),
          this.evaluate(right, focus),
          this.environment.zone,
          this.spend,
        )
      }
    }
  }

  nodes(expression: Expression, focus: Focus, where: string): readonly TreeNode[] {
    const value = this.evaluate(expression, focus)
    if (!isNodes(value)) throw new Failed(expressionProblem.nodesExpected(where))
    return value
  }

  reference(name: string, { node }: Focus): readonly TreeNode[] {
    const found = this.environment.reference?.(name, this.current, node)
    if (!found) throw new Failed(expressionProblem.referenceUnknown(name))
    // Looking into a thousand rounds from each of a thousand rounds is a million looks.
    this.spend(found.length >> 3)
    return found
  }

  call([, name, ...parameters]: readonly ['()', string, ...Expression[]], focus: Focus): Value {
    const entry = Object.hasOwn(this.functions, name) ? this.functions[name] : undefined
    if (!entry) throw new Failed(expressionProblem.functionUnknown(name))
    const [fewest, most, apply] = entry
    if (parameters.length < fewest || parameters.length > most) throw new Failed(expressionProblem.argumentCount(name))
    return apply(new Call(name, parameters, focus, this))
  }

  filter(nodes: readonly TreeNode[], predicates: readonly Expression[]): readonly TreeNode[] {
    return predicates.reduce((left, predicate) => {
      const size = left.length
      return left.filter((node, at) => {
        const value = this.evaluate(predicate, { node, position: at + 1, size })
        return typeof value === 'number' ? value === at + 1 : truthOf(value)
      })
    }, nodes)
  }

  steps(from: readonly TreeNode[], steps: readonly Step[]): readonly TreeNode[] {
    return steps.length === 0 ? from : this.paths().follow(this, from, steps)
  }

  paths(): Paths {
    if (!this.known) throw new Failed(expressionProblem.unavailable('/'))
    return this.known
  }
}

/** All but the head. */
function tail<Rest extends readonly unknown[]>([, ...rest]: readonly [string, ...Rest]): readonly [...Rest] {
  return rest
}

/** Never throws for anything an author or a person wrote; a mistake of theirs is a problem of the catalogue. */
export function evaluate(expression: Expression, evaluation: Evaluation): Result<Value, ExpressionProblem> {
  try {
    const focus = { node: evaluation.node, position: 1, size: 1 }
    return ok(new Evaluator(evaluation).evaluate(expression, focus))
  } catch (error) {
    if (error instanceof Failed) return fail(error.problem)
    throw error
  }
}
