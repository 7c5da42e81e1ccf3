// What a function is given: its parameters, evaluated only when it asks (if() must not touch the other branch), converted
// to the type it asks for.

import type { Environment } from './environment.ts'
import type { Expression } from './expression.ts'
import { expressionProblem, Failed } from './problem.ts'
import type { TreeNode } from './tree.ts'
import { isNodes, numberOf, textOf, truthOf, type Value } from './value.ts'

/** The context of XPath 1.0 section 1: a node, and where it stands among those the predicate sees. */
export type Focus = { readonly node: TreeNode; readonly position: number; readonly size: number }

/** The evaluation that a call belongs to. */
export type Run = {
  readonly environment: Environment
  /** The node that the whole expression is about: current(). */
  readonly current: TreeNode
  readonly evaluate: (expression: Expression, focus: Focus) => Value
  readonly spend: (steps: number) => void
}

/** Reading so many UTF-16 units of a text costs one step. */
export const lettersPerStep = 32

export class Call {
  readonly name: string
  readonly focus: Focus
  readonly run: Run
  readonly parameters: readonly Expression[]
  constructor(name: string, parameters: readonly Expression[], focus: Focus, run: Run) {
    this.name = name
    this.parameters = parameters
    this.focus = focus
    this.run = run
  }

  get count(): number {
    return this.parameters.length
  }
  value(at: number): Value {
    return this.run.evaluate(this.parameters[at] ?? '', this.focus)
  }
  text(at: number): string {
    return this.paid(textOf(this.value(at)))
  }
  /** Long texts cost steps: a few calculations that each double a text would otherwise fill the memory. */
  private paid(text: string): string {
    if (text.length >= lettersPerStep) this.run.spend(Math.floor(text.length / lettersPerStep))
    return text
  }
  /** The first parameter, or the context node where it is left out: string(), number(), normalize-space(). */
  valueOrHere(): Value {
    return this.count > 0 ? this.value(0) : [this.focus.node]
  }
  number(at: number): number {
    return numberOf(this.value(at), this.run.environment.zone)
  }
  truth(at: number): boolean {
    return truthOf(this.value(at))
  }
  nodes(at: number): readonly TreeNode[] {
    const value = this.value(at)
    return isNodes(value) ? value : this.fail(expressionProblem.nodesExpected(this.name))
  }
  /** The parameters from one on, a node-set as the texts of all its nodes. */
  flat(from: number): Value[] {
    return this.parameters.slice(from).flatMap((_, at): readonly Value[] => {
      const value = this.value(from + at)
      if (!isNodes(value)) return [value]
      this.run.spend(value.length)
      return value.map(({ text }) => text)
    })
  }
  texts(from: number): string[] {
    return this.flat(from).map((value) => this.paid(textOf(value)))
  }
  numbers(from: number): number[] {
    return this.flat(from).map((value) => numberOf(value, this.run.environment.zone))
  }
  /** Something that only some places have. */
  needed<Hook>(hook: Hook | undefined): Hook {
    return hook ?? this.fail(expressionProblem.unavailable(this.name))
  }
  fail(problem: Failed['problem']): never {
    throw new Failed(problem)
  }
}

/** How few and how many parameters a function takes, and what it does. */
export type FunctionEntry = readonly [fewest: number, most: number, apply: (call: Call) => Value]
export type FunctionTable = Readonly<Record<string, FunctionEntry>>

/** No limit on the number of parameters. */
export const many = Number.POSITIVE_INFINITY
