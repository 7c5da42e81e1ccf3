// An expression as a form carries it: parsed once at publish, sent as JSON, evaluated in the browser and on the server.
// Plain nested arrays, the head first, because they compress well and need no reviving:
//
//   "text", 5                              literals
//   ["or", a, b, c], ["+", a, b, c]        operators; or, and, + and | take a whole chain, the others two operands
//   ["neg", a]                             unary minus
//   ["$", "age"]                           ${age}: resolved against the form
//   ["()", "round", a, b]                  a function call
//   ["[]", a, p, q]                        a filtered by the predicates p and q
//   ["/", step...]                         a path from the root; ["/"] is the root
//   ["./", step...]                        a path from the context node; ["./"] is "."
//   ["of", a, step...]                     a path from the nodes of a: instance('x')/root/item
//
// and a step is [axis, node test, predicate...]: ["child", "item", p], ["parent", "node()"].
// The grammar is XPath 1.0 (https://www.w3.org/TR/1999/REC-xpath-19991116/) plus XLSForm's ${name}.

export type Chain = 'or' | 'and' | '+' | '|'
export type Pair = '=' | '!=' | '<' | '<=' | '>' | '>=' | '-' | '*' | 'div' | 'mod'

export type Axis =
  | 'self'
  | 'child'
  | 'parent'
  | 'attribute'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'descendant'
  | 'descendant-or-self'
  | 'following'
  | 'following-sibling'
  | 'preceding'
  | 'preceding-sibling'

export type Step = readonly [axis: Axis, test: string, ...Expression[]]

export type Expression =
  | string
  | number
  | readonly [operator: Chain, ...Expression[]]
  | readonly [operator: Pair, left: Expression, right: Expression]
  | readonly ['neg', Expression]
  | readonly ['$', name: string]
  | readonly ['()', name: string, ...Expression[]]
  | readonly ['[]', from: Expression, ...Expression[]]
  | readonly ['/', ...Step[]]
  | readonly ['./', ...Step[]]
  | readonly ['of', from: Expression, ...Step[]]

/**
 * How deep an expression may nest. Scoring forms nest a hundred if() and more; at 250 levels the evaluator is still far
 * from the end of the smallest browser's stack.
 */
export const deepest = 250
