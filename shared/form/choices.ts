// The choices of select questions: from the form's lists, narrowed by a filter, or from earlier answers.

import type { Expression } from '../expression/expression.ts'
import { parkMiller, shuffledBy } from '../expression/shuffle.ts'
import type { TreeNode } from '../expression/tree.ts'
import { isNodes, numberOf, type Value } from '../expression/value.ts'
import { chanceFrom } from './chance.ts'
import { type DraftNode, ListNode } from './draft-node.ts'
import type { Program, ProgramItem, ProgramList } from './program.ts'

export type Choice = { readonly name: string; readonly label: string }

/** What choices are looked up in: a draft. */
type Form = {
  readonly program: Program
  readonly settings: { readonly id: string; readonly zone: (instant: number) => number }
  value: (expression: Expression, node: DraftNode) => Value | undefined
  item: (node: DraftNode) => ProgramItem | undefined
  seen: (index: number, from: DraftNode) => readonly DraftNode[]
}

const earlier = /^\$\{\s*([^{}]+?)\s*\}$/

/** What Draft is given as `choices`. */
export class ChoiceSource {
  private readonly form: Form
  private readonly trees = new Map<string, ListNode>()
  constructor(form: Form) {
    this.form = form
  }

  private list(name: string | undefined): ProgramList | undefined {
    return this.form.program.lists.find((list) => list.name === name)
  }

  /** instance(id): <root><item><name/><label/>…</item></root>, made when it is first asked for. */
  instance(name: string): TreeNode | undefined {
    // pulldata('cities.csv', …) means the instance "cities".
    const id = name.replace(/\.csv$/, '')
    const known = this.trees.get(id)
    const list = known ? undefined : this.list(id)
    if (!list) return known
    const document = new ListNode('', undefined)
    const root = new ListNode('root', document)
    for (const row of list.rows) {
      const item = new ListNode('item', root)
      for (const [at, column] of list.columns.entries()) new ListNode(column, item, row[at])
    }
    this.trees.set(id, document)
    return document
  }

  of(node: DraftNode): readonly Choice[] {
    const item = this.form.item(node)
    if (!item) return []
    const found = this.unordered(node, item)
    if (item.shuffled === undefined) return found
    const seed = item.shuffled === true ? undefined : this.form.value(item.shuffled, node)
    const number = seed === undefined ? Number.NaN : Math.trunc(numberOf(seed, this.form.settings.zone))
    // Without a seed the order differs between people, and not between two looks of one.
    const draw = Number.isFinite(number) ? parkMiller(number) : chanceFrom(`${this.form.settings.id} ${node.place}`)
    return shuffledBy(found, draw)
  }

  private unordered(node: DraftNode, item: ProgramItem): readonly Choice[] {
    const question = earlier.exec(item.list ?? '')?.[1]
    if (question !== undefined) return this.earlierAnswers(question, node)
    if (item.filter !== undefined && item.list !== undefined) {
      const all: Expression = ['of', ['()', 'instance', item.list], ['child', 'root'], ['child', 'item']]
      const value = this.form.value(['[]', all, item.filter], node)
      return value !== undefined && isNodes(value)
        ? value.flatMap(({ children: [name, label] }) =>
            name && name.text !== '' ? { name: name.text, label: label?.text ?? '' } : [],
          )
        : []
    }
    return this.list(item.list)?.rows.flatMap(([name = '', label = '']) => (name === '' ? [] : { name, label })) ?? []
  }

  /** Each answer of the rounds of a repeat is a choice. */
  private earlierAnswers(question: string, node: DraftNode): readonly Choice[] {
    const index = this.form.program.items.findIndex(({ name }) => name === question)
    const texts = index < 0 ? [] : this.form.seen(index, node).map(({ value }) => value)
    return [...new Set(texts)].filter((text) => text !== '').map((text) => ({ name: text, label: text }))
  }

  /** The answer without what the filter no longer leaves. */
  available(node: DraftNode, item: ProgramItem): string {
    const names = new Set(this.unordered(node, item).map(({ name }) => name))
    if (names.has(node.value)) return node.value
    return node.value
      .split(/\s+/)
      .filter((name) => names.has(name))
      .join(' ')
  }

  /** The label of a choice of a question that is given as "${name}", as a path or as its name. */
  label(value: string, question: string): string {
    const name = earlier.exec(question)?.[1] ?? question.replace(/^.*\//, '').trim()
    const item = this.form.program.items.find((one) => one.name === name)
    const row = this.list(item?.list)?.rows.find(([one]) => one === value)
    return row?.[1] ?? value
  }
}
