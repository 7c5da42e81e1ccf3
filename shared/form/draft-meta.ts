// What expressions may name that the form itself doesn't ask: ${instanceID}, ${instanceName}.

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

/** Undefined for a name that isn't known; no nodes for the answers of a person's last form, which are not kept. */
export function metaNamed(root: DraftNode, name: string): readonly TreeNode[] | undefined {
  if (name.startsWith('last-saved#')) return []
  const found = root.all.at(-1)?.all.filter((node) => node.name === name) ?? []
  return found.length > 0 ? found : undefined
}
