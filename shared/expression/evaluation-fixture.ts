// For the tests of this folder: an expression over a small document, at a fixed moment in Vietnam.

import { readXml } from '../../infra/cli/xml.ts'
import { paths } from './axis.ts'
import type { Environment } from './environment.ts'
import { evaluate } from './evaluate.ts'
import { allFunctions } from './functions/families.ts'
import { parse } from './parse.ts'
import { browserMatches } from './regex.ts'
import type { TreeNode } from './tree.ts'
import { isMoment, isNodes, type Value } from './value.ts'
import { zoneOf } from './zone.ts'

export const document = (xml: string): TreeNode => {
  const read = readXml(xml)
  if (!read) throw new Error(`not well-formed: ${xml}`)
  return read
}

/** Two visits of a household, as a form would hold them, and an empty answer. */
const household = document(
  `<data id="h1"><name>An</name><visited>2026-02-28</visited><blank/><tools>saw axe saw</tools>
   <member><age>34</age><sex>f</sex></member><member><age>7</age><sex>m</sex></member><member><age>19</age><sex>f</sex></member></data>`,
)

export type Setting = {
  readonly over?: TreeNode
  readonly at?: string
  readonly zone?: string
  readonly steps?: number
  readonly environment?: Partial<Environment>
}

export function outcome(expression: string, { over = household, at = '/*', zone, steps, environment }: Setting = {}) {
  const base: Environment = {
    now: Date.UTC(2026, 2, 1, 3),
    zone: zoneOf(zone ?? 'Asia/Ho_Chi_Minh'),
    locale: 'en',
    random: () => 0.5,
    root: over,
    matches: browserMatches,
    ...environment,
  }
  const run = (text: string, node: TreeNode) => {
    const parsed = parse(text)
    // Through JSON, as a page carries it.
    return parsed.ok
      ? evaluate(JSON.parse(JSON.stringify(parsed.value)), {
          environment: base,
          functions: allFunctions,
          paths,
          budget: { steps: steps ?? 100_000 },
          node,
        })
      : parsed
  }
  const context = run(at, over)
  const [node = over] = context.ok && isNodes(context.value) ? context.value : [over]
  return run(expression, node)
}

const plain = (value: Value) => {
  if (isNodes(value)) return value.map(({ text }) => text.trim())
  return isMoment(value) ? value.text : value
}

/** The value: nodes as their texts, dates as text; of a failure the code. */
export function answerOf(expression: string, setting: Setting = {}) {
  const result = outcome(expression, setting)
  return result.ok ? plain(result.value) : result.problem.code
}
