// The axes and node tests of a path's step (XPath 1.0 sections 2.2 and 2.3).

import type { Axis } from './expression.ts'
import type { TreeNode } from './tree.ts'

/** Below a node in document order. Without recursion: a document may be deeper than the stack. */
function below(top: TreeNode): TreeNode[] {
  const found: TreeNode[] = []
  const waiting = [...top.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    for (let at = node.children.length; at-- > 0; ) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return found
}

const withBelow = (node: TreeNode): TreeNode[] => [node, ...below(node)]

function above(node: TreeNode): TreeNode[] {
  const found: TreeNode[] = []
  for (let { parent } = node; parent; { parent } = parent) found.push(parent)
  return found
}

/** The siblings after a node (`step` 1), or those before it from the nearest on (`step` -1). */
function beside(node: TreeNode, step: 1 | -1): TreeNode[] {
  const siblings = node.parent?.children ?? []
  const at = siblings.indexOf(node)
  if (at < 0) return []
  return step === 1 ? siblings.slice(at + 1) : siblings.slice(0, at).reverse()
}

const beyond = (node: TreeNode, step: 1 | -1): TreeNode[] =>
  [node, ...above(node)].flatMap((one) =>
    beside(one, step).flatMap((sibling) => (step === 1 ? withBelow(sibling) : withBelow(sibling).reverse())),
  )

/** Each in the order of the axis: those that look back begin with the nearest node. */
const walks: Readonly<Record<Axis, (node: TreeNode) => readonly TreeNode[]>> = {
  self: (node) => [node],
  child: (node) => node.children,
  parent: ({ parent }) => (parent ? [parent] : []),
  attribute: (node) => node.attributes,
  ancestor: above,
  'ancestor-or-self': (node) => [node, ...above(node)],
  descendant: below,
  'descendant-or-self': withBelow,
  following: (node) => beyond(node, 1),
  'following-sibling': (node) => beside(node, 1),
  preceding: (node) => beyond(node, -1),
  'preceding-sibling': (node) => beside(node, -1),
}

export const walk = (axis: Axis, node: TreeNode): readonly TreeNode[] => walks[axis](node)

export const looksBack = (axis: Axis): boolean => /^(?:anc|prec)/.test(axis)

/** What lets nodes pass: "name", "*", "orx:*", "node()", "text()", "processing-instruction(name)". */
export function nodeTest(test: string, axis: Axis): (node: TreeNode) => boolean {
  if (test === 'node()') return () => true
  if (test.endsWith(')')) return ({ kind, name }) => test === `${kind}()` || test === `${kind}(${name})`
  const principal = axis === 'attribute' ? 'attribute' : 'element'
  if (!test.endsWith('*')) return (node) => node.name === test && node.kind === principal
  return (node) => node.kind === principal && node.name.startsWith(test.slice(0, -1))
}

/** Distinct nodes in document order. The nodes may lie in several trees: the answers and choice lists. */
export function inDocumentOrder(nodes: readonly TreeNode[], spend: (steps: number) => void): readonly TreeNode[] {
  const wanted = new Set(nodes)
  if (wanted.size < 2) return [...wanted]
  const roots = new Set(nodes.map((node) => above(node).at(-1) ?? node))
  return [...roots].flatMap((root) => {
    const all = withBelow(root)
    spend(all.length)
    return all.flatMap((node) => [node, ...node.attributes]).filter((node) => wanted.has(node))
  })
}
