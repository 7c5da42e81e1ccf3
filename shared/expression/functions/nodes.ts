// Functions on node-sets: counting and summing over repeats, positions.

import { type Call, type FunctionTable, many } from '../call.ts'
import type { TreeNode } from '../tree.ts'
import { numberIn } from '../value.ts'

const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** Of no numbers there is no least and no greatest. */
const pick = (call: Call, choose: (...numbers: number[]) => number): number => {
  const numbers = call.numbers(0)
  return numbers.length === 0 ? Number.NaN : numbers.reduce((one, other) => choose(one, other))
}

/** position(..): the place of a repeat among its like, from 1. Without a parameter: within the predicate. */
function position(call: Call): number {
  if (call.count === 0) return call.focus.position
  const node = call.nodes(0)[0]
  if (!node) return Number.NaN
  const alike = node.parent?.children.filter(({ name }) => name === node.name) ?? [node]
  call.run.spend(alike.length)
  return alike.indexOf(node) + 1
}

const nameOf = (call: Call) => (call.count > 0 ? (call.nodes(0)[0]?.name ?? '') : call.focus.node.name)

function isInside(node: TreeNode, top: TreeNode): boolean {
  let at: TreeNode | undefined = node
  while (at && at !== top) at = at.parent
  return at === top
}

/** indexed-repeat(nodes, repeat, place, inner repeat, place...): the node that lies in those places of the repeats. */
function indexedRepeat(call: Call): readonly TreeNode[] {
  const inside = (nodes: readonly TreeNode[], top: TreeNode | undefined) => {
    call.run.spend(nodes.length)
    return top ? nodes.filter((node) => isInside(node, top)) : nodes
  }
  let chosen: TreeNode | undefined
  for (let at = 1; at + 1 < call.count; at += 2) {
    chosen = inside(call.nodes(at), chosen)[call.number(at + 1) - 1]
    if (!chosen) return []
  }
  return inside(call.nodes(0), chosen)
}

export const nodeFunctions: FunctionTable = {
  count: [1, 1, (call) => call.nodes(0).length],
  'count-non-empty': [1, 1, (call) => call.nodes(0).filter(({ text }) => text !== '').length],
  sum: [1, 1, (call) => add(call.nodes(0).map(({ text }) => numberIn(text, call.run.environment.zone)))],
  min: [1, many, (call) => pick(call, Math.min)],
  max: [1, many, (call) => pick(call, Math.max)],
  position: [0, 1, position],
  last: [0, 0, (call) => call.focus.size],
  name: [0, 1, nameOf],
  'local-name': [0, 1, (call) => nameOf(call).replace(/^.*:/, '')],
  current: [0, 0, (call) => [call.run.current]],
  'indexed-repeat': [3, 7, indexedRepeat],
}
