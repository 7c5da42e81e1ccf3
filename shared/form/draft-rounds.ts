// The rounds of a draft's repeats: they come, go, and follow a count. Handed to a draft, since most forms of a page have none.

import type { Expression } from '../expression/expression.ts'
import type { Draft } from './draft.ts'
import { DraftNode } from './draft-node.ts'
import { type Entered, mostRounds } from './entered.ts'
import { keyOf } from './program.ts'

export class DraftRounds {
  private readonly draft: Draft
  constructor(draft: Draft) {
    this.draft = draft
  }

  /** The place of a repeat within a node: its rounds are called so, each with its tag. */
  place(parent: DraftNode, index: number): string {
    const item = this.draft.program.items[index]
    return `${this.draft.prefix(parent)}${item ? keyOf(item) : ''}`
  }

  /** The rounds that were entered; of a new form one, or as many as its count says once it is settled. */
  fill(parent: DraftNode, index: number, entered: Entered | undefined): void {
    const item = this.draft.program.items[index]
    if (!item) return
    parent.rounds.set(index, [])
    const rounds = entered ? (entered.rounds.get(keyOf(item)) ?? []) : item.count ? [] : [undefined]
    for (const round of rounds) this.insert(parent, index, round)
  }

  private insert(parent: DraftNode, index: number, entered: Entered | undefined, tag?: string): DraftNode | undefined {
    const { draft } = this
    if (draft.isFull()) return undefined
    const rounds = parent.rounds.get(index) ?? []
    parent.rounds.set(index, rounds)
    const number = tag ?? rounds.reduce((most, one) => Math.max(most, Number(one.tag)), 0) + 1
    const place = `${this.place(parent, index)}[${number}]`
    const name = draft.program.items[index]?.name ?? ''
    const node = new DraftNode(name, parent, index, { place, tag: number, isScope: true })
    rounds.push(node)
    const last = parent.all.findLastIndex((one) => one.item >= 0 && one.item <= index)
    parent.all.splice(last + 1, 0, node)
    draft.enter(node)
    draft.fill(node, draft.itemsWithin(node), entered)
    return node
  }

  /** Whether the repeat itself is asked there, also while it has no rounds. */
  isRelevant(parent: DraftNode, index: number): boolean {
    const relevant = this.draft.program.items[index]?.relevant
    return relevant === undefined || this.draft.truth(relevant, parent.rounds.get(index)?.[0] ?? parent, true)
  }

  /** One more round at the end of a repeat; undefined when there are too many. */
  add(
    parent: DraftNode,
    index: number,
  ): { readonly node: DraftNode; readonly touched: ReadonlySet<number> } | undefined {
    if ((parent.rounds.get(index)?.length ?? 0) >= mostRounds) return undefined
    const node = this.insert(parent, index, undefined)
    if (!node) return undefined
    this.changedWithin(index)
    return { node, touched: this.draft.settle() }
  }

  /** Takes a round out, with all its answers. */
  remove(node: DraftNode): ReadonlySet<number> {
    const { parent, item } = node
    if (!parent) return new Set()
    const drop = (list: DraftNode[]) => {
      const at = list.indexOf(node)
      if (at >= 0) list.splice(at, 1)
    }
    drop(parent.all)
    drop(parent.rounds.get(item) ?? [])
    this.draft.forget(node)
    this.changedWithin(item)
    return this.draft.settle()
  }

  /** A round that isn't in the form: what a page copies to add one. Its tag stands where a number will. */
  template(parent: DraftNode, index: number, tag: string): DraftNode | undefined {
    const node = this.insert(parent, index, undefined, tag)
    if (!node) return undefined
    this.changedWithin(index)
    this.draft.settle()
    this.remove(node)
    return node
  }

  /** A round came or went: all that lies in rounds, and what looks at them. */
  private changedWithin(index: number): void {
    const { draft } = this
    draft.changed(index)
    const add = (one: number) => {
      draft.pending.add(one)
      draft.itemsOf(one).forEach(add)
    }
    add(index)
  }

  /** Brings each repeat of the item to its number of rounds. Those beyond it keep their answers, and are not relevant. */
  count(index: number, count: Expression): boolean {
    const { draft } = this
    const item = draft.program.items[index]
    const parents = item?.parent === undefined ? [draft.root] : (draft.nodes[item.parent] ?? [])
    let differs = false
    for (const parent of parents) {
      const rounds = parent.rounds.get(index) ?? []
      const wanted = Math.min(Math.floor(Number(draft.text(count, rounds[0] ?? parent))) || 0, mostRounds)
      const relevant = this.isRelevant(parent, index)
      const size = rounds.length
      for (let more = wanted - size; relevant && more > 0; more--) this.insert(parent, index, undefined)
      const all = parent.rounds.get(index) ?? []
      if (all.length > size) this.changedWithin(index)
      for (const [at, node] of all.entries()) {
        const is = relevant && at < wanted
        differs ||= is !== node.relevant || all.length !== size
        node.relevant = is
      }
    }
    return differs
  }
}
