// What an expression waits for: the questions and sections whose answers or relevance it needs, by ${name} and by path. As
// in ODK (JavaRosa refuses cycles of calculations and relevance), but for other rounds of a repeat, which are no cycle
// there either, though JavaRosa takes some for one. Where a path can't be followed (wildcards, other axes), it waits for
// nothing: a form is refused only for a cycle that is one.

import { type Formula, isSection, type XlsNode } from './form.ts'

/** Where the nodes of a form lie. The root element is undefined. */
export class FormTree {
  readonly root: string
  private readonly parents = new Map<XlsNode, XlsNode | undefined>()
  /** By name; one that stands twice can't be referred to, which is reported elsewhere. */
  private readonly named = new Map<string, XlsNode>()
  private readonly children = new Map<XlsNode | undefined, Map<string, XlsNode>>()

  constructor(questions: readonly XlsNode[], root: string) {
    this.root = root
    const visit = (nodes: readonly XlsNode[], section?: XlsNode) => {
      this.children.set(section, new Map(nodes.map((node) => [node.name, node])))
      for (const node of nodes) {
        this.parents.set(node, section)
        this.named.set(node.name, node)
        if (isSection(node)) visit(node.questions, node)
      }
    }
    visit(questions)
  }

  get nodes(): Iterable<XlsNode> {
    return this.parents.keys()
  }
  parent(node: XlsNode): XlsNode | undefined {
    return this.parents.get(node)
  }
  find(name: string): XlsNode | undefined {
    return this.named.get(name)
  }
  child(section: XlsNode | undefined, name: string): XlsNode | undefined {
    return this.children.get(section)?.get(name)
  }
  contains(section: XlsNode, node: XlsNode): boolean {
    for (let at: XlsNode | undefined = node; at; at = this.parent(at)) if (at === section) return true
    return false
  }
  /** Whether a repeat is around both: one may then look at the other in another round. */
  isInSameRepeat(one: XlsNode, other: XlsNode): boolean {
    for (let at: XlsNode | undefined = one; at; at = this.parent(at))
      if (at.type === 'repeat' && this.contains(at, other)) return true
    return false
  }
}

/** What a part of an expression is about: a node, the root element, the document, or what isn't of this form. */
type Context = XlsNode | 'root' | 'document' | undefined

/** How many there are, and which one this is, is known before their answers. */
const places: ReadonlySet<unknown> = new Set(['position', 'count'])

/** Each node once; it may be the node itself. */
export function waitsOf(tree: FormTree, node: XlsNode, formula: Formula | undefined): readonly XlsNode[] {
  if (!formula) return []
  const finder = new Finder(tree, node)
  finder.visit(formula.tree, node)
  return [...finder.found]
}

class Finder {
  readonly found = new Set<XlsNode>()
  readonly tree: FormTree
  readonly self: XlsNode
  /** Within once(), which keeps the value that the question has. */
  private keepsSelf = false
  constructor(tree: FormTree, self: XlsNode) {
    this.tree = tree
    this.self = self
  }

  add(target: Context, isFiltered: boolean): void {
    if (typeof target !== 'object' || (this.keepsSelf && target === this.self)) return
    if (!isFiltered || !this.tree.isInSameRepeat(this.self, target)) this.found.add(target)
  }

  visit(part: unknown, context: Context): void {
    if (!Array.isArray(part)) return
    const [head, second, ...rest]: readonly unknown[] = part
    if (head === '$') this.add(this.named(part), false)
    else if (head === '()') this.call(second, rest, context)
    else if (head === '[]') this.filtered(second, rest, context)
    else if (head === '/') this.path('document', [second, ...rest])
    else if (head === './') this.path(context, [second, ...rest])
    else if (head === 'of') this.from(second, rest, context)
    else for (const inner of [second, ...rest]) this.visit(inner, context)
  }

  named([, name]: readonly unknown[]): Context {
    return typeof name === 'string' ? this.tree.find(name) : undefined
  }

  call(name: unknown, parameters: readonly unknown[], context: Context): void {
    if (places.has(name)) return
    if (name === 'indexed-repeat') {
      const [node, ...pairs] = parameters
      if (Array.isArray(node) && node[0] === '$') this.add(this.named(node), true)
      for (const [at, one] of pairs.entries()) if (at % 2 === 1) this.visit(one, context)
      return
    }
    const before = this.keepsSelf
    this.keepsSelf ||= name === 'once'
    for (const one of parameters) this.visit(one, context)
    this.keepsSelf = before
  }

  /** Predicates are about the nodes they filter, not about this one. */
  filtered(nodes: unknown, predicates: readonly unknown[], context: Context): void {
    for (const one of predicates) this.visit(one, undefined)
    if (Array.isArray(nodes) && nodes[0] === '$') this.add(this.named(nodes), true)
    else this.visit(nodes, context)
  }

  /** current()/../x, ${group}/x, instance('list')/root/item[...]. */
  from(start: unknown, steps: readonly unknown[], context: Context): void {
    const [head, name]: readonly unknown[] = Array.isArray(start) ? start : []
    if (head === '()' && name === 'current') this.path(this.self, steps)
    else if (head === '$' && Array.isArray(start)) this.path(this.named(start), steps)
    else {
      this.visit(start, context)
      this.path(undefined, steps)
    }
  }

  path(start: Context, steps: readonly unknown[]): void {
    let at = start
    let isFiltered = false
    for (const step of steps) {
      if (!Array.isArray(step)) continue
      const [axis, test, ...predicates]: readonly unknown[] = step
      at = this.step(at, axis, test)
      isFiltered ||= predicates.length > 0
      for (const one of predicates) this.visit(one, undefined)
    }
    this.add(at, isFiltered)
  }

  step(from: Context, axis: unknown, test: unknown): Context {
    if (axis === 'self' && test === 'node()') return from
    if (axis === 'parent' && test === 'node()')
      return typeof from === 'object' ? (this.tree.parent(from) ?? 'root') : undefined
    if (axis !== 'child' || typeof test !== 'string') return undefined
    if (from === 'document') return test === this.tree.root ? 'root' : undefined
    return from === undefined ? undefined : this.tree.child(from === 'root' ? undefined : from, test)
  }
}
