// true() and false(), choices between values, and conversions to boolean.

import { type FunctionTable, many } from '../call.ts'
import { textOf, type Value } from '../value.ts'

/** A number that couldn't be computed counts as no answer: coalesce(${weight} div ${height}, 0). */
const isBlank = (value: Value) => textOf(value) === '' || Number.isNaN(value)

export const logicFunctions: FunctionTable = {
  true: [0, 0, () => true],
  false: [0, 0, () => false],
  not: [1, 1, (call) => !call.truth(0)],
  boolean: [1, 1, (call) => call.truth(0)],
  'boolean-from-string': [1, 1, (call) => ['true', '1'].includes(call.text(0))],
  if: [3, 3, (call) => call.value(call.truth(0) ? 1 : 2)],
  coalesce: [
    1,
    many,
    (call) => {
      for (let at = 0; at < call.count; at++) {
        const value = call.value(at)
        if (!isBlank(value)) return textOf(value)
      }
      return ''
    },
  ],
  // Computes a value only while the question has none.
  once: [
    1,
    1,
    (call) => {
      const { text } = call.focus.node
      if (text !== '') return text
      const value = call.value(0)
      return isBlank(value) ? '' : value
    },
  ],
}
