// Whether a question's choices stand on the page or in a list that opens.

import type { DraftNode } from '../../shared/form/draft-node.ts'
import { isList } from '../../shared/form/fault.ts'
import type { XlsQuestion } from '../../shared/xlsform/form.ts'
import { words } from './appearance.ts'
import type { FormScreen } from './screen.ts'

/** Beyond so many choices a list that opens is quicker than scrolling past radio buttons. */
const mostRadios = 7
const onPage = /^(horizontal|columns|compact|likert|quick|label|list-nolabel|list$|no-buttons|image-map)/

/** By the whole list, not by what a filter leaves of it: a field must not become another one as one answers. */
export function isSelectField({ draft }: FormScreen, node: DraftNode, question: XlsQuestion): boolean {
  if (isList({ type: question.type })) return false
  const all = [...words(question)]
  if (all.some((word) => word === 'minimal' || word === 'autocomplete' || word === 'search')) return true
  if (all.some((word) => onPage.test(word))) return false
  const list = draft.item(node)?.list
  const rows = draft.program.lists.find(({ name }) => name === list)?.rows.length
  return (rows ?? draft.choicesOf(node).length) > mostRadios
}
