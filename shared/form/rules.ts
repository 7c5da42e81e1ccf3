// What answers raise besides figures: findings, broken consistency rules, and scores. Worked out over a settled draft, by the
// server; people are shown broken rules and may send anyway.

import { referencesIn } from '../expression/names.ts'
import { addDecimals, type Decimal, decimalText, toDecimal, zero } from './decimal.ts'
import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { namesIn, nodesInOrder } from './fault.ts'
import type { ProgramItem } from './program.ts'

/** A broken consistency rule, or an answer scored as a fault. `question`: the place of the question that has the rule. */
export type Finding = { readonly kind: 'consistency' | 'finding'; readonly question: string }

/** What answers raised besides figures. */
export type Raised = {
  readonly findings: readonly Finding[]
  /** The sum of the scores, exact. */
  readonly score?: string
  /** What the form's instance_name comes to: a name for the record. */
  readonly name?: string
}

/**
 * Whether a consistency rule is broken. A rule is about answers that are there: it holds while one that it names is blank
 * or not asked.
 */
export function isInconsistent(draft: Draft, node: DraftNode): boolean {
  const rule = draft.item(node)?.consistency
  if (rule === undefined || !node.isRelevant) return false
  const isBlank = (name: string) => {
    const index = draft.program.items.findIndex((item) => item.name === name)
    const seen = index < 0 ? [] : draft.seen(index, node)
    return seen.length === 0 || seen.every(({ text }) => text === '')
  }
  return !referencesIn(rule).some(isBlank) && !draft.truth(rule, node, true)
}

export const findingsOf = (draft: Draft): readonly Finding[] =>
  nodesInOrder(draft).flatMap((node): Finding[] => {
    const raised = draft.item(node)?.finding
    return [
      ...(isInconsistent(draft, node) ? [{ kind: 'consistency', question: node.place } as const] : []),
      ...(raised !== undefined && draft.truth(raised, node, false)
        ? [{ kind: 'finding', question: node.place } as const]
        : []),
    ]
  })

const number = /^-?\d{1,15}(\.\d{1,9})?$/

/** What an answer scores: by its question's expression, else by the `score` column of the choices that were chosen. */
function scoreOf(draft: Draft, node: DraftNode, item: ProgramItem): Decimal | undefined {
  if (item.score !== undefined) {
    const text = draft.text(item.score, node)
    return number.test(text) ? toDecimal(text) : undefined
  }
  const list = draft.program.lists.find(({ name }) => name === item.list)
  const column = list?.columns.indexOf('score') ?? -1
  if (!list || column < 0 || node.value === '') return undefined
  const chosen = new Set(item.type.startsWith('select_multiple') ? namesIn(node.value) : [node.value])
  const scores = list.rows.flatMap((row) => (chosen.has(row[0] ?? '') ? (row[column] ?? '') : []))
  const known = scores.filter((text) => number.test(text))
  return known.length === 0 ? undefined : known.map(toDecimal).reduce(addDecimals)
}

/** The sum of what the answers score, exact, as text; undefined where nothing in the form is scored. */
export function scoreIn(draft: Draft): string | undefined {
  const scores = nodesInOrder(draft).flatMap((node) => {
    const item = draft.item(node)
    return item ? (scoreOf(draft, node, item) ?? []) : []
  })
  return scores.length === 0 ? undefined : decimalText(scores.reduce(addDecimals, zero))
}
