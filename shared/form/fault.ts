// What is wrong with the answers of a draft. The same check runs in the browser as one types and on the server, whose word
// is the one that counts.

import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { isAsked, type ProgramItem } from './program.ts'
import { longestText, type TypeFault, typeFault } from './typed.ts'

/** What is wrong with one answer. `question` is its place; codes are part of the API and are never reused. */
export type AnswerFault = { readonly question: string } & (
  | {
      readonly code:
        | Exclude<TypeFault, 'answer.too-long'>
        | 'answer.unknown-question'
        | 'answer.required'
        | 'answer.not-text'
        | 'answer.not-list'
        | 'answer.unknown-choice'
        | 'answer.chosen-twice'
        | 'answer.constraint'
    }
  | { readonly code: 'answer.too-small'; readonly min: string }
  | { readonly code: 'answer.too-large'; readonly max: string }
  | { readonly code: 'answer.too-long' | 'answer.too-many-rounds'; readonly max: number }
)
export type AnswerFaultCode = AnswerFault['code']

const lists: ReadonlySet<string> = new Set(['select_multiple', 'select_multiple_from_file', 'rank'])

/** The names in an answer to a select question. */
export const namesIn = (value: string): string[] => value.split(/\s+/).filter((name) => name !== '')

/** Whether the answer is a list of choices. */
export const isList = ({ type }: Pick<ProgramItem, 'type'>): boolean => lists.has(type)

/** The fault of one question; undefined where there is none. What nobody is asked has none. */
export function faultOf(draft: Draft, node: DraftNode): AnswerFault | undefined {
  const item = draft.item(node)
  if (!item || !isAsked(item.type) || !node.isRelevant) return undefined
  const question = node.place
  if (node.value === '') return node.required && !node.readOnly ? { question, code: 'answer.required' } : undefined
  const wrong = typeFault(draft.settings.types, item, node.value)
  if (wrong === 'answer.too-long') return { question, code: wrong, max: longestText }
  if (wrong) return { question, code: wrong }
  if (item.list !== undefined && draft.choices) {
    const code = choiceFault(draft, node, item)
    if (code) return { question, code }
  }
  if (item.constraint === undefined || draft.truth(item.constraint, node, true)) return undefined
  return { question, code: 'answer.constraint' }
}

function choiceFault(draft: Draft, node: DraftNode, item: ProgramItem) {
  const known = new Set(draft.choicesOf(node).map(({ name }) => name))
  const chosen = isList(item) ? namesIn(node.value) : [node.value]
  if (!chosen.every((name) => known.has(name))) return 'answer.unknown-choice'
  if (new Set(chosen).size < chosen.length) return 'answer.chosen-twice'
  // Whoever ranks, ranks all.
  return item.type === 'rank' && chosen.length < known.size ? 'answer.unknown-choice' : undefined
}

/** Every node in the order of the form, without recursion into what isn't relevant. */
export function nodesInOrder(draft: Draft): DraftNode[] {
  const found: DraftNode[] = []
  const visit = (node: DraftNode) => {
    for (const one of node.all) {
      if (!one.relevant) continue
      found.push(one)
      visit(one)
    }
  }
  visit(draft.root)
  return found
}
