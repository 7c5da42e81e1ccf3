// Functions on text. Lengths and places count characters, not UTF-16 units (XPath 1.0 section 4.2).

import { type Call, type FunctionTable, many } from '../call.ts'
import { expressionProblem } from '../problem.ts'
import { textOf } from '../value.ts'

/** XPath counts from 1 and rounds both bounds; infinite and NaN bounds fall out of the comparison. */
function substring(call: Call): string {
  const from = Math.round(call.number(1))
  const until = call.count > 2 ? from + Math.round(call.number(2)) : Number.POSITIVE_INFINITY
  return [...call.text(0)].filter((_, at) => at + 1 >= from && at + 1 < until).join('')
}

function translate(call: Call): string {
  const [from, to] = [[...call.text(1)], [...call.text(2)]]
  return [...call.text(0)]
    .map((character) => {
      const at = from.indexOf(character)
      return at < 0 ? character : (to[at] ?? '')
    })
    .join('')
}

function around(call: Call): readonly [before: string, after: string] {
  const [text, mark] = [call.text(0), call.text(1)]
  const at = text.indexOf(mark)
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

function join(call: Call): string {
  return call.texts(1).join(call.text(0))
}

/** Found anywhere in the text, unless the pattern is anchored. */
function regex(call: Call): boolean {
  const [text, pattern] = [call.text(0), call.text(1)]
  const matched = call.needed(call.run.environment.matches)(pattern, text)
  return matched ?? call.fail(expressionProblem.patternRefused(pattern))
}

export const stringFunctions: FunctionTable = {
  string: [0, 1, (call) => textOf(call.valueOrHere())],
  concat: [0, many, (call) => call.texts(0).join('')],
  join: [1, many, join],
  // From 0, and from the end where negative.
  substr: [
    2,
    3,
    (call) => [...call.text(0)].slice(call.number(1), call.count > 2 ? call.number(2) : undefined).join(''),
  ],
  substring: [2, 3, substring],
  'substring-before': [2, 2, (call) => around(call)[0]],
  'substring-after': [2, 2, (call) => around(call)[1]],
  translate: [3, 3, translate],
  'string-length': [0, 1, (call) => [...textOf(call.valueOrHere())].length],
  'normalize-space': [
    0,
    1,
    (call) =>
      textOf(call.valueOrHere())
        .replace(/[ \t\r\n]+/g, ' ')
        .replace(/^ | $/g, ''),
  ],
  contains: [2, 2, (call) => call.text(0).includes(call.text(1))],
  'starts-with': [2, 2, (call) => call.text(0).startsWith(call.text(1))],
  'ends-with': [2, 2, (call) => call.text(0).endsWith(call.text(1))],
  regex: [2, 2, regex],
}
