// A form being filled in: the tree of its answers, and what follows from them. One engine for the browser, where each
// answer settles what it touches, and for the server, which settles the whole and decides.
// XForms calls the steps recalculate and revalidate (https://getodk.github.io/xforms-spec/).

import type { FunctionTable } from '../expression/call.ts'
import type { Environment } from '../expression/environment.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Expression } from '../expression/expression.ts'
import { type ExpressionProblem, expressionProblem } from '../expression/problem.ts'
import type { TreeNode } from '../expression/tree.ts'
import { textOf, truthOf, type Value } from '../expression/value.ts'
import type { Choice, ChoiceSource } from './choices.ts'
import { DraftNode } from './draft-node.ts'
import { type Entered, mostRounds } from './entered.ts'
import { keyOf, type Program, type ProgramItem } from './program.ts'
import type { TypeTable } from './typed.ts'

/** What the place of a draft gives it. The clock is the draft's own: it stands still, so that sending again is the same. */
export type DraftSettings = Pick<Environment, 'now' | 'zone' | 'locale' | 'random' | 'matches' | 'digest'> & {
  readonly functions: FunctionTable
  /** The types whose texts are more than texts. */
  readonly types: TypeTable
  /** Where choices come from; a form without lists and without choices from answers needs none. */
  readonly choices?: (draft: Draft) => ChoiceSource
  /** Steps that the expressions of one settling may take together. */
  readonly steps: number
  /** Of the response: what ${instanceID} says, and the seed of shuffled choices. */
  readonly id: string
  /** Answers of the types that nobody is asked: username, deviceid, start, today. */
  readonly about?: Readonly<Record<string, string>>
}

/** A draft stays this small, however many rounds of rounds a form asks or a program sends. */
const mostNodes = 50_000

/** How often one settling goes over the items: rounds that follow each other need a second time, cycles more. */
const mostPasses = 12

export class Draft {
  readonly program: Program
  readonly settings: DraftSettings
  readonly document: DraftNode
  readonly root: DraftNode
  /** Every node of an item, in the order of the form. */
  readonly nodes: DraftNode[][]
  readonly choices: ChoiceSource | undefined
  /** What went wrong in expressions, once each; the draft goes on without their values. */
  readonly problems = new Map<string, ExpressionProblem>()
  private readonly order: readonly number[]
  private readonly childItems: number[][]
  private readonly firstNamed = new Map<string, number>()
  private readonly environment: Environment
  private readonly budget: { steps: number }
  private readonly pending = new Set<number>()
  private touched = new Set<number>()
  private size = 0

  /** `entered` left out: a new form, with its defaults and one round of each repeat. */
  constructor(program: Program, settings: DraftSettings, entered?: Entered) {
    this.program = program
    this.settings = settings
    this.budget = { steps: settings.steps }
    this.order = program.order ?? [...program.items.keys()]
    this.nodes = program.items.map(() => [])
    this.childItems = program.items.map(() => [])
    for (const [index, { name, parent }] of program.items.entries()) {
      if (parent !== undefined) this.childItems[parent]?.push(index)
      if (!this.firstNamed.has(name)) this.firstNamed.set(name, index)
    }
    this.document = new DraftNode('', undefined, -1)
    this.root = new DraftNode(program.root, this.document, -1, { isScope: true })
    this.document.all.push(this.root)
    this.choices = settings.choices?.(this)
    this.environment = {
      ...settings,
      root: this.document,
      instance: (id) => this.choices?.instance(id),
      reference: (name, current, focus) => this.reference(name, current, focus),
      choiceName: (value, question) => this.choices?.label(value, question) ?? value,
    }
    this.fill(this.root, this.topItems(), entered)
    this.addMeta()
    for (const index of program.items.keys()) this.pending.add(index)
    this.settle(true)
  }

  private topItems(): number[] {
    return [...this.program.items.entries()].flatMap(([index, { parent }]) => (parent === undefined ? [index] : []))
  }

  item(node: DraftNode): ProgramItem | undefined {
    return this.program.items[node.item]
  }

  /** The items directly within a node, in the order of the form: those of a repeat stand once, whatever its rounds. */
  itemsWithin(node: DraftNode): readonly number[] {
    return node === this.root ? this.topItems() : (this.childItems[node.item] ?? [])
  }

  /** The rounds of a repeat within a node, or the one node of any other item. */
  within(node: DraftNode, index: number): readonly DraftNode[] {
    if (this.program.items[index]?.type === 'repeat') return node.rounds.get(index) ?? []
    const found = node.index.get(index)
    return found ? [found] : []
  }

  // --- building ---

  /** The place of what lies in a node: sections but rounds don't show in it. */
  private prefix(node: DraftNode): string {
    let at: DraftNode | undefined = node
    while (at && this.item(at)?.type !== 'repeat') at = at.parent
    return at ? `${at.place}/` : ''
  }

  /** The place of a repeat within a node: its rounds are called so, each with its tag. */
  repeatPlace(parent: DraftNode, index: number): string {
    const item = this.program.items[index]
    return `${this.prefix(parent)}${item ? keyOf(item) : ''}`
  }

  private fill(parent: DraftNode, items: readonly number[], entered: Entered | undefined): void {
    for (const index of items) {
      const item = this.program.items[index]
      if (!item) continue
      const key = keyOf(item)
      if (item.type === 'repeat') {
        parent.rounds.set(index, [])
        const rounds = entered ? (entered.rounds.get(key) ?? []) : item.count ? [] : [undefined]
        for (const round of rounds) this.addRound(parent, index, round)
        continue
      }
      this.size++
      const node = new DraftNode(item.name, parent, index, { place: `${this.prefix(parent)}${key}` })
      parent.all.push(node)
      parent.index.set(index, node)
      this.nodes[index]?.push(node)
      if (item.type === 'group') this.fill(node, this.childItems[index] ?? [], entered)
      else this.begin(node, item, entered)
    }
  }

  /** What a question holds before anything is computed. */
  private begin(node: DraftNode, item: ProgramItem, entered: Entered | undefined): void {
    const about = this.settings.about?.[item.type]
    if (about !== undefined) node.value = about
    else if (entered) node.value = entered.values.get(keyOf(item)) ?? ''
    else if (item.default !== undefined) node.value = this.text(item.default, node)
  }

  private addRound(
    parent: DraftNode,
    index: number,
    entered: Entered | undefined,
    tag?: string,
  ): DraftNode | undefined {
    if (this.size >= mostNodes) {
      this.problems.set('size', expressionProblem.budgetSpent())
      return undefined
    }
    const item = this.program.items[index]
    const rounds = parent.rounds.get(index) ?? []
    parent.rounds.set(index, rounds)
    const number = tag ?? rounds.reduce((most, one) => Math.max(most, Number(one.tag)), 0) + 1
    const place = `${this.repeatPlace(parent, index)}[${number}]`
    const node = new DraftNode(item?.name ?? '', parent, index, { place, tag: number, isScope: true })
    rounds.push(node)
    this.size++
    const last = parent.all.findLastIndex((one) => one.item >= 0 && one.item <= index)
    parent.all.splice(last + 1, 0, node)
    this.nodes[index]?.push(node)
    this.fill(node, this.childItems[index] ?? [], entered)
    return node
  }

  private addMeta(): void {
    const meta = new DraftNode('meta', this.root, -1)
    this.root.all.push(meta)
    for (const [name, value] of [
      ['instanceID', this.settings.id],
      ['instanceName', ''],
    ] as const) {
      const node = new DraftNode(name, meta, -1)
      node.value = value
      meta.all.push(node)
    }
  }

  // --- changing ---

  /** Puts an answer in and settles what follows. Answers the items that were touched: what a page shows of them may differ. */
  set(node: DraftNode, value: string): ReadonlySet<number> {
    if (node.value === value) return new Set()
    node.value = value
    this.changed(node.item)
    for (const [index, { triggers }] of this.program.items.entries())
      if (triggers?.includes(node.item)) this.trigger(index, node)
    return this.settle()
  }

  /** One more round at the end of a repeat; undefined when there are too many. */
  add(
    parent: DraftNode,
    index: number,
  ): { readonly node: DraftNode; readonly touched: ReadonlySet<number> } | undefined {
    if ((parent.rounds.get(index)?.length ?? 0) >= mostRounds) return undefined
    const node = this.addRound(parent, index, undefined)
    if (!node) return undefined
    this.pendingWithin(index)
    return { node, touched: this.settle() }
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
    for (const nodes of this.nodes)
      for (let at = nodes.length; at-- > 0; ) {
        const one = nodes[at]
        if (one && isWithin(one, node)) this.size -= nodes.splice(at, 1).length
      }
    this.pendingWithin(item)
    return this.settle()
  }

  /** A round that isn't in the form: what a page copies to add one. Its tag stands where a number will. */
  template(parent: DraftNode, index: number, tag: string): DraftNode | undefined {
    const node = this.addRound(parent, index, undefined, tag)
    if (!node) return undefined
    this.pendingWithin(index)
    this.settle()
    this.remove(node)
    return node
  }

  /** A round came or went: all that lies in rounds, and what looks at them. */
  private pendingWithin(index: number): void {
    this.changed(index)
    const add = (one: number) => {
      this.pending.add(one)
      for (const inner of this.childItems[one] ?? []) add(inner)
    }
    add(index)
  }

  private changed(index: number): void {
    this.touched.add(index)
    for (const one of this.program.items[index]?.affects ?? []) {
      this.pending.add(one)
      this.touched.add(one)
    }
  }

  /** A value that is set when another answer changes, in the same round or from outside of it. */
  private trigger(index: number, by: DraftNode): void {
    const item = this.program.items[index]
    for (const node of this.nodes[index] ?? []) {
      if (by.index !== node.index && !isWithin(node, scopeOf(by))) continue
      const value = item?.calculation === undefined ? '' : this.text(item.calculation, node)
      if (value === node.value) continue
      node.value = value
      this.changed(index)
    }
  }

  // --- settling ---

  private settle(isFirst = false): ReadonlySet<number> {
    this.budget.steps = this.settings.steps
    for (let pass = 0; pass < mostPasses && this.pending.size > 0; pass++)
      for (const index of this.order)
        if (this.pending.delete(index) && this.compute(index, isFirst && pass === 0)) this.changed(index)
    this.pending.clear()
    const { touched } = this
    this.touched = new Set()
    return touched
  }

  /** Whether something came out differently. */
  private compute(index: number, isFirst: boolean): boolean {
    const item = this.program.items[index]
    if (!item) return false
    let differs = item.count !== undefined && this.countRounds(index, item.count)
    // A copy: computing may add rounds of inner repeats.
    for (const node of [...(this.nodes[index] ?? [])]) differs = this.computeNode(node, item, isFirst) || differs
    return differs
  }

  private computeNode(node: DraftNode, item: ProgramItem, isFirst: boolean): boolean {
    const before = `${node.relevant} ${node.required} ${node.readOnly} ${node.value}`
    if (item.relevant !== undefined && item.count === undefined) node.relevant = this.truth(item.relevant, node, true)
    if (item.required !== undefined) node.required = this.truth(item.required, node, false)
    if (item.readOnly !== undefined) node.readOnly = this.truth(item.readOnly, node, false)
    if (item.calculation !== undefined) this.calculate(node, item, item.calculation, isFirst)
    if (item.filter !== undefined && node.value !== '') node.value = this.choices?.available(node, item) ?? node.value
    return before !== `${node.relevant} ${node.required} ${node.readOnly} ${node.value}`
  }

  private calculate(node: DraftNode, item: ProgramItem, calculation: Expression, isFirst: boolean): void {
    if (item.triggers) {
      // Without the events themselves: a value that should have been set by now is.
      const due = isFirst && node.value === '' && item.triggers.some((one) => this.seen(one, node).some(hasValue))
      if (due) node.value = this.text(calculation, node)
      return
    }
    if (isFirst && item.keeps && node.value !== '') return
    node.value = this.text(calculation, node)
  }

  /** Brings each repeat of the item to its number of rounds. Those beyond it keep their answers, and are not relevant. */
  private countRounds(index: number, count: Expression): boolean {
    const item = this.program.items[index]
    const parents = item?.parent === undefined ? [this.root] : (this.nodes[item.parent] ?? [])
    let differs = false
    for (const parent of parents) {
      const rounds = parent.rounds.get(index) ?? []
      const wanted = Math.min(Math.floor(Number(this.text(count, rounds[0] ?? parent))) || 0, mostRounds)
      const relevant = item?.relevant === undefined || this.truth(item.relevant, rounds[0] ?? parent, true)
      const size = rounds.length
      for (let more = wanted - size; relevant && more > 0; more--) this.addRound(parent, index, undefined)
      const all = parent.rounds.get(index) ?? []
      if (all.length > size) this.pendingWithin(index)
      for (const [at, node] of all.entries()) {
        const is = relevant && at < wanted
        differs ||= is !== node.relevant || all.length !== size
        node.relevant = is
      }
    }
    return differs
  }

  // --- asking ---

  /** What a node's expression comes to; undefined for a mistake in it, which is noted. */
  value(expression: Expression, node: DraftNode): Value | undefined {
    const { environment, budget } = this
    const result = evaluate(expression, { environment, functions: this.settings.functions, budget, node })
    if (result.ok) return result.value
    this.problems.set(`${node.item} ${result.problem.code}`, result.problem)
    return undefined
  }

  text(expression: Expression, node: DraftNode): string {
    const value = this.value(expression, node)
    const text = value === undefined ? '' : textOf(value)
    // A number that couldn't be computed is no answer.
    return text === 'NaN' ? '' : text
  }

  truth(expression: Expression, node: DraftNode, otherwise: boolean): boolean {
    const value = this.value(expression, node)
    return value === undefined ? otherwise : truthOf(value)
  }

  /** The choices of a select question that its filter leaves, in the order in which they are shown. */
  choicesOf(node: DraftNode): readonly Choice[] {
    return this.choices?.of(node) ?? []
  }

  /** ${name} as seen from a node: in the same round where there is one, else in every round. */
  seen(index: number, from: DraftNode): readonly DraftNode[] {
    const chain: number[] = []
    for (let up = this.program.items[index]?.parent; up !== undefined; up = this.program.items[up]?.parent)
      if (this.program.items[up]?.type === 'repeat') chain.unshift(up)
    const around = new Map<number, DraftNode>()
    for (let up: DraftNode | undefined = from; up; up = up.parent) around.set(up.item, up)
    let scopes: readonly DraftNode[] = [this.root]
    let isInside = true
    for (const repeat of chain) {
      const own: DraftNode | undefined = isInside ? around.get(repeat) : undefined
      isInside = own !== undefined
      scopes = own ? [own] : scopes.flatMap(({ rounds }) => rounds.get(repeat) ?? [])
    }
    const isRepeat = this.program.items[index]?.type === 'repeat'
    return scopes
      .flatMap(({ index: named, rounds }) => (isRepeat ? (rounds.get(index) ?? []) : (named.get(index) ?? [])))
      .filter(({ isRelevant }) => isRelevant)
  }

  private reference(name: string, current: TreeNode, focus: TreeNode): readonly TreeNode[] | undefined {
    const index = this.firstNamed.get(name)
    if (index === undefined) return this.metaNamed(name)
    const from = focus instanceof DraftNode ? focus : current
    return this.seen(index, from instanceof DraftNode ? from : this.root)
  }

  private metaNamed(name: string): readonly TreeNode[] | undefined {
    if (name.startsWith('last-saved#')) return []
    const meta = this.root.all.at(-1)?.all ?? []
    const found = meta.filter((node) => node.name === name)
    return found.length > 0 ? found : undefined
  }
}

const hasValue = ({ value }: DraftNode): boolean => value !== ''

const scopeOf = (node: DraftNode): DraftNode => {
  let at = node
  while (at.parent && at.parent.index === at.index) at = at.parent
  return at
}

function isWithin(node: DraftNode, top: DraftNode): boolean {
  for (let at: DraftNode | undefined = node; at; at = at.parent) if (at === top) return true
  return false
}
