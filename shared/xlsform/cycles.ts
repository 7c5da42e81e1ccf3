// Calculations and relevance that wait for each other: found at import, because at fill-in time no order would be right.
// What an expression waits for is waits.ts.

import type { XlsNode } from './form.ts'
import { isSection } from './form.ts'
import { type Issues, issue } from './issue.ts'
import type { Placed } from './survey.ts'
import { FormTree, waitsOf } from './waits.ts'

/** `column`: whose expression it is; none where a question waits for the section it lies in. */
type Wait = { readonly on: XlsNode; readonly column?: 'relevant' | 'calculation' }

/** A calculation with a trigger is made anew when that changes, and at no other time: it waits for nothing. */
function waitsIn(tree: FormTree, node: XlsNode): Wait[] {
  const section = tree.parent(node)
  const calculation = isSection(node) || node.trigger ? undefined : node.calculation
  return [
    ...(section ? [{ on: section }] : []),
    ...waitsOf(tree, node, node.relevant).map((on) => ({ on, column: 'relevant' }) as const),
    ...waitsOf(tree, node, calculation).map((on) => ({ on, column: 'calculation' }) as const),
  ]
}

export function checkCycles(
  questions: readonly XlsNode[],
  root: string,
  placed: readonly Placed[],
  issues: Issues,
): void {
  const tree = new FormTree(questions, root)
  const rows = new Map(placed.map(({ node, row }) => [node, row]))
  for (const cycle of cyclesIn(new Map([...tree.nodes].map((node) => [node, waitsIn(tree, node)])))) {
    const names = cycle.map(({ node: { name } }) => name)
    const first = cycle.find(({ column }) => column !== undefined)
    const row = first && rows.get(first.node)
    if (row) issues.error(issue.calculationCycle(row.at(first.column), names))
  }
}

/** More say nothing new. */
const mostCycles = 50

/** A node of a cycle, and the column by which it waits for the next. */
type Link = { readonly node: XlsNode; readonly column: Wait['column'] }

/** Each cycle once, without recursion: forms chain hundreds of calculations. */
function cyclesIn(waits: ReadonlyMap<XlsNode, readonly Wait[]>): Link[][] {
  const cycles: Link[][] = []
  const done = new Set<XlsNode>()
  for (const start of waits.keys()) {
    const way: { readonly node: XlsNode; next: number; column: Wait['column'] }[] = []
    const places = new Map<XlsNode, number>()
    const enter = (node: XlsNode) => {
      places.set(node, way.length)
      way.push({ node, next: 0, column: undefined })
    }
    if (!done.has(start)) enter(start)
    for (let top = way.at(-1); top && cycles.length < mostCycles; top = way.at(-1)) {
      const wait = waits.get(top.node)?.[top.next++]
      const at = wait && places.get(wait.on)
      top.column = wait?.column
      if (wait === undefined) {
        done.add(top.node)
        places.delete(top.node)
        way.pop()
      } else if (at !== undefined) cycles.push(way.slice(at).map(({ node, column }) => ({ node, column })))
      else if (!done.has(wait.on)) enter(wait.on)
    }
  }
  return cycles
}
