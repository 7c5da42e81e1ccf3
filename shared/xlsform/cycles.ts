// Calculations and relevance that wait for each other: found at import, because at fill-in time no order would be right.

import type { Formula, XlsNode } from './form.ts'
import { isSection } from './form.ts'
import { type Issues, issue } from './issue.ts'
import type { Placed } from './survey.ts'

/** The functions that look at other rounds of a repeat: what they name may wait for this round. */
const elsewhere: ReadonlySet<unknown> = new Set(['indexed-repeat', 'once', 'position', 'count'])

/** What must be computed before the formula; running totals over earlier rounds of a repeat are no cycle. */
function needs(formula: Formula | undefined): readonly string[] {
  const found = new Set<string>()
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    const [head, name, ...rest]: readonly unknown[] = part
    if (head === '[]' || (head === '()' && elsewhere.has(name))) return
    if (head === '$' && typeof name === 'string' && !name.startsWith('last-saved#')) found.add(name)
    for (const inner of [name, ...rest]) visit(inner)
  }
  visit(formula?.tree)
  return [...found]
}

/** A question waits for what its calculation and its relevance name, and for the section it lies in. */
function waitsIn(questions: readonly XlsNode[]): Map<XlsNode, readonly XlsNode[]> {
  const inside = new Map<XlsNode, XlsNode | undefined>()
  const visit = (nodes: readonly XlsNode[], section?: XlsNode) => {
    for (const node of nodes) {
      inside.set(node, section)
      if (isSection(node)) visit(node.questions, node)
    }
  }
  visit(questions)
  // A name that stands twice can't be referred to, which is reported elsewhere.
  const named = new Map([...inside.keys()].map((node) => [node.name, node]))
  const waits = [...inside].map(([node, section]) => {
    const names = [...needs(node.relevant), ...(isSection(node) ? [] : needs(node.calculation))]
    const nodes = names.flatMap((name) => named.get(name) ?? [])
    return [node, section ? [section, ...nodes] : nodes] as const
  })
  return new Map(waits)
}

export function checkCycles(questions: readonly XlsNode[], placed: readonly Placed[], issues: Issues): void {
  const rows = new Map(placed.map(({ node, row }) => [node, row]))
  for (const cycle of cyclesIn(waitsIn(questions))) {
    const names = cycle.map(({ name }) => name)
    const first = cycle.find((node) => node.relevant || 'calculation' in node)
    const row = first && rows.get(first)
    if (row) issues.error(issue.calculationCycle(row.at(row.has('calculation') ? 'calculation' : 'relevant'), names))
  }
}

/** More say nothing new. */
const mostCycles = 50

/** Each cycle once, without recursion: forms chain hundreds of calculations. */
function cyclesIn(waits: ReadonlyMap<XlsNode, readonly XlsNode[]>): XlsNode[][] {
  const cycles: XlsNode[][] = []
  const done = new Set<XlsNode>()
  for (const start of waits.keys()) {
    const way: { readonly node: XlsNode; readonly rest: XlsNode[] }[] = []
    const places = new Map<XlsNode, number>()
    const enter = (node: XlsNode) => {
      places.set(node, way.length)
      way.push({ node, rest: [...(waits.get(node) ?? [])] })
    }
    if (!done.has(start)) enter(start)
    for (let top = way.at(-1); top && cycles.length < mostCycles; top = way.at(-1)) {
      const next = top.rest.pop()
      const at = next && places.get(next)
      if (next === undefined) {
        done.add(top.node)
        places.delete(top.node)
        way.pop()
      } else if (at !== undefined) cycles.push(way.slice(at).map(({ node }) => node))
      else if (!done.has(next)) enter(next)
    }
  }
  return cycles
}
