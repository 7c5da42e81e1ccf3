// Functions on chance, which the environment draws. With a seed, randomize() gives the order that ODK's engines give.

import type { Call, FunctionTable } from '../call.ts'
import { expressionProblem } from '../problem.ts'
import { modulus, parkMiller, shuffledBy } from '../shuffle.ts'
import type { TreeNode } from '../tree.ts'
import { numberOf, textOf } from '../value.ts'

/** The largest identifier that a form could want; a length of millions would only fill the memory. */
const longestId = 10_000

function uuid(call: Call): string {
  const { random } = call.run.environment
  const draw = (digits: string) => digits[Math.floor(random() * digits.length)] ?? ''
  const hexadecimal = '0123456789abcdef'
  if (call.count === 0)
    return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
      draw(place === 'x' ? hexadecimal : '89ab'),
    )
  const length = call.number(0)
  if (!(length >= 0 && length <= longestId)) return call.fail(expressionProblem.argumentInvalid(call.name))
  return Array.from({ length }, () => draw('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')).join('')
}

/** A seed that is no number, such as an instanceID, is hashed: the first 64 bits of its SHA-256, as in JavaRosa. */
function seedOf(call: Call): number {
  const value = call.value(1)
  const seed = Math.trunc(numberOf(value, call.run.environment.zone))
  if (Number.isFinite(seed)) return seed
  const digest = call.needed(call.run.environment.digest)('SHA-256', textOf(value)) ?? ''
  return Number(BigInt.asIntN(64, BigInt(`0x0${digest.slice(0, 16)}`)) % BigInt(modulus))
}

function randomize(call: Call): readonly TreeNode[] {
  return shuffledBy(call.nodes(0), call.count > 1 ? parkMiller(seedOf(call)) : call.run.environment.random)
}

export const randomFunctions: FunctionTable = {
  random: [0, 0, ({ run }) => run.environment.random()],
  uuid: [0, 1, uuid],
  randomize: [1, 2, randomize],
}
