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
  const showsWithin = (parent: DraftNode): boolean => draft.itemsWithin(parent).some((index) => shows(parent, index))
  const shows = (parent: DraftNode, index: number): boolean => {
    const item = draft.program.items[index]
    const nodes = draft.within(parent, index).filter(({ relevant }) => relevant)
    // A repeat without rounds is still seen: that is where one is added.
    if (item?.type === 'repeat' && item.count === undefined) return draft.rounds?.isRelevant(parent, index) === true
    if (item?.type === 'group' || item?.type === 'repeat') return nodes.some(showsWithin)
    return item !== undefined && isSeen(item.type) && nodes.length > 0
  }
  return draft.itemsWithin(draft.root).filter((index) => shows(draft.root, index))
}

/** The item at the top of the form that a node lies in. */
export function pageOf(draft: Draft, node: DraftNode): number {
  let at = node
  while (at.parent && at.parent !== draft.root) at = at.parent
  return at.item
}
