// What a place gives its expressions. Nothing else reaches them: the evaluator reads no clock, draws no chance, looks nothing
// up. Hooks that a place leaves out make the functions that need them fail with "unavailable".

import type { Zone } from './date.ts'
import type { TreeNode } from './tree.ts'

export type Environment = {
  /** Milliseconds since 1970; a draft keeps its own, so that sending again computes the same. */
  readonly now: number
  readonly zone: Zone
  /** For the names of months and weekdays: "vi", "en". */
  readonly locale: string
  /** From 0 to below 1. */
  readonly random: () => number
  /** What "/" means: the document above the form's root element, in predicates over a choice list too. */
  readonly root: TreeNode
  /** instance('id'): the node above the list's own root element; undefined when the form has no such list. */
  readonly instance?: (id: string) => TreeNode | undefined
  /**
   * ${name} as seen from the question that the expression belongs to, or, in a predicate, from `focus`, the node that is
   * tried; undefined when the form has no such question.
   */
  readonly reference?: (name: string, current: TreeNode, focus: TreeNode) => readonly TreeNode[] | undefined
  /** Whether a pattern is found anywhere in the text; undefined when this place refuses the pattern. */
  readonly matches?: (pattern: string, text: string) => boolean | undefined
  /** Hexadecimal digest of the text in UTF-8; undefined for an algorithm that isn't known. */
  readonly digest?: (algorithm: string, text: string) => string | undefined
  /** extract-signed(): the message inside a signed text, empty when the signature is wrong. */
  readonly extractSigned?: (text: string, publicKey: string) => string
  /** The label of a choice; `question` is the second argument as written: a path or ${name}. */
  readonly choiceName?: (value: string, question: string, current: TreeNode) => string
  /** jr:itext(): a text of the form in the person's language. */
  readonly itext?: (id: string) => string
}
