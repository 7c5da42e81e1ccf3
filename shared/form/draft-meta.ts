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

/**
 * Undefined for a name that isn't known. `lastSaved`: the answers of the last form, by name; a question that was not answered
 * then, or not asked, has no node.
 */
export function metaNamed(
  root: DraftNode,
  name: string,
  lastSaved: Readonly<Record<string, string>> = {},
): readonly TreeNode[] | undefined {
  // No name of a question holds the sign: this is last-saved#name.
  const [, saved] = name.split('#')
  if (saved !== undefined)
    return Object.entries(lastSaved).flatMap(([key, value]) =>
      key === saved ? Object.assign(new DraftNode(key, undefined, -1), { value }) : [],
    )
  const found = root.all.at(-1)?.all.filter((node) => node.name === name) ?? []
  return found.length > 0 ? found : undefined
}
