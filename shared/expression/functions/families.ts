// All functions, in families: a form's page carries the families that its expressions use, the server has them all.

import type { FunctionTable } from '../call.ts'
import { codeFunctions } from './code.ts'
import { dateFunctions } from './date.ts'
import { geoFunctions } from './geo.ts'
import { listFunctions } from './lists.ts'
import { logicFunctions } from './logic.ts'
import { mathFunctions } from './math.ts'
import { nodeFunctions } from './nodes.ts'
import { numberFunctions } from './number.ts'
import { randomFunctions } from './random.ts'
import { selectFunctions } from './select.ts'
import { stringFunctions } from './string.ts'

export const families = {
  logic: logicFunctions,
  string: stringFunctions,
  number: numberFunctions,
  math: mathFunctions,
  nodes: nodeFunctions,
  choices: listFunctions,
  select: selectFunctions,
  date: dateFunctions,
  geo: geoFunctions,
  random: randomFunctions,
  code: codeFunctions,
} satisfies Readonly<Record<string, FunctionTable>>
export type Family = keyof typeof families

export const allFunctions: FunctionTable = Object.fromEntries(
  Object.values(families).flatMap((family: FunctionTable) => Object.entries(family)),
)
