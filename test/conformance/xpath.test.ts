// The expressions that the reference projects test themselves with, evaluated as `form eval` does. The data lie outside the
// project, in the folder that PHIEU_CONFORMANCE names.

import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readClock } from '../../infra/cli/clock.ts'
import { type CaseOutcome, ExpressionCase, evaluateCase } from '../../infra/cli/expression-case.ts'

const folder = process.env['PHIEU_CONFORMANCE']

/** The moment the data were recorded at, which cases with today() depend on. */
const recorded = '2026-11-22T12:00:00-07:00'

const ConformanceCase = v.object({
  ...ExpressionCase.entries,
  expected: v.optional(v.union([v.boolean(), v.number(), v.string(), v.array(v.string())])),
  expected_texts: v.optional(v.array(v.string())),
  expected_pattern: v.optional(v.string()),
  pattern_flags: v.optional(v.string()),
  expected_length: v.optional(v.number()),
  round_factor: v.optional(v.number()),
  unordered: v.optional(v.boolean()),
})
type ConformanceCase = v.InferOutput<typeof ConformanceCase>

const sameList = (a: readonly string[], b: readonly string[], unordered = false) => {
  const sorted = (list: readonly string[]) => JSON.stringify(unordered ? [...list].sort() : list)
  return sorted(a) === sorted(b)
}

function sameNumber(wanted: number, got: number, factor: number | undefined) {
  const rounded = factor === undefined ? got : Math.round(got * factor) / factor
  // 0 and -0 are one number to XPath.
  return rounded === wanted || (Number.isNaN(rounded) && Number.isNaN(wanted))
}

/** The README of the data says how each kind is compared. */
function agrees(wanted: ConformanceCase, got: CaseOutcome): boolean {
  if (wanted.expected_type === 'error' || !got.ok) return wanted.expected_type === 'error' && !got.ok
  if (got.type === 'nodeset') {
    const paths =
      wanted.expected === undefined || sameList([wanted.expected].flat().map(String), got.value, wanted.unordered)
    return paths && (!wanted.expected_texts || sameList(wanted.expected_texts, got.texts, wanted.unordered))
  }
  if (got.type === 'number') return sameNumber(Number(wanted.expected), Number(got.value), wanted.round_factor)
  if (typeof got.value === 'boolean') return got.value === wanted.expected
  if (wanted.expected_pattern !== undefined)
    return new RegExp(wanted.expected_pattern, wanted.pattern_flags).test(got.value)
  return wanted.expected_length === undefined
    ? got.value === wanted.expected
    : got.value.length === wanted.expected_length
}

/** "wf" (web-forms) and "ore" (openrosa-xpath-evaluator). */
const suiteOf = ({ id }: ConformanceCase) => id.split(':')[0] ?? ''

if (folder === undefined)
  test('expressions: the cases of the reference projects were LEFT OUT, because PHIEU_CONFORMANCE is not set', () => {})
else
  describe('expressions as the reference projects evaluate them', async () => {
    const clock = readClock(recorded)
    if (!clock) throw new Error('The moment of recording is a date and time.')
    const tried: { readonly wanted: ConformanceCase; readonly agreed: boolean; readonly got: CaseOutcome }[] = []
    const lines = createInterface({ input: createReadStream(join(folder, 'xpath-cases.jsonl')) })
    for await (const line of lines) {
      const wanted = v.parse(ConformanceCase, JSON.parse(line))
      const got = evaluateCase(wanted, clock)
      tried.push({ wanted, got, agreed: agrees(wanted, got) })
    }
    test.each([{ suite: 'wf' }, { suite: 'ore' }])('at least 97 % of the cases of suite $suite agree', ({ suite }) => {
      const own = tried.filter(({ wanted }) => suiteOf(wanted) === suite)
      const apart = own.filter(({ agreed }) => !agreed)
      for (const { wanted, got } of apart) console.info(JSON.stringify({ case: wanted, got }))
      console.info(`${suite}: ${own.length - apart.length} of ${own.length} agree`)
      expect(own.length).toBeGreaterThan(0)
      expect((own.length - apart.length) / own.length).toBeGreaterThanOrEqual(0.97)
    })
  })
