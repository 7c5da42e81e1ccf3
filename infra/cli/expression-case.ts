// One line of `form eval --cases`: an expression, the document and the clock it is evaluated with, and what comes out.

import { createHash, randomInt } from 'node:crypto'
import * as v from 'valibot'
import { patternMatches } from '../../functions/pattern.ts'
import { paths, walk } from '../../shared/expression/axis.ts'
import type { Zone } from '../../shared/expression/date.ts'
import type { Environment } from '../../shared/expression/environment.ts'
import { evaluate } from '../../shared/expression/evaluate.ts'
import { allFunctions } from '../../shared/expression/functions/families.ts'
import { parse } from '../../shared/expression/parse.ts'
import type { ExpressionProblem } from '../../shared/expression/problem.ts'
import type { TreeNode } from '../../shared/expression/tree.ts'
import { isMoment, isNodes, numberOf, textOf, truthOf, type Value } from '../../shared/expression/value.ts'
import { zoneOf } from '../../shared/expression/zone.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { pathOf, readXml } from './xml.ts'

export const ExpressionCase = v.object({
  id: v.string(),
  expression: v.string(),
  /** The document; an empty one when absent. */
  context_xml: v.optional(v.string()),
  /** A path to the context node; the document node when absent. */
  context_node: v.optional(v.string()),
  /** The type to which the result is converted: boolean, number or string; any other leaves it as it is. */
  expected_type: v.optional(v.string()),
  tz: v.optional(v.string()),
})
export type ExpressionCase = v.InferOutput<typeof ExpressionCase>

type Clock = { readonly now: number; readonly zone: Zone }

type CaseProblem =
  | ExpressionProblem
  | { readonly code: 'case.xml-malformed' | 'case.node-unknown' | 'case.zone-unknown' }

type Shown =
  | { readonly type: 'string'; readonly value: string }
  /** `days` since 1970-01-01 in UTC. */
  | { readonly type: 'date'; readonly value: string; readonly days: number | string }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** JSON has no NaN and no infinities: they are strings. */
  | { readonly type: 'number'; readonly value: number | string }
  /** Paths to the nodes, and their texts. */
  | { readonly type: 'nodeset'; readonly value: readonly string[]; readonly texts: readonly string[] }

export type CaseOutcome =
  | ({ readonly id: string; readonly ok: true } & Shown)
  | { readonly id: string; readonly ok: false; readonly problem: CaseProblem }

/** Ample for any document that a case holds, and a second at most. */
const stepsPerCase = 1_000_000

const algorithms: ReadonlySet<string> = new Set(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])

function digest(algorithm: string, text: string): string | undefined {
  if (!algorithms.has(algorithm)) return undefined
  return createHash(algorithm.replace('SHA-', 'SHA')).update(text).digest('hex')
}

function zoneIn(timeZone: string): Zone | undefined {
  try {
    return zoneOf(timeZone)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function environmentOf(document: TreeNode, clock: Clock): Environment {
  const instances = walk('descendant', document).filter(({ name }) => name === 'instance')
  const isForm = walk('child', document).some(({ name }) => name === 'h:html')
  return {
    ...clock,
    locale: 'en',
    random: () => randomInt(2 ** 47) / 2 ** 47,
    // In a whole form definition, absolute paths start in its primary instance.
    root: (isForm ? instances[0] : undefined) ?? document,
    instance: (id) =>
      instances.find(({ attributes }) => attributes.some(({ name, text }) => name === 'id' && text === id)),
    matches: patternMatches,
    digest,
  }
}

const plain = (value: number) => (Number.isFinite(value) ? value : String(value))

function show(value: Value, wanted: string | undefined, zone: Zone): Shown {
  if (wanted === 'boolean' || (wanted !== 'number' && wanted !== 'string' && typeof value === 'boolean'))
    return { type: 'boolean', value: truthOf(value) }
  if (wanted === 'number' || (wanted !== 'string' && typeof value === 'number'))
    return { type: 'number', value: plain(numberOf(value, zone)) }
  if (wanted !== 'string' && isNodes(value))
    return { type: 'nodeset', value: value.map(pathOf), texts: value.map(({ text }) => text) }
  if (wanted !== 'string' && isMoment(value)) return { type: 'date', value: value.text, days: plain(value.days) }
  return { type: 'string', value: textOf(value) }
}

function run(asked: ExpressionCase, clock: Clock): Result<Shown, CaseProblem> {
  const document = readXml(asked.context_xml ?? '<root/>')
  if (!document) return fail({ code: 'case.xml-malformed' })
  const zone = asked.tz === undefined ? clock.zone : zoneIn(asked.tz)
  if (!zone) return fail({ code: 'case.zone-unknown' })
  const environment = environmentOf(document, { now: clock.now, zone })
  const over = (node: TreeNode, root: TreeNode) => ({
    environment: { ...environment, root },
    functions: allFunctions,
    paths,
    budget: { steps: stepsPerCase },
    node,
  })
  const evaluateText = (text: string, evaluation: ReturnType<typeof over>): Result<Value, ExpressionProblem> => {
    const parsed = parse(text)
    return parsed.ok ? evaluate(parsed.value, evaluation) : parsed
  }
  const context = evaluateText(asked.context_node ?? '/', over(document, document))
  const node = context.ok && isNodes(context.value) ? context.value[0] : undefined
  if (!node) return fail({ code: 'case.node-unknown' })
  const result = evaluateText(asked.expression, over(node, environment.root))
  return result.ok ? ok(show(result.value, asked.expected_type, zone)) : result
}

export function evaluateCase(asked: ExpressionCase, clock: Clock): CaseOutcome {
  const result = run(asked, clock)
  return result.ok ? { id: asked.id, ok: true, ...result.value } : { id: asked.id, ok: false, problem: result.problem }
}
