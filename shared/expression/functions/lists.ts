// Functions that look into the form's lists.

import type { Call, FunctionTable } from '../call.ts'
import type { TreeNode } from '../tree.ts'

function list(call: Call): readonly TreeNode[] {
  const found = call.needed(call.run.environment.instance)(call.text(0))
  return found ? [found] : []
}

/** pulldata('list', 'column wanted', 'column known', 'value known'): instance('list')/root/item[known = value]/wanted. */
function pulldata(call: Call): string {
  const [wanted, known, value] = [call.text(1), call.text(2), call.text(3)]
  const column = (item: TreeNode, name: string) => item.children.find((child) => child.name === name)?.text
  for (const root of list(call).flatMap(({ children }) => children)) {
    for (const item of root.children) {
      call.run.spend(item.children.length + 1)
      if (column(item, known) === value) return column(item, wanted) ?? ''
    }
  }
  return ''
}

export const listFunctions: FunctionTable = {
  instance: [1, 1, list],
  pulldata: [4, 4, pulldata],
}
