// Text to expression tree, at publish and at import; the browser never needs it. Precedence as in XPath 1.0 section 3.

import { fail, ok, type Result } from '../result.ts'
import { type Axis, type Chain, deepest, type Expression, type Pair, type Step } from './expression.ts'
import { type ExpressionProblem, expressionProblem, Failed } from './problem.ts'
import { type Token, tokenize } from './token.ts'

/** What one cell of a workbook can hold. */
const longest = 32_767

const chains: Readonly<Record<string, Chain>> = { or: 'or', and: 'and', '+': '+' }
const pairs: Readonly<Record<string, Pair>> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '-': '-',
  '*': '*',
  div: 'div',
  mod: 'mod',
}
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

const axes: ReadonlySet<string> = new Set<Axis>([
  'self',
  'child',
  'parent',
  'attribute',
  'ancestor',
  'ancestor-or-self',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'preceding',
  'preceding-sibling',
])
const isAxis = (name: string): name is Axis => axes.has(name)
const nodeTypes: ReadonlySet<string> = new Set(['node', 'text', 'comment', 'processing-instruction'])

class Parser {
  readonly tokens: readonly Token[]
  place = 0
  depth = 0
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)] ?? { kind: 'end', text: '', at: 0 }
  }
  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return (token.kind === 'mark' || token.kind === 'operator') && token.text === text
  }
  take(text: string): boolean {
    const there = this.is(text)
    if (there) this.place++
    return there
  }
  expect(text: string): void {
    if (!this.take(text)) this.refuse()
  }
  refuse(): never {
    const { at, text } = this.peek()
    throw new Failed(expressionProblem.syntax(at, text.slice(0, 20)))
  }
  /** What stands in parentheses, brackets or among parameters. */
  inner(): Expression {
    if (++this.depth > deepest) throw new Failed(expressionProblem.tooDeep(deepest))
    const inside = this.operation(0)
    this.depth--
    return inside
  }

  whole(): Expression {
    const expression = this.operation(0)
    if (this.peek().kind !== 'end') this.refuse()
    if (heightOf(expression) > deepest) throw new Failed(expressionProblem.tooDeep(deepest))
    return expression
  }

  /** `level`: only operators of this level of `levels` and of tighter ones belong to the operation. */
  operation(level: number): Expression {
    let left = this.unary()
    for (;;) {
      const { kind, text } = this.peek()
      const found = kind === 'operator' ? levels.findIndex((operators) => operators.includes(text)) : -1
      if (found < level) break
      const chain = chains[text]
      if (chain === undefined) {
        this.place++
        const pair = pairs[text]
        const right = this.operation(found + 1)
        left = pair === undefined ? left : [pair, left, right]
      } else left = this.chain(chain, found, left)
    }
    return left
  }

  /** As many operands as follow: "a + b + c" is one operation, gathered in one go. */
  chain(chain: Chain, level: number, first: Expression): Expression {
    const operands = typeof first === 'object' && first[0] === chain ? operandsOf(first) : [first]
    while (this.peek().kind === 'operator' && this.take(chain)) operands.push(this.operation(level + 1))
    return [chain, ...operands]
  }

  unary(): Expression {
    let signs = 0
    while (this.take('-')) signs++
    const operand = this.union()
    if (signs === 0) return operand
    if (typeof operand === 'number') return signs % 2 === 1 ? -operand : operand
    return signs % 2 === 1 ? ['neg', operand] : ['neg', ['neg', operand]]
  }

  union(): Expression {
    const first = this.path()
    if (!this.is('|')) return first
    const parts = [first]
    while (this.take('|')) parts.push(this.path())
    return ['|', ...parts]
  }

  path(): Expression {
    if (this.is('/') || this.is('//')) return ['/', ...this.steps(!this.is('//'))]
    const primary = this.primary()
    if (primary === undefined) return ['./', ...this.steps(false, false)]
    const predicates = this.predicates()
    const filtered: Expression = predicates.length > 0 ? ['[]', primary, ...predicates] : primary
    return this.is('/') || this.is('//') ? ['of', filtered, ...this.steps(false)] : filtered
  }

  primary(): Expression | undefined {
    const { kind, text } = this.peek()
    if (kind === 'literal' || kind === 'number' || kind === 'reference') {
      this.place++
      return kind === 'literal' ? text : kind === 'number' ? this.finite(text) : ['$', text]
    }
    if (this.take('(')) {
      const inside = this.inner()
      this.expect(')')
      return inside
    }
    if (kind !== 'name' || !this.is('(', 1) || nodeTypes.has(text)) return undefined
    this.place += 2
    return ['()', text, ...this.parameters()]
  }

  /** A literal of hundreds of digits is infinite, which JSON can't say. */
  finite(text: string): number {
    const value = Number(text)
    if (Number.isFinite(value)) return value
    this.place--
    return this.refuse()
  }

  parameters(): Expression[] {
    if (this.take(')')) return []
    const parameters: Expression[] = []
    do parameters.push(this.inner())
    while (this.take(','))
    this.expect(')')
    return parameters
  }

  predicates(): Expression[] {
    const predicates: Expression[] = []
    while (this.take('[')) {
      predicates.push(this.inner())
      this.expect(']')
    }
    return predicates
  }

  /** `optional`: "/" alone is the root. `separated`: the first step stands behind a slash. */
  steps(optional: boolean, separated = true): Step[] {
    const steps: Step[] = []
    let slash = separated ? this.slash() : '/'
    while (slash !== undefined) {
      const step = this.step()
      if (step === undefined && !(optional && slash === '/' && steps.length === 0)) this.refuse()
      if (step) append(steps, step, slash)
      slash = step && this.slash()
    }
    return steps
  }

  slash(): string | undefined {
    return this.take('//') ? '//' : this.take('/') ? '/' : undefined
  }

  step(): Step | undefined {
    if (this.take('.')) return ['self', 'node()', ...this.predicates()]
    if (this.take('..')) return ['parent', 'node()', ...this.predicates()]
    let axis: Axis = 'child'
    if (this.take('@')) axis = 'attribute'
    else if (this.is('::', 1)) {
      const { text } = this.peek()
      if (!isAxis(text)) return this.refuse()
      axis = text
      this.place += 2
    } else if (this.peek().kind !== 'name' && !this.is('*')) return undefined
    return [axis, this.test(), ...this.predicates()]
  }

  test(): string {
    if (this.take('*')) return '*'
    const { kind, text } = this.peek()
    if (kind !== 'name') return this.refuse()
    this.place++
    if (!nodeTypes.has(text) || !this.take('(')) return text
    const target = text === 'processing-instruction' && this.peek().kind === 'literal' ? this.peek().text : undefined
    if (target !== undefined) this.place++
    this.expect(')')
    return `${text}(${target ?? ''})`
  }
}

const operandsOf = (chain: readonly [Chain, ...Expression[]]): Expression[] => {
  const [, ...operands] = chain
  return operands
}

/** Measured without recursion: "1 - 1 - 1 ..." grows by a level with each sign. Whoever reads a tree later may recurse. */
function heightOf(expression: Expression): number {
  let height = 0
  let level: readonly unknown[] = [expression]
  for (; level.length > 0; height++) level = level.flatMap((part) => (Array.isArray(part) ? part : []))
  return height
}

/** "//name" is "/descendant-or-self::node()/name"; without predicates that is "/descendant::name", which is cheaper. */
function append(steps: Step[], step: Step, slash: string): void {
  const [axis, test, ...predicates] = step
  if (slash === '//') {
    if (axis === 'child' && predicates.length === 0) {
      steps.push(['descendant', test])
      return
    }
    steps.push(['descendant-or-self', 'node()'])
  }
  const stays = axis === 'self' && test === 'node()' && predicates.length === 0
  if (!stays) steps.push(step)
}

/** A syntax error names its place; nothing that is typed into a cell makes this throw. */
export function parse(text: string): Result<Expression, ExpressionProblem> {
  if (text.length > longest) return fail(expressionProblem.tooLong(longest))
  try {
    return ok(new Parser(tokenize(text)).whole())
  } catch (error) {
    if (error instanceof Failed) return fail(error.problem)
    throw error
  }
}
