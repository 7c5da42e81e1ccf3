// The tree that a form's expressions see: an element for each section, round of a repeat and question, as in the XForms
// instance that other tools make of the same form. What is not relevant is not in it (JavaRosa, XPathPathExpr).

import type { TreeNode } from '../expression/tree.ts'

export class DraftNode implements TreeNode {
  readonly kind: 'document' | 'element'
  readonly name: string
  readonly parent: DraftNode | undefined
  /** Index in Program.items; -1 for the document, the root and what the form itself doesn't ask. */
  readonly item: number
  /** What the node's answer is called from the top of the form: "household[2]/age". */
  readonly place: string
  /** Everything inside, relevant or not. */
  readonly all: DraftNode[] = []
  readonly attributes: readonly TreeNode[] = []
  /** The answer as the text that XForms writes; '' for none. */
  value = ''
  /** By its own expression; what lies in a section that isn't relevant is not relevant either. */
  relevant = true
  required = false
  readOnly = false
  /** Which round of its repeat: unique among its like, and never given again. */
  readonly tag: number | string
  /** Of the root and of a round: every node within, by item, rounds of inner repeats aside. */
  readonly index: Map<number, DraftNode>
  /** Of the root and of a round: the rounds of each repeat directly within. */
  readonly rounds: Map<number, DraftNode[]>

  constructor(
    name: string,
    parent: DraftNode | undefined,
    item: number,
    { place = '', tag = 0, isScope = false }: { place?: string; tag?: number | string; isScope?: boolean } = {},
  ) {
    this.kind = parent ? 'element' : 'document'
    this.name = name
    this.parent = parent
    this.item = item
    this.place = place
    this.tag = tag
    this.index = isScope || !parent ? new Map() : parent.index
    this.rounds = isScope || !parent ? new Map() : parent.rounds
  }

  get children(): readonly DraftNode[] {
    return this.all.filter(({ relevant }) => relevant)
  }
  get text(): string {
    return this.all.length > 0 ? this.children.map(({ text }) => text).join('') : this.value
  }
  /** The root, or the round around it. */
  get scope(): DraftNode {
    return this.parent?.index === this.index ? this.parent.scope : this
  }
  isWithin(top: DraftNode): boolean {
    return this === top || (this.parent?.isWithin(top) ?? false)
  }
  /** Whether a person sees it and its answer is kept. */
  get isRelevant(): boolean {
    return this.relevant && (this.parent?.isRelevant ?? true)
  }
}

/** A row of a choice list as a node: <item><name/><label/>…</item>. */
export class ListNode implements TreeNode {
  readonly kind: 'document' | 'element'
  readonly name: string
  readonly parent: ListNode | undefined
  readonly children: ListNode[] = []
  readonly attributes: readonly TreeNode[] = []
  readonly own: string
  constructor(name: string, parent: ListNode | undefined, own = '') {
    this.kind = parent ? 'element' : 'document'
    this.name = name
    this.parent = parent
    this.own = own
    parent?.children.push(this)
  }
  get text(): string {
    return this.children.length > 0 ? this.children.map(({ text }) => text).join('') : this.own
  }
}
