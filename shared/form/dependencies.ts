// What the expressions of a form look at, found without evaluating them. It may find too much (any item with the name that
// a path names), never too little: an answer then touches an expression that comes out as before.

import type { Expression } from '../expression/expression.ts'
import { hasChangingChoices, type ProgramItem } from './program.ts'

/** The expressions that are evaluated again when something they look at changes. */
const settled = (item: ProgramItem): readonly Expression[] =>
  [
    item.relevant,
    item.calculation,
    item.count,
    item.filter,
    // "${name}" of choices from earlier answers; the name of a list names no question.
    hasChangingChoices(item) ? item.list : undefined,
    item.required,
    item.readOnly,
  ].filter((tree) => tree !== undefined)
const shown = (item: ProgramItem): readonly Expression[] =>
  [item.constraint, item.consistency, item.shuffled === true ? undefined : item.shuffled].filter(
    (tree) => tree !== undefined,
  )

type Found = { readonly items: Set<number>; everything: boolean }

class Finder {
  readonly named = new Map<string, number[]>()
  readonly items: readonly ProgramItem[]
  constructor(items: readonly ProgramItem[]) {
    this.items = items
    for (const [index, { name }] of items.entries()) {
      const alike = this.named.get(name)
      if (alike) alike.push(index)
      else this.named.set(name, [index])
    }
  }

  find(trees: readonly Expression[], self: number): Found {
    const found: Found = { items: new Set(), everything: false }
    for (const tree of trees) this.visit(tree, self, found)
    return found
  }

  visit(part: unknown, self: number, found: Found): void {
    if (!Array.isArray(part)) {
      // jr:choice-name(value, '${question}') names a question in a text.
      if (typeof part === 'string' && part.includes('${'))
        for (const [, name] of part.matchAll(/\$\{\s*([^{}]+?)\s*\}/g)) this.name(name ?? '', found)
      return
    }
    const [head, second, ...rest]: readonly unknown[] = part
    if (head === '$' && typeof second === 'string') {
      this.whole(second, self, found)
      return
    }
    if (typeof head === 'string' && typeof second === 'string' && axes.has(head)) this.step(head, second, self, found)
    for (const inner of typeof head === 'string' ? [second, ...rest] : part) this.visit(inner, self, found)
    if (head === './' && second === undefined) found.items.add(self)
    // The text of a section at the end of a path is that of all it holds.
    const last = head === '/' || head === './' || head === 'of' ? part.at(-1) : undefined
    if (Array.isArray(last) && typeof last[1] === 'string' && axes.has(last[0])) this.whole(last[1], self, found)
  }

  name(name: string, found: Found): void {
    for (const index of this.named.get(name) ?? []) found.items.add(index)
  }

  /** An item with all that lies in it. Of the sections around the one that asks, nothing but their rounds is ever wanted. */
  whole(name: string, self: number, found: Found): void {
    this.name(name, found)
    for (const top of this.named.get(name) ?? [])
      if (!this.isAround(top, self))
        for (let index = top + 1; this.isAround(top, index); index++) found.items.add(index)
  }

  isAround(top: number, index: number): boolean {
    let up = this.items[index]?.parent
    while (up !== undefined && up !== top) up = this.items[up]?.parent
    return up === top
  }

  /** position(..) changes with the number of rounds, which the section of the round stands for. */
  step(axis: string, test: string, self: number, found: Found): void {
    if (axis === 'self') found.items.add(self)
    else if (axis === 'parent' || axis.startsWith('ancestor')) {
      for (let up = this.items[self]?.parent; up !== undefined; up = this.items[up]?.parent) found.items.add(up)
      this.name(test, found)
    } else if (/[*)]$/.test(test)) found.everything ||= axis !== 'attribute'
    else this.name(test, found)
  }
}

const axes: ReadonlySet<string> = new Set([
  'self',
  'child',
  'parent',
  'attribute',
  'ancestor',
  'ancestor-or-self',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'preceding',
  'preceding-sibling',
])

/** For each item those whose expressions look at it. A section stands for all that lies in it: it hides and shows them. */
export function affectsOf(items: readonly ProgramItem[]): readonly (readonly number[])[] {
  const finder = new Finder(items)
  const affects = items.map(() => new Set<number>())
  for (const [index, item] of items.entries()) {
    const found = finder.find([...settled(item), ...shown(item)], index)
    for (const at of found.everything ? items.keys() : found.items) affects[at]?.add(index)
    for (const at of item.triggers ?? []) affects[at]?.add(index)
    // An answer out of sight is kept, whatever its choices; when its section comes back it is looked at again.
    if (hasChangingChoices(item))
      for (let up = item.parent; up !== undefined; up = items[up]?.parent) affects[up]?.add(index)
  }
  // From the last: what lies in a section was completed before the section itself.
  for (let index = items.length; index-- > 0; ) {
    const parent = items[index]?.parent
    if (parent !== undefined) for (const one of affects[index] ?? []) affects[parent]?.add(one)
  }
  return affects.map((set) => [...set].sort((a, b) => a - b))
}

/** Every item once: after its section, and after what its value and its relevance are worked out from, as far as can be. */
export function orderOf(items: readonly ProgramItem[], affects: readonly (readonly number[])[]): readonly number[] {
  const before = items.map(({ parent }) => (parent === undefined ? [] : [parent]))
  for (const [index, touched] of affects.entries())
    for (const one of touched)
      if (one !== index && settled(items[one] ?? items[0] ?? nothing).length > 0) before[one]?.push(index)
  const order: number[] = []
  const state = new Uint8Array(items.length)
  for (const start of items.keys()) {
    const way: { readonly at: number; next: number }[] = state[start] ? [] : [{ at: start, next: 0 }]
    state[start] ||= 1
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const next = before[top.at]?.[top.next++]
      if (next === undefined) {
        order.push(top.at)
        way.pop()
      } else if (!state[next]) {
        state[next] = 1
        way.push({ at: next, next: 0 })
      }
    }
  }
  return order
}

const nothing: ProgramItem = { name: '', type: 'group' }
