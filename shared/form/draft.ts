// A form being filled in: the tree of its answers, and what follows from them. One engine for the browser, where each
// answer settles what it touches, and for the server, which settles the whole and decides.
// XForms calls the steps recalculate and revalidate (https://getodk.github.io/xforms-spec/).

import { lettersPerStep } from '../expression/call.ts'
import type { Environment } from '../expression/environment.ts'
import { evaluate } from '../expression/evaluate.ts'
import type { Expression } from '../expression/expression.ts'
import { type ExpressionProblem, expressionProblem } from '../expression/problem.ts'
import type { TreeNode } from '../expression/tree.ts'
import { textOf, truthOf, type Value } from '../expression/value.ts'
import type { Choice, ChoiceSource } from './choices.ts'
import { addMeta, metaNamed } from './draft-meta.ts'
import { DraftNode } from './draft-node.ts'
import type { DraftRounds } from './draft-rounds.ts'
import type { DraftSettings } from './draft-settings.ts'
import type { Entered } from './entered.ts'
import { hasChangingChoices, keyOf, type Program, type ProgramItem } from './program.ts'

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
  readonly rounds: DraftRounds | undefined
  /** What went wrong in expressions, once each; the draft goes on without their values. */
  readonly problems = new Map<string, ExpressionProblem>()
  /** Items to be worked out when the draft settles next. */
  readonly pending = new Set<number>()
  private readonly order: readonly number[]
  private readonly childItems: number[][]
  private readonly firstNamed = new Map<string, number>()
  private readonly environment: Environment
  private readonly budget: { steps: number }
  /** Items that look at something that changed, and nodes whose trigger did. */
  private readonly due = new Set<number>()
  private readonly triggered = new Set<DraftNode>()
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
    this.rounds = settings.rounds?.(this)
    this.environment = {
      ...settings,
      root: this.document,
      instance: (id) => this.choices?.instance(id),
      reference: (name, current, focus) => this.reference(name, current, focus),
      choiceName: (value, question) => this.choices?.label(value, question) ?? value,
    }
    this.fill(this.root, this.itemsWithin(this.root), entered)
    addMeta(this.root, settings.id)
    for (const index of program.items.keys()) this.pending.add(index)
    this.settle(true)
  }

  item(node: DraftNode): ProgramItem | undefined {
    return this.program.items[node.item]
  }

  /** The items directly within a section; of a repeat those of each round. */
  itemsOf(index: number): readonly number[] {
    return this.childItems[index] ?? []
  }

  /** The items directly within a node, in the order of the form: those of a repeat stand once, whatever its rounds. */
  itemsWithin(node: DraftNode): readonly number[] {
    return node === this.root
      ? [...this.program.items.keys()].filter((index) => this.program.items[index]?.parent === undefined)
      : this.itemsOf(node.item)
  }

  /** The rounds of a repeat within a node, or the one node of any other item. */
  within(node: DraftNode, index: number): readonly DraftNode[] {
    if (this.program.items[index]?.type === 'repeat') return node.rounds.get(index) ?? []
    const found = node.index.get(index)
    return found ? [found] : []
  }

  // --- building ---

  /** The place of what lies in a node: sections but rounds don't show in it. */
  prefix(node: DraftNode): string {
    let at: DraftNode | undefined = node
    while (at && this.item(at)?.type !== 'repeat') at = at.parent
    return at ? `${at.place}/` : ''
  }

  /** Makes the nodes of items within a node. */
  fill(parent: DraftNode, items: readonly number[], entered: Entered | undefined): void {
    for (const index of items) {
      const item = this.program.items[index]
      if (!item) continue
      if (item.type === 'repeat') {
        this.rounds?.fill(parent, index, entered)
        continue
      }
      const node = new DraftNode(item.name, parent, index, { place: `${this.prefix(parent)}${keyOf(item)}` })
      parent.all.push(node)
      parent.index.set(index, node)
      this.enter(node)
      if (item.type === 'group') this.fill(node, this.itemsOf(index), entered)
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

  /** Whether there are as many nodes as there may be, which is noted. */
  isFull(): boolean {
    if (this.size < mostNodes) return false
    this.problems.set('size', expressionProblem.budgetSpent())
    return true
  }

  enter(node: DraftNode): void {
    this.size++
    this.nodes[node.item]?.push(node)
  }

  /** Takes a node that is no longer in the tree out of the lists, and all that lies in it. */
  forget(node: DraftNode): void {
    for (const nodes of this.nodes)
      for (let at = nodes.length; at-- > 0; ) {
        const one = nodes[at]
        if (one?.isWithin(node)) this.size -= nodes.splice(at, 1).length
      }
  }

  // --- changing ---

  /** Puts an answer in and settles what follows. Answers the items that were touched: what a page shows of them may differ. */
  set(node: DraftNode, value: string): ReadonlySet<number> {
    if (node.value === value) return new Set()
    node.value = value
    this.pending.add(node.item)
    this.changed(node.item)
    // A value that is set when another answer changes, in the same round or from outside of it.
    for (const [index, { triggers }] of this.program.items.entries())
      if (triggers?.includes(node.item))
        for (const one of this.nodes[index] ?? [])
          if (node.index === one.index || one.isWithin(node.scope)) this.triggered.add(one)
    return this.settle()
  }

  /** Notes that an item came out differently: what looks at it is worked out again. */
  changed(index: number): void {
    this.touched.add(index)
    for (const one of this.program.items[index]?.affects ?? []) {
      this.pending.add(one)
      this.due.add(one)
      this.touched.add(one)
    }
  }

  /** Works out everything that is pending, and what follows; answers the items that were touched. */
  settle(isFirst = false): ReadonlySet<number> {
    this.budget.steps = this.settings.steps
    for (let pass = 0; pass < mostPasses && this.pending.size > 0; pass++)
      for (const index of this.order)
        if (this.pending.delete(index) && this.compute(index, isFirst)) this.changed(index)
    this.pending.clear()
    this.due.clear()
    this.triggered.clear()
    const { touched } = this
    this.touched = new Set()
    return touched
  }

  /** Whether something came out differently. */
  private compute(index: number, isFirst: boolean): boolean {
    const item = this.program.items[index]
    if (!item) return false
    const isDue = this.due.delete(index) && !isFirst
    let differs = item.count !== undefined && this.rounds?.count(index, item.count) === true
    // A copy: computing may add rounds of inner repeats.
    for (const node of [...(this.nodes[index] ?? [])]) differs = this.computeNode(node, item, isDue) || differs
    return differs
  }

  private computeNode(node: DraftNode, item: ProgramItem, isDue: boolean): boolean {
    const before = `${node.relevant} ${node.required} ${node.readOnly} ${node.value}`
    if (item.relevant !== undefined && item.count === undefined) node.relevant = this.truth(item.relevant, node, true)
    if (item.required !== undefined) node.required = this.truth(item.required, node, false)
    if (item.readOnly !== undefined) node.readOnly = this.truth(item.readOnly, node, false)
    if (item.calculation !== undefined && this.isWorkedOut(node, item, isDue))
      node.value = this.text(item.calculation, node)
    // What is out of sight stays as it was: what its choices depend on may be out of sight with it.
    if (node.value !== '' && hasChangingChoices(item) && node.isRelevant)
      node.value = this.choices?.available(node, item) ?? node.value
    return before !== `${node.relevant} ${node.required} ${node.readOnly} ${node.value}`
  }

  /**
   * Whether a calculation takes the place of the value that is there. One with triggers when one of them changed, or while it
   * should have a value and has none: a server sees no events. One that draws chance when something it looks at changed.
   */
  private isWorkedOut(node: DraftNode, { triggers, keeps }: ProgramItem, isDue: boolean): boolean {
    if (triggers)
      return (
        this.triggered.delete(node) ||
        (node.value === '' && triggers.some((one) => this.seen(one, node).some(({ value }) => value !== '')))
      )
    return !keeps || isDue || node.value === ''
  }

  // --- asking ---

  /** What a node's expression comes to; undefined for a mistake in it, which is noted. */
  value(expression: Expression, node: DraftNode): Value | undefined {
    const { environment, budget } = this
    const { functions, paths } = this.settings
    const result = evaluate(expression, { environment, functions, paths, budget, node })
    if (result.ok) return result.value
    this.problems.set(`${node.item} ${result.problem.code}`, result.problem)
    return undefined
  }

  text(expression: Expression, node: DraftNode): string {
    const value = this.value(expression, node)
    const text = value === undefined ? '' : textOf(value)
    this.budget.steps -= Math.floor(text.length / lettersPerStep)
    // A number that couldn't be computed is no answer.
    return text === 'NaN' ? '' : text
  }

  truth(expression: Expression, node: DraftNode, otherwise: boolean): boolean {
    const value = this.value(expression, node)
    return value === undefined ? otherwise : truthOf(value)
  }

  /** Whether what can be chosen depends on other answers. */
  hasChangingChoices(node: DraftNode): boolean {
    const item = this.item(node)
    return item !== undefined && hasChangingChoices(item)
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
    return scopes.flatMap((scope) => this.within(scope, index)).filter(({ isRelevant }) => isRelevant)
  }

  private reference(name: string, current: TreeNode, focus: TreeNode): readonly TreeNode[] | undefined {
    const index = this.firstNamed.get(name)
    if (index === undefined) return metaNamed(this.root, name, this.settings.lastSaved)
    const from = focus instanceof DraftNode ? focus : current
    return this.seen(index, from instanceof DraftNode ? from : this.root)
  }
}
