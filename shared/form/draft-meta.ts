// What expressions may name that the form itself doesn't ask: ${instanceID}, ${instanceName}, and ${last-saved#name}.

import type { TreeNode } from '../expression/tree.ts'
import { DraftNode } from './draft-node.ts'

/** Puts the meta section at the end of a form's root, where other tools have it. */
export function addMeta(root: DraftNode, id: string): void {
  const meta = new DraftNode('meta', root, -1)
  root.all.push(meta)
  for (const name of ['instanceID', 'instanceName']) {
    const node = new DraftNode(name, meta, -1)
    if (name === 'instanceID') node.value = id
    meta.all.push(node)
  }
}

const lastSavedPrefix = 'last-saved#'

/**
 * Undefined for a name that isn't known. `lastSaved`: the answers of the last form, by name; a question that was not answered
 * then, or not asked, has no node.
 */
export function metaNamed(
  root: DraftNode,
  name: string,
  lastSaved: Readonly<Record<string, string>> | undefined,
): readonly TreeNode[] | undefined {
  if (name.startsWith(lastSavedPrefix)) {
    const named = name.slice(lastSavedPrefix.length)
    if (lastSaved === undefined || !Object.hasOwn(lastSaved, named)) return []
    const node = new DraftNode(named, undefined, -1)
    node.value = lastSaved[named] ?? ''
    return [node]
  }
  const found = root.all.at(-1)?.all.filter((node) => node.name === name) ?? []
  return found.length > 0 ? found : undefined
}
