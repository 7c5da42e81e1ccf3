// The pages of a form in the paged style: each section or question at its top is one, as in the web clients of the field.

import type { XlsForm } from '../xlsform/form.ts'
import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { type ItemType, isAsked } from './program.ts'

export const isPaged = ({ settings }: XlsForm): boolean => (settings.style ?? '').split(/\s+/).includes('pages')

/** What is seen on a page: questions that are asked, notes, and sections with such in them. */
const isSeen = (type: ItemType): boolean => isAsked(type) || type === 'note'

/** The items at the top of the form that are pages now: those with something to see that is relevant. */
export function pagesOf(draft: Draft): readonly number[] {
  const shows = (node: DraftNode): boolean => {
    if (!node.relevant) return false
    const type = draft.item(node)?.type
    if (type === 'group' || type === 'repeat') return type === 'repeat' || node.all.some(shows)
    return type !== undefined && isSeen(type)
  }
  return draft.itemsWithin(draft.root).filter((index) => {
    // A repeat without rounds is still a page: that is where one is added.
    if (draft.program.items[index]?.type === 'repeat')
      return draft.program.items[index]?.count === undefined || draft.within(draft.root, index).some(shows)
    return draft.within(draft.root, index).some(shows)
  })
}

/** The item at the top of the form that a node lies in. */
export function pageOf(draft: Draft, node: DraftNode): number {
  let at = node
  while (at.parent && at.parent !== draft.root) at = at.parent
  return at.item
}
