// What travels with a form out of sight: answers of pages that are not shown, values that nobody types, and what the page
// itself must know when it comes back.

import type { DraftNode } from '../../shared/form/draft-node.ts'
import { pageOf } from '../../shared/form/pages.ts'
import { isAsked } from '../../shared/form/program.ts'
import { fieldName, thenField } from './field-names.ts'
import { type FormScreen, shownValue } from './screen.ts'

/** Nobody sees these: what they hold must come back, or it would be worked out anew. */
function isCarried({ draft }: FormScreen, node: DraftNode): boolean {
  const item = draft.item(node)
  if (!item || node.value === '' || isAsked(item.type)) return false
  return item.keeps === true || item.type === 'hidden' || (item.default !== undefined && item.calculation === undefined)
}

/** Places of questions that are not relevant now: should they be when the form comes back, nobody has seen them yet. */
function hiddenNow({ draft }: FormScreen): string {
  const places: string[] = []
  const visit = (node: DraftNode, isShown: boolean) => {
    for (const one of node.all) {
      const shown = isShown && one.relevant
      const item = draft.item(one)
      if (item && isAsked(item.type) && !shown) places.push(one.place)
      visit(one, shown)
    }
  }
  visit(draft.root, true)
  return places.join(' ')
}

/** Questions whose change makes a calculation anew: without script only the server sees that they changed. */
const triggersOf = ({ draft }: FormScreen): readonly DraftNode[] =>
  [...new Set(draft.program.items.flatMap(({ triggers }) => triggers ?? []))].flatMap(
    (index) => draft.nodes[index] ?? [],
  )

export function HiddenFields({ screen }: { readonly screen: FormScreen }) {
  const { draft, page, version, responseId, startedAt } = screen
  const isElsewhere = (node: DraftNode) => page !== undefined && pageOf(draft, node) !== page.item
  const carried: [place: string, value: string][] = []
  const visit = (node: DraftNode) => {
    for (const one of node.all) {
      const item = draft.item(one)
      if (item?.type === 'repeat' && isElsewhere(one)) carried.push([one.place, ''])
      if (item && (isCarried(screen, one) || (isAsked(item.type) && one.value !== '' && isElsewhere(one))))
        carried.push([one.place, shownValue(screen, one)])
      visit(one)
    }
  }
  visit(draft.root)
  return (
    <>
      <input type="hidden" name="id" value={responseId} />
      <input type="hidden" name="formVersion" value={String(version.version)} />
      <input type="hidden" name="startedAt" value={startedAt} />
      <input type="hidden" name="hiddenThen" value={hiddenNow(screen)} />
      <input type="hidden" name="formLanguage" value={screen.language} />
      <input type="hidden" name="typedIn" value={screen.ui} />
      {page && <input type="hidden" name="at" value={String(page.item)} />}
      {triggersOf(screen).map(({ place, value }) => (
        <input key={place} type="hidden" name={thenField(place)} value={value} />
      ))}
      {carried.map(([place, value]) => (
        <input key={place} type="hidden" name={fieldName(place)} value={value} />
      ))}
    </>
  )
}
