// Location paths: their axes, node tests and steps (XPath 1.0 section 2). Handed to the evaluator, since most forms of a page
// name their questions and walk nowhere.

import type { Axis, Expression, Step } from './expression.ts'
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

const looksBack = (axis: Axis): boolean => /^(?:anc|prec)/.test(axis)

/** What lets nodes pass: "name", "*", "orx:*", "node()", "text()", "processing-instruction(name)". */
function nodeTest(test: string, axis: Axis): (node: TreeNode) => boolean {
  if (test === 'node()') return () => true
  if (test.endsWith(')')) return ({ kind, name }) => test === `${kind}()` || test === `${kind}(${name})`
  const principal = axis === 'attribute' ? 'attribute' : 'element'
  if (!test.endsWith('*')) return (node) => node.name === test && node.kind === principal
  return (node) => node.kind === principal && node.name.startsWith(test.slice(0, -1))
}

/** Distinct nodes in document order. The nodes may lie in several trees: the answers and choice lists. */
function inDocumentOrder(nodes: readonly TreeNode[], spend: (steps: number) => void): readonly TreeNode[] {
  const wanted = new Set(nodes)
  if (wanted.size < 2) return [...wanted]
  const roots = new Set(nodes.map((node) => above(node).at(-1) ?? node))
  return [...roots].flatMap((root) => {
    const all = withBelow(root)
    spend(all.length)
    return all.flatMap((node) => [node, ...node.attributes]).filter((node) => wanted.has(node))
  })
}

/** What following a path needs of the evaluation that it belongs to. */
type PathRun = {
  readonly spend: (steps: number) => void
  readonly filter: (nodes: readonly TreeNode[], predicates: readonly Expression[]) => readonly TreeNode[]
}

const nothing: readonly TreeNode[] = []

function follow(run: PathRun, from: readonly TreeNode[], steps: readonly Step[]): readonly TreeNode[] {
  let nodes = from
  // Whether no node lies inside another: then their children and attributes are in order, and none comes twice.
  let apart = nodes.length < 2
  for (const [axis, test, ...predicates] of steps) {
    const passes = nodeTest(test, axis)
    const found = nodes.flatMap((node) => {
      const all = walk(axis, node)
      run.spend(all.length + 1)
      return run.filter(all.filter(passes), predicates)
    })
    const inner = axis === 'child' || axis === 'attribute'
    const sorted = (apart && (inner || axis === 'self')) || (nodes.length === 1 && !looksBack(axis))
    apart = found.length < 2 || (apart && (inner || axis === 'self'))
    nodes = sorted ? found : inDocumentOrder(found, run.spend)
    if (nodes.length === 0) return nothing
  }
  return nodes
}

/** What the evaluator is given so that expressions may walk: steps from nodes on, and the order of a document for unions. */
export const paths = { follow, inDocumentOrder }
export type Paths = typeof paths
