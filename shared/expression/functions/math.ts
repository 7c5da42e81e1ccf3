// Powers, logarithms and angles.

import type { FunctionEntry, FunctionTable } from '../call.ts'

const of = (apply: (value: number) => number): FunctionEntry => [1, 1, (call) => apply(call.number(0))]
const ofTwo = (apply: (a: number, b: number) => number): FunctionEntry => [
  2,
  2,
  (call) => apply(call.number(0), call.number(1)),
]

export const mathFunctions: FunctionTable = {
  pow: ofTwo((a, b) => a ** b),
  log: of(Math.log),
  log10: of(Math.log10),
  exp: of(Math.exp),
  exp10: of((value) => 10 ** value),
  sqrt: of(Math.sqrt),
  sin: of(Math.sin),
  cos: of(Math.cos),
  tan: of(Math.tan),
  asin: of(Math.asin),
  acos: of(Math.acos),
  atan: of(Math.atan),
  atan2: ofTwo(Math.atan2),
  pi: [0, 0, () => Math.PI],
}
