// Whatever an author types and a person answers: a value or a problem of the catalogue, never an exception, never for long.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { document, outcome } from './evaluation-fixture.ts'
import { allFunctions } from './functions/families.ts'
import { parse } from './parse.ts'
import { numberIn } from './value.ts'
import { zoneOf } from './zone.ts'

/** Reports of the catalogue all begin so; anything thrown fails the property by itself. */
const settles = (expression: string, text: string) => {
  const over = document(`<data><a x="1">${text}</a><b>2</b><r><c>2026-03-01</c></r><r><c/></r></data>`)
  const environment = {
    reference: () => [],
    instance: () => over,
    digest: (_: string, of: string) => of.length.toString(16).padStart(32, '0'),
    choiceName: () => '',
    itext: () => '',
    extractSigned: () => '',
  }
  const result = outcome(expression, { over, at: '/data/a', environment, steps: 20_000 })
  return result.ok || result.problem.code.startsWith('expression.')
}

const words = fc.constantFrom(
  ...['1', '0', '-1', '1 div 0', '"x"', "''", '"2026-03-01"', '.', '..', '(/)', '//*', '@x', '*', 'a', 'r/c', '${a}'],
  ...['/data/r[1]', '"1 2;3 4"', '"12:30"', 'number("x")', 'today()', 'true()', '99999999999', '"%Y %"', '"(a+)+$"'],
)
const operators = fc.constantFrom(...'or and = != < <= > >= + - * div mod |'.split(' '))
const names = fc.constantFrom(...Object.keys(allFunctions), '__proto__', 'constructor', 'toString')

const { expression } = fc.letrec<{ expression: string; call: string; operation: string; filtered: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    tie('call'),
    tie('operation'),
    tie('filtered'),
  ),
  call: fc
    .tuple(names, fc.array(tie('expression'), { maxLength: 5 }))
    .map(([name, given]) => `${name}(${given.join(', ')})`),
  operation: fc.tuple(tie('expression'), operators, tie('expression')).map(([a, by, b]) => `(${a} ${by} ${b})`),
  filtered: fc.tuple(tie('expression'), tie('expression')).map(([from, by]) => `(${from})[${by}]`),
}))
const answers = fc.string({ maxLength: 12, unit: fc.constantFrom(...'0123456789-:.TZ+ eE;ab\u0110\u{1F3E0}') })

describe('nothing makes the language throw', () => {
  test('any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), answers, (text, answer) => settles(text, answer)),
      { numRuns: 500 },
    )
  })

  test("text made of the language's own pieces", () => {
    const pieces = fc.array(fc.oneof(words, operators, names, fc.constantFrom(...'()[],"\'${}@:.#')), { maxLength: 20 })
    fc.assert(
      fc.property(pieces, fc.constantFrom('', ' '), answers, (made, between, answer) =>
        settles(made.join(between), answer),
      ),
      { numRuns: 1000 },
    )
  })

  test('every function with every kind of value', () => {
    fc.assert(
      fc.property(expression, answers, (text, answer) => settles(text, answer)),
      { numRuns: 2000 },
    )
  })
})

test('a tree survives JSON, as which it travels', () => {
  fc.assert(
    fc.property(expression, (text) => {
      const parsed = parse(text)
      expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed)
    }),
    { numRuns: 300 },
  )
})

test('long answers are read in time that grows with their length', () => {
  const zone = zoneOf('UTC')
  const start = process.hrtime.bigint()
  for (const text of ['1'.repeat(400_000), `${' '.repeat(400_000)}x`, '1-'.repeat(200_000), `${'0'.repeat(400_000)}e`])
    numberIn(text, zone)
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000)
})
